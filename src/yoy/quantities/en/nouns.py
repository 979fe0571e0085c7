"""The words that English names are made with, and the noun that a figure itself counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from yoy import lexicon

if TYPE_CHECKING:
    from yoy.quantities.drafts import Draft

_FEW = 3
SPACE = re.compile(r"\s+")
_AMOUNT = re.compile(
    r"^.*?[$£€]?\d[\d,.]*\s*(?:million|billion|trillion|per\s?cent|%)\s*(?:,|and|or|to)?\s*(?!.*\d)"
)
_ARTICLE = re.compile(
    r"^(?:of|at|for|on|with|in|by|the|a|an|our|its|their|this|these|some|total of|and|or|but|that)\s+",
    re.IGNORECASE,
)
_MOVEMENT = re.compile(r"\s+(?:growth|increase|decrease|decline|reduction)s?$", re.IGNORECASE)
_MOVEMENT_IN = re.compile(
    r"^(?:(?:an?|the)\s+)?(?:increase|decrease|growth|decline|reduction|rise|fall|drop|improvement)s?\s+in\s+(?:the\s+)?(?=\S)",
    re.IGNORECASE,
)
# Fines for littering; not for one year, for the public or for sale.
_FOR_WHAT = re.compile(
    r"for\s+(?!(?:the|an?|each|every|one|two|three|all|up|fiscal|sale|rent|free|\d)\b)[a-z]"
)
_TERMS = re.compile(r"^(?:in\s+)?terms\s+of\s+", re.IGNORECASE)
# An amount of something: $146 million of recognition of losses; including $79 billion on capital works.
OF_WHAT = re.compile(
    r"\s*(?:of|on|for)\s+(?!which|the\s+total)(?P<what>(?:[A-Za-z][\w’&-]*\s*(?!(?:in|and|for|to|at|which|that|was|were|is|are|by|from)\b)){1,6})"
)


@dataclass(frozen=True, slots=True)
class NameWords:
    """Patterns and words of lexicon/names.toml for English."""

    speaker: re.Pattern[str]
    fronted: re.Pattern[str]
    driver: re.Pattern[str]
    lead: re.Pattern[str]
    verb: re.Pattern[str]
    accompanied: re.Pattern[str]
    generic: re.Pattern[str]
    link: re.Pattern[str]
    place: re.Pattern[str]
    vague: re.Pattern[str]
    change: str
    share: str
    estimate: re.Pattern[str]
    against_estimate: str
    due_to: str
    size: str
    cost: str


def counted_noun(draft: Draft, plain: str) -> str:
    """24,000 rooms: the noun that the figure itself counts, with where or of what."""
    surface = plain[draft.figure.span.start : draft.figure.span.end]
    measured = draft.unit in lexicon.data("names")["en"]["measures"]
    if re.search(r"[$£€]", surface) or (measured and not re.match(r"\s*of\s", draft.setting.right)):
        return ""
    if (
        draft.unit is None
        or not re.search(r"[A-Za-z]{3,}$", surface)
        or draft.unit in ("%", "percentage points", "times")
    ):
        return ""
    noun = re.sub(r"^[^A-Za-z]*(?:(?:million|billion|thousand|hundred)\s+)?", "", surface)
    noun = re.sub(r"^(?:per\s?cent|percent|million|billion|trillion|thousand)\b\s*", "", noun)
    if not surface[:1].isdigit() and surface[:1].isalpha():
        noun = surface.split(maxsplit=1)[-1] if " " in surface else ""
    behind = OF_WHAT.match(draft.setting.right)
    right = draft.setting.right.lstrip()
    if behind and (right.startswith("of") or _FOR_WHAT.match(right)):
        timed = draft.unit in lexicon.data("names")["en"]["timed"]
        link, what = right.split(maxsplit=1)[0], behind["what"].strip()
        noun = what if measured and not timed else f"{noun} {link} {what}"
    return tidy(noun) if noun not in ("", "million", "billion", "trillion", "thousand") else ""


def change_name(base: str, draft: Draft, words: NameWords) -> str:
    """`base` as the name of its change, with what the change is put down to."""
    base = _MOVEMENT.sub("", _MOVEMENT_IN.sub("", base)) or base
    name = base if base.endswith(words.change) else f"{base} {words.change}"
    if words.estimate.match(draft.setting.right):
        return f"{name} {words.against_estimate}"
    driver = words.driver.match(draft.setting.right)
    return f"{name} {words.due_to} {driver['driver']}" if driver else name


def tidy(text: str) -> str:
    """`text` without blanks, signs, leading amounts and articles."""
    text = SPACE.sub(" ", text).strip(" ,.;:–—-()•\"'“”’")
    text = re.sub(r"^[$£€]?\d[\d,. ]*(?=[A-Za-z])|,?\s+of (?:whom|which)$", "", text)
    behind = _AMOUNT.sub("", text)
    if len(behind) > _FEW:
        text = behind
    text = _TERMS.sub("", text)
    while (match := _ARTICLE.match(text)) and match.end() < len(text):
        text = text[match.end() :]
    return text


@cache
def name_words() -> NameWords:
    """The patterns of lexicon/names.toml for English."""
    data: dict[str, Any] = lexicon.data("names")["en"]
    filled: dict[str, Any] = {
        name: lexicon.pattern(f"names.en.{name}") if isinstance(data[name], dict) else data[name]
        for name in NameWords.__dataclass_fields__
    }
    return NameWords(**filled)
