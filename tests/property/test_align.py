"""Fast alignment against a slow obvious one, and what must hold for any two reports."""

from __future__ import annotations

from itertools import combinations, pairwise, permutations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from text_reports import report_of
from yoy.align.passages.pair import pair_passages
from yoy.align.sections.pair import pair_sections
from yoy.align.solver.assignment import assign
from yoy.align.solver.chain import Link, heaviest_chain
from yoy.model import PassagePair, Report, SectionPair
from yoy.options import AlignOptions

small = st.integers(0, 4)
weight = st.integers(1, 20).map(float)
tables = st.dictionaries(st.tuples(small, small), weight, max_size=14)


def best_total(scores: dict[tuple[int, int], float]) -> float:
    """The greatest sum, by trying every order of the columns."""
    best = 0.0
    for columns in permutations(range(5)):
        best = max(best, sum(scores.get((row, column), 0.0) for row, column in enumerate(columns)))
    return best


@given(tables)
def test_assignment_is_as_good_as_trying_everything(scores: dict[tuple[int, int], float]) -> None:
    chosen = assign(scores)
    assert len({row for row, _ in chosen}) == len({column for _, column in chosen}) == len(chosen)
    assert sum(scores[pair] for pair in chosen) == best_total(scores)


@st.composite
def links(draw: st.DrawFn) -> list[Link]:
    found = {}
    for _ in range(draw(st.integers(0, 8))):
        i, j = draw(st.integers(0, 5)), draw(st.integers(0, 5))
        i_end, j_end = draw(st.sampled_from([(i + 1, j + 1), (i + 2, j + 1), (i + 1, j + 2)]))
        found[i, j, i_end, j_end] = Link(i, j, i_end, j_end, draw(weight))
    return list(found.values())


def in_order(chain: tuple[Link, ...]) -> bool:
    return all(a.prior_end <= b.prior and a.current_end <= b.current for a, b in pairwise(chain))


@given(links())
def test_chain_is_as_heavy_as_trying_everything(candidates: list[Link]) -> None:
    ways = (way for size in range(len(candidates) + 1) for way in combinations(sorted(candidates), size))
    heaviest = max(sum(link.weight for link in way) for way in ways if in_order(way))
    chain = heaviest_chain(candidates)
    assert in_order(tuple(chain))
    assert sum(link.weight for link in chain) == heaviest


SENTENCES = (
    "全年共受理行政复议案件{n}件。",
    "审批事项精简至{n}项,当场办结率列全市前列。",
    "不断优化办事流程、改进服务作风、提升服务质量。",
    "不断优化办事流程、改进服务作风。",
    "健全河长制湖长制,断面水质稳中有升。",
    "街头增设饮水台{n}处;",
    "成效明显。",
    "The council repaired {n} miles of road.",
)
HEADINGS = (
    "一、总体情况",
    "二、存在的问题",
    "（一）审批改革",
    "（二）水环境",
    "1、优化服务。",
    "三、{n}年打算",
)
line = st.builds(
    lambda form, n: form.format(n=n),
    st.one_of(st.sampled_from(SENTENCES), st.sampled_from(HEADINGS)),
    st.integers(1, 3000),
)
texts = st.lists(line, min_size=1, max_size=14).map("\n".join)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Report, Report]:
    """Two reports, the second often made from the first."""
    prior = draw(texts)
    lines = prior.split("\n")
    if draw(st.booleans()):
        lines = draw(st.permutations(lines))
    for _ in range(draw(st.integers(0, 5))):
        lines.insert(draw(st.integers(0, len(lines))), draw(line))
        del lines[draw(st.integers(0, len(lines) - 1))]
    return report_of(prior, 2017), report_of("\n".join(lines), 2018)


slow = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


def aligned(prior: Report, current: Report) -> tuple[tuple[SectionPair, ...], tuple[PassagePair, ...]]:
    sections = pair_sections(prior, current, AlignOptions())
    return sections, pair_passages(prior, current, sections)


@slow
@given(pairs())
def test_every_section_and_passage_is_told_of(reports: tuple[Report, Report]) -> None:
    sections, passages = aligned(*reports)
    for side, report in enumerate(reports):
        linked = [i for pair in sections for i in (pair.prior, pair.current)[side]]
        assert sorted(linked) == sorted(section.id for section in report.outline.sections)
        told = [i for pair in passages for i in (pair.prior, pair.current)[side]]
        assert sorted(told) == sorted(passage.id for passage in report.outline.passages)
    assert ("s0",) in [pair.prior for pair in sections if pair.current == ("s0",)]


@slow
@given(pairs())
def test_added_passages_and_pairs_stand_in_current_order(reports: tuple[Report, Report]) -> None:
    passages = aligned(*reports)[1]
    place = {passage.id: index for index, passage in enumerate(reports[1].outline.passages)}
    starts = [place[pair.current[0]] for pair in passages if pair.current]
    assert starts == sorted(starts)


@slow
@given(pairs())
def test_what_stays_in_a_section_keeps_its_order(reports: tuple[Report, Report]) -> None:
    sections, passages = aligned(*reports)
    if any(pair.relation in ("split", "merged", "added", "removed") for pair in sections):
        return
    before, after = ({p.id: i for i, p in enumerate(report.outline.passages)} for report in reports)
    home = {passage.id: passage.section for passage in reports[0].outline.passages}
    by_section: dict[str, list[tuple[int, int]]] = {}
    for pair in passages:
        if pair.prior and pair.current and not pair.moved:
            places = by_section.setdefault(home[pair.prior[0]], [])
            places.append((before[pair.prior[0]], after[pair.current[0]]))
    for places in by_section.values():
        assert [i for i, _ in places] == sorted(i for i, _ in places)


@slow
@given(texts)
def test_a_report_against_itself_is_the_same_in_place(text: str) -> None:
    report, again = report_of(text, 2017), report_of(text, 2017)
    sections, passages = aligned(report, again)
    assert all(pair.prior == pair.current and pair.relation == "same" for pair in sections)
    assert all(pair.prior == pair.current and pair.relation == "same" for pair in passages)
    assert not any(pair.moved for pair in sections)
    assert not any(pair.moved for pair in passages)


@slow
@given(pairs())
def test_the_other_way_round_keeps_the_pairs(reports: tuple[Report, Report]) -> None:
    prior, current = reports
    sections, passages = aligned(prior, current)
    back_sections, back_passages = aligned(current, prior)
    assert {(s.prior, s.current, s.moved) for s in sections} == {
        (s.current, s.prior, s.moved) for s in back_sections
    }
    assert {(p.prior, p.current, p.moved) for p in passages} == {
        (p.current, p.prior, p.moved) for p in back_passages
    }
