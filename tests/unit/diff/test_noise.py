"""Differences that a reader doesn't read."""

from __future__ import annotations

import pytest

from yoy.diff.noise import ignorable
from yoy.model import Edit, EditClass, Span


def kind(one: str, other: str, edit_class: EditClass = "wording") -> str | None:
    edit = Edit(tag="replace", prior=Span(0, len(one)), current=Span(0, len(other)), edit_class=edit_class)
    return ignorable(edit, (one, other))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("依法 行政", "依法行政", "space"),
        ("依法\u200b行政", "依法行政", "space"),
        ("ＡＢ１２", "AB12", "width"),
        ("（一）", "(一)", "width"),
        ("公开、", "公开,", None),
        ("公开", "公示", None),
        ("581项", "558项", None),
    ],
)
def test_kind_of_difference(one: str, other: str, expected: str | None) -> None:
    assert kind(one, other) == expected


def test_signs_count_as_punctuation_only_where_no_word_is_among_them() -> None:
    assert kind("、", "；", "punctuation") == "punctuation"
    assert kind("、一", "；二", "punctuation") is None
