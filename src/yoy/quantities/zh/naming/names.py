"""Names of the figures of a Chinese report: the noun phrase an auditor would put in the row header.

The words are those of the figure's own clause; what the clause leaves out is carried over from the
clause or figure before, a list shares its head, and 分别 is handed out in order.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yoy.language.units import counts_classes
from yoy.quantities.zh.naming.changes import change_subject, changed, is_unit_word
from yoy.quantities.zh.naming.lists import handed_out, sum_of_list
from yoy.quantities.zh.naming.owners import held_by
from yoy.quantities.zh.naming.phrases import Phrase, clean_right, phrase_of, shortened, strip_ends, suffixed
from yoy.quantities.zh.naming.sides import RIGHT_REACH, left_of, sides_of
from yoy.quantities.zh.naming.topics import (
    Topic,
    from_clause,
    is_dependent,
    note_clause,
    note_head,
    note_stock,
    remember,
    subject_of,
)
from yoy.quantities.zh.naming.words import name_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.quantities.drafts import Draft

NAME_LENGTH = 30
_SHORT = 4
# Longest thing that stands in a list without its verb.
_LISTED = 6
_LIST_MARK = re.compile(r"\s*(?:[、和及与]|以及)")


def name_passages(groups: Sequence[Sequence[Draft]], plain: str) -> None:
    """Fills `indicator` of the figures, given by passage; a topic lasts while the section does."""
    topic, section, since = Topic(), "", 0
    for group in groups:
        if group[0].section != section:
            topic, section = Topic(), group[0].section
        topic.fresh = True
        note_head(topic, plain, since, group[0].setting.passage.span.start)
        since = group[-1].figure.span.end
        _name_passage(group, topic, plain)


def _name_passage(group: Sequence[Draft], topic: Topic, plain: str) -> None:
    for index, draft in enumerate(group):
        before = group[index - 1] if index else None
        note_clause(topic, draft, before, plain)
        draft.indicator = shortened(_name(draft, group, index, topic, plain), NAME_LENGTH)
        topic.fresh = False
    for draft in group:
        if draft.role == "baseline":
            _like_its_level(draft, group)


def _like_its_level(draft: Draft, group: Sequence[Draft]) -> None:
    for level in group:
        if level.baseline is draft:
            if draft.figure.span.start < level.figure.span.start:
                level.indicator = draft.indicator
            draft.indicator = level.indicator


def _name(draft: Draft, group: Sequence[Draft], index: int, topic: Topic, plain: str) -> str:
    if draft.kind == "rank":
        return _rank_name(draft, topic)
    if draft.kind.startswith("change"):
        return _change_name(draft, group, index, topic, plain)
    listed = sum_of_list(group, index) or handed_out(group, index, plain)
    if listed:
        remember(topic, Phrase(core=listed, object=listed), listed, draft)
        return suffixed(listed, draft.unit)
    share = name_words().share.match(left_of(draft).lstrip("、，"))
    if share and topic.name:
        return _share_name(topic.name, share["whole"])
    if index and _bare_repeat(draft, group[index - 1], plain):
        return suffixed(topic.name, draft.unit)
    return _level_name(draft, group, index, topic)


def _share_name(part: str, whole: str) -> str:
    """占总数的72% is the part's share; 占全部企业两成 also says of what."""
    words: dict[str, str] = name_words().words
    known = not whole or whole.endswith(name_words().unnamed_whole_ends)
    part = part.removeprefix(whole) or part
    return f"{part}{words['share_name']}" if known else f"{part}占{whole}{words['of_whole']}"


def _bare_repeat(draft: Draft, before: Draft, plain: str) -> bool:
    """79批1156人次: nothing between two figures, the second counts the same in another unit."""
    between = plain[before.figure.span.end : draft.figure.span.start]
    return (
        name_words().words["summed"] not in between
        and not strip_ends(between)
        and not clean_right(draft.setting.right, RIGHT_REACH)
        and before.kind == "level"
    )


def _level_name(draft: Draft, group: Sequence[Draft], index: int, topic: Topic) -> str:
    held = held_by(draft, group[index + 1] if index + 1 < len(group) else None, topic)
    if held:
        remember(topic, Phrase(core=held.subject, object=held.subject), held.name, draft)
        return suffixed(held.name, draft.unit)
    left, right = sides_of(draft, group, index)
    phrase, counted = _joined(left, right, draft)
    text = phrase.text or phrase.core
    name = _carried(text, phrase, draft, group, index, topic)
    draft.agent = phrase.agent
    remember(topic, phrase, name, draft)
    if draft.kind == "ratio" and name_words().part_of_whole.search(name):
        return f"{name.replace('仅占', '占')}{name_words().words['of_whole']}"
    if draft.kind == "ratio" and counted and not name_words().heads.search(name):
        return f"{name}{name_words().words['part_name']}"
    return suffixed(name, draft.unit)


def _joined(left: str, right: str, draft: Draft) -> tuple[Phrase, bool]:
    """The phrase before the figure, with the words behind it where those are what is counted."""
    words = name_words()
    phrase = phrase_of(left)
    if not right or words.heads.search(phrase.object):
        return phrase, False
    if left.rstrip().endswith("等") and len(right) > 1:
        verbs = [match.group() for match in words.verbs.finditer(left)]
        return Phrase(core=right, verb=verbs[-1] if verbs else "", object=right, light=phrase.light), True
    wanted = (
        not phrase.object
        or phrase.object in words.scopes
        or words.verb_end.search(phrase.object)
        or left.rstrip().endswith("的")
        or len(phrase.object) < _SHORT
        or len(right) <= _SHORT
        or (len(right) <= 10 and draft.kind == "ratio")  # noqa: PLR2004 - a predicate, not a clause
    )
    if not wanted:
        return phrase, False
    if phrase.object:
        right = right.partition("、")[0]
    link = "的" if phrase.object and left.rstrip().endswith("的") else ""
    return Phrase(
        core=phrase.core + right, verb=phrase.verb, object=phrase.object + link + right, light=phrase.light
    ), True


def _carried(
    text: str, phrase: Phrase, draft: Draft, group: Sequence[Draft], index: int, topic: Topic
) -> str:
    """The name with what the clause leaves out put before it."""
    words = name_words()
    said = words.words["summed"] in draft.setting.left
    summed = said and topic.phrase is not None and draft.unit == topic.unit
    if not text and summed and topic.phrase is not None and not topic.fresh:
        summed_up = words.new_at_end.sub("", topic.phrase.object or topic.phrase.text)
        return f"{summed_up}{words.words['total_name']}"
    if not text:
        note_stock(topic, draft, group[index - 1] if index else None)
        return topic.name if topic.name and not topic.fresh else from_clause(topic) or topic.name
    if index and topic.phrase is not None and not phrase.verb and not phrase.light:
        listed = _from_list(text, draft, group[index - 1], topic)
        if listed:
            return listed
    if is_dependent(text, phrase) or (topic.parts and draft.unit == topic.unit and not phrase.verb):
        subject = subject_of(topic, draft, text)
        if not subject and index and counts_classes(group[index - 1].unit):
            subject = group[index - 1].indicator
        return subject + text
    return text


def _from_list(text: str, draft: Draft, before: Draft, topic: Topic) -> str:
    """建议877件 after 办理市人大代表议案5项; 农专5户 after 随机抽查企业8606户: the verb is shared."""
    shared = topic.phrase
    if shared is None or text.startswith(name_words().words["converted"]):
        return ""
    listed = draft.setting.previous and bool(_LIST_MARK.search(draft.setting.left))
    if listed and topic.parts:
        return shared.verb + text if shared.verb and not name_words().dependent.match(text) else ""
    if listed and 1 < len(text) <= _LISTED and len(text) < len(shared.text) - 1:
        kept = shared.object[: -len(text)]
        modified = name_words().shared_modifier.search(kept) and not name_words().owner_of_its_own.match(text)
        return shared.verb + kept + text if modified else shared.verb + text
    if draft.setting.previous or draft.kind != "level" or not (before.unit == draft.unit == topic.unit):
        return ""
    words = name_words()
    whole = "的" in text or words.heads.search(text) or words.dependent.match(text)
    return shared.verb + text if shared.verb and not whole else ""


def _rank_name(draft: Draft, topic: Topic) -> str:
    words = name_words()
    left = strip_ends(left_of(draft))
    match = None
    for found in words.rank_verb.finditer(left):
        match = found
    subject, scope = (left[: match.start()], left[match.end() :]) if match else ("", left)
    if match is None and len(left) > _SHORT:
        subject, scope = left, ""
    subject = strip_ends(subject)
    if not subject:
        subject = topic.rank or topic.name
    elif is_dependent(subject, phrase_of(subject)) and topic.phrase is not None:
        subject = subject_of(topic, draft, subject) + subject
    topic.rank = subject
    scope = strip_ends(scope)
    return f"{subject}{scope}{words.words['rank_name']}"


def _change_name(draft: Draft, group: Sequence[Draft], index: int, topic: Topic, plain: str) -> str:
    """A change is named after its level, or after its own subject where it has one."""
    words: dict[str, str] = name_words().words
    listed = "" if draft.of else handed_out(group, index, plain)
    left = left_of(draft)
    own = listed or change_subject(left, after_figure=draft.setting.previous)
    gap = name_words().gap.match(left.lstrip("、"))
    if gap and (draft.kind == "change_abs" or gap["norm"]):
        before = group[index - 1].indicator if index else topic.name or from_clause(topic)
        return f"{before}与{gap['peer'] or gap['level'] or gap['norm']}{words['gap_name']}"
    base = draft.of.indicator if draft.of and draft.of.figure.span.start < draft.figure.span.start else own
    if not base and index and group[index - 1].kind.startswith("change"):
        last = group[index - 1]
        return last.indicator.removesuffix(changed(last.setting.left)) + changed(draft.setting.left)
    if not base:
        base = topic.name or from_clause(topic)
    if own and not is_unit_word(own):
        topic.name = own
        if not draft.of:
            topic.phrase, topic.unit = Phrase(core=own, object=own), None
    while index and draft.setting.previous and not strip_ends(draft.setting.left):
        index -= 1
        draft = group[index]
    return base + changed(draft.setting.left)
