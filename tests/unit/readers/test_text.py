"""Plain text in any encoding, read to the same characters, or refused in words."""

from __future__ import annotations

import codecs
import hashlib
from pathlib import Path

import pytest

from yoy.errors import ReadError
from yoy.readers.encoding import decode
from yoy.readers.registry import read

BODY = "2018年，全区审批事项总数由581项精简至558项。\n"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (BODY.encode("utf-8"), "utf-8"),
        (codecs.BOM_UTF8 + BODY.encode("utf-8"), "utf-8-sig"),
        (BODY.encode("gb18030"), "gb18030"),
        (BODY.encode("gbk"), "gb18030"),
        (BODY.encode("utf-16"), "utf-16"),
        (BODY.encode("utf-16-le"), "utf-16-le"),
        (BODY.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_encoding_is_found_and_named(content: bytes, encoding: str) -> None:
    assert decode(content, "x.txt") == (BODY, encoding)


@pytest.mark.parametrize(
    ("content", "slug"),
    [
        (b"", "empty_file"),
        (b" \r\n\t ", "empty_file"),
        (b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01", "binary_file"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x04", "binary_file"),
        (codecs.BOM_UTF8 + b"\xff\xfe\xfa", "broken_encoding"),
        ("中文".encode()[:-1] + b"\xff\xff", "unknown_encoding"),
    ],
)
def test_what_is_no_text_is_refused_with_advice(content: bytes, slug: str) -> None:
    with pytest.raises(ReadError) as caught:
        decode(content, "x.txt")
    assert caught.value.slug == slug
    assert "x.txt" in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize(
    ("raw", "text"),
    [(b"a\r\nb2018\n", "a\nb2018\n"), (b"a\rb2018", "a\nb2018"), (b"a\r\r\nb2018", "a\n\nb2018")],
)
def test_line_ends_become_one_kind(tmp_path: Path, raw: bytes, text: str) -> None:
    file = tmp_path / "2018.txt"
    file.write_bytes(raw)
    assert read(file).text == text


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
