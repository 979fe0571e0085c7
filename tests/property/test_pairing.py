"""What holds for pairs of figures whatever the reports say."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marked_reports import report
from yoy.align.figures.changes import change_between
from yoy.align.figures.pair import pair_numbers
from yoy.align.passages.pair import pair_passages
from yoy.align.sections.pair import pair_sections
from yoy.align.solver.assignment import assign
from yoy.align.solver.margins import match
from yoy.model import Quantity, QuantityPair, Report, Span
from yoy.options import AlignOptions, LexiconOptions

NOUNS = ("审批事项", "行政复议申请", "新增绿地", "企业总数", "污水处理率", "道路养护", "培训人员", "信访件批")
VERBS = ("共受理", "完成", "新建", "累计达到", "同比增长", "取消", "不予受理", "")
FIGURES = (
    "{%d项|%s}",
    "{%d件|%s}",
    "{%d%%|%s}",
    "{%d万元|%s}",
    "{%d亿元|%s|target 2018}",
    "{%d%%|%s|change_rel down}",
)

clause = st.builds(
    lambda verb, noun, figure, value: f"{verb}{noun}{figure % (value, noun)}",
    st.sampled_from(VERBS),
    st.sampled_from(NOUNS),
    st.sampled_from(FIGURES),
    st.integers(0, 99999),
)
sentence = st.lists(clause, min_size=1, max_size=4).map(lambda parts: "，".join(parts) + "。")
section = st.tuples(st.sampled_from(NOUNS), st.lists(sentence, max_size=4)).map(
    lambda s: "\n".join(("# " + s[0], *s[1]))
)
body = st.lists(section, min_size=1, max_size=4).map("\n".join)
few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def pairs(prior: Report, current: Report) -> tuple[QuantityPair, ...]:
    sections = pair_sections(prior, current, AlignOptions())
    passages = pair_passages(prior, current, sections)
    return pair_numbers(prior, current, sections, passages, (), LexiconOptions())


@few
@given(body, body)
def test_every_figure_is_told_once_and_keys_differ(before: str, after: str) -> None:
    prior, current = report(2017, before), report(2018, after)
    numbers = pairs(prior, current)
    like = [n for n in numbers if n.relation != "target_result"]
    assert sorted(n.prior for n in like if n.prior) == sorted(q.id for q in prior.figures.quantities)
    assert sorted(n.current for n in like if n.current) == sorted(q.id for q in current.figures.quantities)
    assert len({n.key for n in numbers}) == len(numbers)
    for n in numbers:
        assert (n.relation in ("added", "removed")) == (n.prior is None or n.current is None)
        assert 0 <= n.score <= 1


@few
@given(body)
def test_a_report_against_itself_is_unchanged(text: str) -> None:
    one = report(2018, text)
    numbers = pairs(one, one)
    assert {n.relation for n in numbers} <= {"unchanged"}
    assert all(n.difference == 0 for n in numbers)


@few
@given(body, body)
def test_swapping_keeps_the_pairs_and_turns_the_difference(before: str, after: str) -> None:
    prior, current = report(2018, before), report(2018, after)
    forth = {(n.prior, n.current): n.difference for n in pairs(prior, current)}
    back = {(n.current, n.prior): n.difference for n in pairs(current, prior)}
    assert forth.keys() == back.keys()
    for link, difference in forth.items():
        assert back[link] == (None if difference is None else -difference)


@few
@given(body, body)
def test_only_like_is_held_against_like(before: str, after: str) -> None:
    prior, current = report(2017, before), report(2018, after)
    old = {q.id: q for q in prior.figures.quantities}
    new = {q.id: q for q in current.figures.quantities}
    for n in pairs(prior, current):
        if n.prior and n.current:
            assert old[n.prior].kind == new[n.current].kind
            roles = old[n.prior].role, new[n.current].role
            assert roles == ("target", "result") if n.relation == "target_result" else roles[0] == roles[1]


numbers = st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**15), max_value=10**15)


@given(numbers, numbers, st.sampled_from(("level", "ratio", "change_rel", "rank")))
def test_relation_difference_and_growth_agree(before: Decimal, after: Decimal, kind: str) -> None:
    unit = "件" if kind == "level" else None if kind == "rank" else "%"
    one, other = (
        Quantity(
            id=name,
            key=name,
            span=Span(0, 1),
            surface="1",
            value=value,
            unit=unit,
            kind=kind,  # type: ignore[arg-type]
            quantum=Decimal(1),
        )
        for name, value in (("a", before), ("b", after))
    )
    change = change_between(one, other)
    assert change.difference == after - before
    assert change.relation == ("up" if after > before else "down" if after < before else "unchanged")
    meaningless = before == 0 or before * after < 0  # a deficit that becomes a surplus has no rate
    assert (change.growth is None) == (kind != "level" or meaningless)
    if change.growth is not None:
        assert abs(change.growth - (after - before) / abs(before)) <= Decimal("0.0001")


table = st.dictionaries(
    st.tuples(st.integers(0, 2), st.integers(0, 2)), st.integers(1, 9).map(float), min_size=1, max_size=12
)


def best_sum(gains: dict[tuple[int, int], float]) -> float:
    """The slow obvious way: try every one-to-one choice."""
    rows = sorted({a for a, _ in gains})
    columns = [*sorted({b for _, b in gains}), *[None] * len(rows)]
    return max(
        sum(gains.get((a, b), 0.0) for a, b in zip(rows, choice, strict=True) if b is not None)
        for choice in set(itertools.permutations(columns, len(rows)))
    )


@settings(max_examples=40, deadline=None)
@given(table)
def test_the_choice_is_the_best_and_the_margin_is_what_giving_it_up_costs(
    gains: dict[tuple[int, int], float],
) -> None:
    found = match(gains, 0.0, lambda _a, _b: False, lambda _a, _b: False)
    total = sum(gains[f.link] for f in found)
    assert total == pytest.approx(best_sum(gains))
    assert {f.link for f in found} == set(assign(gains))
    for f in found:
        without = best_sum({link: gain for link, gain in gains.items() if link != f.link})
        assert f.margin >= total - without - 1e-9
