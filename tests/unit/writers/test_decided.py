"""What differs from the defaults is told, and nothing else."""

from __future__ import annotations

from decimal import Decimal

import pytest

from yoy.options import AlignOptions, DiffOptions, FlagOptions, LexiconOptions, Options, Pin, as_settings
from yoy.writers.decided import decided


def test_the_defaults_are_no_decision() -> None:
    assert decided(as_settings(Options())) == ()


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (Options(flags=FlagOptions(amount=Decimal(7))), ("flags.amount", "7")),
        (Options(flags=FlagOptions(amounts={"元": Decimal(1)})), ("flags.amounts.元", "1")),
        (Options(diff=DiffOptions(ignore=frozenset())), ("diff.ignore", "—")),
        (Options(align=AlignOptions(forbid=(Pin(prior="一", current="二"),))), ("align.forbid", "一 二")),
        (Options(lexicon=LexiconOptions(synonyms=(("信访", "来信"),))), ("lexicon.synonyms", "信访, 来信")),
    ],
)
def test_a_decision_is_told(options: Options, expected: tuple[str, str]) -> None:
    assert decided(as_settings(options)) == (expected,)


def test_a_long_one_is_cut() -> None:
    places = tuple(f"地名{n}" for n in range(1000))
    ((_, value),) = decided(as_settings(Options(lexicon=LexiconOptions(places=places))))
    assert len(value) < 400


def test_rulings_are_counted_and_bear_no_keys() -> None:
    rulings = [{"key": "1f4c09ab12", "ruling": ruling} for ruling in ("rejected", "accepted", "rejected")]
    assert decided({**as_settings(Options()), "decisions": rulings}) == (
        ("decisions", "accepted 1, rejected 2"),
    )
