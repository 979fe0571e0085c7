"""Which encoding a plain text is in."""

from __future__ import annotations

import codecs

import pytest

from yoy.errors import ReadError
from yoy.readers.encoding import decode

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
