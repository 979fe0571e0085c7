"""Which level a change is of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checked_reports import report
from judging import said, said_of_years
from yoy.checks.arithmetic.levels import as_change, is_cause, level_of, names, owns, subject_of, wholes_before
from yoy.checks.view import View, view_of


def figures(text: str, language: str = "zh") -> View:
    return view_of(report(text, language=language))


@pytest.mark.parametrize(
    ("text", "claim", "expected"),
    [
        ("信访总量7623件，与上年同期相比下降15.9%。", "15.9%", "7623件"),
        ("发生事故19起、死亡20人，事故起数下降17.4%。", "17.4%", "19起"),
        ("发生事故19起、死亡20人，死亡人数下降17.4%。", "17.4%", "20人"),
        ("发生事故19起。死亡人数下降17.4%。", "17.4%", None),
        ("事故目标19起，合格率下降17.4%。", "17.4%", None),
        ("下降17.4%。", "17.4%", None),
        ("合格率98.2%，提高1.1个百分点。", "1.1个百分点", "98.2%"),
    ],
)
def test_the_level_of_a_change(text: str, claim: str, expected: str | None) -> None:
    view = figures(text)
    change = next(figure for figure in view.figures if figure.surface == claim)
    level = level_of(view, change)
    assert (level.surface if level else None) == expected


def test_a_net_addition_behind_two_levels_is_their_difference() -> None:
    view = figures("用户由3.2万户增长到4.1万户，净增0.9万户。")
    added = view.figures[-1]
    change = as_change(view, added)
    assert (change.kind, change.direction, change.of) == ("change_abs", "up", view.figures[1].id)
    assert as_change(view, view.figures[0]) is view.figures[0]


@pytest.mark.parametrize(
    ("text", "named", "owned"),
    [
        ("新开工制造业项目248个，制造业投资增长13.3%。", True, False),
        ("新开工制造业项目248个，项目数增长13.3%。", True, True),
        ("新开工制造业项目248个，增长13.3%。", True, True),
        ("新开工制造业项目248个，居民收入增长13.3%。", False, False),
        ("新开工制造业项目248个，其中增长13.3%。", False, False),
    ],
)
def test_what_a_change_names(text: str, named: bool, owned: bool) -> None:
    view = figures(text)
    level, claim = view.figures[0], view.figures[-1]
    assert (names(view, claim, level), owns(view, claim, level)) == (named, owned)


def test_words_of_comparing_name_nothing() -> None:
    view = figures("信访总量7623件，与上年同期相比下降15.9%。")
    assert subject_of(view, view.figures[-1]) == ""
    english = figures("Visits came to 7,623, and complaints fell by 15.9%.", "en")
    assert subject_of(english, english.figures[-1]) == "complaints"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("绿地1200公顷，其中公园300公顷、林带900公顷，比上年增加60公顷。", ["1200公顷"]),
        ("绿地1200公顷，其中公园300公顷、林带900公顷、比上年增加60公顷。", []),
        ("绿地1200公顷，比上年增加60公顷。", []),
        ("公园300公顷、林带900公顷，比上年增加60公顷。", []),
    ],
)
def test_wholes_of_a_list(text: str, expected: list[str]) -> None:
    view = figures(text)
    level, claim = view.figures[-2], view.figures[-1]
    assert [whole.surface for whole in wholes_before(view, claim, level)] == expected


def test_growth_in_real_terms_is_open() -> None:
    prior, current = "地区生产总值1000.0亿元。", "地区生产总值1200.0亿元，按可比价格计算增长10%。"
    assert [line.split()[0] for line in said_of_years(prior, current, "growth")] == ["cannot_check"]


def test_growth_over_several_years_is_not_judged_by_one() -> None:
    assert said("驿站由50家增加到150家，年均增长25%。", "growth") == []


def unlinked(text: str) -> View:
    """A report whose changes are not linked to their levels."""
    made = report(text)
    bare = tuple(replace(figure, of=None) for figure in made.figures.quantities)
    return view_of(replace(made, figures=replace(made.figures, quantities=bare)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("信访总量7623件，与上年同期相比下降15.9%。", "7623件"),
        ("信访总量7623件，受理率95%，与上年同期相比下降15.9%。", None),  # of the rate in between
        ("信访总量7623件，比上年减少900件，与上年同期相比下降15.9%。", None),
        ("发生事故19起、死亡20人，事故起数下降17.4%。", "19起"),
        ("发生事故19起、死亡20人，死亡人数下降17.4%。", "20人"),
        ("发生事故19起、死亡20人，居民收入下降17.4%。", None),
        ("农村居民收入1.2万元、城镇居民收入4.6万元，农村居民收入增长7.4%。", "1.2万元"),
        ("信访总量7623件。下降15.9%。", None),
        ("培育驿站132个，比上年增加12个。", "132个"),
        ("培育驿站132个，比上年增加12家。", None),
        ("合格率98.2%，比上年提高1.1个百分点。", "98.2%"),
        ("合格产品98件，比上年提高1.1个百分点。", None),
        ("信访总量7623件；与上年同期相比下降15.9%。", None),
    ],
)
def test_without_a_link_the_words_tell(text: str, expected: str | None) -> None:
    view = unlinked(text)
    level = level_of(view, view.figures[-1])
    assert (level.surface if level else None) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("用户由3.2万户增长到4.1万户，净增0.9万户。", "change_abs"),
        ("用户由3.2万户增长到4.1万户，新增0.9万户。", "level"),  # no net addition
        ("用户4.1万户，净增0.9万户。", "level"),  # no two levels
        ("用户由3.2万户增长到4.1万户，净增0.9万家。", "level"),  # of something else
    ],
)
def test_what_is_a_net_addition(text: str, kind: str) -> None:
    view = figures(text)
    added = view.figures[-1]
    if added.kind == "level":
        assert as_change(view, added).kind == kind


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("Costs rose to $1,056 million due to increases of 24%.", True),
        ("Costs rose to $1,056 million, an increase of 24%.", False),
    ],
)
def test_causes(text: str, cause: bool) -> None:
    view = figures(text, "en")
    assert is_cause(view, view.figures[-1], view.figures[0]) is cause
