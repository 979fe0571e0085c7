"""Outline to figures: masks, figures, kinds, times, baselines, names, keys, implied values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.language.identity import Occurrences, bare_title
from yoy.language.units import UnitTable
from yoy.model import Figures, Quantity
from yoy.quantities.context import Setting, settings_of
from yoy.quantities.drafts import Draft
from yoy.quantities.implied import implied_values
from yoy.quantities.links import link_drafts
from yoy.quantities.names import name_drafts
from yoy.quantities.reading import Reading, read_figures
from yoy.quantities.tables.cells import TableFigure, key_cells, read_tables
from yoy.quantities.unread import unread_notes
from yoy.quantities.zh import kinds as kinds_zh
from yoy.quantities.zh.facets.find import fill_facets
from yoy.quantities.zh.times import time_chinese

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.model import Outline
    from yoy.options import LexiconOptions
    from yoy.quantities.zh.kinds import Kind


def find_figures(outline: Outline, options: LexiconOptions) -> Figures:
    """Every figure of a report with its name and circumstances, and every other number with a reason.

    Cost grows linearly with the length of the text.
    """
    units = UnitTable(options.units)
    cells = read_tables(outline, units)
    keys = tuple(key_cells(outline))
    reading = read_figures(outline, units, [*(cell.figure.span for cell in cells), *(k.span for k in keys)])
    settings = settings_of(outline, reading.plain, reading.figures)
    drafts = _drafts(outline, reading, settings)
    link_drafts(drafts, reading.plain, outline.document.language)
    _time(drafts, outline, reading)
    name_drafts(drafts, outline, reading)
    _fill_facets(drafts, outline, reading, options)
    quantities = _numbered(outline, drafts, cells)
    return Figures(
        quantities=quantities,
        set_aside=tuple(sorted((*reading.set_aside, *keys), key=lambda aside: aside.span)),
        implied=implied_values(quantities),
        notes=(*unread_notes(quantities, reading.set_aside), *reading.notes),
    )


def _time(drafts: Sequence[Draft], outline: Outline, reading: Reading) -> None:
    if outline.document.language == "en":
        from yoy.quantities.en.times import time_english

        time_english(drafts, outline, reading)
    else:
        time_chinese(drafts, outline, reading)


def _fill_facets(
    drafts: Sequence[Draft], outline: Outline, reading: Reading, options: LexiconOptions
) -> None:
    if outline.document.language == "zh":
        fill_facets(drafts, reading.plain, outline, options)
    else:
        from yoy.quantities.en.facets import fill_facets as fill_english

        fill_english(drafts, options)


def _drafts(outline: Outline, reading: Reading, settings: Sequence[Setting]) -> list[Draft]:
    drafts: list[Draft] = []
    english = outline.document.language == "en"
    for index, setting in enumerate(settings):
        before = drafts[index - 1] if index and settings[index - 1].passage is setting.passage else None
        kind = _english(reading.plain, setting, before) if english else _chinese(setting, drafts, before)
        drafts.append(_draft(setting, kind))
    return drafts


def _draft(setting: Setting, kind: Kind) -> Draft:
    """A change with a printed minus is unsigned, with the direction down."""
    figure = setting.figure
    if figure.value >= 0 or figure.value_max is not None or kind.direction is None:
        return Draft(setting=setting, kind=kind.kind, direction=kind.direction)
    unsigned = setting._replace(figure=figure._replace(value=-figure.value))
    return Draft(setting=unsigned, kind=kind.kind, direction="down")


def _chinese(setting: Setting, drafts: Sequence[Draft], before: Draft | None) -> Kind:
    known = kinds_zh.Kind(before.kind, before.direction) if before else None
    timed = any(kinds_zh.is_duration(draft.unit) for draft in drafts[-2:])
    return kinds_zh.kind_of(setting, known, before.unit if before else None, timed=timed)


def _english(plain: str, setting: Setting, before: Draft | None) -> Kind:
    from yoy.quantities.en import kinds as kinds_en

    known = kinds_zh.Kind(before.kind, before.direction) if before else None
    between = plain[before.setting.figure.span.end : setting.figure.span.start] if before else ""
    sentence_left = plain[setting.passage.span.start : setting.figure.span.start]
    sentence_right = plain[setting.figure.span.end : setting.passage.span.end]
    return kinds_en.kind_of(setting, known, between, sentence_left, sentence_right)


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
