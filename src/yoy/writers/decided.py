"""What the settings say that isn't the default: whoever reads a result is told of all of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from yoy.options import Options, as_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 300
"""Characters of one setting that are shown; the settings file and the JSON document have all."""


def decided(settings: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """Name and value of every setting that differs from what yoy does on its own."""
    usual = dict(_flat(as_settings(Options())))
    told = {**settings, "decisions": _counted(settings.get("decisions") or ())}
    return tuple((name, _short(value)) for name, value in _flat(told) if usual.get(name) != value)


def _counted(decisions: object) -> tuple[str, ...]:
    """How many rulings of each kind changed the result; who reads a result needs no keys."""
    rulings = [str(one.get("ruling")) for one in decisions if isinstance(one, Mapping)]  # type: ignore[attr-defined]
    return tuple(f"{ruling} {rulings.count(ruling)}" for ruling in sorted(set(rulings)))


def _flat(settings: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, value in settings.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield prefix + name, _words(value)


def _words(value: object) -> str:
    if isinstance(value, Mapping):
        return " ".join(_words(one) for one in value.values())
    if isinstance(value, list | tuple):
        return ", ".join(_words(one) for one in value) or "—"
    return str(value)


def _short(value: str) -> str:
    return value if len(value) <= LONGEST else value[:LONGEST] + "…"
