"""The links that the user has decided in the table [pins] of the settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yoy.errors import AlignError
from yoy.language.identity import bare_title
from yoy.language.tokens import fold
from yoy.lexicon import fail

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yoy.model import Report, Section
    from yoy.options import AlignOptions, Pin

_STEPS = "/"


@dataclass(frozen=True, slots=True)
class Pins:
    """Indices of sections, prior → current, that must or must not be linked."""

    force: tuple[tuple[int, int], ...]
    forbid: tuple[tuple[int, int], ...]


def find_pins(prior: Report, current: Report, options: AlignOptions) -> Pins:
    """The sections that the pins name.

    A side of a pin is a number (`(二)`), a title, or a way from the top such as `一、/(二)`.

    Raises:
        AlignError: a side names no section of its report, or several.
    """
    return Pins(_resolve(prior, current, options.force), _resolve(prior, current, options.forbid))


def first_of_each(force: Iterable[tuple[int, int]]) -> tuple[dict[int, int], list[tuple[int, int]]]:
    """Forced links as one-to-one links, and those that join a section to a link that is forced already.

    Two pins for one section say that it was split or merged.
    """
    links: dict[int, int] = {}
    joining = []
    for i, j in dict.fromkeys(force):
        if i in links or j in links.values():
            joining.append((i, j))
        else:
            links[i] = j
    return links, joining


def _resolve(prior: Report, current: Report, pins: Iterable[Pin]) -> tuple[tuple[int, int], ...]:
    return tuple((_named(prior, pin.prior), _named(current, pin.current)) for pin in pins)


def _named(report: Report, name: str) -> int:
    found = _matches(report.outline.sections, name)
    if len(found) != 1:
        slug = "pin_names_several" if found else "pin_names_nothing"
        raise fail(AlignError, slug, name=name, report=report.id, count=len(found))
    return found[0]


def _matches(sections: Sequence[Section], name: str) -> list[int]:
    """Sections of that number or title, wherever they stand; then those at the end of that way."""
    plain = [i for i, section in enumerate(sections) if i and _is_called(section, name)]
    if plain or _STEPS not in name:
        return plain
    index = {section.id: i for i, section in enumerate(sections)}
    *above, last = [step.strip() for step in name.split(_STEPS)]
    return [
        i
        for i, section in enumerate(sections)
        if _is_called(section, last) and _lies_below(sections, index, i, above)
    ]


def _lies_below(sections: Sequence[Section], index: dict[str, int], i: int, above: list[str]) -> bool:
    """Whether the ancestors of a section bear these names, in this order."""
    wanted = list(above)
    parent = sections[i].parent
    while wanted and parent is not None:
        section = sections[index[parent]]
        if _is_called(section, wanted[-1]):
            wanted.pop()
        parent = section.parent
    return not wanted


def _is_called(section: Section, name: str) -> bool:
    plain = _plain(name)
    if not plain:
        return False
    number = _plain(section.number or "")
    title = bare_title(section.title)
    return plain in (number, _plain(section.title), number + _plain(section.title)) or bool(
        title and bare_title(name) == title
    )


def _plain(name: str) -> str:
    return fold(name).strip(" \t、.:").casefold()
