"""Names for figures: by language, then told apart inside the report as far as its text allows."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from yoy.language.years import without_years
from yoy.quantities.drafts import by_passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from yoy.model import Outline, Section
    from yoy.quantities.drafts import Draft
    from yoy.quantities.language import Language

_WORD = re.compile(r"[a-z0-9]+")
_Identity = tuple[str, str | None, str, str | None, str]


def name_drafts(drafts: Sequence[Draft], outline: Outline, plain: str, language: Language) -> None:
    """Fills `indicator`; figures of one name, unit, kind and time that differ get their section's title."""
    language.name(by_passage(drafts), plain)
    language.tell_apart(drafts)
    titles = language.titles(outline)
    for alike in alike_in(drafts):
        _tell_apart(alike, titles, language)


def alike_in(drafts: Iterable[Draft]) -> list[list[Draft]]:
    """Figures that share a name and differ in value."""
    groups: defaultdict[_Identity, list[Draft]] = defaultdict(list)
    for draft in drafts:
        groups[draft.indicator, draft.unit, draft.kind, draft.period, draft.role].append(draft)
    return [group for group in groups.values() if len({draft.figure.value for draft in group}) > 1]


def _tell_apart(alike: Sequence[Draft], titles: Mapping[str, Sequence[str]], language: Language) -> None:
    """Puts the section's title before the name where the figures stand in different sections."""
    if len({draft.section for draft in alike}) < 2:  # noqa: PLR2004 - one section tells nothing apart
        return
    for draft in alike:
        title = _first_new(titles.get(draft.section, ()), draft.indicator)
        name = f"{title}{language.joint}{draft.indicator}"
        if title and title not in draft.indicator and len(name) <= language.name_length:
            draft.indicator = name


def _first_new(titles: Sequence[str], name: str) -> str:
    """The nearest title that says more than the name does."""
    said = _folded(name)
    new = (title for title in titles if not (words := _folded(title)) or not words <= said)
    return next(new, "")


def _folded(text: str) -> frozenset[str]:
    """The words of an English text without the s of a plural."""
    return frozenset(word.rstrip("s") for word in _WORD.findall(text.casefold()))


def section_labels(sections: Sequence[Section]) -> dict[str, tuple[str, ...]]:
    """Of each English section, the titles that tell it from others, the nearest first.

    A title that comes again and again under one parent (Revenues) says little: the one that heads its
    group (Parks and Resorts) does.
    """
    heads = _group_heads(sections)
    labels: dict[str, tuple[str, ...]] = {}
    for section in sections:
        own = (_label(section),) if _label(section) else ()
        head = (heads[section.id],) if section.id in heads else ()
        labels[section.id] = (*head, *own, *labels.get(section.parent or "", ()))
    return labels


def _label(section: Section) -> str:
    """A title without the years it compares: by their time its figures are told apart already."""
    return without_years(section.title).split(". ")[0].strip() if section.level else ""


def _group_heads(sections: Sequence[Section]) -> dict[str, str]:
    """Of sections whose title comes again under their parent: the title that heads their group.

    A title of its own heads a group when what follows it begins the series anew.
    """
    counts = Counter((section.parent, _folded(section.title)) for section in sections)
    siblings: defaultdict[str | None, list[Section]] = defaultdict(list)
    for section in sections:
        siblings[section.parent].append(section)
    heads: dict[str, str] = {}
    for family in siblings.values():
        head, seen = "", set[frozenset[str]]()
        for index, section in enumerate(family):
            if counts[section.parent, _folded(section.title)] > 1:
                seen.add(_folded(section.title))
                if head:
                    heads[section.id] = head
                continue
            after = (_folded(s.title) for s in family[index + 1 :])
            series = next((title for title in after if counts[section.parent, title] > 1), None)
            if not head or series in seen:
                head, seen = _label(section), set()
    return heads


def short_titles(outline: Outline) -> dict[str, tuple[str, ...]]:
    """Of each section, its title's first phrase."""
    return {
        section.id: (section.title.replace("，", "、").split("、")[0].strip(),) if section.level else ()
        for section in outline.sections
    }
