"""What a number in Chinese text counts: the unit behind it, and whether numerals in hanzi count at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from yoy.quantities.zh.patterns import rule, words_of

if TYPE_CHECKING:
    from yoy.language.units import Unit, UnitTable
    from yoy.quantities.zh.numbers import Run
    from yoy.quantities.zh.patterns import Patterns

_MULTIPLIERS = frozenset("百千万亿萬億")
_ROUND = frozenset("十百千万亿萬億")
# 三类8件: with a figure right behind it the numeral names a level.
_LEVELS = frozenset("类级等档")
_BEFORE = 5
_AFTER = 4


class Counted(NamedTuple):
    """The unit behind a number: where it ends, and whether a half or brackets belong to it."""

    end: int
    unit: Unit
    half: bool = False
    bracketed: bool = False


class Units:
    """Finds the unit behind a number."""

    def __init__(self, units: UnitTable, patterns: Patterns) -> None:
        self._units = units
        self._patterns = patterns

    def behind(self, plain: str, run: Run, end: int) -> Counted | None:
        """The unit that the number counts in; numerals in hanzi count only with some."""
        bracketed = self._bracketed(plain, run, end)
        if bracketed:
            return bracketed
        match = self._patterns.half_unit.match(plain, run.end, end)
        unit = self.halved(match["halved"]) if match and match["one"] else None
        if match and unit:
            return Counted(match.end(), unit, half=True)
        match = self._patterns.unit.match(plain, run.end, end)
        if not match or not self._fits(plain, match["unit"], match.end()):
            return None
        unit, stop = self._unit(match["unit"], match["per"], match.end(), match.end("unit"))
        if unit is None:
            return None
        half = self._patterns.half.match(plain, stop, end) if self._halves(unit) else None
        if half:
            return Counted(half.end(), unit, half=True)
        return Counted(stop, unit) if run.printed or self._counts(plain, run, match["unit"], stop) else None

    def _unit(self, name: str, per: str, whole: int, alone: int) -> tuple[Unit | None, int]:
        """The unit with what it is per, where that is known, and where it ends."""
        if per:
            unit = self._units.find(name + per.replace("每", "/").replace(" ", ""))
            if unit:
                return unit, whole
        return self._units.find(name), alone

    def _bracketed(self, plain: str, run: Run, end: int) -> Counted | None:
        """（12.5）亿元: brackets around the digits alone are a minus."""
        if not run.printed or run.start == 0 or plain[run.start - 1] not in "(（":
            return None
        match = self._patterns.bracketed.match(plain, run.end, end)
        unit = self._units.find((match["scale"] or "") + match["unit"]) if match else None
        return Counted(match.end(), unit, bracketed=True) if match and unit else None

    def halved(self, name: str) -> Unit | None:
        """The unit of half a one: 个半月 counts in 个月."""
        return self._units.find(f"个{name}") or self._units.find(name)

    def _halves(self, unit: Unit) -> bool:
        """Whether there is half a one: of 亩 and 倍, not of 家."""
        return unit.family != unit.name

    def _fits(self, plain: str, unit: str, at: int) -> bool:
        """Whether what follows leaves the unit a unit (28项目 has none)."""
        words, rest = words_of(), plain[at : at + _AFTER]
        if rest.startswith(words.not_before.get(unit, ())):
            return rest.startswith(words.still_before.get(unit, ()))
        return not (unit == "个" and rest[:1] == "月")

    def _counts(self, plain: str, run: Run, unit: str, stop: int) -> bool:
        """一 never counts, nor 二 alone; short counting words need more than one numeral."""
        words, text = words_of(), run.text
        if text == "一" and unit == "倍":
            return True
        if text in words.no_count or text in words.financial_numerals:
            return False
        if unit in _LEVELS and plain[stop : stop + 1].isdigit():
            return False
        if unit == "大":
            return bool(words.noun.match(plain, stop))
        if text[0] in _MULTIPLIERS and not run.more:
            return self.is_bound(plain, run, stop, unit)
        many = len(text) > 1 and (text[-1] in "十百千万亿" or run.more or "点" in text)
        return unit not in words.digits_only or bool(many)

    def is_bound(self, plain: str, run: Run, stop: int, unit: str | None) -> bool:
        """上千名, 近百家, 突破千亿, 稳定在百亿斤以上: a round number that is passed, reached or kept."""
        words, text = words_of(), run.text
        if unit in words.no_bound_units or text[-1] not in _ROUND:
            return False
        if text[-1] not in "万亿" if unit is None else text[0] not in _MULTIPLIERS:
            return False
        before = plain[max(0, run.start - _BEFORE) : run.start]
        if words.bound_before.search(before):
            return True
        if unit and len(text) > 1 and words.bound_before_unit.search(before):
            return True
        return bool(rule("kept_before").search(before) and rule("kept_after").match(plain, stop))
