"""The open items as every output names them: what, where, both years' words, why, and what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from yoy.language.units import POINT_UNITS
from yoy.lexicon import has_phrase, phrase
from yoy.writers import subjects
from yoy.writers.items.changes import amount, change_words, scale_of
from yoy.writers.items.grounds import grounds_words
from yoy.writers.items.sides import Excerpt, Side, whole_of
from yoy.writers.numerals import grouped, related

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from yoy.model import (
        Comparison,
        Decision,
        Finding,
        OpenItem,
        Promise,
        Quantity,
        QuantityPair,
        ReportPair,
        SectionPair,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An open item put into words.

    Attributes:
        title: the indicator, the check or the section; sentence: the whole of what is to be said of it.
        why: the same, short; change: what became of the figure; values: both as printed.
    """

    item: OpenItem
    subject: Decision
    title: str
    prior: Excerpt | None
    current: Excerpt | None
    values: tuple[str, str]
    change: str
    why: str
    sentence: str
    todo: str

    @property
    def place(self) -> Excerpt | None:
        """Where to look first: in this year's report if it is there."""
        return self.current or self.prior


class Agenda:
    """The open items of one pair of reports in words of `lang`."""

    def __init__(self, comparison: Comparison, pair: ReportPair, lang: str) -> None:
        self.pair, self.lang = pair, lang
        self.prior, self.current = Side(comparison.report(pair.prior)), Side(comparison.report(pair.current))
        self._is_first = pair is comparison.pairs[0]

    def entries(self) -> Iterator[Entry]:
        """Every open item, in order."""
        for item in self.pair.open:
            if item.finding is not None and (item.key, item.finding, item.kind) in self._findings:
                yield self._of_finding(item)
            elif item.number in self._numbers:
                yield self._of_number(item, self._numbers[item.number or ""])
            elif item.link in self._promises and item.kind == "promise":
                yield self._of_promise(item, self._promises[item.link or ""])
            elif item.link in self._links:
                yield self._of_link(item, self._links[item.link or ""])

    @cached_property
    def _numbers(self) -> Mapping[str, QuantityPair]:
        return {number.id: number for number in self.pair.numbers}

    @cached_property
    def _promises(self) -> Mapping[str, Promise]:
        return {promise.key: promise for promise in self.pair.promises}

    @cached_property
    def _links(self) -> Mapping[str, SectionPair]:
        return {link.key: link for link in self.pair.sections}

    @cached_property
    def _findings(self) -> Mapping[tuple[str, str, str], tuple[tuple[str, ...], Finding]]:
        """Findings by key, id and verdict, for ids repeat, each with the reports that it belongs to."""
        found: dict[tuple[str, str, str], tuple[tuple[str, ...], Finding]] = {}
        oldest = [self.prior] if self._is_first else []
        for side in (*oldest, self.current):
            owner: tuple[str, ...] = (side.report.id,)
            for finding in side.report.findings:
                found.setdefault((finding.key, finding.id, finding.verdict), (owner, finding))
        for finding in self.pair.findings:
            both = (self.pair.prior, self.pair.current)
            found.setdefault((finding.key, finding.id, finding.verdict), (both, finding))
        return found

    def where(self, entry: Entry) -> str:
        """The report and the place in it where to look first."""
        found = entry.place
        if found is None:
            return ""
        side = self.prior if found.report == self.prior.report.id else self.current
        place = side.places.words(found.span, self.lang)
        return self.say("where", report=found.report, place=place) if place else found.report

    def owner_of(self, item: OpenItem) -> tuple[tuple[str, ...], Finding]:
        """The finding of an item with the report or the two reports that it belongs to."""
        return self._findings[item.key, item.finding or "", item.kind]

    def say(self, key: str, **args: object) -> str:
        """A phrase of the open items."""
        return phrase("open", key, self.lang, **args)

    def _todo(self, *codes: str) -> str:
        return self.say(next(f"todo_{code}" for code in codes if has_phrase("open", f"todo_{code}")))

    def _of_number(self, item: OpenItem, number: QuantityPair) -> Entry:
        prior = self.prior.quantities.get(number.prior or "")
        current = self.current.quantities.get(number.current or "")
        change = change_words(number, prior, current, self.lang)
        why = self._why(item, number)
        return Entry(
            item=item,
            subject=subjects.of_figures(self.pair, number, prior, current),
            title=number.indicator,
            prior=self.prior.at(prior),
            current=self.current.at(current),
            values=(prior.surface if prior else "", current.surface if current else ""),
            change=change,
            why=why,
            sentence=why,
            todo=self._todo(item.kind),
        )

    def _why(self, item: OpenItem, number: QuantityPair) -> str:
        if item.kind != "confirm":
            return self.say(f"why_{item.kind}")
        parts = [grounds_words(number.reason, self.lang)]
        if number.incomparable:
            parts.append(phrase("terms", f"incomparable_{number.incomparable}", self.lang))
        rival = self.prior.quantities.get(number.runner_up or "")
        if rival:
            parts.append(self.say("why_runner_up", indicator=rival.indicator, surface=rival.surface))
        return self.say("rejoin").join(filter(None, parts))

    def _of_finding(self, item: OpenItem) -> Entry:
        owner, finding = self.owner_of(item)
        side = self.prior if finding.report == self.pair.prior else self.current
        claimed = side.quantities.get(finding.claimed or "")
        prior, current = self._judged(finding, side, claimed)
        check = phrase("terms", f"check_{finding.check}", self.lang)
        figures = [f for f in (claimed, *self._operands(finding)) if f]
        title = next((f.indicator for f in figures if f.indicator), "")
        holds = finding.verdict in ("consistent", "rounding")
        formula = _scaled(related(finding.formula, holds=holds), scale_of(claimed))
        recomputed = _recomputed(finding, claimed, self.lang) if finding.formula else ""
        brief = f"{check} {formula}".strip() if title else self._sentence(finding)
        return Entry(
            item=item,
            subject=subjects.of_finding(owner, finding, claimed),
            title=title or check,
            prior=prior[0],
            current=current[0],
            values=(prior[1], current[1]),
            change=self.say("recomputed", value=recomputed) if recomputed else "",
            why=brief,
            sentence=self._sentence(finding),
            todo=self._todo(f"check_{finding.check}", item.kind),
        )

    def _operands(self, finding: Finding) -> Iterator[Quantity | None]:
        for operand in finding.operands:
            side = self.prior if operand.report == self.pair.prior else self.current
            yield side.quantities.get(operand.quantity)

    def _judged(
        self, finding: Finding, side: Side, claimed: Quantity | None
    ) -> tuple[tuple[Excerpt | None, str], tuple[Excerpt | None, str]]:
        """What each report says of a finding, with its figure: the claim, else the first operand or words."""
        found: dict[str, tuple[Excerpt | None, str]] = {}
        if claimed:
            found[side.report.id] = side.at(claimed), claimed.surface
        for operand, figure in zip(finding.operands, self._operands(finding), strict=True):
            known = self.prior if operand.report == self.pair.prior else self.current
            if figure:
                found.setdefault(operand.report, (known.at(figure), figure.surface))
        for one in finding.spans:
            known = self.prior if one.report == self.pair.prior else self.current
            found.setdefault(one.report, (known.excerpt(one.span), ""))
        nothing: tuple[Excerpt | None, str] = (None, "")
        return found.get(self.pair.prior, nothing), found.get(self.pair.current, nothing)

    def _sentence(self, finding: Finding) -> str:
        """What a check found; a code without words, or without what its words need, is shown as it is."""
        if not has_phrase("findings", finding.code):
            return finding.code
        try:
            return phrase("findings", finding.code, self.lang, **finding.args)
        except (KeyError, IndexError, ValueError):
            return finding.code

    def _of_link(self, item: OpenItem, link: SectionPair) -> Entry:
        sides = (self.prior, link.prior), (self.current, link.current)
        spans = [[side.sections[one].heading for one in ids] for side, ids in sides]
        excerpts = [
            side.excerpt(found[0]) if found else None for (side, _), found in zip(sides, spans, strict=True)
        ]
        titles = [" / ".join(subjects.title_of(side.sections[one]) for one in ids) for side, ids in sides]
        why = self.say("why_link", grounds=grounds_words(link.reason, self.lang))
        return Entry(
            item=item,
            subject=subjects.of_sections(self.pair, link, self.prior.sections, self.current.sections),
            title=titles[1] or titles[0],
            prior=excerpts[0],
            current=excerpts[1],
            values=("", ""),
            change="",
            why=why,
            sentence=why,
            todo=self._todo("link"),
        )

    def _of_promise(self, item: OpenItem, promise: Promise) -> Entry:
        texts = (
            self.prior.texts(promise.prior),
            "\n".join(self.current.texts((one,)) for one in promise.current),
        )
        spans = [
            [side.passages[one].span for one in ids]
            for side, ids in ((self.prior, promise.prior), (self.current, promise.current))
        ]
        why = phrase("terms", f"promise_{promise.status}", self.lang)
        return Entry(
            item=item,
            subject=subjects.of_promise(self.pair, promise, *texts),
            title=texts[0],
            prior=whole_of(self.prior, spans[0]),
            current=whole_of(self.current, spans[1]),
            values=("", ""),
            change="",
            why=why,
            sentence=why,
            todo=self._todo("promise"),
        )


def _scaled(formula: str, scale: Decimal) -> str:
    """A formula in the unit in which its claim is printed; one of numbers too long to be read is left out."""
    if scale != 1:
        formula = _NUMBER.sub(lambda found: grouped(round(Decimal(found[0]) / scale, 4)), formula)
    return "" if _LONG.search(formula) else formula


_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_LONG = re.compile(r"\d{8}")


def _recomputed(finding: Finding, claimed: Quantity | None, lang: str) -> str:
    """What a claim comes to, in the unit in which it is printed; a rate as a percentage."""
    value = finding.recomputed
    if value is None or claimed is None:
        return "" if value is None else grouped(round(value, 4))
    if claimed.unit == "%" and finding.stated is not None and finding.stated * _HUNDRED == claimed.value:
        return f"{grouped(round(value * _HUNDRED, 2))}%"
    if claimed.unit in POINT_UNITS:
        return grouped(round(value, 4))
    return amount(value, claimed.unit, scale_of(claimed), lang).lstrip("+")


_HUNDRED = 100
