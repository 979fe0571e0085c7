"""Names for figures: by language, then told apart inside the report as far as its text allows."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from yoy.quantities import names_zh
from yoy.quantities.links import by_passage
from yoy.quantities.phrases import name_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yoy.model import Outline, Section
    from yoy.quantities.links import Draft
    from yoy.quantities.reading import Reading

_Identity = tuple[str, str | None, str, str | None, str]


def name_drafts(drafts: Sequence[Draft], outline: Outline, reading: Reading) -> None:
    """Fills `indicator`; figures of one name, unit, kind and time that differ get their section's title."""
    english = outline.document.language == "en"
    limit = names_zh.NAME_LENGTH
    if english:
        from yoy.quantities import names_en

        names_en.name_passages(by_passage(drafts), reading.plain)
        limit = names_en.NAME_LENGTH
    else:
        names_zh.name_passages(by_passage(drafts), reading.plain)
        for alike in _alike(drafts):
            _tell_totals_apart(alike)
    for alike in _alike(drafts):
        _tell_apart(alike, limit, english=english)


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


def _tell_apart(alike: Sequence[Draft], limit: int, *, english: bool) -> None:
    """Puts the section's title before the name where the figures stand in different sections."""
    if len({draft.section for draft in alike}) < 2:  # noqa: PLR2004 - one section tells nothing apart
        return
    for draft in alike:
        title = _short(draft.setting.section, english=english)
        name = f"{title}{': ' if english else '：'}{draft.indicator}"
        if title and title not in draft.indicator and len(name) <= limit:
            draft.indicator = name


def _short(section: Section, *, english: bool) -> str:
    """A title's first phrase."""
    if not section.level:
        return ""
    title = section.title.split(". ")[0] if english else section.title
    return title.strip() if english else title.replace("，", "、").split("、")[0].strip()
