"""Outline to figures: masks, figures, kinds, times, baselines, names, keys, implied values."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from yoy.language.identity import Occurrences, bare_title
from yoy.language.units import UnitTable
from yoy.model import Figures, Quantity
from yoy.quantities.context import settings_of
from yoy.quantities.drafts import Draft, by_passage
from yoy.quantities.implied import implied_values
from yoy.quantities.names import name_drafts
from yoy.quantities.reading import read_figures
from yoy.quantities.tables.cells import TableFigure, key_cells, read_tables
from yoy.quantities.tables.reader import readers_of
from yoy.quantities.unread import unread_notes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.model import Outline
    from yoy.options import LexiconOptions
    from yoy.quantities.context import Setting
    from yoy.quantities.kinds import Kind
    from yoy.quantities.language import Language


def find_figures(outline: Outline, options: LexiconOptions) -> Figures:
    """Every figure of a report with its name and circumstances, and every other number with a reason.

    Cost grows linearly with the length of the text.
    """
    units = UnitTable(options.units)
    readers = tuple(readers_of(outline, units))
    cells = read_tables(outline, readers)
    keys = tuple(key_cells(outline, readers))
    language = _language_of(outline.document.language)
    reserved = [*(cell.figure.span for cell in cells), *(key.span for key in keys)]
    reading = read_figures(outline, partial(language.grammar, units), reserved)
    settings = settings_of(outline, reading.plain, reading.figures)
    drafts = _drafts(reading.plain, settings, language)
    for group in by_passage(drafts):
        language.link(group, reading.plain)
    language.time(drafts, outline, reading)
    name_drafts(drafts, outline, reading.plain, language)
    language.facets(drafts, outline, reading, options)
    quantities = _numbered(outline, drafts, cells)
    return Figures(
        quantities=quantities,
        set_aside=tuple(sorted((*reading.set_aside, *keys), key=lambda aside: aside.span)),
        implied=implied_values(quantities),
        notes=(*unread_notes(quantities, reading.set_aside), *reading.notes),
    )


def _drafts(plain: str, settings: Sequence[Setting], language: Language) -> list[Draft]:
    drafts: list[Draft] = []
    for setting in settings:
        drafts.append(_draft(setting, language.kind(setting, drafts, plain)))
    return drafts


def _draft(setting: Setting, kind: Kind) -> Draft:
    """A change with a printed minus is unsigned, with the direction down."""
    figure = setting.figure
    if figure.value >= 0 or figure.value_max is not None or kind.direction is None:
        return Draft(setting=setting, kind=kind.kind, direction=kind.direction)
    unsigned = setting._replace(figure=figure._replace(value=-figure.value))
    return Draft(setting=unsigned, kind=kind.kind, direction="down")


def _numbered(
    outline: Outline, drafts: Sequence[Draft], cells: Sequence[TableFigure]
) -> tuple[Quantity, ...]:
    """Quantities in reading order with ids and keys; links between drafts become ids."""
    entries: list[Draft | TableFigure] = sorted([*drafts, *cells], key=lambda entry: entry.figure.span.start)
    ids = {id(entry): f"q{number}" for number, entry in enumerate(entries, start=1)}
    titles = {section.id: bare_title(section.title) for section in outline.sections}
    occurrences = Occurrences()
    found: list[Quantity] = []
    for entry in entries:
        key = occurrences.key(titles[entry.section], entry.indicator, entry.unit, entry.kind)
        found.append(entry.quantity(outline.document.text, ids, key))
    return tuple(found)


def _language_of(name: str) -> Language:
    """What is known of a language; imported when it is needed."""
    if name == "en":
        from yoy.quantities.en.language import ENGLISH

        return ENGLISH
    from yoy.quantities.zh.language import CHINESE

    return CHINESE
