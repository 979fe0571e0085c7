"""A figure read off a picture is never asserted: its pair is marked to be confirmed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from yoy.model import Note, Span
from yoy.pipeline import compare
from yoy.readers.registry import read

TEXT = "某区{year}年度工作报告\n\n一、总体情况\n\n全年办理审批事项{count}项。全年受理申请23件。\n"


def test_pairs_of_recognised_figures_are_to_be_confirmed(tmp_path: Path) -> None:
    documents = []
    for year, count in ((2017, 581), (2018, 558)):
        file = tmp_path / f"{year}.txt"
        file.write_text(TEXT.format(year=year, count=count), encoding="utf-8")
        documents.append(read(file))
    at = documents[0].text.index("581")
    note = Note(stage="read", code="ocr", args={"surface": "581"}, span=Span(at, at + 3))
    scanned = replace(documents[0], notes=(note,))
    (pair,) = compare([scanned, documents[1]]).pairs
    assert {number.unit: number.confirm for number in pair.numbers} == {"项": True, "件": False}
