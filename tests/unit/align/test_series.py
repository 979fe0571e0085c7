from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from marked_reports import report
from yoy.align.figures.pair import pair_numbers
from yoy.align.passages.pair import pair_passages
from yoy.align.sections.pair import pair_sections
from yoy.align.series import find_series
from yoy.model import ReportPair
from yoy.options import AlignOptions, LexiconOptions

if TYPE_CHECKING:
    from yoy.model import Report


def paired(prior: Report, current: Report) -> ReportPair:
    sections = pair_sections(prior, current, AlignOptions())
    passages = pair_passages(prior, current, sections)
    numbers = pair_numbers(prior, current, sections, passages, (), LexiconOptions())
    return ReportPair(
        prior=prior.id, current=current.id, sections=sections, passages=passages, tables=(), numbers=numbers
    )


def three(*texts: str) -> tuple[list[Report], list[ReportPair]]:
    reports = [report(2016 + index, text) for index, text in enumerate(texts)]
    return reports, [paired(a, b) for a, b in pairwise(reports)]


def test_an_indicator_is_followed_through_three_years() -> None:
    reports, pairs = three(
        "# 一\n审批事项{612项|审批事项}。",
        "# 一\n审批事项{581项|审批事项}。",
        "# 一\n审批事项{558项|审批事项}。",
    )
    series = find_series(reports, pairs)
    assert [s.points for s in series] == [{"2016": "q0", "2017": "q0", "2018": "q0"}]
    assert series[0].indicator == "审批事项"


def test_a_year_without_the_figure_is_a_gap_and_not_the_end() -> None:
    reports, pairs = three(
        "# 一\n审批事项{612项|审批事项}。\n培训{9期|培训}。",
        "# 一\n培训{8期|培训}。",
        "# 一\n审批事项{558项|审批事项}。\n培训{7期|培训}。",
    )
    found = {s.indicator: s.points for s in find_series(reports, pairs)}
    assert found["审批事项"] == {"2016": "q0", "2017": None, "2018": "q0"}
    assert found["培训"] == {"2016": "q1", "2017": "q0", "2018": "q1"}


def test_a_figure_of_one_year_is_no_series() -> None:
    reports, pairs = three("# 一\n培训{9期|培训}。", "# 一\n绿地{8公顷|绿地}。", "# 一\n演练{7次|演练}。")
    assert find_series(reports, pairs) == ()


def test_a_pair_to_be_confirmed_does_not_join() -> None:
    reports, pairs = three(
        "# 一\n专项检查{31次|专项检查}。\n专项检查{47次|专项检查}。",
        "# 一\n全年专项检查{52次|专项检查}。",
        "# 一\n全年专项检查{55次|专项检查}。",
    )
    assert [s.points for s in find_series(reports, pairs)] == [{"2016": None, "2017": "q0", "2018": "q0"}]


def test_two_reports_have_pairs_and_no_series() -> None:
    reports, pairs = three("# 一\n审批{612项|审批}。", "# 一\n审批{581项|审批}。")
    assert find_series(reports, pairs) == ()
