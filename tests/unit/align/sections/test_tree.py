"""The outline as section alignment sees it."""

from __future__ import annotations

from dataclasses import replace

from text_reports import report_of
from yoy.align.sections.tree import linked_above, section_tree
from yoy.model import Report

TEXT = """一、2017年主要工作
（一）推进政务公开
全年主动公开政府信息三千余条，公开渠道进一步拓宽。
（二）加强执法监督
开展行政执法检查，纠正不规范的执法行为。
二、下一步打算
继续推进依法行政各项工作。
"""


def issued(issuer: str, text: str) -> Report:
    report = report_of(text)
    outline = replace(report.outline, document=replace(report.document, issuer=issuer))
    return replace(report, outline=outline)


def test_titles_are_bare_of_number_year_and_issuer() -> None:
    tree = section_tree(issued("云溪区", TEXT.replace("加强执法监督", "云溪区加强执法监督")))
    assert tree.titles[1:] == ("主要工作", "推进政务公开", "加强执法监督", "下一步打算")


def test_siblings_are_found_by_steps_and_end_at_the_parent() -> None:
    tree = section_tree(report_of(TEXT))
    assert tree.sibling(2, 1) == 3
    assert tree.sibling(3, 1) is None
    assert tree.sibling(1, 1) == 4


def test_a_chapter_holds_the_words_of_its_parts() -> None:
    tree = section_tree(report_of(TEXT))
    assert tree.contents[2].keys() <= tree.contents[1].keys()
    assert not tree.contents[4].keys() >= tree.contents[2].keys()


def test_a_level_without_partner_is_looked_through() -> None:
    tree = section_tree(report_of(TEXT))
    assert linked_above(tree, 2, {0: 0}) == 0
    assert linked_above(tree, 2, {0: 0, 1: 1}) == 1
