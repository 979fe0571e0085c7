"""yoy.toml to Options, checked strictly: an unknown word in it is an error that names the line."""

from __future__ import annotations

import json
import re
from decimal import Decimal, InvalidOperation
from itertools import product
from typing import TYPE_CHECKING, Any, get_args

from yoy.errors import SettingsError
from yoy.lexicon import fail
from yoy.options import (
    AlignOptions,
    Better,
    DiffOptions,
    FlagOptions,
    Ignorable,
    LexiconOptions,
    Nature,
    Options,
    Pin,
    UserIndicator,
    UserUnit,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from yoy.model import Report, SectionPair

FILE_NAME = "yoy.toml"
_INDICATOR_KEYS = ("name", "units", "aliases", "nature", "better")
_INDICATOR_FORM = '{ name = "…", units = ["家"], aliases = ["…"], nature = "stock", better = "more" }'
LARGEST = 200_000
"""Bytes of a settings file."""
GREATEST = Decimal(10) ** 15
SMALLEST = Decimal(10) ** -12
"""Between these lies every threshold and factor but 0."""
_LONGEST_WORD = 100
_TABLES: Mapping[str, tuple[str, ...]] = {
    "pins": ("force", "forbid"),
    "lexicon": ("units", "synonyms", "places", "indicators"),
    "flags": ("growth", "points", "amount", "amounts"),
    "diff": ("ignore",),
}


def load_settings(path: Path) -> Options:
    """The options in a settings file.

    Raises:
        SettingsError: missing, not TOML, or with a table, key or value that yoy doesn't know.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            raise fail(SettingsError, "no_ordinary_file", file=path)
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise fail(SettingsError, "settings_too_large", file=path, limit=LARGEST // 1000)
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        raise fail(SettingsError, "settings_missing", file=path) from None
    except (OSError, UnicodeDecodeError) as error:
        raise fail(SettingsError, "settings_unreadable", file=path, line=1, reason=error) from None
    return _Reading(path, text).options()


def settings_beside(reports: tuple[Path, ...]) -> Path | None:
    """The yoy.toml in the folder of the first report, if there is one."""
    for report in reports[:1]:
        candidate = report.parent / FILE_NAME
        if candidate.is_file():
            return candidate
    return None


def pins_of(prior: Report, current: Report, sections: Sequence[SectionPair]) -> str:
    """The links found, as a [pins] table for a yoy.toml to start from; the root needs none."""
    before, after = (
        {s.id: f"{s.number or ''}{s.title}" for s in report.outline.sections} for report in (prior, current)
    )
    links = [link for pair in sections for link in product(pair.prior, pair.current) if link != ("s0", "s0")]
    lines = [f"  {json.dumps([before[a], after[b]], ensure_ascii=False)}," for a, b in links]
    return "\n".join(["[pins]", "force = [", *lines, "]", "forbid = []", ""])


class _Reading:
    """One settings file being read; it knows which line a key stands on."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._text = text

    def options(self) -> Options:
        import tomllib

        try:
            tables = tomllib.loads(self._text)
        except RecursionError:
            raise self._wrong(1, "[[[[…") from None
        except ValueError as error:  # not TOML, or a number longer than Python reads
            line = re.search(r"line (\d+)", str(error))
            raise self._wrong(int(line[1]) if line else self._text.count("\n") + 1, str(error)) from None
        for table, content in tables.items():
            self._known(table, _TABLES, table)
            if not isinstance(content, dict):
                place = {"file": self._path, "line": self._line(table)}
                raise fail(SettingsError, "settings_value", **place, key=f"[{table}]", form="…")
            for key in content:
                self._known(key, _TABLES[table], key)
        return Options(
            align=self._pins(tables.get("pins", {})),
            lexicon=self._lexicon(tables.get("lexicon", {})),
            flags=self._flags(tables.get("flags", {})),
            diff=self._diff(tables.get("diff", {})),
        )

    def _known(self, word: str, known: Mapping[str, Any] | tuple[str, ...], key: str) -> None:
        if word not in known:
            place = {"file": self._path, "line": self._line(key)}
            raise fail(SettingsError, "settings_unknown", **place, word=word, known=", ".join(known))

    def _line(self, key: str) -> int:
        match = re.search(rf"^\s*\[?\s*\"?{re.escape(key)}\"?\s*[\].=]", self._text, re.MULTILINE)
        return self._text.count("\n", 0, match.start() + len(match[0]) - 1) + 1 if match else 1

    def _wrong(self, line: int, reason: str) -> SettingsError:
        return fail(SettingsError, "settings_unreadable", file=self._path, line=line, reason=reason)

    def _expect(self, key: str, *, ok: bool, form: str) -> None:
        if not ok:
            place = {"file": self._path, "line": self._line(key)}
            raise fail(SettingsError, "settings_value", **place, key=key, form=form)

    def _decimal(self, key: str, value: object) -> Decimal:
        self._expect(key, ok=isinstance(value, int | float | str) and not isinstance(value, bool), form="0.1")
        try:
            number = Decimal(str(value))
        except (InvalidOperation, ValueError):
            place = {"file": self._path, "line": self._line(key)}
            raise fail(SettingsError, "settings_value", **place, key=key, form="0.1") from None
        usual = number.is_finite() and (number == 0 or SMALLEST <= number <= GREATEST)
        self._expect(key, ok=usual, form="0.1")
        return number

    def _pins(self, table: Mapping[str, Any]) -> AlignOptions:
        def pins(key: str) -> tuple[Pin, ...]:
            value = table.get(key, [])
            ok = isinstance(value, list) and all(
                isinstance(p, list)
                and len(p) == len(("prior", "current"))
                and all(isinstance(x, str) for x in p)
                for p in value
            )
            self._expect(key, ok=ok, form='[["prior", "current"], …]')
            return tuple(Pin(prior=p[0], current=p[1]) for p in value)

        return AlignOptions(force=pins("force"), forbid=pins("forbid"))

    def _lexicon(self, table: Mapping[str, Any]) -> LexiconOptions:
        synonyms = table.get("synonyms", [])
        self._expect("synonyms", ok=_is_list_of(synonyms, _is_words), form='[["word", "same"], …]')
        places = table.get("places", [])
        self._expect("places", ok=places == [] or _is_words(places), form='["place", …]')
        units = table.get("units", {})
        self._expect("units", ok=isinstance(units, dict), form='{ name = { base = "元", factor = 10000 } }')
        indicators = table.get("indicators", {})
        self._expect("indicators", ok=isinstance(indicators, dict), form=_INDICATOR_FORM)
        return LexiconOptions(
            units=tuple(self._unit(name, unit) for name, unit in units.items()),
            synonyms=tuple(tuple(group) for group in synonyms),
            places=tuple(places),
            indicators=tuple(self._indicator(name, entry) for name, entry in indicators.items()),
        )

    def _unit(self, name: str, unit: Any) -> UserUnit:
        form = f'{{ {name} = {{ base = "元", factor = 10000 }} }}'
        ok = isinstance(unit, dict) and set(unit) <= {"base", "factor"} and isinstance(unit.get("base"), str)
        self._expect(name, ok=ok and _is_word(name) and _is_word(unit["base"]), form=form)
        factor = self._decimal(name, unit.get("factor", 1))
        self._expect(name, ok=factor > 0, form=form)
        return UserUnit(name=name, base=unit["base"], factor=factor)

    def _indicator(self, name: str, entry: object) -> UserIndicator:
        self._expect(name, ok=isinstance(entry, dict), form=f"{{ {name} = {_INDICATOR_FORM} }}")
        assert isinstance(entry, dict)
        for key in entry:
            self._known(key, _INDICATOR_KEYS, name)
        ok = (
            _is_word(entry.get("name"))
            and _is_words(entry.get("units"))
            and (entry.get("aliases", []) == [] or _is_words(entry["aliases"]))
            and entry.get("nature", "stock") in get_args(Nature)
            and entry.get("better", "none") in get_args(Better)
        )
        self._expect(name, ok=ok, form=f"{{ {name} = {_INDICATOR_FORM} }}")
        lists = {key: tuple(entry[key]) for key in ("units", "aliases") if key in entry}
        return UserIndicator(id=name, **{**entry, **lists})

    def _flags(self, table: Mapping[str, Any]) -> FlagOptions:
        default = FlagOptions()
        amounts = table.get("amounts", {})
        self._expect(
            "amounts", ok=isinstance(amounts, dict) and all(map(_is_word, amounts)), form='{ "元" = 1000000 }'
        )

        def decimal(key: str, other: Decimal) -> Decimal:
            return self._decimal(key, table[key]) if key in table else other

        return FlagOptions(
            growth=decimal("growth", default.growth),
            points=decimal("points", default.points),
            amount=decimal("amount", default.amount),
            amounts={**default.amounts, **{unit: self._decimal(unit, amounts[unit]) for unit in amounts}},
        )

    def _diff(self, table: Mapping[str, Any]) -> DiffOptions:
        if "ignore" not in table:
            return DiffOptions()
        ignore = table["ignore"]
        ok = _is_strings(ignore) and set(ignore) <= set(get_args(Ignorable))
        self._expect("ignore", ok=ok, form=f"{list(get_args(Ignorable))}")
        return DiffOptions(ignore=frozenset(ignore))


def _is_strings(value: object) -> bool:
    return _is_list_of(value, lambda item: isinstance(item, str))


def _is_word(value: object) -> bool:
    """Whether a value can be a unit, a place or a synonym: a word of nothing would be found everywhere."""
    return (
        isinstance(value, str)
        and 0 < len(value) <= _LONGEST_WORD
        and value == value.strip()
        and value.isprintable()
        and not value.isdigit()
    )


def _is_words(value: object) -> bool:
    return bool(value) and _is_list_of(value, _is_word)


def _is_list_of(value: object, test: Callable[[object], bool]) -> bool:
    return isinstance(value, list) and all(test(item) for item in value)
