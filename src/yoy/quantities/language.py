"""What the common part of the stage is given of a language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from yoy.language.units import UnitTable
    from yoy.model import Outline
    from yoy.options import LexiconOptions
    from yoy.quantities.context import Setting
    from yoy.quantities.drafts import Draft
    from yoy.quantities.kinds import Kind
    from yoy.quantities.reading import Grammar, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language, step by step; each step fills in what it finds out of the drafts.

    Attributes:
        grammar: reads figures; given the units known, and whether d,ddd is one number in this document.
        kind: of a figure in its place, given the drafts before it and the text.
        link: of the drafts of a passage: levels, changes and baselines.
        time: period, base and role. name: names and namers, by passage.
        tell_apart: of figures of one name that differ: by words of their own.
        titles: of each section, the titles that can tell figures of one name apart, the nearest first.
        joint: between such a title and the name; name_length: of the longest name.
        facets: concept, qualifiers, basis, subjects.
    """

    grammar: Callable[[UnitTable, bool], Grammar]
    kind: Callable[[Setting, Sequence[Draft], str], Kind]
    link: Callable[[Sequence[Draft], str], None]
    time: Callable[[Sequence[Draft], Outline, Reading], None]
    name: Callable[[Sequence[Sequence[Draft]], str], None]
    tell_apart: Callable[[Sequence[Draft]], None]
    titles: Callable[[Outline], Mapping[str, Sequence[str]]]
    joint: str
    name_length: int
    facets: Callable[[Sequence[Draft], Outline, Reading, LexiconOptions], None]
