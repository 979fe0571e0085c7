"""Lists of subjects handed out to lists of figures in order: PM2.5、PM10浓度分别为38、54."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yoy.language.indicators import folded, vocabulary
from yoy.quantities.context import without_approx
from yoy.quantities.zh.naming.changes import change_subject
from yoy.quantities.zh.naming.phrases import phrase_of, strip_ends
from yoy.quantities.zh.naming.words import name_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.quantities.drafts import Draft

_SHORT = 4
# Longest list whose sum is looked for.
_MOST = 6
_PAIR = 2
_LISTED = re.compile(r"\s*(?:[、和及与,，]|以及)\s*")
_OF_MATTER = re.compile("排放|量")
_OF_MONEY = re.compile("收入|[售易交]额|营收|花费")
_COMMA = re.compile(r"、")


def handed_out(group: Sequence[Draft], index: int, plain: str, clause: str = "") -> str:
    """The subject of a figure's place in its list, or "" where no list of subjects is handed out.

    Args:
        group: the figures of a passage.
        index: of the figure in it.
        plain: the text.
        clause: the clause without a figure before it, which names the subjects where its own doesn't.
    """
    first, last = list_of(group, index, plain)
    count, head = last - first + 1, group[first]
    if count == 1:
        return ""
    start = head.setting.left_start if head.setting.previous else head.setting.clause.start
    left = without_approx(plain[start : head.figure.span.start], "zh")
    change = head.kind.startswith("change")
    named, apart, verb = left.rpartition(name_words().words["respectively"])
    said = (
        change_subject(left, after_figure=head.setting.previous)
        if change
        else strip_ends(named if apart else left)
    )
    subjects = subjects_in(said, count)
    if not subjects and apart and change and not said and not head.setting.previous:
        subjects = subjects_in(strip_ends(name_words().came_of_it.sub("", clause)), count)
    if not subjects:
        taken = strip_ends(named) or (said and not apart)
        return "" if taken or change else _earlier_list(group, first, last, index, apart)
    act = phrase_of(verb).verb if apart and not change else ""
    subject = completed(subjects, index - first)
    return subject + act if act in name_words().acts_of_subject else act + subject


def list_of(group: Sequence[Draft], index: int, plain: str) -> tuple[int, int]:
    """First and last of the figures that stand in one list with this one."""
    first = last = index
    while first and _in_run(group[first - 1], group[first], plain):
        first -= 1
    while last + 1 < len(group) and _in_run(group[last], group[last + 1], plain):
        last += 1
    return first, last


def _in_run(first: Draft, second: Draft, plain: str) -> bool:
    between = plain[first.figure.span.end : second.figure.span.start]
    between = without_approx(name_words().bound_before_next.sub("", between), "zh")
    if {"，", ","} & set(between) and first.unit != second.unit:
        return False
    return bool(_LISTED.fullmatch(between)) and first.kind == second.kind


def subjects_in(text: str, count: int) -> list[str]:
    """The parts of a list of `count` subjects: at 、 where that gives the number, else at 和 too.

    A word that says two in one (城乡 is 城镇 and 农村) makes two subjects of what it modifies.
    """
    for pattern in (_COMMA, name_words().subjects_part):
        parts = [part for part in pattern.split(text) if part.strip()]
        if len(parts) == count:
            return parts
    return in_one(text) if count == _PAIR else []


def in_one(text: str) -> list[str]:
    """城乡居民收入: the two subjects that one word names together; [] where none does."""
    for word, *each in name_words().two_in_one:
        before, found, behind = text.partition(word)
        if found:
            return [f"{before}{one}{behind}" for one in each]
    return []


def _earlier_list(group: Sequence[Draft], first: int, last: int, index: int, apart: str) -> str:
    """累计分别达到64项和288项: the subjects of the list before, in order."""
    count = last - first + 1
    earlier = group[max(0, first - count) : first]
    if len(earlier) < count:
        return ""
    if not apart:
        if _begun_there(earlier, group[first : last + 1]):
            return earlier[index - first].indicator
        changes = all(draft.kind.startswith("change") for draft in earlier) and earlier[-1].setting.previous
        return earlier[index - first].indicator.removesuffix(name_words().words["changed"]) if changes else ""
    if earlier[index - first].unit != group[index].unit:
        return ""
    name = phrase_of(earlier[index - first].indicator.removesuffix("数"))
    return f"{name.object or name.core}{name_words().words['total_name']}"


def _begun_there(earlier: Sequence[Draft], group: Sequence[Draft]) -> bool:
    """分别从5元、8元提高到6元、9元: the list before tells what each of this one began at."""
    pairs = zip(earlier, group, strict=True)
    told = {one.indicator for one in earlier}
    return len(told) > 1 and all(one.unit == other.unit and one.kind == other.kind for one, other in pairs)


def sum_of_list(group: Sequence[Draft], index: int) -> str:
    """建议75件、提案183件，合计258件: the things counted before, together; "" where nothing is summed.

    The name never hangs on whether the sum adds up: it must be the same when a figure is corrected.
    """
    draft = group[index]
    if not name_words().summed_list.fullmatch(without_approx(draft.setting.left, "zh").strip("，,、 ")):
        return ""
    parts: list[Draft] = []
    for part in reversed(group[max(0, index - _MOST) : index]):
        if part.unit != draft.unit or part.kind != "level" or draft.kind != "level":
            break
        parts.insert(0, part)
    if len(parts) < 2:  # noqa: PLR2004 - one thing is no list
        return ""
    first, second = parts[0].indicator, parts[1].indicator
    stem = _shared(first, second)
    tail = _shared(first[stem:][::-1], second[stem:][::-1])
    more = "等" if len(parts) > 2 else ""  # noqa: PLR2004 - two are named in full
    name = name_words().words["sum_name"]
    return f"{first[: len(first) - tail]}、{second[stem : len(second) - tail]}{more}{name}"


def _shared(first: str, second: str) -> int:
    """How many characters two names open with alike."""
    pairs = zip(first, second, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(first), len(second)))


def completed(subjects: Sequence[str], at: int) -> str:
    """One of a list of subjects with the head or the modifier that the list shares."""
    subject, last, first = subjects[at], subjects[-1], subjects[0]
    if at < len(subjects) - 1:
        rest = _rest_of_last(subject, last)
        if rest:
            return strip_ends(subject + rest)
    own = name_words().heads.search(subject)
    if not own:
        subject += _shared_head(subject, last)
    if (
        at
        and own
        and not stands_alone(subject)
        and len(subject) <= _SHORT
        and first[-1] == subject[-1]
        and len(first) - len(subject) > 1
    ):
        subject = first[: -len(subject)] + subject
    return strip_ends(_per_head(_owned(subject, first), first) if at else subject)


def _per_head(subject: str, first: str) -> str:
    """每千人托位、养老床位: the second is told per head, too."""
    words = name_words()
    each = words.per_head.match(first)
    if each is None or subject.startswith(("每", "人均")):
        return subject
    alike = words.told_per_head.search(first) and words.told_per_head.search(subject)
    return each.group() + subject if alike else subject


def _rest_of_last(subject: str, last: str) -> str:
    """城镇、农村居民收入; 刑事、治安案件: what stands behind the modifier of the last subject."""
    words = name_words()
    scope = max((scope for scope in sorted(words.scopes) if last.startswith(scope)), key=len, default="")
    if scope and subject in words.scopes:
        return last[len(scope) :]
    if words.heads.search(subject):
        return ""
    if last.startswith(subject):
        return ""  # 工业、制造业、工业技改投资: the last names it again with what is its own
    if not stands_alone(subject) and len(last) > len(subject) + 1 and last[len(subject) - 1] == subject[-1]:
        return last[len(subject) :]
    if subject not in words.kinds_of_one:
        return ""
    return next((last[len(kind) :] for kind in words.kinds_of_one if last.startswith(kind)), "")


def _shared_head(subject: str, last: str) -> str:
    """What the last subject measures, where the others leave that out: 化学需氧量、氨氮排放量."""
    words = name_words()
    head = words.standard_at_end.search(last) or words.heads.search(last)
    if head is None or words.standard_at_end.search(subject):
        return ""
    of_matter = _OF_MATTER.search(head.group()) and subject.endswith(words.heads_of_their_own)
    of_money = _OF_MONEY.search(head.group()) and subject.endswith(words.travels)
    return "" if of_matter or of_money else head.group()


def _owned(subject: str, first: str) -> str:
    """货运量、交易额 behind 网络: a bare measure is of what the first of the list is a measure of."""
    words = name_words()
    measure = words.measure_at_end.search(first)
    if (
        measure
        and words.bare_measure.fullmatch(subject)
        and not (stands_alone(first) or stands_alone(subject))
    ):
        return first[: measure.start()] + subject
    return subject


def stands_alone(subject: str) -> bool:
    """Whether a subject is the whole name of an indicator: 出口额 shares nothing of 进出口总额."""
    text = folded(subject)
    return any(ending.start == 0 for ending in vocabulary().endings(text))
