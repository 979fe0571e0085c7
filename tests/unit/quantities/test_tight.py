"""What stands inside numbers and is no part of them is taken out, and every place is found again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yoy.model import Span
from yoy.quantities.tight import tighten


@pytest.mark.parametrize(
    ("text", "tight"),
    [
        ("7\u200b8件", "78件"),
        ("9\xad0元", "90元"),
        ("\ufeff12万人", "12万人"),
        ("2156²件", "2156件"),
        ("45[2]万元", "45万元"),
        ("215*件", "215件"),
        ("12,345[1] employees", "12,345 employees"),
        ("3×10⁶立方米", "3×10⁶立方米"),
        ("面积3km²", "面积3km²"),
        ("[3]号文", "[3]号文"),
    ],
)
def test_text(text: str, tight: str) -> None:
    assert tighten(text).text == tight


@given(st.text(st.sampled_from("1二件\u200b\xad[]²a "), max_size=30))
def test_places(text: str) -> None:
    tight = tighten(text)
    for start in range(len(tight.text)):
        span = tight.outward(Span(start, start + 1))
        assert span.of(text) == tight.text[start]
        assert tight.inward(span) == Span(start, start + 1)
