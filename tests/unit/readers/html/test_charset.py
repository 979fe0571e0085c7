"""Which charset a page is in, by its declaration and its bytes."""

from __future__ import annotations

import pytest

from yoy.readers.html.read import read_html

BODY = "".join(
    f"<p>{n}、全区共办理审批事项{n}58项，比上年有所增加，群众满意度不断提高。</p>" for n in range(1, 6)
)


def page(body: str, head: str = '<meta charset="utf-8">') -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16", "utf-8-sig"])
def test_charsets(encoding: str) -> None:
    declared = "gb2312" if encoding == "gb18030" else "utf-8"
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">'
    source = f"<html><head>{head}</head><body>{BODY}</body>"
    assert "审批事项158项" in read_html(source.encode(encoding), "a.html").text


def test_a_wrong_declaration_gives_way_to_the_bytes() -> None:
    source = f'<html><head><meta charset="utf-8"></head><body>{BODY}</body></html>'
    made = read_html(source.encode("gb18030"), "a.html")
    assert "审批事项158项" in made.text
    assert made.encoding == "gb18030"
