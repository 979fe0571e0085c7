"""Edits of the text with their class."""

from __future__ import annotations

from decimal import Decimal

import pytest

from text_reports import report_of
from yoy.diff.passages import diff_passages
from yoy.model import Edit, PassagePair
from yoy.options import DiffOptions


def edits(one: str, other: str, figures: tuple[str, ...] = ()) -> tuple[list[Edit], str, str]:
    prior, current = report_of(one, 2017, figures=figures), report_of(other, 2018, figures=figures)
    whole = PassagePair(
        prior=tuple(p.id for p in prior.outline.passages),
        current=tuple(p.id for p in current.outline.passages),
        relation="edited",
        score=Decimal(1),
    )
    (pair,) = diff_passages(prior, current, [whole], DiffOptions())
    return list(pair.edits), prior.text, current.text


@pytest.mark.parametrize(
    ("one", "other", "figures", "expected"),
    [
        ("共办理581项。", "共办理558项。", ("581项", "558项"), "figure"),
        ("完成2017年任务。", "完成2018年任务。", (), "year"),
        ("完成2017年任务。", "完成2015年任务。", (), "wording"),
        ("一是推进公开。", "二是推进公开。", (), "numbering"),
        ("推进公开，加强监督。", "推进公开；加强监督。", (), "punctuation"),
        ("基本完成任务。", "全面完成任务。", (), "wording"),
    ],
)
def test_class_of_an_edit(one: str, other: str, figures: tuple[str, ...], expected: str) -> None:
    changed = [edit.edit_class for edit in edits(one, other, figures)[0] if edit.tag != "equal"]
    assert changed == [expected]


def test_nothing_of_either_text_is_left_out() -> None:
    found, one, other = edits("推进公开。\n加强监督。", "推进政务公开。\n\n组建队伍。\n加强监督检查。")
    blank = str.maketrans("", "", " \n")
    assert "".join(e.prior.of(one) for e in found).translate(blank) == one.translate(blank)
    assert "".join(e.current.of(other) for e in found).translate(blank) == other.translate(blank)


def test_equal_means_the_same_characters() -> None:
    found, one, other = edits("依法行政（试行）。", "依法行政(试行)。")
    for edit in found:
        assert (edit.tag == "equal") == (edit.prior.of(one) == edit.current.of(other))
