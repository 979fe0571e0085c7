"""The way to any result: how a figure was read and named, why it has its partner or none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yoy.align.figures.explain import alternatives, cuts
from yoy.align.figures.lookup import ACCEPTED, rank_figures
from yoy.align.figures.pair import weigh_figures
from yoy.errors import YoyError
from yoy.lexicon import fail

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from yoy.align.figures.explain import Alternative
    from yoy.model import Comparison, Finding, PassagePair, Quantity, Report, ReportPair, SectionPair
    from yoy.options import Options

_ADDRESS = re.compile(r"(?P<id>[a-z]+\d+)-(?P<reports>.+)")
_READ = (
    *("value", "value_max", "unit", "kind", "direction", "approx", "rule", "indicator", "named_by"),
    *("concept", "qualifiers", "subjects", "basis", "role", "period", "base_period", "partial"),
)
"""What is told of a figure, in this order."""
MOST = 12
"""Figures that are explained where a surface or an indicator stands for several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One result and what led to it.

    Attributes:
        subject: figure | section_link | passage_link | finding.
        facts: what is known of it, code → value as it stands in the JSON output.
        alternatives: for a figure, every link that was weighed.
        cuts: the scores and margins that decide.
    """

    subject: str
    title: str
    facts: tuple[tuple[str, str], ...]
    alternatives: tuple[Alternative, ...] = ()
    cuts: tuple[tuple[str, Decimal], ...] = ()


def explain(comparison: Comparison, options: Options, asked: str) -> tuple[Explanation, ...]:
    """What led to the results that `asked` names.

    Args:
        asked: a figure as printed, an indicator or a part of it, an address of the page (n12-2018), a key of
            a row of the workbook, or an id of the JSON output (q17, s3, p9, f4).

    Raises:
        YoyError: nothing has that name (`nothing_to_explain`).
    """
    found: list[Explanation] = []
    for pair in comparison.pairs:
        found += _of_links(comparison, pair, asked)
        found += _of_findings(comparison, pair, asked)
        found += _of_figures(comparison, pair, options, asked)
    if not found:
        raise fail(YoyError, "nothing_to_explain", asked=asked)
    return tuple(found)


def _is_named(asked: str, name: str, key: str, reports: tuple[str, ...]) -> bool:
    """Whether an id, an address of the page or a key is meant."""
    address = _ADDRESS.fullmatch(asked)
    if address:
        return address["id"] == name and any(report in address["reports"].split("-") for report in reports)
    return asked in (name, key)


def _of_figures(
    comparison: Comparison, pair: ReportPair, options: Options, asked: str
) -> Iterator[Explanation]:
    sides = comparison.report(pair.prior), comparison.report(pair.current)
    wanted = _wanted(pair, sides, asked) or _in_other_words(sides, asked, options)
    if not wanted:
        return
    weighing = weigh_figures(*sides, pair.sections, pair.passages, pair.tables, options.lexicon)
    for side, quantity in wanted[:MOST]:
        yield Explanation(
            subject="figure",
            title=f"{sides[side].id} {quantity.surface}",
            facts=tuple(_facts(sides[side], quantity)),
            alternatives=alternatives(weighing, side=side, quantity=quantity.id),
            cuts=tuple(cuts().items()),
        )


def _wanted(pair: ReportPair, sides: tuple[Report, Report], asked: str) -> list[tuple[int, Quantity]]:
    """The figures that are meant: by id or key, else by what is printed, else by their name."""
    rows = {
        name
        for number in pair.numbers
        if _is_named(asked, number.id, number.key, (pair.current,))
        for name in ((0, number.prior), (1, number.current))
    }
    every = [(side, quantity) for side in (0, 1) for quantity in sides[side].figures.quantities]
    named = [
        (side, quantity)
        for side, quantity in every
        if (side, quantity.id) in rows or _is_named(asked, quantity.id, quantity.key, (sides[side].id,))
    ]
    printed = [entry for entry in every if entry[1].surface == asked]
    return named or printed or [entry for entry in every if asked in entry[1].indicator]


def _in_other_words(sides: tuple[Report, Report], asked: str, options: Options) -> list[tuple[int, Quantity]]:
    """The likeliest figure of each report, where an indicator is asked for in words that neither prints."""
    found = []
    for side in (0, 1):
        ranked = rank_figures(sides[side], asked, options=options.lexicon)
        found += [(side, one.quantity) for one in ranked[:1] if one.score >= ACCEPTED]
    return found


def _facts(report: Report, quantity: Quantity) -> Iterator[tuple[str, str]]:
    passage = next(p for p in report.outline.passages if p.id == quantity.passage)
    yield "sentence", passage.span.of(report.text).strip()
    for code in _READ:
        yield code, _told(getattr(quantity, code))
    for code in ("part", "period", "scope"):
        yield f"passage_{code}", _told(getattr(passage, code))
    yield "doubt", _told(quantity.doubt)
    yield "mark", quantity.mark


def _told(value: object) -> str:
    if isinstance(value, tuple):
        return "、".join(map(str, value))
    return "" if value is None else str(value)


def _of_links(comparison: Comparison, pair: ReportPair, asked: str) -> Iterator[Explanation]:
    sides = comparison.report(pair.prior), comparison.report(pair.current)
    titles = [{s.id: s.title for s in report.outline.sections} for report in sides]
    spans = [{p.id: p.span.of(report.text).strip() for p in report.outline.passages} for report in sides]
    for section in pair.sections:
        if _names_link(asked, section, pair):
            texts = [" / ".join(t[i] for i in ids) for t, ids in zip(titles, _ids(section), strict=True)]
            yield _link("section_link", section, texts, dict(section.reason))
    for passage in pair.passages:
        if _names_link(asked, passage, pair):
            texts = [" ".join(t[i] for i in ids) for t, ids in zip(spans, _ids(passage), strict=True)]
            yield _link("passage_link", passage, texts, {})


def _ids(link: SectionPair | PassagePair) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return link.prior, link.current


def _names_link(asked: str, link: SectionPair | PassagePair, pair: ReportPair) -> bool:
    return any(_is_named(asked, name, link.key, (pair.prior,)) for name in link.prior) or any(
        _is_named(asked, name, link.key, (pair.current,)) for name in link.current
    )


def _link(
    subject: str, link: SectionPair | PassagePair, texts: list[str], reason: dict[str, Decimal]
) -> Explanation:
    return Explanation(
        subject=subject,
        title=" → ".join(text or "—" for text in texts),
        facts=(
            ("relation", link.relation),
            ("score", str(link.score)),
            *((f"reason_{code}", str(value)) for code, value in reason.items()),
            ("moved", str(link.moved).lower()),
        ),
    )


def _of_findings(comparison: Comparison, pair: ReportPair, asked: str) -> Iterator[Explanation]:
    sides = comparison.report(pair.prior), comparison.report(pair.current)
    groups: list[tuple[tuple[str, ...], tuple[Finding, ...]]] = [((r.id,), r.findings) for r in sides]
    groups.append(((pair.prior, pair.current), pair.findings))
    for owners, findings in groups:
        for finding in findings:
            if _is_named(asked, finding.id, finding.key, owners):
                yield Explanation(
                    subject="finding",
                    title=f"{finding.check}: {finding.verdict}",
                    facts=tuple(_finding_facts(comparison, finding)),
                )


def _finding_facts(comparison: Comparison, finding: Finding) -> Iterator[tuple[str, str]]:
    for code in ("code", "formula", "recomputed", "stated", "rounding"):
        yield code, _told(getattr(finding, code))
    for operand in finding.operands:
        report = comparison.report(operand.report)
        quantity = next(q for q in report.figures.quantities if q.id == operand.quantity)
        yield "operand", f"{report.id} {quantity.id} {quantity.surface} {quantity.indicator}"
    for place in finding.spans:
        yield "sentence", place.span.of(comparison.report(place.report).text).strip()
