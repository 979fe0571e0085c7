from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from marked_reports import report
from yoy.align.figures.pair import pair_numbers
from yoy.align.passages.pair import pair_passages
from yoy.align.sections.pair import pair_sections
from yoy.options import AlignOptions, LexiconOptions

if TYPE_CHECKING:
    from yoy.model import QuantityPair, Report, TablePair

CASES = json.loads((Path(__file__).parents[3] / "cases" / "pairs.json").read_text(encoding="utf-8"))


def pairs(
    prior: Report, current: Report, options: LexiconOptions | None = None, tables: tuple[TablePair, ...] = ()
) -> tuple[QuantityPair, ...]:
    sections = pair_sections(prior, current, AlignOptions())
    passages = pair_passages(prior, current, sections)
    return pair_numbers(prior, current, sections, passages, tables, options or LexiconOptions())


def surfaces(
    prior: Report, current: Report, numbers: tuple[QuantityPair, ...]
) -> list[tuple[str, str, QuantityPair]]:
    before = {q.id: q.surface for q in prior.figures.quantities}
    after = {q.id: q.surface for q in current.figures.quantities}
    return [(before[n.prior], after[n.current], n) for n in numbers if n.prior and n.current]


def cases(*groups: str) -> list[Any]:
    return [pytest.param(case, id=case["name"]) for group in groups for case in CASES[group]]


def read(case: dict[str, Any]) -> tuple[Report, Report]:
    years = case.get("years", [2017, 2018])
    implied = tuple(tuple(entry) for entry in case.get("implied", []))
    return report(years[0], "\n".join(case["prior"])), report(years[1], "\n".join(case["current"]), implied)


@pytest.mark.parametrize("case", cases("in_the_wild", "synthetic", "negative"))
def test_figures_that_belong_together_are_linked_and_others_are_not(case: dict[str, Any]) -> None:
    prior, current = read(case)
    found = surfaces(prior, current, pairs(prior, current))
    told = {(a, b): n for a, b, n in found}
    for a, b, relation in case.get("expect", []):
        assert (a, b) in told
        assert told[a, b].relation == relation
    for a, b in case.get("apart", []):
        assert (a, b) not in told or told[a, b].confirm
    for name in ("conversion", "incomparable"):
        if name in case:
            assert getattr(found[0][2], name) == case[name]
    for name in ("difference", "growth"):
        if name in case:
            expected = None if case[name] is None else Decimal(case[name])
            assert getattr(found[0][2], name) == expected


def test_there_are_as_many_cases_of_what_must_stay_apart() -> None:
    assert len(CASES["negative"]) >= len(CASES["in_the_wild"]) + len(CASES["synthetic"]) - 1


def test_every_figure_is_told_once() -> None:
    prior = report(
        2017, "# 一\n办理建议{75件|办理建议}，办理提案{183件|办理提案}。\n# 二\n新增绿地{85公顷|新增绿地}。"
    )
    current = report(2018, "# 一\n办理建议{81件|办理建议}。\n# 三\n培训执法人员{960人次|培训执法人员}。")
    numbers = pairs(prior, current)
    assert sorted(n.prior for n in numbers if n.prior) == [q.id for q in prior.figures.quantities]
    assert sorted(n.current for n in numbers if n.current) == [q.id for q in current.figures.quantities]
    assert {n.relation for n in numbers} == {"up", "added", "removed"}
    assert len({n.key for n in numbers}) == len(numbers) == len({n.id for n in numbers})


def test_a_report_against_itself_has_only_unchanged_figures() -> None:
    lines = "由{581项|审批|baseline}精简至{558项|审批|of-above}，明年减至{500项|审批|target 2019}。"
    one = report(2018, "# 一\n" + lines)
    numbers = pairs(one, one)
    assert [n.relation for n in numbers] == ["unchanged"] * 3
    assert not any(n.confirm for n in numbers)


def test_growth_is_a_fraction_of_the_prior_value() -> None:
    numbers = pairs(report(2017, "# 一\n审批{581项|审批}。"), report(2018, "# 一\n审批{558项|审批}。"))
    assert [(n.difference, n.growth) for n in numbers] == [(Decimal(-23), Decimal("-0.03958692"))]


def test_growth_from_zero_is_left_open() -> None:
    numbers = pairs(
        report(2017, "# 一\n行政诉讼{0件|行政诉讼}。"), report(2018, "# 一\n行政诉讼{3件|行政诉讼}。")
    )
    assert [(n.relation, n.difference, n.growth) for n in numbers] == [("up", Decimal(3), None)]


def test_ranks_differ_in_places() -> None:
    numbers = pairs(
        report(2017, "# 一\n满意度列全市{第8|满意度排名}。"),
        report(2018, "# 一\n满意度列全市{第5|满意度排名}。"),
    )
    assert [(n.difference, n.growth) for n in numbers] == [(Decimal(-3), None)]


def test_two_figures_that_fit_equally_well_are_left_to_the_reader() -> None:
    prior = report(2017, "# 一\n开展专项检查{31次|专项检查}。\n开展专项检查{47次|专项检查}。")
    current = report(2018, "# 一\n全年专项检查{52次|专项检查}。")
    linked = [n for n in pairs(prior, current) if n.prior and n.current]
    assert [n.confirm for n in linked] == [True]
    assert linked[0].runner_up in {"q0", "q1"} - {linked[0].prior}


def test_a_synonym_of_the_user_joins_names() -> None:
    prior, current = (
        report(2017, "# 一\n码头泊位吞吐{31万吨|码头泊位吞吐}。"),
        report(2018, "# 九\n江港装卸{35万吨|江港装卸}。"),
    )
    assert not [n for n in pairs(prior, current) if n.prior and n.current]
    joined = pairs(prior, current, LexiconOptions(synonyms=(("江港装卸", "码头泊位吞吐"),)))
    assert [n.relation for n in joined] == ["up"]


def test_swapping_the_reports_keeps_the_pairs() -> None:
    for case in CASES["in_the_wild"]:
        prior, current = read(case)
        forth = {(n.prior, n.current) for n in pairs(prior, current)}
        back = {(n.current, n.prior) for n in pairs(current, prior)}
        assert forth == back


def test_keys_hold_when_the_figures_are_corrected() -> None:
    prior = report(2017, "# 一\n办理建议{75件|办理建议}。\n新增绿地{85公顷|新增绿地}。")
    first = report(2018, "# 一\n办理建议{81件|办理建议}。\n新增绿道{12公里|新增绿道}。")
    corrected = report(2018, "# 一\n新增绿道{12公里|新增绿道}。\n办理建议{84件|办理建议}。")
    before, after = ({n.indicator: n.key for n in pairs(prior, r)} for r in (first, corrected))
    assert before == after


def test_the_order_is_that_of_the_current_report_then_what_is_gone() -> None:
    prior = report(2017, "# 一\n新增绿地{85公顷|新增绿地}。\n办理建议{75件|办理建议}。")
    current = report(2018, "# 一\n培训{9期|培训}。\n办理建议{81件|办理建议}。")
    assert [n.relation for n in pairs(prior, current)] == ["added", "up", "removed"]


def test_no_targets_are_fulfilled_when_the_years_run_backwards() -> None:
    prior = report(2018, "# 任务\n城镇新增就业{26万人|城镇新增就业|target 2019}。")
    current = report(2017, "# 回顾\n城镇新增就业{28万人|城镇新增就业}。")
    assert {n.relation for n in pairs(prior, current)} == {"added", "removed"}
    same_year = replace(prior, outline=replace(prior.outline, document=replace(prior.document, period=2017)))
    assert {n.relation for n in pairs(same_year, current)} == {"added", "removed"}


def test_a_sum_over_five_years_is_no_rival_of_the_year() -> None:
    prior = report(2017, "# 一、回顾\n就业稳，城镇新增就业{1322人|城镇新增就业人数|2017}，高于上年。")
    current = report(
        2018,
        "# 一、回顾\n就业形势总体稳定，城镇新增就业{1312人|城镇新增就业人数|2018}。\n"
        "五年来，人民生活水平提高，城镇新增就业人数超过{6400人|城镇新增就业人数|2014/2018}。",
    )
    (found,) = (n for n in pairs(prior, current) if n.prior and n.current)
    assert (found.relation, found.confirm) == ("down", False)
