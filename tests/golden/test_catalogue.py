"""The catalogue that gettext reads holds the words of words/click.toml.

`pytest tests/golden/test_catalogue.py --update-golden` writes it anew.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping

import pytest

from yoy.cli.click_words import CATALOGUES, DOMAIN
from yoy.lexicon import data

HEADER = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
MAGIC, HEAD_BYTES = 0x950412DE, 28


def messages(language: str) -> dict[str, str]:
    """Text by text of click; one and several are held together, as gettext wants it."""
    words = data("words/click")
    found = {"": HEADER}
    for key, entry in words.items():
        several = entry.get("several")
        if several is None:
            found[key] = entry[language]
        else:
            found[f"{key}\0{several}"] = f"{entry[language]}\0{words[several][language]}"
    return found


def compiled(texts: Mapping[str, str]) -> bytes:
    """The texts in the format of GNU gettext's .mo files."""
    pairs = sorted((key.encode(), value.encode()) for key, value in texts.items())
    count = len(pairs)
    at = HEAD_BYTES + 16 * count
    tables, strings = [], b""
    for side in (0, 1):
        for pair in pairs:
            tables.append(struct.pack("<2I", len(pair[side]), at + len(strings)))
            strings += pair[side] + b"\0"
    head = struct.pack("<7I", MAGIC, 0, count, HEAD_BYTES, HEAD_BYTES + 8 * count, 0, at)
    return head + b"".join(tables) + strings


def test_catalogue_holds_the_words(request: pytest.FixtureRequest) -> None:
    file = CATALOGUES / "zh" / "LC_MESSAGES" / f"{DOMAIN}.mo"
    expected = compiled(messages("zh"))
    if request.config.getoption("--update-golden"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(expected)
    assert file.read_bytes() == expected, "words/click.toml changed: run this test with --update-golden"
