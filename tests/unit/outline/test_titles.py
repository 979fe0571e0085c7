"""What the title of a section announces."""

from __future__ import annotations

import pytest

from checked_reports import document
from yoy.model import Part
from yoy.outline.titles import announcement

REPORT = document("", 2017)


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("下一步工作打算", "plan"),
        ("存在的不足", "problems"),
        ("2017年工作回顾", "review"),
        ("2018年工作安排", "plan"),
        ("推进政务公开", None),
        ("名词解释", "notes"),
    ],
)
def test_a_title_announces_one_thing(title: str, part: Part | None) -> None:
    assert announcement(title, REPORT).part == part


def test_the_year_that_a_title_names_is_the_one_it_speaks_of() -> None:
    assert announcement("2018年工作安排", REPORT).period == "2018"
    assert announcement("推进政务公开", REPORT).period is None


def test_a_title_of_two_things_leaves_the_text_to_part_them() -> None:
    assert announcement("2017年工作回顾和2018年工作安排", REPORT).mixed


def test_english_titles_announce_too() -> None:
    english = document("", 2017, language="en")
    assert announcement("Looking ahead", english).part == "plan"
    assert announcement("Review of the year", english).part == "review"
