"""Names for figures: by language, then told apart inside the report as far as its text allows."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from yoy.language.comparisons import without_years
from yoy.quantities.drafts import by_passage
from yoy.quantities.zh.naming import names as names_zh
from yoy.quantities.zh.naming.words import name_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from yoy.model import Outline, Section
    from yoy.quantities.drafts import Draft
    from yoy.quantities.reading import Reading

_WORD = re.compile(r"[a-z0-9]+")
_Identity = tuple[str, str | None, str, str | None, str]


def name_drafts(drafts: Sequence[Draft], outline: Outline, reading: Reading) -> None:
    """Fills `indicator`; figures of one name, unit, kind and time that differ get their section's title."""
    english = outline.document.language == "en"
    limit = names_zh.NAME_LENGTH
    if english:
        from yoy.quantities.en import names as names_en

        names_en.name_passages(by_passage(drafts), reading.plain)
        limit = names_en.NAME_LENGTH
    else:
        names_zh.name_passages(by_passage(drafts), reading.plain)
        for alike in _alike(drafts):
            _tell_totals_apart(alike)
        for alike in _alike(drafts):
            _tell_agents_apart(alike, limit)
    titles = section_labels(outline.sections) if english else {}
    for alike in _alike(drafts):
        _tell_apart(alike, limit, titles, english=english)


def _alike(drafts: Iterable[Draft]) -> list[list[Draft]]:
    """Figures that share a name and differ in value."""
    groups: defaultdict[_Identity, list[Draft]] = defaultdict(list)
    for draft in drafts:
        groups[draft.indicator, draft.unit, draft.kind, draft.period, draft.role].append(draft)
    return [group for group in groups.values() if len({draft.figure.value for draft in group}) > 1]


def _tell_totals_apart(alike: Sequence[Draft]) -> None:
    """累计建成20座 beside 新建5座 of the same name: what is summed over years says so."""
    total = str(name_words().words["total_name"])
    for draft in alike:
        if total in draft.setting.left and total not in draft.indicator and draft.role != "baseline":
            stem = draft.indicator.removesuffix("数")
            draft.indicator = stem + total + draft.indicator[len(stem) :]


def _tell_agents_apart(alike: Sequence[Draft], limit: int) -> None:
    """各部门受理 beside 各科室受理: who did it is said where names would be the same without."""
    if len({draft.agent for draft in alike}) > 1:
        for draft in alike:
            name = draft.agent + draft.indicator
            draft.indicator = name if len(name) <= limit else draft.indicator


def _tell_apart(
    alike: Sequence[Draft], limit: int, titles: Mapping[str, Sequence[str]], *, english: bool
) -> None:
    """Puts the section's title before the name where the figures stand in different sections."""
    if len({draft.section for draft in alike}) < 2:  # noqa: PLR2004 - one section tells nothing apart
        return
    for draft in alike:
        if english:
            title = _first_new(titles.get(draft.section, ()), draft.indicator)
        else:
            title = _short(draft.setting.section)
        name = f"{title}{': ' if english else '：'}{draft.indicator}"
        if title and title not in draft.indicator and len(name) <= limit:
            draft.indicator = name


def _first_new(titles: Sequence[str], name: str) -> str:
    """The nearest title that says more than the name does."""
    said = _folded(name)
    return next((title for title in titles if not _folded(title) <= said), "")


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


def _short(section: Section) -> str:
    """A title's first phrase."""
    return section.title.replace("，", "、").split("、")[0].strip() if section.level else ""
