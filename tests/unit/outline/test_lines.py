"""The lines of a document, and the paragraphs that they broke up."""

from __future__ import annotations

from checked_reports import document
from yoy.outline.find import find_outline


def passages(body: str) -> list[str]:
    outline = find_outline(document(body))
    return [p.span.of(outline.document.text).strip() for p in outline.passages if p.kind != "heading"]


def test_a_line_end_is_no_sentence_end() -> None:
    assert passages("全年主动公开政府信息三千余条，办理依申请\n公开一百余件。") == [
        "全年主动公开政府信息三千余条，办理依申请\n公开一百余件。"
    ]


def test_an_empty_line_ends_a_paragraph() -> None:
    assert passages("推进政务公开工作。\n\n加强执法监督检查。") == [
        "推进政务公开工作。",
        "加强执法监督检查。",
    ]
