"""Phrases of Chinese clauses cut down to what names a figure: fillers off, verb and object told apart."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from yoy import lexicon
from yoy.quantities.zh.naming.words import name_words

_SHORT_NAME = 4
_ANY_BLANK = re.compile(r"[\s\u200b]")
# 4万台（套）设备: a bracket right behind the figure gives another unit.
_UNIT_BRACKET = re.compile(r"^[（(][\u4e00-\u9fff]{1,3}[）)]")
_NOTE_MARK = re.compile(r"[［\[〔]\d{1,3}[］\]〕]")
_OPEN_END = re.compile(r"[、](?=$)|[和及与]$")
_BLANK = re.compile(r"(?<![A-Za-z])\s+|\s+(?![A-Za-z])|\u200b+")


class Phrase(NamedTuple):
    """Words that stand before a figure.

    Attributes:
        core: without fillers at either end.
        verb: the verb it opens with, light ones left out; object: what follows it.
        light: whether it opened with a verb that means nothing by itself.
        agent: who did it, where the name goes without.
    """

    core: str
    verb: str = ""
    object: str = ""
    light: bool = False
    agent: str = ""

    @property
    def text(self) -> str:
        """Verb and object."""
        return self.verb + self.object


@lru_cache(maxsize=1 << 12)
def phrase_of(text: str) -> Phrase:
    """The phrase that `text`, the words before a figure, comes down to."""
    words = name_words()
    core = strip_ends(text)
    rest = core
    light = False
    while match := words.light.match(rest):
        light = True
        rest = _lead(rest[match.end() :])
    inner = words.inner.fullmatch(rest)
    if inner and not words.verbs.match(rest):
        rest = inner["verb"] + inner["rest"] if inner["rest"] else inner["agent"] + inner["verb"]
    done_by = words.joint.fullmatch(rest) or words.everyone.fullmatch(rest)
    agent = rest[: done_by.start("verb")] if done_by else ""
    rest = rest[len(agent) :]
    verb = words.verbs.match(rest)
    later = words.act_behind_act.search(rest)
    if later:  # 成立专班、出台20条措施: the act before is told, the last one counts
        rest, verb = later["rest"], words.verbs.match(later["rest"])
    if verb is None:
        return Phrase(core=core, object=rest, light=light)
    if words.come_to_chain.fullmatch(rest):
        return Phrase(core=core, verb=rest, light=light, agent=agent)
    return Phrase(core=core, verb=verb.group(), object=rest[verb.end() :], light=light, agent=agent)


@lru_cache(maxsize=1 << 12)
def strip_ends(text: str) -> str:
    """`text` without blanks, fillers at its ends and unmatched quotation marks."""
    words = name_words()
    text = _lead(_without_blanks(text).strip("，,。;；:：、()（）[]【】|"))
    while match := words.trail.search(text) or words.passed.search(text):
        text = text[: match.start()]
    text = _quotes(_open_bracket(_open_bracket(text).strip("，,。;；:：、()（）")))
    return "" if words.alone.fullmatch(text) else text


def shortened(text: str, limit: int) -> str:
    """`text` cut at a joint of the language when it is longer than `limit`: examples before 等 go first."""
    if len(text) <= limit:
        return text
    verb = name_words().verbs.match(text)
    listed = name_words().behind_examples.search(text)
    if listed:
        return ((verb.group() if verb else "") + listed["rest"])[-limit:]
    for joint in "，、的向对":
        rest = text.rpartition(joint)[2]
        if 4 <= len(rest) < len(text) and len(rest) <= limit:  # noqa: PLR2004 - a name needs a few characters
            return rest
    return text[-limit:]


def _without_blanks(text: str) -> str:
    """`text` without blanks but those between Latin words."""
    return _BLANK.sub("", text) if _ANY_BLANK.search(text) else text


def _lead(text: str) -> str:
    words = name_words()
    while (match := words.lead.match(text)) and match.end():
        text = text[match.end() :].lstrip("，,:：、")
    return text


def _open_bracket(text: str) -> str:
    """地区生产总值（GDP: a gloss whose bracket was cut off goes, the name before it stays."""
    opened = max(text.rfind("（"), text.rfind("("))
    return text[:opened] if opened > 0 and not ("）" in text[opened:] or ")" in text[opened:]) else text


def _quotes(text: str) -> str:
    """A quotation mark whose partner was cut off goes too."""
    opened, closed = text.count("“"), text.count("”")
    if opened > closed:
        text = text.replace("“", "", 1) if not text.endswith("“") else text[:-1]
    elif closed > opened:
        text = text.replace("”", "", 1)
    return text


@lru_cache(maxsize=1 << 12)
def clean_right(text: str, limit: int) -> str:
    """What stands behind a figure, as far as it names the thing counted."""
    words = name_words()
    text = _OPEN_END.split(_without_blanks(text).strip("，,。;；:："))[0]
    text = _NOTE_MARK.sub("", _UNIT_BRACKET.sub("", text))
    text = words.bound.sub("", text)
    closed = text.find("”")
    if closed >= 0 and "“" not in text[:closed]:
        text = text[:closed]  # the quotation ends in which the figure stands
    if words.moves_to.fullmatch(text):
        return ""
    if len(text) > limit:
        cut = words.predicate.search(text, 2)
        text = text[: cut.start()] if cut else shortened(text, limit)
    while match := words.tail.search(text):
        text = text[: match.start()]
    return _quotes(text)


def suffixed(name: str, unit: str | None) -> str:
    """新增立体绿化3万平方米 → 新增立体绿化面积."""
    names: dict[str, str] = lexicon.data("measure_words")["names"]
    suffix = names.get(unit or "")
    words = name_words()
    if not suffix or not name or words.heads.search(name) or name.endswith(words.names_of_counts):
        return name
    if suffix == "金额":
        return name + suffix if len(name) <= _SHORT_NAME and phrase_of(name).verb else name
    if name[-1] == suffix[0]:
        return name + suffix[1:]
    return name + suffix
