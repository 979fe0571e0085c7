from __future__ import annotations

from itertools import pairwise

from text_reports import report_of, titles
from yoy.align.lineages import find_lineages
from yoy.align.sections.pair import pair_sections
from yoy.model import Report, ReportPair
from yoy.options import AlignOptions

COURT = "行政复议案件审结六十二件，出庭应诉率达到百分之百，败诉案件逐件剖析。"
WATER = "断头河治理竣工十条，雨污混接点位改造，排水泵站夜间巡查。"
SCHOOL = "义务教育集团覆盖全部街镇，新开办幼儿园三所，课后服务延时。"


def text(**sections: str) -> str:
    numbers = "一二三四"
    return "".join(
        f"{numbers[place]}、{title}\n{body}\n" for place, (title, body) in enumerate(sections.items())
    )


def followed(*texts: str) -> list[dict[str, tuple[str, ...]]]:
    reports = [report_of(one, 2015 + year) for year, one in enumerate(texts)]
    pairs = [pair_of(before, after) for before, after in pairwise(reports)]
    by_id = {report.id: report for report in reports}
    return [
        {year: titles(by_id[year], ids) for year, ids in lineage.sections.items()}
        for lineage in find_lineages(reports, pairs)
    ]


def pair_of(before: Report, after: Report) -> ReportPair:
    links = pair_sections(before, after, AlignOptions())
    return ReportPair(prior=before.id, current=after.id, sections=links, passages=(), tables=(), numbers=())


def test_a_section_missing_in_one_year_is_found_again() -> None:
    lines = followed(
        text(行政复议=COURT, 水环境治理=WATER),
        text(水环境治理=WATER),
        text(水环境治理=WATER, 行政复议和应诉=COURT),
    )
    assert {"2015": ("行政复议",), "2016": (), "2017": ("行政复议和应诉",)} in lines
    assert {"2015": ("水环境治理",), "2016": ("水环境治理",), "2017": ("水环境治理",)} in lines


def test_every_section_is_in_one_line() -> None:
    lines = followed(text(行政复议=COURT), text(行政复议=COURT, 教育=SCHOOL), text(教育=SCHOOL))
    listed = [(year, title) for line in lines for year, found in line.items() for title in found if title]
    assert len(listed) == len(set(listed))
    assert {"2015": (), "2016": ("教育",), "2017": ("教育",)} in lines


def test_keys_say_what_a_line_is_not_where_it_stands() -> None:
    reports = [report_of(text(行政复议=COURT, 教育=SCHOOL), 2015), report_of(text(教育=SCHOOL), 2016)]
    other = [report_of(text(教育=SCHOOL, 行政复议=COURT), 2015), reports[1]]
    keys = []
    for pair in (reports, other):
        lines = find_lineages(pair, [pair_of(*pair)])
        keys.append({line.title: line.key for line in lines})
    assert keys[0] == keys[1]
    assert len(set(keys[0].values())) == len(keys[0])
