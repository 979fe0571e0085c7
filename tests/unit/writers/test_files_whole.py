"""Outputs on disk: named after the reports, and whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from builder import build_comparison
from checked_reports import document
from yoy.errors import WriteError
from yoy.writers.files import output_stem, write
from yoy.writers.together import replacing


def test_a_name_tells_issuer_kind_and_years() -> None:
    assert output_stem([document("", 2018), document("", 2016)]) == (
        "江州市云溪区人民政府-法治政府建设情况报告-2016-2018"
    )


def test_a_report_without_title_is_named_after_its_file() -> None:
    plain = replace(
        document("", 2018), title="", issuer="", source=replace(document("").source, name="年报.docx")
    )
    assert output_stem([plain]) == "年报-2018-2018"


def test_signs_that_no_file_name_may_hold_are_left_out() -> None:
    odd = replace(document("", 2018), title='关于"公开/监督"的 报告: <2018>', issuer="")
    assert not set('<>:"/\\|?* ') & set(output_stem([odd]))


def half_written(target: Path) -> None:
    with replacing(target) as stream:
        stream.write(b"half")
        raise RuntimeError


def test_a_failed_run_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("old", encoding="utf-8")
    with pytest.raises(RuntimeError):
        half_written(target)
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_folders_are_made_as_needed(tmp_path: Path) -> None:
    target = tmp_path / "case" / "2018" / "out.json"
    assert write(build_comparison(), target) == target
    assert target.stat().st_size > 0


def test_an_unknown_suffix_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(WriteError) as caught:
        write(build_comparison(), tmp_path / "new" / "out.docm")
    assert caught.value.slug == "no_writer"
    assert not (tmp_path / "new").exists()


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(WriteError) as caught:
        write(build_comparison(), tmp_path / "file" / "out.json")
    assert caught.value.slug == "cannot_write"
