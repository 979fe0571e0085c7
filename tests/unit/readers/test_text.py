"""Plain text in any encoding, read to the same characters, or refused in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from yoy.readers.registry import read

BODY = "2018年，全区审批事项总数由581项精简至558项。\n"


@pytest.mark.parametrize(
    ("raw", "text"),
    [(b"a\r\nb2018\n", "a\nb2018\n"), (b"a\rb2018", "a\nb2018"), (b"a\r\r\nb2018", "a\n\nb2018")],
)
def test_line_ends_become_one_kind(tmp_path: Path, raw: bytes, text: str) -> None:
    file = tmp_path / "2018.txt"
    file.write_bytes(raw)
    assert read(file).text == text


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("\n\n".join(str(number) for number in range(40, 56)), [16]),
        ("维持\n\n" + "\n".join(["4", "0", "7", "0", "9", "0"] * 3), [18]),
        ("\n".join(["40", "第一节", "第二节", "第三节"] * 12), []),
        ("\n".join(str(year) for year in range(2001, 2019)), []),
        ("\n".join(f"第{number}项 {number} 0" for number in range(14)), []),
    ],
    ids=["figures alone", "under a word", "words between", "years", "rows that were kept"],
)
def test_figures_that_lost_their_rows_are_told_of(tmp_path: Path, lines: str, told: list[int]) -> None:
    file = tmp_path / "2018.txt"
    file.write_text(f"年度报告\n\n{lines}\n\n完。\n", encoding="utf-8")
    notes = [note for note in read(file).notes if note.code == "pasted_table"]
    assert [note.args["rows"] for note in notes if note.args["rows"] != 14] == told
