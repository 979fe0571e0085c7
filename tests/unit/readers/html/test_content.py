"""Which part of a page is the report."""

from __future__ import annotations

from yoy.readers.html.read import read_html

BODY = "".join(
    f"<p>{n}、全区共办理审批事项{n}58项，比上年有所增加，群众满意度不断提高。</p>" for n in range(1, 6)
)


LINKS = "".join(f'<li><a href="/{n}.html">相关新闻标题第{n}条，欢迎点击阅读</a></li>' for n in range(8))


def page(body: str, head: str = '<meta charset="utf-8">') -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def test_navigation_is_left_out_without_a_known_container() -> None:
    made = read_html(
        page(f"<div class='top'><ul>{LINKS}</ul></div><div class='x1'>{BODY}</div><div>{LINKS}</div>"),
        "a.html",
    )
    assert made.text.split("\n")[0].startswith("1、全区")
    assert "相关新闻" not in made.text
    assert len(made.text.split("\n")) == 5


def test_a_known_container_is_preferred() -> None:
    text = read_html(
        page(f"<div><div id='zoom'>{BODY}</div><p>本页由某某网站维护，如有问题请联系我们。</p></div>"),
        "a.html",
    ).text
    assert "维护" not in text


def test_the_title_outside_of_the_article_is_its_first_line() -> None:
    head = '<meta charset="utf-8"><title>某区2018年工作报告_政务公开_某区门户网站</title>'
    made = read_html(page(f"<div><ul>{LINKS}</ul></div><div id='zoom'>{BODY}</div>", head), "a.html")
    assert made.text.startswith("某区2018年工作报告\n")
    assert made.title == "某区2018年工作报告"
