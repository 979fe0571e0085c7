"""The reports named on the command line, with their labels and settings."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from yoy.cli.inputs import read_reports, settings_for, silent, split_label

TEXT = "某某区人民政府2018年度法治政府建设情况报告\n一、工作\n办理提案45件。\n"


@pytest.mark.parametrize(
    ("argument", "split"),
    [
        ("2018=报告.txt", ("2018", "报告.txt")),
        ("报告.txt", (None, "报告.txt")),
        ("2018=a=b.txt", ("2018", "a=b.txt")),
        ("C:\\x=y.txt", (None, "C:\\x=y.txt")),
    ],
)
def test_label_and_file(argument: str, split: tuple[str | None, str]) -> None:
    assert split_label(argument) == split


def test_a_file_whose_own_name_holds_the_sign_is_taken_as_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a=b.txt").write_text(TEXT, encoding="utf-8")
    assert split_label("a=b.txt") == (None, "a=b.txt")


def test_reports_are_read_with_their_labels(tmp_path: Path) -> None:
    file = tmp_path / "报告.txt"
    file.write_text(TEXT, encoding="utf-8")
    told: list[tuple[str, str]] = []
    first, second = read_reports([str(file), f"2001={file}"], lambda *step: told.append(step))
    assert (first.label, second.label) == (None, "2001")
    assert told == [("read", "报告.txt")] * 2
    silent("read", "报告.txt")


def test_settings_lie_beside_the_first_report_unless_others_are_named(tmp_path: Path) -> None:
    beside, other = tmp_path / "yoy.toml", tmp_path / "mine.toml"
    beside.write_text("[flags]\npoints = 7\n", encoding="utf-8")
    other.write_text("[flags]\npoints = 9\n", encoding="utf-8")
    report = str(tmp_path / "2018.txt")
    assert settings_for([f"2018={report}"], None).flags.points == Decimal(7)
    assert settings_for([report], other).flags.points == Decimal(9)
    assert settings_for([str(tmp_path / "elsewhere" / "x.txt")], None).flags.points == Decimal(5)
