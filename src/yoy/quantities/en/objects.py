"""Names told by the verb before an amount: what is moved by it, and what it is given for."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from yoy import lexicon
from yoy.language.units import find_unit
from yoy.quantities.context import without_approx
from yoy.quantities.en.nouns import tidy

if TYPE_CHECKING:
    from yoy.quantities.drafts import Draft

_PHRASE = (
    r"[A-Za-z][\w’'&./-]*(?:\s+(?!(?:which|who|that|was|were|is|are|will|would|compared|over|due|so|with|while|as)\b)"
    r"[\w’'&./-]+){0,7}"
)
_FOR = re.compile(
    r"\s*(?P<way>for|into|towards?|on|to)\s+(?:the\s+|our\s+|its\s+|an?\s+)?"
    rf"(?!(?:fiscal|the\s+year|year|each|one|per|more)\b)(?P<what>{_PHRASE})"
)
_FILLING = (
    r"(?:(?:an?|the|another|some|further|additional|extra|total|sum|of|amount|up|to|not|more|than|approximately"
    r"|about|over)\s+)*"
)
_TAIL = re.compile(
    r"\s+(?:and|or|in|on|of|for|to|by|from|at|the|an?|its|our|their|through|during|between|over)$"
)


def moved_by(draft: Draft, sentence: str) -> str:
    """Reduce tax revenue by $430 million: reduction in tax revenue; raise the allowance from …: allowance."""
    shifted = _shifts().search(without_approx(sentence, "en"))
    if shifted:
        return tidy(shifted["object"])
    match = _moves().search(without_approx(draft.setting.left, "en"))
    if match is None or match["object"].endswith("ly"):
        return ""
    nouns: dict[str, str] = lexicon.data("names")["en"]["moves"]
    return f"{nouns[match['verb'].lower()]} {tidy(match['object'])}"


def given_for(draft: Draft) -> str:
    """Inject $200 million into the scholarship fund: sum injected into scholarship fund."""
    if draft.kind not in ("level", "change_abs") or not _is_money(draft.unit):
        return ""
    match = _giving().search(without_approx(draft.setting.left, "en") + " ")
    purpose = _FOR.match(draft.setting.right)
    if match is None or purpose is None:
        return ""
    words = lexicon.data("names")["en"]
    given = words["giving"][re.sub(r"\s+", " ", match["verb"].lower())]
    return f"{words['sum']} {given} {purpose['way']} {_trimmed(purpose['what'])}"


def _is_money(unit: str | None) -> bool:
    """Whether a unit is a currency; dollars a tonne are none."""
    known = find_unit(unit)
    return known is not None and known.family.startswith("money") and "/" not in known.family


def purpose_of(draft: Draft) -> str:
    """A provision of $35 million for new buses: for new buses."""
    match = _FOR.match(draft.setting.right)
    return f"for {_trimmed(match['what'])}" if match and match["way"] == "for" else ""


def _trimmed(phrase: str) -> str:
    while shorter := _TAIL.search(phrase):
        phrase = phrase[: shorter.start()]
    return phrase.rstrip(".")


@cache
def _moves() -> re.Pattern[str]:
    data: dict[str, Any] = lexicon.data("names")["en"]
    verbs = "|".join(data["moves"])
    return re.compile(
        rf"\b(?P<verb>{verbs})(?:e|es|ed|ing|s|ting)?\s+"
        rf"(?P<object>(?:(?!\b(?:to|from|by)\b)[^,.;:$]){{3,70}}?)\s+by\s*$",
        re.IGNORECASE,
    )


@cache
def _shifts() -> re.Pattern[str]:
    verbs = "|".join(lexicon.data("names")["en"]["moves"])
    return re.compile(
        rf"\b(?:{verbs})(?:e|es|ing|s|ting)?\s+"
        r"(?P<object>(?!(?:of|in|at|by)\b)(?:(?!\b(?:to|from|by|will|would|was|were)\b)[^,.;:]){3,90}?)\s+from(?:\s+the)?(?:\s+current)?\s*$",
        re.IGNORECASE,
    )


@cache
def _giving() -> re.Pattern[str]:
    verbs = "|".join(
        sorted((v.replace(" ", r"\s+") for v in lexicon.data("names")["en"]["giving"]), key=len, reverse=True)
    )
    return re.compile(rf"\b(?P<verb>{verbs})\s+{_FILLING}$", re.IGNORECASE)
