"""Whose figures a passage tells, where they aren't the issuer's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.lexicon import pattern

if TYPE_CHECKING:
    from yoy.model import Document, Passage


def scope_of(passage: Passage, document: Document) -> str | None:
    """The country or the world, where a report of a province, city or district speaks of them."""
    if not document.issuer or passage.kind in ("heading", "shell"):
        return None
    found = pattern("parts.zh.scopes.wider").match(passage.span.of(document.text).strip())
    return found["scope"] if found else None
