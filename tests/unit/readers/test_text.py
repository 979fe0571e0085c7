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
