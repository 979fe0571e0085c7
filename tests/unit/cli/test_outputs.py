"""No output takes the place of another, or of anything that is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder import build_comparison
from yoy.cli.outputs import Outputs, planned
from yoy.errors import WriteError

DOCUMENTS = [report.document for report in build_comparison().reports]


def slug(tmp_path: Path, **named: Path) -> str:
    with pytest.raises(WriteError) as caught:
        planned(Outputs(folder=tmp_path, **named), DOCUMENTS, [], (tmp_path / "yoy.toml",))
    return caught.value.slug


def test_two_outputs_of_one_name(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    assert slug(tmp_path, html=page, manifest=page) == "same_output"
    assert slug(tmp_path, json=page, pdf=tmp_path / "x" / ".." / "a.html") == "same_output"


def test_two_names_of_one_file(tmp_path: Path) -> None:
    (tmp_path / "a.html").touch()
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.html")
    assert slug(tmp_path, html=tmp_path / "a.html", manifest=tmp_path / "b.txt") == "same_output"


def test_settings_are_not_overwritten(tmp_path: Path) -> None:
    assert slug(tmp_path, manifest=tmp_path / "yoy.toml") == "overwrites_input"


def test_a_hard_link_to_a_report_is_the_report(tmp_path: Path) -> None:
    report = tmp_path / "2017.txt"
    report.touch()
    (tmp_path / "a.html").hardlink_to(report)
    with pytest.raises(WriteError) as caught:
        planned(Outputs(folder=tmp_path, html=tmp_path / "a.html"), DOCUMENTS, [str(report)])
    assert caught.value.slug == "overwrites_input"
