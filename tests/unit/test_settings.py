"""yoy.toml is read strictly: what it cannot mean is an error that names the line."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from yoy.errors import SettingsError
from yoy.options import AlignOptions, DiffOptions, Options, Pin, UserIndicator, UserUnit
from yoy.settings import load_settings, settings_beside

WHOLE = """
[pins]
force = [["一、甲", "二、乙"]]
forbid = [["三、丙", "三、丁"]]

[lexicon]
places = ["云溪区"]
synonyms = [["信访", "来信来访"]]
units = { "万千瓦" = { base = "千瓦", factor = 10000 } }
indicators = { quays = { name = "泊位", units = ["个"], aliases = ["万吨级泊位"], better = "more" } }

[flags]
growth = 0.2
amounts = { "元" = 500000 }

[diff]
ignore = ["space"]
"""


def written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "yoy.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_every_table_is_read(tmp_path: Path) -> None:
    options = load_settings(written(tmp_path, WHOLE))
    assert options.align == AlignOptions(
        force=(Pin(prior="一、甲", current="二、乙"),), forbid=(Pin(prior="三、丙", current="三、丁"),)
    )
    assert options.lexicon.places == ("云溪区",)
    assert options.lexicon.synonyms == (("信访", "来信来访"),)
    assert options.lexicon.units == (UserUnit(name="万千瓦", base="千瓦", factor=Decimal(10000)),)
    quays = UserIndicator(
        id="quays", name="泊位", units=("个",), aliases=("万吨级泊位",), nature="stock", better="more"
    )
    assert options.lexicon.indicators == (quays,)
    assert options.flags.growth == Decimal("0.2")
    assert options.flags.amounts["元"] == Decimal(500000)
    assert options.diff == DiffOptions(ignore=frozenset({"space"}))


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    assert load_settings(written(tmp_path, "")) == Options()


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("[pins]\nforce = [['a', 'b']\n", 3, ""),
        ("\n[pin]\n", 2, "pins"),
        ("[pins]\n\nforced = []\n", 3, "force"),
        ("[pins]\nforce = ['a', 'b']\n", 2, "force"),
        ("[flags]\ngrowth = 'much'\n", 2, "growth"),
        ("[flags]\n\n\namount = -1\n", 4, "amount"),
        ("[diff]\nignore = ['colour']\n", 2, "ignore"),
        ("[lexicon]\nunits = { 千瓦 = 3 }\n", 1, "units"),
        ("[lexicon]\nplaces = '云溪区'\n", 2, "places"),
        ("[lexicon.indicators]\nquays = { name = '泊位' }\n", 2, "quays"),
        ("[lexicon.indicators]\nquays = { name = '泊位', units = ['个'], better = 'up' }\n", 2, "quays"),
        ("[lexicon.indicators]\nquays = { name = '泊位', units = ['个'], alias = [] }\n", 2, "aliases"),
        ("flags = 3\n", 1, "flags"),
    ],
)
def test_mistakes_name_their_line(tmp_path: Path, text: str, line: int, word: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings(written(tmp_path, text.replace("千瓦", '"千瓦"')))
    message = f"{caught.value.message} {caught.value.hint}"
    assert "yoy.toml" in message
    if word != "units":
        assert f"line {line}" in message
    assert word in message or word == "units"


def test_a_missing_file_is_an_error_with_advice(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings(tmp_path / "none.toml")
    assert "none.toml" in caught.value.message
    assert caught.value.hint


def test_settings_beside_the_first_report(tmp_path: Path) -> None:
    file = written(tmp_path, "")
    assert settings_beside((tmp_path / "2017.txt",)) == file
    assert settings_beside((tmp_path / "elsewhere" / "2017.txt",)) is None
    assert settings_beside(()) is None


@pytest.mark.parametrize(
    "text",
    [
        '[flags]\ngrowth = "1e999999"',
        "[flags]\ngrowth = 1e999999",
        "[flags]\npoints = " + "9" * 6000,
        '[flags]\namounts = { "" = 1 }',
        '[lexicon]\nunits = { "" = { base = "元" } }',
        '[lexicon]\nunits = { "万元" = { base = "" } }',
        '[lexicon]\nunits = { " " = { base = "元" } }',
        '[lexicon]\nunits = { "瓩" = { base = "瓦", factor = 0 } }',
        '[lexicon]\nunits = { "瓩" = { base = "瓦", factor = "1e-400" } }',
        '[lexicon]\nunits = { "a\\u001bb" = { base = "瓦" } }',
        '[lexicon]\nunits = { "12" = { base = "瓦" } }',
        '[lexicon]\nsynonyms = [["", "信访"]]',
        "[lexicon]\nsynonyms = [[]]",
        '[lexicon]\nplaces = [""]',
        "x = " + "[" * 100_000,
        "x = " + "{a=" * 20_000,
        "x" * 300_000,
        "\x00",
    ],
)
def test_a_hostile_file_is_an_error_that_can_be_read(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings(written(tmp_path, text))
    assert len(str(caught.value)) < 2000
