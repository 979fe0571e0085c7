"""The promises of the contract on the fixtures and on every pair of real reports."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import yoy
from promises import keep
from yoy.writers.json import document_of

FIXTURES = ("yunxi-fazhi", "harbour-council")
REAL = (
    "cn-baoshan-fazhi",
    "cn-beijing-gwr",
    "cn-hongze-disclosure",
    "cn-national-gwr-dev",
    "cn-national-gwr-gbk-dev",
    "cn-shanghai-gwr",
    "en-disney-10k",
    "en-hk-budget-dev",
)


def reports(folder: Path) -> list[yoy.Document]:
    found = sorted(p for p in folder.iterdir() if p.suffix in (".txt", ".docx", ".pdf"))
    documents = [yoy.read(path) for path in found]
    return documents if len(documents) > 1 else documents * 2


def compared(folder: Path) -> yoy.Comparison:
    return yoy.compare(reports(folder))


@pytest.mark.parametrize("issuer", FIXTURES)
def test_fixtures(fixtures: Path, issuer: str) -> None:
    keep(document_of(compared(fixtures / issuer)))


@pytest.mark.parametrize("issuer", REAL)
def test_real_reports(shared: Path, issuer: str) -> None:
    keep(document_of(compared(shared / "data" / issuer)))


@pytest.mark.parametrize("issuer", REAL)
def test_a_real_report_compared_with_itself_is_unchanged(shared: Path, issuer: str) -> None:
    document = reports(shared / "data" / issuer)[0]
    pair = yoy.compare([document, document]).pairs[0]
    assert {p.relation for p in pair.passages} == {"same"}
    assert not any(p.moved for p in pair.passages)
    assert {s.relation for s in pair.sections} == {"same"}
    assert {n.relation for n in pair.numbers if n.prior and n.current} <= {"unchanged", "target_result"}


@pytest.mark.parametrize("issuer", ["cn-beijing-gwr", "cn-national-gwr-dev", "en-hk-budget-dev"])
def test_swapping_real_reports_keeps_the_pairs(shared: Path, issuer: str) -> None:
    """Labels give the order; each report goes on speaking of its own year."""
    first, second = reports(shared / "data" / issuer)
    there = yoy.compare([first, second]).pairs[0]
    back = yoy.compare([replace(first, label="2002"), replace(second, label="2001")]).pairs[0]
    assert {(p.prior, p.current) for p in there.passages} == {(p.current, p.prior) for p in back.passages}
    assert {(s.prior, s.current) for s in there.sections} == {(s.current, s.prior) for s in back.sections}
