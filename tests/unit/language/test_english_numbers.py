"""Cardinals in English words, read from a place as far as they go."""

from __future__ import annotations

import pytest

from yoy.language.english_numbers import cardinal_at


@pytest.mark.parametrize(
    ("text", "read", "value"),
    [
        ("forty-two homes", "forty-two", 42),
        ("twelve hundred homes", "twelve hundred", 1200),
        ("one hundred and five", "one hundred and five", 105),
        ("twenty-one thousand four hundred and six", "twenty-one thousand four hundred and six", 21406),
        ("one million, two hundred thousand", "one million, two hundred thousand", 1200000),
        ("one million, two schools", "one million", 1000000),
        ("a dozen", "a dozen", 12),
        ("three and four", "three", 3),
        ("five five", "five", 5),
        ("three-year", "three", 3),
    ],
)
def test_cardinal(text: str, read: str, value: int) -> None:
    words = cardinal_at(text, 0, len(text))
    assert words is not None
    assert (text[: words.end], int(words.value)) == (read, value)


@pytest.mark.parametrize("text", ["a few", "hundred", "and five", "homes"])
def test_no_cardinal(text: str) -> None:
    assert cardinal_at(text, 0, len(text)) is None
