"""How a user names the sections that belong together."""

from __future__ import annotations

import pytest

from text_reports import report_of
from yoy.align.sections.pins import find_pins, first_of_each
from yoy.errors import AlignError
from yoy.options import AlignOptions, Pin

TEXT = """一、主要工作
（一）推进政务公开
公开信息。
（二）加强执法监督
开展检查。
二、下一步打算
（一）推进政务公开
继续公开。
"""
REPORT = report_of(TEXT)


def index_of(name: str) -> int:
    pins = find_pins(REPORT, REPORT, AlignOptions(force=(Pin(prior=name, current="二、"),)))
    return pins.force[0][0]


def title(name: str) -> str:
    return REPORT.outline.sections[index_of(name)].title


@pytest.mark.parametrize("name", ["加强执法监督", "（二）加强执法监督", "(二) 加强执法监督", "（二）"])
def test_a_number_a_title_or_both_name_a_section(name: str) -> None:
    assert title(name) == "加强执法监督"


def test_a_way_from_the_top_tells_two_sections_of_one_title_apart() -> None:
    first, second = index_of("主要工作/推进政务公开"), index_of("二、/（一）")
    assert first < second
    assert title("二、/（一）") == "推进政务公开"


@pytest.mark.parametrize(
    ("name", "slug"),
    [("推进政务公开", "pin_names_several"), ("三、", "pin_names_nothing"), ("", "pin_names_nothing")],
)
def test_a_name_of_several_sections_or_of_none_is_refused(name: str, slug: str) -> None:
    with pytest.raises(AlignError) as caught:
        index_of(name)
    assert caught.value.slug == slug


def test_two_pins_of_one_section_join() -> None:
    links, joining = first_of_each([(1, 1), (1, 2), (3, 4), (1, 1)])
    assert links == {1: 1, 3: 4}
    assert joining == [(1, 2)]
