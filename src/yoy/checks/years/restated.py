"""Last year's figure as this year's report quotes it, against last year's report itself."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.checks.finding import as_printed, judged, make_finding, plain
from yoy.checks.patterns import pattern
from yoy.checks.view import counted, range_of, vague
from yoy.language.similarity import containment, grams
from yoy.language.tokens import masked
from yoy.language.tolerance import agreement
from yoy.language.units import convert

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.checks.years.pair_view import PairView
    from yoy.model import Finding, Quantity
    from yoy.options import Options

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*年")
_WAY_FROM_YEAR = re.compile(r"[由从自比较]((?:19|20)\d{2})\s*年")
_REACH = 24
# Smaller numbers agree by chance.
_TELLING = 10
_NAMED = 0.4
_AROUND = 40
_NEAR = Decimal("1.2")
_FAR = Decimal(2)
_EVER = 5
_LIKELY = Decimal("0.7")
_MYRIAD = 10_000  # 万 left out or put twice


def check_restated(both: PairView, _options: Options) -> Iterator[Finding]:
    """由581项精简至558项: was it 581 in last year's report?"""
    for level, quoted in _quotes(both):
        if quoted.table is not None:  # held against last year's tables by the tie-out
            continue
        if both.is_kept(quoted) or not _is_last_year(both, level, quoted) or _is_change(both, quoted):
            continue
        source = _source(both, level, quoted)
        if source is None or source.role == "target":
            continue
        yield from _judge(both, quoted, level, source)


def _quotes(both: PairView) -> Iterator[tuple[Quantity, Quantity]]:
    """Every level of this year with the earlier figure that the text sets against it."""
    view = both.current
    quoted = {level.baseline for level in view.figures if level.baseline}
    for figure in view.figures:
        earlier = view.figure.get(figure.baseline) if figure.baseline else _in_brackets(both, figure)
        if earlier is not None:
            yield figure, earlier
        elif figure.role == "baseline" and figure.id not in quoted:
            mates = [m for m in view.mates(figure) if m.unit == figure.unit and m.role == "result"]
            after = [mate for mate in mates if mate.span.start >= figure.span.end]
            if after:
                yield after[0], figure


def _in_brackets(both: PairView, level: Quantity) -> Quantity | None:
    """$41.2 million (2017: $35.6 million): the figure right behind a level that is of the prior year."""
    if level.kind not in ("level", "ratio") or level.role != "result":
        return None
    behind = [mate for mate in both.current.mates(level) if mate.span.start >= level.span.end]
    if not behind or behind[0].period != str(both.prior.period) or behind[0].unit != level.unit:
        return None
    between = both.current.text[level.span.end : behind[0].span.start]
    return behind[0] if pattern("restated", "bracket").match(between) else None


def _is_last_year(both: PairView, level: Quantity, quoted: Quantity) -> bool:
    """Whether a quoted figure is of the prior report's year, as far as the text says."""
    year = both.prior.period
    if year is None:
        return True
    if _follows_longer_way(both, level, quoted):
        return False
    start = max(both.current.sentence(quoted).start, quoted.span.start - _REACH)
    if level.span.end <= quoted.span.start:
        start = max(start, level.span.end)
    named = _YEAR.findall(both.current.text[start : quoted.span.start])
    if named:
        return int(named[-1]) == year
    return quoted.period in (None, str(year), str(both.current.period))


def _follows_longer_way(both: PairView, level: Quantity, quoted: Quantity) -> bool:
    """Whether the sentence has told of a way from another year before: 由2016年30增加到…，乙由20增加到….

    What is quoted next without a year starts from that year, too.
    """
    if level.span.start < quoted.span.start:
        return False
    view, year = both.current, str(both.prior.period)
    ways = _WAY_FROM_YEAR.findall(view.text[view.sentence(quoted).start : quoted.span.start])
    return bool(ways) and ways[-1] != year


def _is_change(both: PairView, quoted: Quantity) -> bool:
    """Whether what looks like an earlier level is the way from it: 比上年精简31项."""
    lead = both.current.lead(quoted)
    return bool(
        pattern("difference", "up").search(lead) or pattern("difference", "down").search(lead)
    ) and not pattern("restated", "way_from").search(lead)


def _source(both: PairView, level: Quantity, quoted: Quantity) -> Quantity | None:
    """The prior report's figure: that of the level, else the one the quoted figure itself is paired with.

    Where both are known and only the second agrees, it is the source.
    """
    paired, same = both.last_year(level), both.last_year(quoted)
    if same is not None and same.value == quoted.value and same.unit == quoted.unit:
        return same
    return _of_value(both, level, quoted) or paired or same


def _of_value(both: PairView, level: Quantity, quoted: Quantity) -> Quantity | None:
    """A result of the prior report that is the quoted figure, digit for digit, under a name like it."""
    if quoted.value < _TELLING:
        return None
    wanted = grams(masked(f"{level.indicator}{quoted.indicator}"))
    best: tuple[float, Quantity] | None = None
    for figure in both.prior.figures:
        if figure.value != quoted.value or figure.unit != quoted.unit or figure.role != "result":
            continue
        likeness = containment(grams(masked(figure.indicator)), wanted)
        if likeness >= _NAMED and (best is None or likeness > best[0]):
            best = (likeness, figure)
    return best[1] if best else None


def _judge(both: PairView, quoted: Quantity, level: Quantity, source: Quantity) -> Iterator[Finding]:
    value = convert(source.value, source.unit, quoted.unit)
    if value is None:
        return
    quantum = max(quoted.quantum, source.quantum)
    fits = agreement(quoted.value, quantum, value, range_of(source)) != "differs"
    if not fits:
        if vague(quoted) or vague(source) or not (both.is_sure(level) or _may_be_denied(both, level, quoted)):
            return
        if not _is_certain(both, level, quoted, value):
            yield _open(both, quoted, source)
            return
    yield judged(
        both.current,
        "restated",
        "restated",
        claimed=quoted,
        operands=[(both.prior, source)],
        formula=f"{plain(quoted.value)} = {plain(value)}",
        stated=quoted.value,
        quantum=quantum,
        recomputed=value,
        possible=range_of(source),
        doubt=not both.is_sure(level),
        args={"source": source.surface, "difference": as_printed(abs(quoted.value - value), quoted)},
    )


def _may_be_denied(both: PairView, level: Quantity, quoted: Quantity) -> bool:
    """Whether a likely pair is in doubt, and the text says 上年: the value it quotes may be wrong."""
    link = both.partner.get(level.id)
    if link is None or link.incomparable is not None or link.score < _LIKELY:
        return False
    return bool(pattern("restated", "last_year").search(both.current.lead(quoted)))


def _is_certain(both: PairView, level: Quantity, quoted: Quantity, value: Decimal) -> bool:
    """Whether a quoted figure must be last year's: the text says so, or it is near and nothing else is said.

    从2274.8万亿元增加到4059万亿元 in a review of five years starts five years ago.
    """
    view = both.current
    sentence = view.sentence(quoted)
    start = max(sentence.start, min(level.span.start, quoted.span.start) - _AROUND)
    around = view.text[start : max(level.span.end, quoted.span.end) + _REACH]
    larger, smaller = max(abs(quoted.value), abs(value)), min(abs(quoted.value), abs(value))
    if pattern("restated", "last_year").search(around) or str(both.prior.period) in around:
        return larger <= _EVER * smaller or larger in (_MYRIAD * smaller, _MYRIAD**2 * smaller)
    paragraph = view.paragraph(quoted.span.start).of(view.text)
    title = view.section_title(quoted.section)
    if pattern("restated", "longer").search(f"{title} {paragraph}"):
        return False
    return larger <= smaller * (_FAR if counted(quoted) and counted(level) else _NEAR)


def _open(both: PairView, quoted: Quantity, source: Quantity) -> Finding:
    return make_finding(
        both.current,
        "restated",
        "cannot_check",
        "restated_open",
        claimed=quoted,
        operands=[(both.prior, source)],
        args={"source": source.surface},
    )
