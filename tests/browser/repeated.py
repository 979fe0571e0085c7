"""A long comparison made of a short one: both reports over and over, every id and offset its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yoy.model import Edit, Span

if TYPE_CHECKING:
    from yoy.model import Comparison, PassagePair, Quantity, QuantityPair, Report, ReportPair


def repeated(comparison: Comparison, times: int) -> Comparison:
    """`times` copies of both reports of a pair end to end, compared copy by copy."""
    prior, current = comparison.reports
    pair = comparison.pairs[0]
    copies = [_pair(pair, len(prior.text) + 1, len(current.text) + 1, copy) for copy in range(times)]
    whole = replace(
        pair,
        sections=tuple(x for part in copies for x in part.sections),
        passages=tuple(x for part in copies for x in part.passages),
        numbers=tuple(x for part in copies for x in part.numbers),
        tables=(),
        promises=(),
        findings=(),
        open=tuple(item for part in copies for item in part.open),
    )
    return replace(
        comparison,
        reports=(_report(prior, times), _report(current, times)),
        pairs=(whole,),
        series=(),
        lineages=(),
    )


def _name(name: str, copy: int) -> str:
    return f"{name}x{copy}" if copy else name


def _span(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _report(report: Report, times: int) -> Report:
    step = len(report.text) + 1
    outline, figures = report.outline, report.figures
    sections = [outline.sections[0]]
    passages, quantities, aside = [], [], []
    for copy in range(times):
        by = copy * step
        for section in outline.sections[1:]:
            parent = section.parent if section.parent == "s0" else _name(section.parent or "s0", copy)
            sections.append(
                replace(
                    section,
                    id=_name(section.id, copy),
                    parent=parent,
                    heading=_span(section.heading, by),
                    span=_span(section.span, by),
                )
            )
        for passage in outline.passages:
            home = "s0" if passage.section == "s0" else _name(passage.section, copy)
            name = _name(passage.id, copy)
            passages.append(replace(passage, id=name, section=home, span=_span(passage.span, by)))
        quantities += [_quantity(quantity, copy, by) for quantity in figures.quantities]
        aside += [replace(one, span=_span(one.span, by)) for one in figures.set_aside]
    text = "\n".join([report.text] * times)
    document = replace(outline.document, text=text, tables=(), places=(), notes=())
    sections[0] = replace(sections[0], span=Span(0, len(text)))
    return replace(
        report,
        outline=replace(outline, document=document, sections=tuple(sections), passages=tuple(passages)),
        figures=replace(figures, quantities=tuple(quantities), set_aside=tuple(aside), implied=()),
        findings=(),
    )


def _quantity(quantity: Quantity, copy: int, by: int) -> Quantity:
    home = "s0" if quantity.section == "s0" else _name(quantity.section, copy)
    return replace(
        quantity,
        id=_name(quantity.id, copy),
        span=_span(quantity.span, by),
        section=home,
        passage=_name(quantity.passage, copy),
        table=None,
    )


def _pair(pair: ReportPair, prior: int, current: int, copy: int) -> ReportPair:
    def names(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple("s0" if name == "s0" else _name(name, copy) for name in ids)

    sections = [one for one in pair.sections if not copy or "s0" not in (*one.prior, *one.current)]
    return replace(
        pair,
        sections=tuple(replace(one, prior=names(one.prior), current=names(one.current)) for one in sections),
        passages=tuple(_passage(one, prior * copy, current * copy, copy) for one in pair.passages),
        numbers=tuple(_number(one, copy) for one in pair.numbers),
        open=tuple(replace(one, number=_name(one.number, copy)) for one in pair.open if one.number),
    )


def _passage(entry: PassagePair, prior: int, current: int, copy: int) -> PassagePair:
    return replace(
        entry,
        prior=tuple(_name(name, copy) for name in entry.prior),
        current=tuple(_name(name, copy) for name in entry.current),
        edits=tuple(
            Edit(
                tag=edit.tag,
                prior=_span(edit.prior, prior),
                current=_span(edit.current, current),
                edit_class=edit.edit_class,
            )
            for edit in entry.edits
        ),
    )


def _number(number: QuantityPair, copy: int) -> QuantityPair:
    return replace(
        number,
        id=_name(number.id, copy),
        prior=_name(number.prior, copy) if number.prior else None,
        current=_name(number.current, copy) if number.current else None,
        runner_up=None,
    )
