"""The cover tells thresholds as they were set, and the settings that somebody chose."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from builder import build_comparison
from yoy.options import FlagOptions, Options, as_settings
from yoy.writers.excel.write import write_workbook
from yoy.writers.options import WriteOptions


def cover(options: Options, file: str | None = None) -> Iterator[str]:
    comparison = replace(build_comparison(), settings=as_settings(options))
    stream = io.BytesIO()
    write_workbook(comparison, stream, WriteOptions(lang="zh", settings_file=file))
    for row in load_workbook(stream)["封面"].iter_rows(values_only=True):
        yield from (str(value) for value in row if value is not None)


@pytest.mark.parametrize(
    ("growth", "shown"), [("1", "100%"), ("10", "1000%"), ("0.1", "10%"), ("0.10", "10%"), ("0.125", "12.5%")]
)
def test_the_threshold_is_told_as_it_was_set(growth: str, shown: str) -> None:
    text = next(text for text in cover(Options(flags=FlagOptions(growth=Decimal(growth)))) if "%" in text)
    assert shown in text.replace(" ", "")
    assert f"0{shown}" not in text


def test_the_settings_file_is_named() -> None:
    said = list(cover(Options(flags=FlagOptions(points=Decimal(9))), "case/yoy.toml"))
    assert "case/yoy.toml" in said
    assert "flags.points = 9" in said


def test_defaults_are_not_told_as_decisions() -> None:
    assert not [text for text in cover(Options()) if text == "与默认不同的设置"]
