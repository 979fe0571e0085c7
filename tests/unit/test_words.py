"""Everything shown to a user exists in Chinese and in English, and every code has its words."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from importlib.resources import files
from itertools import chain
from pathlib import Path

import pytest

import yoy
from yoy.lexicon import data, has_phrase

AREAS = sorted(
    Path(p.name).stem for p in files("yoy.lexicon").joinpath("words").iterdir() if p.name.endswith(".toml")
)
DOCS = Path(__file__).resolve().parents[2] / "docs"
SOURCE = Path(__file__).resolve().parents[2] / "src" / "yoy"


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("area", AREAS)
def test_both_languages_say_the_same(area: str) -> None:
    for key, entry in data(f"words/{area}").items():
        pairs = [("zh", "en")]
        if area == "errors":
            pairs.append(("hint_zh", "hint_en"))
        for zh, en in pairs:
            assert entry[zh] or key.endswith("_joint"), f"{area}.{key}"
            assert entry[en], f"{area}.{key}"
            # A name that has both languages is an argument of each.
            said = fields(entry[zh]) - {"zh"}, fields(entry[en]) - {"en"}
            assert said[0] == said[1], f"{area}.{key}: other arguments in zh and en"


@pytest.fixture(scope="module")
def comparisons(fixtures: Path) -> list[yoy.Comparison]:
    return [
        yoy.compare([yoy.read(file) for file in sorted((fixtures / issuer).glob("*.txt"))])
        for issuer in ("yunxi-fazhi", "harbour-council")
    ]


def coded(comparison: yoy.Comparison) -> Iterator[tuple[str, str]]:
    for report in comparison.reports:
        notes = (*report.document.notes, *report.outline.notes, *report.figures.notes, *report.notes)
        yield from (("notes", note.code) for note in notes)
        yield from (("findings", finding.code) for finding in report.findings)
        yield from (("terms", f"aside_{number.reason}") for number in report.figures.set_aside)
        yield from (("terms", f"quantity_{q.kind}") for q in report.figures.quantities)
    for pair in comparison.pairs:
        yield from (("notes", note.code) for note in pair.notes)
        yield from (("findings", finding.code) for finding in pair.findings)
        yield from (("reasons", code) for number in pair.numbers for code in number.reason)
        yield from (("reasons", code) for link in pair.sections for code in link.reason)
        yield from (("terms", f"number_{number.relation}") for number in pair.numbers)


def test_every_code_that_occurs_has_its_words(comparisons: list[yoy.Comparison]) -> None:
    wanted = sorted(set(chain.from_iterable(map(coded, comparisons))))
    assert [(area, key) for area, key in wanted if not has_phrase(area, key)] == []


def test_every_slug_raised_has_its_words_and_its_paragraph() -> None:
    sources = "\n".join(p.read_text(encoding="utf-8") for p in SOURCE.rglob("*.py"))
    raised = set(re.findall(r"fail\(\s*\w+,\s*\"(\w+)\"", sources))
    assert raised <= set(data("words/errors"))
    documented = set(
        re.findall(r"^## `(\w+)`", (DOCS / "messages.md").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert documented == set(data("words/errors"))


def test_every_finding_and_note_of_the_code_has_its_words() -> None:
    notes = set()
    for file in SOURCE.rglob("*.py"):
        notes.update(re.findall(r"Note\([^)]*?code=\"(\w+)\"", file.read_text(encoding="utf-8"), re.DOTALL))
    assert sorted(code for code in notes if not has_phrase("notes", code)) == []
