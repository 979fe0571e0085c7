"""Sentences with their figures: found in reports, made up, and such as must not be touched."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from yoy.model import Document, Figures, Quantity, Source
from yoy.options import LexiconOptions
from yoy.outline.find import find_outline
from yoy.quantities.find import find_figures
from yoy.writers.plain import plain_decimal

CASES: dict[str, Any] = json.loads((Path(__file__).parent / "quantities.json").read_text(encoding="utf-8"))


def figures_of(text: str, language: str) -> Figures:
    document = Document(
        source=Source(name="2018.txt", format="txt", encoding="utf-8", size=len(text), sha256="0" * 64),
        text=text,
        language="en" if language == "en" else "zh",
        period=2018,
    )
    return find_figures(find_outline(document), LexiconOptions())


def parameters() -> list[Any]:
    return [
        pytest.param(
            case,
            id=f"{group}: {case['name']}",
            marks=pytest.mark.xfail(strict=True, reason=case["fails"]) if "fails" in case else (),
        )
        for group in ("in_the_wild", "synthetic", "negative")
        for case in CASES[group]
    ]


def field_of(quantity: Quantity, name: str, by_id: dict[str, Quantity]) -> object:
    value = getattr(quantity, name)
    if name in ("of", "baseline"):
        return by_id[value].surface if value else None
    return plain_decimal(value) if isinstance(value, Decimal) else value


@pytest.mark.parametrize("case", parameters())
def test_case(case: dict[str, Any]) -> None:
    figures = figures_of(case["text"], case.get("language", "zh"))
    by_id = {quantity.id: quantity for quantity in figures.quantities}
    found = [[q.surface, plain_decimal(q.value), q.unit, q.kind] for q in figures.quantities]
    assert found == [figure[:4] for figure in case["figures"]]
    for quantity, (_, _, _, _, *more) in zip(figures.quantities, case["figures"], strict=True):
        for name, wanted in (more[0] if more else {}).items():
            assert field_of(quantity, name, by_id) == wanted, (quantity.surface, name)
    aside = [[entry.surface, entry.reason] for entry in figures.set_aside]
    for wanted in case.get("aside", []):
        assert wanted in aside


def test_as_many_cases_hold_back_as_find() -> None:
    """A rule that only ever finds more would pass every other case."""
    empty = [case for case in CASES["negative"] if len(case["figures"]) <= 1]
    assert len(empty) >= 15
