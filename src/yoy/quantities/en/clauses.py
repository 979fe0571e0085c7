"""What an English clause says of the things it counts: homes completed, households accepted as homeless.

A row header has no verb, so the verb of the clause becomes a participle behind the noun counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from yoy import lexicon
from yoy.quantities.context import without_approx

if TYPE_CHECKING:
    from yoy.quantities.drafts import Draft

_LONGEST = 40
_LONGEST_AGENT = 24
_ADVERBS = r"(?:(?:now|also|already|currently|then|again|[a-z]+ly)\s+)*"
_BE = r"(?:was|were|is|are|be|been|had\s+been|have\s+been|has\s+been|will\s+be)"
_PASSIVE = re.compile(
    rf"\s*(?P<be>{_BE}\s+)?{_ADVERBS}(?P<verb>[a-z]+)\b(?P<as>\s+as\s+(?:an?\s+|the\s+)?[a-z-]+)?(?P<object>\s+(?:an?|the|our|its|their|to|by|from|up)\b)?"
)
_STATE = re.compile(
    rf"\s*{_BE}\s+{_ADVERBS}(?P<where>(?:on|in|under)\s+(?!total|all\b|average|fact)(?:the\s+|an?\s+)?[a-z-]+(?:\s+(?!(?:and|or|at|of|in|on|by|for|with)\b)[a-z-]+){{0,2}})"
)
_HELD = re.compile(
    rf"\s*{_ADVERBS}(?:held|holds?|had|have|has)\s+(?P<object>an?\s+[a-z-]+(?:\s+(?!(?:and|or|at|of|in|on|by|for|with|to|than)\b)[a-z-]+){{0,2}})"
)
_VERB = re.compile(
    rf"(?:^|(?P<before>.*?)\b)(?:(?:has|have|had)\s+|(?P<modal>will|shall|to|would|can|could)\s+)?{_ADVERBS}"
    r"(?P<verb>[a-z]+)(?:\s+(?:a\s+total\s+of|another|a\s+further|further|up\s+to))?\s*$",
    re.DOTALL,
)
# A themed 15-acre complex: no verb stands behind an article.
_ARTICLE = re.compile(r"\b(?:an?|the|its|our|their|this|each|every)\s*$", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:rais|cut|reduc|decreas|increas|bring|brought|lift|lower|keep|kept|improv|extend|expand|shorten|hold|held|maintain|rise)"
    r"(?:e|es|ed|ing|s|ting)?\s+(?:the|our|its|their)\s+(?P<object>(?:(?!\b(?:to|from|by|at|and)\b)[^,.;:\d]){3,48}?)\s+(?:to|from|by|at)\s*$"
)
_WHERE = re.compile(
    r"\s*(?:of\s+(?:them|these|those|which|whom)\s*)?(?P<where>(?:(?:in|within|on|under)\s+(?:the\s+|our\s+|its\s+)?"
    r"(?!total|all|20\d\d|fiscal|case|average|real|nominal)[a-z-]+(?:\s+(?!(?:and|or|at|of|in|on|by|for|with|to|than|compared)\b)[a-z-]+){0,2}))?"
)
# Part of a sum: $57.9 million from government grants; $17.9 million went to the sea wall.
_PART = re.compile(
    r"\s*(?:(?:came|comes|coming|was|were)\s+)?(?P<way>from|went\s+to|goes\s+to|going\s+to)\s+(?:the\s+|our\s+)?"
    r"(?P<part>[A-Za-z][\w’'&-]*(?:\s+(?!(?:in|at|to|of|from|by|which|that|was|were|is|compared|over|due|or|with|for|on|as)\b)[\w’'&-]+){0,4})"
)
_LINKED = re.compile(r"(?:^|[,:]|\band|\bof\s+(?:which|this|these))\s*,?\s*$", re.IGNORECASE)
_SAVED = re.compile(r"(?:^|\W)(?P<verb>sav|cost|spend)ing\s*$")
_OF_COST = re.compile(
    r"\s*(?P<what>(?:in|on)\s+[a-z-]+(?:\s+(?!(?:and|or|at|of|in|on|by|for)\b)[a-z-]+){0,2})"
)


@dataclass(frozen=True, slots=True)
class _Verbs:
    linking: frozenset[str]
    participles: dict[str, str]
    generic: re.Pattern[str]


def done_with(draft: Draft, noun: str) -> str:
    """`noun` with what the clause of its figure says was done with it, or ""."""
    right = draft.setting.right
    for pattern, link in ((_STATE, " "), (_HELD, " with ")):
        match = pattern.match(right)
        if match:
            words = match["where"] if link == " " else match["object"]
            return noun + link + _without_article(words)
    match = _PASSIVE.match(right)
    if match and _is_participle(match):
        return f"{noun} {match['verb']}{_without_article(match['as'] or '', ' as ')}"
    return _done_before(draft, noun)


def _is_participle(match: re.Match[str]) -> bool:
    verb = match["verb"]
    known = verb.endswith("ed") or verb in _verbs().participles.values()
    return known and verb not in _verbs().linking and bool(match["be"] or not match["object"])


def _done_before(draft: Draft, noun: str) -> str:
    """The Council owns 6,412 homes: homes owned by Council; and filled 7,650 potholes: potholes filled."""
    match = _VERB.match(without_approx(draft.setting.left, "en"))
    participle = _participle(match["verb"], modal=bool(match["modal"])) if match else ""
    if match is None or not participle or _ARTICLE.search(match["before"] or ""):
        return ""
    agent = re.sub(
        r"^\W*(?:the|our|its|an?|and|but|some)\s+", "", (match["before"] or "").strip(), flags=re.IGNORECASE
    )
    agent = re.sub(r"\s+[a-z]+\s+and$", "", agent)  # the Council owned and ran nine piers
    plain = agent and not draft.setting.previous and not match["modal"] and "," not in agent
    said = f"{noun} {participle}"
    if (
        not plain
        or len(agent) > _LONGEST_AGENT
        or _verbs().generic.search(agent)
        or re.search(r"\d|^(?:th[eo]se|this|that)\b", agent, re.IGNORECASE)
    ):
        return said
    named = f"{said} by {agent}"
    return named if len(named) <= _LONGEST else said


def _participle(verb: str, *, modal: bool) -> str:
    """The participle of a verb as printed, or "" where it is no verb that something is done with."""
    verbs = _verbs()
    if verb in verbs.participles:
        return verbs.participles[verb]
    if verb in verbs.linking:
        return ""
    if verb.endswith("ed"):
        return verb
    if not modal or verb.endswith(("ing", "s", "ly")):
        return ""
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ied"
    return verb + ("d" if verb.endswith("e") else "ed")


def object_moved(draft: Draft) -> str:
    """We aim to raise the recycling rate to 45%: what is moved."""
    match = _MOVED.search(without_approx(draft.setting.left, "en"))
    return match["object"].strip() if match else ""


def part_of_sum(draft: Draft, whole: str) -> str:
    """…, $57.9 million from government grants: the whole with the part that the words behind name."""
    if draft.kind != "level" or not whole or not _LINKED.search(without_approx(draft.setting.left, "en")):
        return ""
    match = _PART.match(draft.setting.right)
    if match is None:
        return ""
    part = re.sub(r"\s+and$", "", match["part"])
    whole = whole.partition(" from ")[0].partition(", ")[0]
    return f"{whole} from {part}" if match["way"] == "from" else f"{whole}, {part}"


def share_of_counted(draft: Draft, counted: str) -> str:
    """91.5% of them within the target time: the things counted before, and which of them."""
    match = _WHERE.match(draft.setting.right)
    where = _without_article(match["where"]) if match and match["where"] else ""
    share: str = lexicon.data("names")["en"]["share"]
    return f"{re.split(r': | by ', counted)[0]}: {share}" + (f" {where}" if where else "")


def spared(draft: Draft) -> str:
    """…, saving $0.4 million in energy costs: saving in energy costs."""
    verb = _SAVED.search(without_approx(draft.setting.left, "en"))
    what = _OF_COST.match(draft.setting.right)
    return f"{verb['verb']}ing {what['what']}" if verb and what else ""


def _without_article(text: str, lead: str = "") -> str:
    text = re.sub(r"\b(?:the|our|its|an?)\s+", "", text.strip())
    return lead + text.removeprefix(lead.strip()).strip() if text and lead else text


@cache
def _verbs() -> _Verbs:
    data: dict[str, Any] = lexicon.data("names")["en"]
    return _Verbs(
        linking=frozenset(data["linking"]),
        participles=data["participles"],
        generic=lexicon.pattern("names.en.generic"),
    )
