"""Text of a report is printed as text: it neither colours, moves nor deletes anything on a screen."""

from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from builder import build_comparison
from yoy.options import FlagOptions, LexiconOptions, Options, UserUnit, as_settings
from yoy.writers.terminal.summary import print_summary

HOSTILE = "\x1b[2J\x1b]0;x\x07\x9b31m\u202eevil[/red]:smile:[bold]"


def printed(monkeypatch: pytest.MonkeyPatch, **changes: object) -> str:
    comparison = build_comparison()
    report = comparison.reports[-1]
    document = replace(report.document, title=f"报告{HOSTILE}")
    outline = replace(report.outline, document=document)
    numbers = tuple(replace(n, indicator=f"{n.indicator}{HOSTILE}") for n in comparison.pairs[0].numbers)
    pair = replace(comparison.pairs[0], numbers=numbers, headline=tuple(n.id for n in numbers))
    hostile = replace(
        comparison,
        reports=(*comparison.reports[:-1], replace(report, outline=outline)),
        pairs=(pair,),
        **changes,  # type: ignore[arg-type]
    )
    screen = io.StringIO()
    monkeypatch.setattr("sys.stdout", screen)
    print_summary(hostile, [Path(f"a{HOSTILE}.html")], "zh", Path("case/yoy.toml"))
    return screen.getvalue()


def test_controls_of_a_report_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    text = printed(monkeypatch)
    assert not set("\x1b\x9b\x07\u202e") & set(text)
    assert "[U+001B]" in text
    assert "[U+202E]" in text


def test_marks_of_a_report_are_no_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    text = printed(monkeypatch).replace("\n", "")
    for mark in ("[/red]", ":smile:", "[bold]"):
        assert mark in text


def test_settings_that_are_not_the_default_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    unit = UserUnit(name="万千瓦", base="千瓦", factor=Decimal(10_000))
    options = Options(flags=FlagOptions(growth=Decimal("0.9")), lexicon=LexiconOptions(units=(unit,)))
    text = printed(monkeypatch, settings=as_settings(options))
    assert "case/yoy.toml" in text
    assert "flags.growth = 0.9" in text
    assert "万千瓦 千瓦 10000" in text
    assert "flags.points" not in text
