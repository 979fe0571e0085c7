"""Names of outputs come from a report's title: it can neither steer a terminal nor outgrow a file system."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from builder import build_comparison
from checked_reports import document
from yoy.errors import WriteError
from yoy.writers.files import output_stem, write
from yoy.writers.together import replacing
from yoy.writers.unseen import UNSEEN

DOCUMENTS = [report.document for report in build_comparison().reports]


def stem(title: str, issuer: str = "") -> str:
    return output_stem([replace(document, title=title, issuer=issuer) for document in DOCUMENTS])


@pytest.mark.parametrize(
    "title",
    [
        "年\x1b[31m报",
        "\u202e告报",
        "a\u2066b\u2069c",
        "\x9b2J工作",
        "零\u200b宽",
        "../../etc/passwd",
        "con\x00x",
    ],
)
def test_nothing_unseen_gets_into_a_name(title: str) -> None:
    made = stem(title, "某\u202d区")
    assert not UNSEEN.search(made)
    assert not set(made) & set('/\\:*?"<>|')


def test_a_name_fits_a_file_system() -> None:
    made = stem("总结" * 200, "人民政府" * 100)
    assert len(f".{made}.reviewed-2019-03-14-1530.xlsx".encode()) <= 255
    assert made.endswith("2018")


def test_a_name_of_nothing_has_still_the_years(tmp_path: Path) -> None:
    made = stem("\x1b\x1b", "\u200b")
    assert made
    (tmp_path / f"{made}.html").touch()


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
