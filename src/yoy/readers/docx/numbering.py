"""Automatic numbers of Word paragraphs, computed from numbering.xml as Word prints them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_HAN = "零一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, how it counts and what it prints around the number."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    restart: int | None = None
    legal: bool = False
    style: str | None = None


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted; one instance reads one document."""

    lists: Mapping[str, Mapping[int, Level]] = field(default_factory=dict)
    abstract: Mapping[str, str] = field(default_factory=dict)
    starts: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def level_of_style(self, number: str, style: str | None) -> int:
        """The level that a list ties to a paragraph style, 0 where it names none."""
        for index, level in self.lists.get(number, {}).items():
            if style is not None and level.style == style:
                return index
        return 0

    def label(self, number: str, index: int) -> str:
        """Count one paragraph of list `number` at level `index` and give the label it prints."""
        levels = self.lists.get(number)
        if not levels or index not in levels:
            return ""
        counts = self._counts.setdefault(self.abstract.get(number, number), [None] * _LEVELS)
        self._count(number, index, counts, levels)
        level = levels[index]
        if level.form == "none" and not _PLACE.search(level.text):
            return level.text
        if level.form == "bullet":
            return "•" if level.text.strip() else ""

        def shown(match: re.Match[str]) -> str:
            other = levels.get(int(match[1]) - 1)
            value = counts[int(match[1]) - 1]
            if other is None:
                return ""
            form = "decimal" if level.legal else other.form
            return format_number(other.start if value is None else value, form)

        return _PLACE.sub(shown, level.text)

    def suffix(self, number: str, index: int) -> str:
        """What stands between label and text: tab, space or nothing."""
        level = self.lists.get(number, {}).get(index)
        return level.suffix if level else "nothing"

    def _count(self, number: str, index: int, counts: list[int | None], levels: Mapping[int, Level]) -> None:
        for above in range(index):
            if counts[above] is None and above in levels:
                counts[above] = levels[above].start
        override = self.starts.get(number, {})
        for level in sorted(override):
            if (number, level) not in self._begun and level <= index:
                self._begun.add((number, level))
                if level == index:
                    counts[level] = override[level] - 1
        value = counts[index]
        counts[index] = levels[index].start if value is None else value + 1
        for below in range(index + 1, _LEVELS):
            restart = levels[below].restart if below in levels else None
            if restart is None or (restart and index < restart):
                counts[below] = None


def read_numbering(root: _Element | None) -> Numbering:
    """The lists that numbering.xml defines; none where the package has no such part."""
    if root is None:
        return Numbering()
    kinds: dict[str, dict[int, Level]] = {}
    links: dict[str, str] = {}
    named: dict[str, str] = {}
    for element in root.iterfind(f"{W}abstractNum"):
        key = _attribute(element, "abstractNumId") or ""
        kinds[key] = _levels(element)
        for tag, table in (("numStyleLink", links), ("styleLink", named)):
            link = _child(element, tag)
            if link is not None and tag == "numStyleLink":
                table[key] = link
            elif link is not None:
                table[link] = key
    for key, style in links.items():
        if style in named:
            kinds[key] = kinds[named[style]]
    return _instances(root, kinds)


def _instances(root: _Element, kinds: Mapping[str, dict[int, Level]]) -> Numbering:
    lists: dict[str, Mapping[int, Level]] = {}
    abstract: dict[str, str] = {}
    starts: dict[str, dict[int, int]] = {}
    for element in root.iterfind(f"{W}num"):
        number = _attribute(element, "numId") or ""
        kind = _child(element, "abstractNumId") or ""
        levels = dict(kinds.get(kind, {}))
        for override in element.iterfind(f"{W}lvlOverride"):
            index = _integer(_attribute(override, "ilvl"), 0)
            own = override.find(f"{W}lvl")
            if own is not None:
                levels[index] = _level(own)
            start = _child(override, "startOverride")
            if start is not None:
                starts.setdefault(number, {})[index] = _integer(start, 1)
        lists[number], abstract[number] = levels, kind
    return Numbering(lists=lists, abstract=abstract, starts=starts)


def _levels(element: _Element) -> dict[int, Level]:
    found = {}
    for level in element.iterfind(f"{W}lvl"):
        index = _integer(_attribute(level, "ilvl"), 0)
        if 0 <= index < _LEVELS:
            found[index] = _level(level)
    return found


def _level(element: _Element) -> Level:
    restart = _child(element, "lvlRestart")
    form = next(element.iter(f"{W}numFmt"), None)
    legal = element.find(f"{W}isLgl")
    return Level(
        start=_integer(_child(element, "start"), 0),
        form=(_attribute(form, "val") if form is not None else None) or "decimal",
        text=_child(element, "lvlText") or "",
        suffix=_child(element, "suff") or "tab",
        restart=None if restart is None else _integer(restart, 0),
        legal=legal is not None and _attribute(legal, "val") not in ("0", "false", "off"),
        style=_child(element, "pStyle"),
    )


def _child(element: _Element, tag: str) -> str | None:
    child = element.find(f"{W}{tag}")
    return None if child is None else _attribute(child, "val")


def _attribute(element: _Element, name: str) -> str | None:
    value = element.get(f"{W}{name}")
    return None if value is None else str(value)


def _integer(text: str | None, default: int) -> int:
    try:
        return max(0, min(int(text or ""), 100_000))
    except ValueError:
        return default


def format_number(value: int, form: str) -> str:
    """A counter in one of Word's number formats (ECMA-376 part 1, 17.18.59 ST_NumberFormat)."""
    made = _FORMS.get(form)
    return made(value) if made else str(value)


def chinese(value: int, digits: str = _HAN, units: str = "十百千", *, full: bool = False) -> str:
    """A number below 10,000 as counted in Chinese: 10 十, 11 十一, 20 二十, 105 一百零五."""
    if not 0 < value < 10_000:  # noqa: PLR2004 - no list counts further
        return digits[0] if value == 0 else str(value)
    text, gap = "", False
    for power in (3, 2, 1, 0):
        digit = value // 10**power % 10
        if digit:
            text += (digits[0] if gap and text else "") + digits[digit] + (units[power - 1] if power else "")
            gap = False
        else:
            gap = True
    return text if full or not text.startswith(digits[1] + units[0]) else text[1:]


def _roman(value: int) -> str:
    steps = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
    small = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    text = ""
    for worth, sign in (*steps, *small):
        text += sign * (value // worth)
        value %= worth
    return text


def _letters(value: int) -> str:
    """Letters a … z, aa, bb …: Word repeats the letter."""
    return chr(97 + (value - 1) % 26) * ((value - 1) // 26 + 1) if value > 0 else ""


def _ordinal(value: int) -> str:
    teen = 10 < value % 100 < 14  # noqa: PLR2004 - 11th, 12th, 13th
    return f"{value}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"


def _from(first: str, limit: int) -> Callable[[int], str]:
    """Signs that follow each other in Unicode; beyond the last, plain digits."""
    return lambda value: chr(ord(first) + value - 1) if 0 < value <= limit else str(value)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda value: signs[(value - 1) % len(signs)]


def _wide(value: int) -> str:
    return str(value).translate({48 + i: 0xFF10 + i for i in range(10)})


def _digital(value: int) -> str:
    return str(value).translate({48 + i: c for i, c in enumerate("〇一二三四五六七八九")})


def _legal(value: int) -> str:
    return chinese(value, _LEGAL, "拾佰仟", full=True)


_FORMS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02d}",
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerLetter": _letters,
    "ordinal": _ordinal,
    "none": lambda _: "",
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "koreanDigital2": chinese,
    "ideographDigital": _digital,
    "taiwaneseDigital": _digital,
    "japaneseDigitalTenThousand": _digital,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
    "japaneseLegal": _legal,
    "ideographTraditional": _cycle("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _cycle("子丑寅卯辰巳午未申酉戌亥"),
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedCircleChinese": _from("①", 20),
    "ideographEnclosedCircle": _from("㊀", 10),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "numberInDash": lambda value: f"- {value} -",
}
