"""Forms of one English word come to one stem, other words don't."""

from __future__ import annotations

import pytest

from yoy.language.stems import singular, stem


@pytest.mark.parametrize(
    "forms",
    [
        ("register", "registered", "registration", "registrations"),
        ("complete", "completed", "completion", "completing"),
        ("collect", "collected", "collections"),
        ("install", "installed", "installation"),
        ("generated", "generating", "generation"),
        ("call", "calls", "callers"),
        ("property", "properties"),
        ("business", "businesses"),
        ("tax", "taxes"),
    ],
)
def test_forms_of_one_word(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("product", "production"),
        ("public", "publication"),
        ("rate", "rating"),
        ("use", "us"),
        ("new", "news"),
    ],
)
def test_other_words(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", ["gas", "bus", "status", "class", "analysis", "yes"])
def test_words_that_only_look_like_plurals(word: str) -> None:
    assert singular(word) == word
