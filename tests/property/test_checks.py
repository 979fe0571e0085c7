"""The checks on random sentences: never a traceback, never an accusation of what was made to agree."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checked_reports import pair, report
from yoy.language.tolerance import Range, agreement

COUNT = st.integers(1, 99_999)
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
ACCUSING = ("inconsistent", "suspect")


def accused(body: str, surface: str) -> set[str]:
    """Checks that accuse the figure printed as `surface`."""
    made = report(body)
    figures = {q.id for q in made.figures.quantities if q.surface == surface}
    return {f.check for f in made.findings if f.claimed in figures and f.verdict in ACCUSING}


@SLOW
@given(COUNT, COUNT, st.integers(0, 2))
def test_a_rate_that_follows_is_confirmed_and_a_wrong_one_accused(a: int, b: int, places: int) -> None:
    part, whole = sorted((a, a + b))
    rate = (Decimal(100 * part) / whole).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    if not 1 <= rate < 99:
        return
    body = f"评查案卷{whole}份,其中优秀{part}份,优秀率{rate}%。"
    assert not accused(body, f"{rate}%")
    wrong = rate + 7 if rate < 50 else rate - 7
    assert "ratio" in accused(body.replace(f"率{rate}%", f"率{wrong}%"), f"{wrong}%")


@SLOW
@given(st.lists(COUNT, min_size=2, max_size=5))
def test_a_total_that_adds_is_confirmed_and_a_wrong_one_accused(parts: list[int]) -> None:
    listed = "、".join(
        f"{name}{count}件"
        for name, count in zip(("民事", "刑事", "行政", "执行", "申诉"), parts, strict=False)
    )
    total = sum(parts)
    assert not accused(f"办理{listed},合计{total}件。", f"{total}件")
    assert "sum" in accused(f"办理{listed},合计{total + 1}件。", f"{total + 1}件")


@SLOW
@given(COUNT, COUNT)
def test_a_difference_that_follows_is_confirmed(a: int, b: int) -> None:
    low, high = sorted((a, a + b))
    assert not accused(f"审批事项总数由{high}项精简至{low}项,净减少{high - low}项。", f"{high - low}项")


@SLOW
@given(
    st.lists(
        st.sampled_from(
            "收到受理审结其中合计较上年同比增长下降百分点%、，。；一是二是个件项12345.0年2017由至率占"
        ),
        max_size=60,
    ).map("".join)
)
def test_no_text_breaks_a_check(body: str) -> None:
    made = report(body)
    for finding in made.findings:
        assert all(0 <= s.span.start <= s.span.end <= len(made.text) for s in finding.spans)
    pair(body, body[::-1])


@given(st.decimals(0, 1000, places=4), st.integers(0, 4), st.decimals("-0.5", "0.5", places=4), st.booleans())
def test_rounding_and_cutting_are_told_apart(value: Decimal, places: int, off: Decimal, cut: bool) -> None:
    quantum = Decimal(1).scaleb(-places)
    stated = value.quantize(quantum, rounding=ROUND_DOWN if cut else ROUND_HALF_UP)
    outcome = agreement(stated, quantum, value, Range.exact(value))
    assert outcome in (("equal", "rounded", "truncated") if cut else ("equal", "rounded"))
    far = stated + quantum * (2 + abs(off))
    assert agreement(far, quantum, value, Range.exact(value)) == "differs"
