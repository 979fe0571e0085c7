"""The grammar of figures in English text: currency, number, multiplier, unit or counted noun."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from yoy import lexicon
from yoy.language.numerals import english_number_pattern, read_numeral, trim
from yoy.model import Span
from yoy.quantities.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.language.units import UnitTable

_CURRENCY = r"(?:(?:US|HK|NT|[ACS])?\$|Rs\.?|[£€¥₹]|(?:USD|HKD|RMB|EUR|GBP|CNY|INR)(?=\s?\d))"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?: \d{3})+(?!\d)|\d+(?:\.\d+)?|\.\d+)"
_SCALE = (
    r"(?:\s?(?:millions?|billions?|trillions?|thousand|hundred|crores?|lakhs?|dozen)\b|(?:bn|mn|m|k|tn)\b)"
)
_PERCENT = (
    r"(?:\s?%|\s?per\s?cent(?:age)?(?:\s+points?)?\b|\s?percentage\s+points?\b|\s?basis\s+points?\b"
    r"|\s?(?:pts|bps)\b)"
)
_TO = r"\s?(?:to|-|–|—|and|or)\s?"
# Change verbs between which "X to Y" is a movement, not a range.
_MOVE = re.compile(
    r"\b(?:from|increas\w*|decreas\w*|rose|ris\w+|fell|fall\w*|grew|grow\w*|declin\w*|reduc\w*|expand\w*|cut|lower\w*"
    r"|rais\w*|improv\w*|narrow\w*|down|up)\b[^.;]*$",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+(?:and\s+)?(?=\d)", re.IGNORECASE)
_NEAR = re.compile(r"\b(?:by|between|approximately|about|around)\s*$", re.IGNORECASE)
# The upper end of a range is seldom more than this many times the lower one.
_WIDEST = 3
_REACH = 70


@dataclass(frozen=True, slots=True)
class _Part:
    """A number with what was printed around it."""

    end: int
    value: Decimal
    quantum: Decimal
    unit: str | None
    scaled: bool
    shape: str = "amount"


class EnglishGrammar:
    """Reads the figures of an English text; commas and single blanks group digits."""

    def __init__(self, units: UnitTable) -> None:
        self._units = units
        self._patterns = _patterns()

    def figures(self, plain: str, start: int, end: int) -> Iterator[Figure | Span]:
        """Figures of `plain[start:end]` in order."""
        position = start
        while match := self._patterns["candidate"].search(plain, position, end):
            figure = self._at(plain, match.start(), end)
            if figure:
                yield figure
                position = figure.span.end
            else:
                skipped = self._patterns["skip"].match(plain, match.start(), end)
                position = max(skipped.end() if skipped else 0, match.start() + 1)

    def _at(self, plain: str, at: int, end: int) -> Figure | None:
        if at and plain[at].isalnum() and plain[at - 1].isalnum():
            return None
        part = self._fraction(plain, at, end) or self._part(plain, at, end)
        if part is None:
            return None
        start = self._with_sign(plain, at, part)
        figure = Figure(
            span=Span(start, part.end),
            value=trim(-part.value if start < at else part.value),
            quantum=part.quantum,
            unit=part.unit,
            shape="fraction"
            if part.shape == "fraction"
            else "amount"
            if part.unit or part.scaled
            else "bare",
        )
        return self._joined(self._ranged(figure, part, plain, end), plain, end)

    def _joined(self, figure: Figure, plain: str, end: int) -> Figure:
        """2 minutes 50 seconds: a smaller unit of time right behind."""
        unit = self._units.find(figure.unit) if figure.unit else None
        gap = _AND.match(plain, figure.span.end, end)
        lesser = self._part(plain, gap.end(), end) if gap and unit and unit.family == "time" else None
        small = self._units.find(lesser.unit) if lesser and lesser.unit else None
        if (
            lesser is None
            or small is None
            or unit is None
            or small.family != "time"
            or small.factor >= unit.factor
        ):
            return figure
        value = figure.value * unit.factor / small.factor + lesser.value
        return figure._replace(
            span=Span(figure.span.start, lesser.end),
            value=Decimal(round(value, 6)).normalize() + 0,
            quantum=lesser.quantum,
            unit=small.name,
        )

    def _with_sign(self, plain: str, at: int, part: _Part) -> int:
        before = plain[max(0, at - 2) : at]
        return at - 1 if part.unit and re.search(r"(?:^|[\s(])[-−]$", before) else at

    def _fraction(self, plain: str, at: int, end: int) -> _Part | None:
        match = self._patterns["fraction"].match(plain, at, end)
        if not match:
            return None
        text = re.sub(r"^(?:an?\s+)", "one ", match.group().lower())
        number = read_numeral(text)
        if number is None:
            return None
        return _Part(match.end(), number.value, Decimal("0.01"), None, scaled=False, shape="fraction")

    def _part(self, plain: str, at: int, end: int) -> _Part | None:
        match = self._patterns["amount"].match(plain, at, end)
        if match and (match["digits"] or match["bracketed"]):
            return self._money_or_percent(match, plain, end)
        match = self._patterns["words"].match(plain, at, end)
        return self._worded(match, plain, end) if match else None

    def _money_or_percent(self, match: re.Match[str], plain: str, end: int) -> _Part | None:
        digits = match["digits"] or match["bracketed"]
        number = read_numeral(digits + " " + (match["scale"] or "").strip())
        if number is None:
            return None
        value = -number.value if match["bracketed"] else number.value
        name = (match["percent"] or match["currency"] or "").strip()
        found = self._units.find(re.sub(r"\s+", " ", name)) if name else None
        if found:
            unit = (
                "percentage points"
                if name.endswith(("age point", "age points", "cent points"))
                else found.name
            )
            return _Part(match.end(), value, number.quantum, unit, scaled=True)
        if match["currency"]:
            return None
        after = self._counted(plain, match.end(), end, grouped=bool(re.search(r"[, ]", digits)))
        grouped = bool(re.search(r"[, ]\d{3}", digits)) or bool(match["scale"])
        if after is None:
            return _Part(match.end(), value, number.quantum, None, scaled=grouped)
        return _Part(after[0], value, number.quantum, after[1], scaled=grouped)

    def _worded(self, match: re.Match[str], plain: str, end: int) -> _Part | None:
        number = read_numeral(match["words"])
        if number is None:
            return None
        if match["percent"]:
            unit = self._units.find(re.sub(r"\s+", " ", match["percent"].strip()))
            return _Part(match.end(), number.value, number.quantum, unit.name if unit else "%", scaled=True)
        after = self._counted(plain, match.end(), end, grouped=False)
        if after is None:
            return None
        return _Part(after[0], number.value, number.quantum, after[1], scaled=False)

    def _counted(self, plain: str, at: int, end: int, *, grouped: bool) -> tuple[int, str] | None:
        """Where the unit or counted noun behind a number ends, and its name."""
        match = self._patterns["unit"].match(plain, at, end)
        if match:
            unit = self._units.find(match[1].replace("-", " ").lower()) or self._units.find(match[1])
            return (match.end(), unit.name) if unit else None
        match = self._patterns["noun"].match(plain, at, end)
        if not match:
            return None
        noun = match["noun"]
        if noun.lower() in self._skipped or (
            not grouped and noun[0].isupper() and plain[match.end() : match.end() + 1] == "-"
        ):
            return None
        return match.end(), noun.lower()

    @property
    def _skipped(self) -> frozenset[str]:
        return _not_counted()

    def _ranged(self, figure: Figure, first: _Part, plain: str, end: int) -> Figure:
        """$275 million to $325 million, 1-2 per cent, between 3 and 5 hotels."""
        joint = self._patterns["to"].match(plain, first.end, end)
        if not joint or first.shape == "fraction" or not joint.group().strip():
            return figure
        second = self._part(plain, joint.end(), end)
        if (
            second is None
            or second.value <= first.value
            or not self._is_range(figure, first, second, joint.group(), plain)
        ):
            return figure
        value = (
            first.value
            if (first.unit and first.scaled) or not second.scaled
            else self._scaled_like(first, second, plain, joint.end())
        )
        return figure._replace(
            span=Span(figure.span.start, second.end),
            value=trim(value),
            value_max=trim(second.value),
            quantum=second.quantum,
            unit=second.unit or figure.unit,
            shape="amount" if second.unit or second.scaled or first.unit else "bare",
        )

    def _scaled_like(self, first: _Part, second: _Part, plain: str, at: int) -> Decimal:
        """3 to 5 million: the first number shares the scale of the second."""
        scale = re.search(_SCALE, plain[at : second.end])
        number = read_numeral("1 " + scale.group().strip()) if scale and not first.scaled else None
        return first.value * number.value if number else first.value

    def _is_range(self, figure: Figure, first: _Part, second: _Part, joint: str, plain: str) -> bool:
        left = plain[max(0, figure.span.start - _REACH) : figure.span.start]
        word = joint.strip()
        if word in ("and", "or"):
            return word == "and" and bool(re.search(r"\bbetween\s*$", left)) and second.unit is not None
        if first.unit and second.unit and first.unit != second.unit:
            return False
        if second.unit is None and not second.scaled:
            return False
        if first.unit and second.unit is None:
            return False
        if not _MOVE.search(left):
            return True
        return (
            bool(_NEAR.search(left)) and second.value <= first.value * _WIDEST and first.unit == second.unit
        )


@cache
def _not_counted() -> frozenset[str]:
    return frozenset(lexicon.data("figures")["en"]["not_counted"])


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = english_number_pattern()
    return {
        "candidate": re.compile(
            rf"{_CURRENCY}|\d|\b(?:{words}|half|halves|an?\s(?:half|third|quarter))\b", re.IGNORECASE
        ),
        "skip": re.compile(rf"{_CURRENCY}?\s?{_DIGITS}|{words}", re.IGNORECASE),
        "fraction": re.compile(
            r"(?:(?:an?|one|two|three|four)[-\s](?:half|thirds?|quarters?|fifths?|tenths?)"
            r"|(?:two|three|four|five|six|seven|nine)[-\s](?:fifths|sixths|eighths|tenths)|half)"
            r"(?=\s+(?:of|the|its|our|their|all|to\b)|[,.;)])(?<!first half)(?<!second half)",
            re.IGNORECASE,
        ),
        "amount": re.compile(
            rf"(?P<currency>{_CURRENCY})?\s?(?:\((?P<bracketed>{_DIGITS})\)|(?P<digits>{_DIGITS}))"
            rf"(?P<scale>{_SCALE})?(?P<percent>{_PERCENT})?",
            re.IGNORECASE,
        ),
        "words": re.compile(rf"(?P<words>{words})\b(?P<percent>{_PERCENT})?", re.IGNORECASE),
        "to": re.compile(_TO, re.IGNORECASE),
        "unit": re.compile(
            r"[\s-]?((?:(?:square|cubic)[\s-](?:feet|foot|met(?:re|er)s?|kilomet(?:re|er)s?|miles?)"
            r"|yuan|renminbi|euros?|yen|dollars|cents|pence|hectares?|acres?|tonn?es?|tons|kilomet(?:re|er)s?|met(?:re|er)s?|km|kg|MW|GW|kWh|TEUs?|barrels?|litres?|gallons|miles|times|feet"
            r"|pounds|hours?|minutes?|seconds?|days?|weeks?|months?|years?)\b|(?:sq\.?\s?ft|ft2|ft²|m2|m²)(?!\w))",
            re.IGNORECASE,
        ),
        "noun": re.compile(
            r"(?:\s(?!(?:of|in|and|to|for|the|at|by|from|with|on|or|more|less|than|per|as|is|are|was|were|will|would|has|have"
            r"|had|higher|lower|an?|that|which|who|this|these|those|while|because|due|its|our|their|over|under|if|when|after"
            r"|before|into|but|not|we|I|it|all|also|vs|versus)\b)[A-Za-z][A-Za-z’'&/-]*){0,3}?"
            r"\s(?!(?:of|in|and|to|for|the|at|by|from|with|on|or|as|is|was|has|this|its|was|does|vs|less|across|us|plus)\b)"
            r"(?P<noun>[A-Za-z][A-Za-z-]*(?<![su])s|people|men|women|children|staff)\b(?!['’])",
        ),
    }
