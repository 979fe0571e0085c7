"""What is known of English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.quantities.en.facets import fill_facets
from yoy.quantities.en.grammar import EnglishGrammar
from yoy.quantities.en.kinds import kind_of
from yoy.quantities.en.links import link
from yoy.quantities.en.names import NAME_LENGTH, name_passages
from yoy.quantities.en.times import time_english
from yoy.quantities.kinds import Kind
from yoy.quantities.language import Language
from yoy.quantities.names import section_labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.quantities.context import Setting
    from yoy.quantities.drafts import Draft


def _kind(setting: Setting, drafts: Sequence[Draft], plain: str) -> Kind:
    last = drafts[-1] if drafts and drafts[-1].setting.passage is setting.passage else None
    known = Kind(last.kind, last.direction) if last else None
    span, passage = setting.figure.span, setting.passage.span
    between = plain[last.setting.figure.span.end : span.start] if last else ""
    return kind_of(setting, known, between, plain[passage.start : span.start], plain[span.end : passage.end])


def _as_it_is(_: Sequence[Draft]) -> None:
    """English names say already who did what."""


ENGLISH = Language(
    grammar=lambda units, _: EnglishGrammar(units),
    kind=_kind,
    link=link,
    time=time_english,
    name=name_passages,
    tell_apart=_as_it_is,
    titles=lambda outline: section_labels(outline.sections),
    joint=": ",
    name_length=NAME_LENGTH,
    facets=fill_facets,
)
"""English, as annual reports and budget speeches are written in it."""
