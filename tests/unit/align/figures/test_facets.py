"""What is subtracted and what only stands side by side, from report to pair."""

from __future__ import annotations

import pytest

from checked_reports import document
from yoy.pipeline import compare

PLAN = "\n\n二、下一步工作思路\n\n"


def pairs(prior: str, current: str) -> list[tuple[str, str, str, str | None]]:
    """Both surfaces, the relation and what differs, of every figure with a partner."""
    made = compare([document(prior, 2017), document(current, 2018)])
    before, after = ({q.id: q.surface for q in report.figures.quantities} for report in made.reports)
    return [
        (before[n.prior], after[n.current], n.relation, n.incomparable)
        for n in made.pairs[0].numbers
        if n.prior and n.current
    ]


@pytest.mark.parametrize(
    ("prior", "current", "relation", "differs"),
    [
        ("全区审批事项网上可办率达到82%。", "区级审批事项网上可办率达到95%。", "incomparable", "scope"),
        ("区本级审批事项网上可办率达到82%。", "全区审批事项网上可办率达到95%。", "incomparable", "scope"),
        ("全区审批事项网上可办率达到82%。", "审批事项网上可办率达到95%。", "up", None),
        ("全区新增区级示范社区42个。", "新增区级示范社区51个。", "up", None),
    ],
)
def test_the_whole_area_and_one_level_of_its_government(
    prior: str, current: str, relation: str, differs: str | None
) -> None:
    ((_, _, found, unlike),) = pairs(prior, current)
    assert (found, unlike) == (relation, differs)


@pytest.mark.parametrize(
    ("prior", "current", "relations"),
    [
        ("全区累计建成高标准农田152万亩。", "全区高标准农田累计达到174万亩。", ["up"]),
        ("全年新建高标准农田22万亩。", "全区高标准农田累计达到174万亩。", ["incomparable"]),
    ],
)
def test_running_totals_are_one_basis_and_unlike_what_a_year_has_added(
    prior: str, current: str, relations: list[str]
) -> None:
    assert [pair[2] for pair in pairs(prior, current)] == relations


def test_what_a_year_has_added_beside_all_there_are_is_asked_about() -> None:
    made = compare(
        [document("全年新建高标准农田22万亩。", 2017), document("高标准农田累计达到174万亩。", 2018)]
    )
    assert [(n.incomparable, n.confirm) for n in made.pairs[0].numbers] == [("basis", True)]


@pytest.mark.parametrize(
    ("prior", "current", "asked"),
    [
        # A part beside the whole grows by about as much: only a person can tell.
        ("全市研发经费投入增长8.4%。", "创新活力更足，规上企业研发经费投入大幅增长10.3%。", True),
        ("全市研发经费投入增长8.4%。", "创新活力更足，全市研发经费投入大幅增长10.3%。", False),
        ("全市空气优良天数比率95.5%。", "扣除自然因素影响后，空气优良天数比率96.7%。", True),
        ("全市空气优良天数比率95.5%。", "空气优良天数比率96.7%。", False),
        # What there is of a standard indicator isn't multiplied by a year.
        ("全市高新技术企业220家。", "创新活力更足，到年末高新技术企业数1820家。", True),
        ("全市高新技术企业220家。", "创新活力更足，高新技术企业282家。", False),
    ],
)
def test_a_part_and_what_a_year_cannot_do_are_asked_about(prior: str, current: str, asked: bool) -> None:
    made = compare([document(prior, 2017), document(current, 2018)])
    assert [(n.relation, n.confirm) for n in made.pairs[0].numbers] == [("up", asked)]


def test_a_target_of_two_subjects_meets_the_result_of_each() -> None:
    plan = f"全年工作平稳推进。{PLAN}城市、农村低保标准均提高6%以上。"
    found = pairs(plan, "城市低保标准提高7%，农村低保标准提高9%。")
    assert sorted(pair[:3] for pair in found if pair[2] == "target_result") == [
        ("6%", "7%", "target_result"),
        ("6%", "9%", "target_result"),
    ]


def test_people_lifted_from_poverty_are_told_in_many_words() -> None:
    assert pairs("全年减贫2.86万人。", "1.94万人脱贫。") == [("2.86万人", "1.94万人", "down", None)]


def test_variants_that_a_report_tells_apart_are_no_partners_of_each_other() -> None:
    """The place of the sentence speaks for 农村 beside 居民: the words decide where both are told."""
    prior = "居民人均可支配收入增长6.4%。城镇居民人均可支配收入增长5%，农村居民人均可支配收入增长7.4%。"
    current = "农村居民人均可支配收入增长7.1%，居民人均可支配收入增长6.1%，城镇居民人均可支配收入增长4.9%。"
    assert sorted(pair[:3] for pair in pairs(prior, current)) == [
        ("5%", "4.9%", "down"),
        ("6.4%", "6.1%", "down"),
        ("7.4%", "7.1%", "down"),
    ]


@pytest.mark.parametrize(
    ("prior", "current", "differs"),
    [
        ("城镇登记失业率2.9%。", "城镇调查失业率5.1%。", "scope"),
        ("全区新登记经营主体8.2万户。", "全区经营主体达到13.9万户。", "basis"),
        ("每万人口发明专利拥有量6.1件。", "每万人口高价值发明专利拥有量2.4件。", "scope"),
    ],
)
def test_indicators_told_in_each_others_place_stand_side_by_side(
    prior: str, current: str, differs: str
) -> None:
    ((_, _, relation, found),) = pairs(prior, current)
    assert (relation, found) == ("incomparable", differs)


def test_indicators_that_are_only_alike_stand_alone() -> None:
    assert pairs("固定资产投资增长5%。", "工业投资增长5%。") == []
