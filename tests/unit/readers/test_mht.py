"""Web archives."""

from __future__ import annotations

from yoy.readers.mht import read_mht

BODY = "".join(
    f"<p>{n}、全区共办理审批事项{n}58项，比上年有所增加，群众满意度不断提高。</p>" for n in range(1, 6)
)


def page(body: str, head: str = '<meta charset="utf-8">') -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def test_a_web_archive_is_read_as_its_page() -> None:
    part = page(BODY).decode().encode("gb18030")
    source = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
    source += b"Content-Type: text/html; charset=gb2312\r\n\r\n"
    made = read_mht(source + part + b"\r\n--x\r\nContent-Type: image/png\r\n\r\n\x89PNG\r\n--x--", "a.mht")
    assert "审批事项158项" in made.text
    assert (made.format, made.encoding) == ("mht", "gb18030")
