"""What a text in a reviewed workbook stands for, in either language."""

from __future__ import annotations

import pytest

from yoy.lexicon import data
from yoy.review.headings import column_named, field_named, ruling_code, sheet_named, status_code

WORDS = data("words/excel")


@pytest.mark.parametrize("prefix", ["sheet_", "column_", "field_", "status_", "ruling_"])
def test_every_word_of_ours_is_known_in_both_languages(prefix: str) -> None:
    named = {
        "sheet_": sheet_named,
        "column_": column_named,
        "field_": field_named,
        "status_": status_code,
        "ruling_": ruling_code,
    }[prefix]
    keys = [key for key in WORDS if key.startswith(prefix) and "{" not in WORDS[key]["zh"]]
    assert keys
    for key in keys:
        codes = {named(WORDS[key][lang]) for lang in ("zh", "en")}
        same = {other.removeprefix(prefix) for other in WORDS if other.startswith(prefix)}
        assert codes <= same, key


def test_blanks_and_case_do_not_matter() -> None:
    heading = WORDS["column_status"]["en"]
    assert column_named(f"  {heading.upper()} ") == column_named(heading) == "status"


def test_words_of_people_stay_as_they_wrote_them() -> None:
    assert column_named("核定数") is None
    assert status_code("等电话") == "等电话"
    assert ruling_code("再问") == "再问"
