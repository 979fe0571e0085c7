"""Why two things were linked, as a reviewer says it: 名称不同，同节; weights stay in the JSON document."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.lexicon import has_phrase, phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

ALIKE: Mapping[str, Decimal] = {
    "words": Decimal("0.6"),
    "section": Decimal("0.99"),
    "passage": Decimal("0.6"),
    "title": Decimal("0.5"),
    "body": Decimal("0.3"),
}
"""From which weight on a likeness is one in words; below it stands that there is none."""


def grounds_words(reason: Mapping[str, Decimal | str] | Mapping[str, Decimal], lang: str) -> str:
    """The grounds of a link, in the language's punctuation."""
    return phrase("open", "rejoin", lang).join(
        filter(None, (_ground(code, weight, lang) for code, weight in reason.items()))
    )


def _ground(code: str, weight: Decimal | str, lang: str) -> str:
    if isinstance(weight, str):
        known = f"{code}_{weight}"
        if has_phrase("reasons", known):
            return phrase("reasons", code, lang) + phrase("reasons", known, lang)
        lead = phrase("reasons", code, lang) if has_phrase("reasons", code) else code
        return f"{lead} {weight}"
    told = f"{code}_{'more' if weight >= ALIKE.get(code, Decimal(0)) else 'less'}"
    if has_phrase("open", told):
        return phrase("open", told, lang)
    return phrase("reasons", code, lang) if has_phrase("reasons", code) else code
