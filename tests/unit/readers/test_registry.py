"""Which reader a file gets, and files that no reader can open."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from yoy.errors import ReadError
from yoy.readers.registry import read

BODY = "2018年，全区审批事项总数由581项精简至558项。\n"


def test_source_is_recorded(tmp_path: Path) -> None:
    file = tmp_path / "2018.txt"
    file.write_bytes(BODY.encode("gb18030"))
    source = read(file).source
    assert (source.name, source.format, source.encoding) == ("2018.txt", "txt", "gb18030")
    assert source.sha256 == hashlib.sha256(BODY.encode("gb18030")).hexdigest()
    assert source.size == len(BODY.encode("gb18030"))


@pytest.mark.parametrize(
    ("name", "content", "slug"),
    [
        ("missing.txt", None, "no_such_file"),
        ("x.xyz", b"text", "unknown_format"),
        ("x.txt", "。。。\n".encode(), "no_text"),
    ],
)
def test_bad_files_are_errors_with_advice(
    tmp_path: Path, name: str, content: bytes | None, slug: str
) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ReadError) as caught:
        read(file)
    assert caught.value.slug == slug
    assert name in caught.value.message
    assert caught.value.hint


def test_a_folder_is_refused_with_advice(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        read(tmp_path)
    assert caught.value.slug == "is_a_folder"
    assert "yoy compare" in caught.value.hint
