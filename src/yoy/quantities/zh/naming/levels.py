"""Names of levels and ratios: from a list, from behind the figure, or from the words of its clause."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yoy import lexicon
from yoy.language.indicators import folded, vocabulary
from yoy.language.units import counts_classes, counts_things
from yoy.quantities.zh.naming.lists import handed_out, list_of, stands_alone, sum_of_list
from yoy.quantities.zh.naming.owners import aspects, owners, places
from yoy.quantities.zh.naming.phrases import Phrase, clean_right, phrase_of, strip_ends, suffixed
from yoy.quantities.zh.naming.ranks import owner_of
from yoy.quantities.zh.naming.sides import RIGHT_REACH, left_of
from yoy.quantities.zh.naming.topics import (
    from_clause,
    is_dependent,
    note_stock,
    remember,
    subject_of,
    without_overlap,
)
from yoy.quantities.zh.naming.words import name_words

if TYPE_CHECKING:
    from yoy.quantities.drafts import Draft
    from yoy.quantities.zh.naming.owners import Held
    from yoy.quantities.zh.naming.place import Place

# An owner needs two characters at least.
_SHORTEST = 2
# Longest thing that stands in a list without its verb.
_LISTED = 6
_LIST_MARK = re.compile(r"\s*(?:[、和及与]|以及)")


def of_sum(place: Place) -> str:
    """建议75件、提案183件，合计258件."""
    return _listed(place, sum_of_list(place.group, place.index))


def of_list(place: Place) -> str:
    """PM2.5、PM10浓度分别为38、54."""
    name = handed_out(place.group, place.index, place.plain)
    first, _ = list_of(place.group, place.index, place.plain)
    words = name_words()
    progress = place.draft.kind == "ratio" and words.carried_out.search(left_of(place.group[first]))
    if name and progress and not words.heads.search(name):
        name += words.words["carried_out_name"]
    return _listed(place, name)


def _listed(place: Place, name: str) -> str:
    if not name:
        return ""
    remember(place.topic, Phrase(core=name, object=name), name, place.draft)
    return suffixed(name, place.draft.unit)


def of_share(place: Place) -> str:
    """占总数的72% is the share of what was told; 占全部企业两成 also says of what."""
    words = name_words()
    share = words.share.match(left_of(place.draft).lstrip("、，"))
    if not share or not place.topic.name:
        return ""
    whole = share["whole"]
    part = place.topic.name.removeprefix(whole) or place.topic.name
    if not whole or whole.endswith(words.unnamed_whole_ends):
        return f"{part}{words.words['share_name']}"
    return f"{part}占{whole}{words.words['of_whole']}"


def again(place: Place) -> str:
    """79批1156人次: nothing between two figures, the second counts the same in another unit."""
    draft, before = place.draft, place.before
    if before is None or before.kind != "level":
        return ""
    between = place.plain[before.figure.span.end : draft.figure.span.start]
    if name_words().words["summed"] in between or strip_ends(between):
        return ""
    if clean_right(draft.setting.right, RIGHT_REACH):
        return ""
    return suffixed(place.topic.name, draft.unit)


def of_owner(place: Place) -> str:
    """26个部门的431项审批事项进驻中心: departments of which that is told."""
    return _held(place, owners(place.draft, place.following))


def of_aspects(place: Place) -> str:
    """六个方面部署32项任务: aspects of the tasks."""
    return _held(place, aspects(place.draft, place.following))


def of_places(place: Place) -> str:
    """全过程记录制度已在9个执法部门实施: departments in which it was carried out."""
    return _held(place, places(place.draft, place.topic))


def _held(place: Place, held: Held | None) -> str:
    if held is None:
        return ""
    remember(place.topic, Phrase(core=held.subject, object=held.subject), held.name, place.draft)
    return suffixed(held.name, place.draft.unit)


def of_steps(place: Place) -> str:
    """地区生产总值连跨两个千亿元台阶: a count of steps; what passed them stays what is spoken of."""
    words, left = name_words(), left_of(place.draft)
    if not counts_things(place.draft.unit) or not words.steps.match(place.draft.setting.right):
        return ""
    subject = strip_ends(left) or place.topic.name or from_clause(place.topic)
    remember(place.topic, Phrase(core=subject, object=subject), subject, place.draft)
    return f"{subject}{words.words['steps_name']}"


def summed_up(place: Place) -> str:
    """累计56件 after 本年新增23件: the sum of what was counted, new or not."""
    words, topic, draft = name_words(), place.topic, place.draft
    said = words.words["summed"] in draft.setting.left and not place.clause.text
    if not said or topic.phrase is None or topic.fresh or draft.unit != topic.unit:
        return ""
    whole = words.new_at_end.sub("", topic.phrase.object or topic.phrase.text)
    return _finished(place, f"{whole}{words.words['total_name']}")


def stock(place: Place) -> str:
    """新增上市公司6家、总数达186家: the total is of what was added to."""
    words, topic, text = name_words(), place.topic, place.clause.text
    if place.before is None or topic.phrase is None or not words.whole_stock.fullmatch(text):
        return ""
    subject = words.added.sub("", topic.phrase.object or topic.phrase.text).removesuffix("数")
    return _finished(place, subject.removesuffix(text).removesuffix(text[1:]) + text)


def of_part(place: Place) -> str:
    """清洁能源装机占比50%、发电量占比45%: only a measure; it is of what the figure before measures."""
    text, words = place.clause.text, name_words()
    if place.before is not None and words.cost.fullmatch(text) and counts_things(place.before.unit):
        return _finished(place, _counted_name(place.before) + text)
    if place.before is None or not words.part_ranked.fullmatch(text) or stands_alone(text):
        return ""
    owner = owner_of(place)
    if len(owner) < _SHORTEST or words.part_ranked.fullmatch(owner):
        return ""
    owner = without_overlap(words.part_at_end.sub("", owner), text)
    standard = (owner[:end] for end in range(len(owner), 1, -1) if stands_alone(owner[:end] + text))
    return _finished(place, next(standard, owner) + text)


def _counted_name(draft: Draft) -> str:
    """三库项目数: the things counted, without what the unit adds."""
    names: dict[str, str] = lexicon.data("measure_words")["names"]
    return draft.indicator.removesuffix(names.get(draft.unit or "", ""))


def unnamed(place: Place) -> str:
    """达到190万户: nothing but a verb; it is of what was spoken of before."""
    topic, draft = place.topic, place.draft
    if place.clause.text:
        return ""
    note_stock(topic, draft, place.before)
    name = _standard_in(topic.clause, draft.unit)
    if not name:
        name = topic.name if topic.name and not topic.fresh else from_clause(topic) or topic.name
    return _finished(place, name_words().crossed.sub("", name))


def _standard_in(clause: str, unit: str | None) -> str:
    """进出口总值创历史新高，达到500亿元: the indicator of the clause before, and what narrows it."""
    text = strip_ends(clause)
    for end in range(len(text), _SHORTEST, -1):
        endings = vocabulary().endings(folded(text[:end]))
        if any(ending.indicator.measured_in(unit) for ending in endings):
            return phrase_of(text[:end]).text
    return ""


def of_measured(place: Place) -> str:
    """What a bare measure is of: the crop of its list, or of the clause or sentence before.

    粮食播种面积1570万亩、总产130亿斤; 粮食连续五年增产，总产量10570亿斤; 粮食生产再创新高。播种面积8780万亩.
    """
    draft, words = place.draft, name_words()
    own = strip_ends(left_of(draft))
    if not words.bare_measure.fullmatch(own) and not words.yields.fullmatch(own):
        return ""
    if draft.setting.previous:
        before = place.before.indicator if place.before else ""
        end = words.sown_at_end.search(before)
        return before[: end.start()] + own if end else ""
    start = place.plain.rfind("\n", 0, draft.setting.clause.start) + 1
    told = words.harvest.search(place.plain, start, draft.setting.clause.start)
    if told is None and words.yields.fullmatch(own):
        told = words.produced.match(place.plain, start, draft.setting.clause.start)
    return told["owner"] + own if told else ""


def from_list(place: Place) -> str:
    """建议877件 after 办理市人大代表议案5项; 农专5户 after 随机抽查企业8606户: the verb is shared."""
    phrase, before, shared = place.clause.phrase, place.before, place.topic.phrase
    text, words = place.clause.text, name_words()
    if before is None or shared is None or phrase.verb or phrase.light:
        return ""
    if not text or text.startswith(words.words["converted"]):
        return ""
    draft, topic = place.draft, place.topic
    if draft.setting.previous and _LIST_MARK.search(draft.setting.left):
        if topic.parts:
            shares = shared.verb and not words.dependent.match(text)
            return _finished(place, shared.verb + text) if shares else ""
        if 1 < len(text) <= _LISTED and len(text) < len(shared.text) - 1:
            return _finished(place, shared.verb + _modified(shared.object, text))
    if draft.setting.previous or draft.kind != "level" or not (before.unit == draft.unit == topic.unit):
        return ""
    whole = "的" in text or words.heads.search(text) or words.dependent.match(text)
    return _finished(place, shared.verb + text) if shared.verb and not whole else ""


def _modified(first: str, text: str) -> str:
    """The item of a list with the modifier that the first item prints for all."""
    words, kept = name_words(), first[: -len(text)]
    shares = words.shared_modifier.search(kept) and not words.owner_of_its_own.match(text)
    return kept + text if shares else text


def carried(place: Place) -> str:
    """审结12件 after 收到申请15件: the clause says only what became of what was counted before."""
    phrase, text, topic = place.clause.phrase, place.clause.text, place.topic
    parts = topic.parts and place.draft.unit == topic.unit and not phrase.verb
    if not text or not (is_dependent(text, phrase) or parts):
        return ""
    subject = subject_of(topic, place.draft, text)
    if not subject and place.before is not None and counts_classes(place.before.unit):
        subject = place.before.indicator
    return _finished(place, subject + text)


def of_counted(place: Place) -> str:
    """1200名科技特派员: the words behind the figure say what it counts."""
    return _finished(place, place.clause.text) if place.clause.counted else ""


def of_clause(place: Place) -> str:
    """The words of the clause as they stand."""
    return _finished(place, place.clause.text)


def _finished(place: Place, name: str) -> str:
    """The name with what its unit or kind adds to it; the phrase becomes what is spoken of."""
    words, draft, clause = name_words(), place.draft, place.clause
    draft.agent = clause.phrase.agent
    remember(place.topic, clause.phrase, name, draft)
    if draft.kind == "ratio" and words.part_of_whole.search(name):
        return f"{name.replace('仅占', '占')}{words.words['of_whole']}"
    if draft.kind == "ratio" and clause.counted and not words.heads.search(name):
        return f"{name}{words.words['part_name']}"
    return suffixed(name, draft.unit)
