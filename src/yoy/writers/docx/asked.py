"""Open items as comments: what is asked, how it was worked out, and its number in the working paper."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.writers import numerals
from yoy.writers.docx.items import Key

if TYPE_CHECKING:
    from yoy.model import Finding, OpenItem, Quantity, QuantityPair, ReportPair, Section, SectionPair
    from yoy.writers.docx.sides import Side
    from yoy.writers.docx.words import Words

_MOST = 120
"""Characters of a quoted sentence that a comment repeats; it stands beside the sentence."""

_FRACTION = Decimal(10)
"""Below it, what a percentage claims is written as a fraction of one."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment and what it hangs on; each line is a paragraph."""

    key: Key
    lines: tuple[str, ...]


def comments_on(
    pair: ReportPair, prior: Side, current: Side, words: Words, *, is_first: bool
) -> list[Comment]:
    """A comment for every open item, in their order.

    Args:
        is_first: whether what is wrong in the older report is asked here, and with no earlier pair.
    """
    asker = _Asker(pair, prior, current, words, is_first=is_first)
    numbers = index_numbers(pair)
    return [asker.comment(item, numbers[item.key]) for item in pair.open]


def index_numbers(pair: ReportPair) -> dict[str, str]:
    """The 索引号 of every open item by its key: A-1, A-2 in the order in which to take them."""
    keys = dict.fromkeys(item.key for item in pair.open)
    return {key: f"A-{number}" for number, key in enumerate(keys, 1)}


def first_key(prior: Side, current: Side) -> Key:
    """The beginning of the redline, for what belongs to no sentence."""
    side = current if current.units else prior
    table = side.units[0].table if side.units else None
    cell = table.rows[0][0].span.start if table else -1
    return Key(side.name, 0, cell)


class _Asker:
    """Puts the open items of a pair into words."""

    def __init__(self, pair: ReportPair, prior: Side, current: Side, words: Words, *, is_first: bool) -> None:
        self._pair, self._words = pair, words
        self._sides = {pair.prior: prior, pair.current: current}
        self._prior, self._current = prior, current
        self._numbers = {number.id: number for number in pair.numbers}
        found = (*(prior.report.findings if is_first else ()), *current.report.findings, *pair.findings)
        self._findings: dict[tuple[str | None, str, str], list[Finding]] = {}
        for finding in found:
            self._findings.setdefault((finding.id, finding.key, finding.verdict), []).append(finding)
        self._sections = {link.key: link for link in pair.sections}
        self._promises = {promise.key: promise for promise in pair.promises}
        self._quantities = {
            side.report.id: {q.id: q for q in side.report.figures.quantities} for side in (prior, current)
        }

    def comment(self, item: OpenItem, number: str) -> Comment:
        """The comment of one item; `number` is its index in the working papers."""
        key, lines = self._told(item)
        head = self._words.say("head", index=number, kind=self._words.say(f"kind_{item.kind}"))
        return Comment(key or first_key(self._prior, self._current), (head, *filter(None, lines)))

    def _told(self, item: OpenItem) -> tuple[Key | None, tuple[str, ...]]:
        findings = self._findings.get((item.finding, item.key, item.kind))
        if findings:  # ids begin anew in each report: alike ones come in the order of the items
            return self._finding(findings.pop(0))
        if item.number is not None and item.number in self._numbers:
            return self._number(item.kind, self._numbers[item.number])
        if item.link in self._sections:
            return self._section(self._sections[item.link])
        return self._promise(item.link or "")

    def _finding(self, finding: Finding) -> tuple[Key | None, tuple[str, ...]]:
        say = self._words.say
        formula = numerals.related(finding.formula, holds=False)
        formula = formula.replace("*", "×").replace(" / ", " ÷ ").replace(" - ", f" {numerals.MINUS} ")
        value = self._recomputed(finding)
        lines = (
            say("check", check=self._words.term("check", finding.check)),
            self._words.finding(finding),
            say("formula", formula=formula) if formula else "",
            say("recomputed", value=value) if value and not _compares(formula) else "",
            say(f"ask_{finding.verdict}"),
        )
        return self._place_of(finding), lines

    def _recomputed(self, finding: Finding) -> str:
        """What the formula comes to, with its unit; a fraction of a percentage as a percentage."""
        claimed = self._quantity(finding.report, finding.claimed)
        unit, value = (claimed.unit if claimed else None) or "", finding.recomputed
        if value is None:
            return ""
        if unit == "%" and finding.stated is not None and abs(finding.stated) <= _FRACTION:
            return numerals.percentage(value, 4) + "%"
        return numerals.grouped(round(value, 6)) + unit

    def _place_of(self, finding: Finding) -> Key | None:
        claimed = self._quantity(finding.report, finding.claimed)
        if claimed is not None:
            return self._key(finding.report, claimed.span.start)
        if finding.spans:
            return self._key(finding.spans[0].report, finding.spans[0].span.start)
        operands = ((one.report, self._quantity(one.report, one.quantity)) for one in finding.operands)
        return next((self._key(report, found.span.start) for report, found in operands if found), None)

    def _quantity(self, report: str, name: str | None) -> Quantity | None:
        return self._quantities.get(report, {}).get(name or "")

    def _number(self, kind: str, number: QuantityPair) -> tuple[Key | None, tuple[str, ...]]:
        before = self._quantity(self._pair.prior, number.prior)
        after = self._quantity(self._pair.current, number.current)
        lines = (
            self._figures(number, before, after),
            self._change(number),
            self._rival(number),
            self._words.say(f"ask_{kind}"),
        )
        if after is not None:
            return self._key(self._pair.current, after.span.start), lines
        return (self._key(self._pair.prior, before.span.start) if before else None), lines

    def _figures(self, number: QuantityPair, before: Quantity | None, after: Quantity | None) -> str:
        """The figure as each year prints it."""
        return self._words.say(
            "figures",
            indicator=number.indicator or number.id,
            prior=f"{before.surface} ({self._pair.prior})" if before else "—",
            current=f"{after.surface} ({self._pair.current})" if after else "—",
        )

    def _change(self, number: QuantityPair) -> str:
        if number.difference is None or number.relation == "unchanged":
            return ""
        difference = numerals.difference(number.difference, number.unit, self._words.lang)
        growth = f" ({numerals.growth(number.growth)})" if number.growth is not None else ""
        return self._words.say("change", difference=difference, growth=growth)

    def _rival(self, number: QuantityPair) -> str:
        """The next best partner, where one is as likely."""
        other = self._quantity(self._pair.prior, number.runner_up)
        if other is None:
            return ""
        return self._words.say("runner_up", surface=other.surface, indicator=other.indicator)

    def _section(self, link: SectionPair) -> tuple[Key | None, tuple[str, ...]]:
        titles = {
            name: " / ".join(section.title for section in _sections(side) if section.id in ids)
            for name, side, ids in (
                ("prior", self._prior, link.prior),
                ("current", self._current, link.current),
            )
        }
        lines = (self._words.say("sections", **titles), self._words.say("ask_section"))
        side, ids = (self._current, link.current) if link.current else (self._prior, link.prior)
        start = next((one.heading.start for one in _sections(side) if one.id in ids), None)
        return (None if start is None else self._key(side.report.id, start)), lines

    def _promise(self, key: str) -> tuple[Key | None, tuple[str, ...]]:
        promise = self._promises.get(key)
        if promise is None:
            return None, (self._words.say("ask_suspect"),)
        text = "".join(_quoted(self._prior, name) for name in promise.prior)
        status = self._words.term("promise", promise.status)
        lines = (self._words.say("promised", text=_cut(text)), self._words.say("ask_promise", status=status))
        for side, ids in ((self._current, promise.current), (self._prior, promise.prior)):
            for name in ids:
                if name in side.unit_of:
                    return Key(side.name, side.unit_of[name]), lines
        return None, lines

    def _key(self, report: str, offset: int) -> Key | None:
        side = self._sides.get(report)
        index = side.unit_at(offset) if side else None
        if side is None or index is None:
            return None
        table = side.units[index].table
        if table is None:
            return Key(side.name, index)
        cells = [cell for row in table.rows for cell in row if cell.span.start <= offset]
        return Key(side.name, index, max((cell.span.start for cell in cells), default=-1))


def _compares(formula: str) -> bool:
    return any(sign in formula for sign in "=≠<>≤≥")


def _sections(side: Side) -> tuple[Section, ...]:
    return side.report.outline.sections


def _quoted(side: Side, passage: str) -> str:
    index = side.unit_of.get(passage)
    return "" if index is None else side.shown(side.units[index].start, side.units[index].end)


def _cut(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[:_MOST]}…"
