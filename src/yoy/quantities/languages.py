"""The languages that figures are found in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yoy.quantities.language import Language


def language_of(name: str) -> Language:
    """What is known of a language; imported when it is needed."""
    if name == "en":
        from yoy.quantities.en.language import ENGLISH

        return ENGLISH
    from yoy.quantities.zh.language import CHINESE

    return CHINESE
