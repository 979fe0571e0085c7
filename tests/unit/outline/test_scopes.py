"""Whose figures a passage tells."""

from __future__ import annotations

import pytest

from checked_reports import document
from yoy.outline.find import find_outline


@pytest.mark.parametrize(
    ("sentence", "wider"),
    [
        ("全国经济增速有所放缓。", True),
        ("全区粮食产量稳定在较高水平。", False),
        ("获评全国文明城区。", False),
    ],
)
def test_the_country_is_told_from_the_district(sentence: str, *, wider: bool) -> None:
    outline = find_outline(document(f"推进各项工作。\n\n{sentence}"))
    (passage,) = [p for p in outline.passages if p.span.of(outline.document.text).strip() == sentence]
    assert (passage.scope is not None) is wider
