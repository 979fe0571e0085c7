"""The words that English names are made with, and the noun that a figure itself counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from yoy import lexicon

if TYPE_CHECKING:
    from yoy.quantities.links import Draft

_FEW = 3
SPACE = re.compile(r"\s+")
_AMOUNT = re.compile(
    r"^.*?[$£€]?\d[\d,.]*\s*(?:million|billion|trillion|per\s?cent|%)\s*(?:,|and|or|to)?\s*(?!.*\d)"
)
_ARTICLE = re.compile(
    r"^(?:of|at|for|on|with|in|by|the|a|an|our|its|their|this|these|some|total of|and|or|but|that)\s+",
    re.IGNORECASE,
)
# An amount of something: $146 million of recognition of losses; including $79 billion on capital works.
OF_WHAT = re.compile(
    r"\s*(?:of|on)\s+(?!which|the\s+total)(?P<what>(?:[A-Za-z][\w’&-]*\s*(?!(?:in|and|for|to|at|which|that|was|were|is|are|by|from)\b)){1,6})"
)


@dataclass(frozen=True, slots=True)
class NameWords:
    """Patterns and words of lexicon/names.toml for English."""

    speaker: re.Pattern[str]
    fronted: re.Pattern[str]
    driver: re.Pattern[str]
    lead: re.Pattern[str]
    verb: re.Pattern[str]
    generic: re.Pattern[str]
    link: re.Pattern[str]
    place: re.Pattern[str]
    change: str
    share: str


def counted_noun(draft: Draft, plain: str) -> str:
    """24,000 rooms: the noun that the figure itself counts, with where or of what."""
    surface = plain[draft.figure.span.start : draft.figure.span.end]
    measured = draft.unit in lexicon.data("names")["en"]["measures"]
    if measured and not re.match(r"\s*of\s", draft.setting.right):
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
    if behind and draft.setting.right.lstrip().startswith("of"):
        noun = f"{noun} of {behind['what'].strip()}"
    return tidy(noun) if noun not in ("", "million", "billion", "trillion", "thousand") else ""


def change_name(base: str, draft: Draft, words: NameWords) -> str:
    """`base` as the name of its change, with what the change is put down to."""
    driver = words.driver.match(draft.setting.right)
    name = base if base.endswith(words.change) else f"{base} {words.change}"
    return f"{name}: {driver['driver']}" if driver else name


def tidy(text: str) -> str:
    """`text` without blanks, signs, leading amounts and articles."""
    text = SPACE.sub(" ", text).strip(" ,.;:–—-()•\"'“”’")
    text = re.sub(r"^[$£€]?\d[\d,. ]*(?=[A-Za-z])|,?\s+of (?:whom|which)$", "", text)
    behind = _AMOUNT.sub("", text)
    if len(behind) > _FEW:
        text = behind
    while (match := _ARTICLE.match(text)) and match.end() < len(text):
        text = text[match.end() :]
    return text


@cache
def name_words() -> NameWords:
    """The patterns of lexicon/names.toml for English."""
    data: dict[str, Any] = lexicon.data("names")["en"]
    return NameWords(
        speaker=re.compile(data["speaker"], re.IGNORECASE),
        fronted=re.compile(data["fronted"], re.IGNORECASE),
        driver=re.compile(data["driver"], re.IGNORECASE),
        lead=re.compile(data["lead"], re.IGNORECASE),
        verb=re.compile(data["verb"], re.IGNORECASE),
        generic=re.compile(data["generic"], re.IGNORECASE),
        link=re.compile(data["link"], re.IGNORECASE),
        place=re.compile(data["place"]),
        change=data["change"],
        share=data["share"],
    )
