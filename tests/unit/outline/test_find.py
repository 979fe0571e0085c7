"""Outlines as a reader would draw them, and passages that tile the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from yoy.model import Outline
from yoy.outline.find import find_outline
from yoy.readers.registry import read

LONG = "各部门认真落实各项工作任务，持续提升服务水平，取得了较好的成绩，群众满意度不断提高，社会反响良好，工作机制日益完善。"


def outline_of(tmp_path: Path, text: str) -> Outline:
    file = tmp_path / "2018.txt"
    file.write_text(text, encoding="utf-8")
    return find_outline(read(file))


def titles(outline: Outline) -> list[tuple[int, str | None, str]]:
    return [(s.level, s.number, s.title) for s in outline.sections[1:]]


def passages(outline: Outline) -> list[tuple[str, str]]:
    return [(p.kind, p.span.of(outline.document.text)) for p in outline.passages]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"（二）关于《办法\n修订情况\n一、下一步》的打算\n{LONG}",
            [(1, "（二）", "关于《办法"), (1, "一、", "下一步》的打算")],
        ),
        (
            f"一、总体情况\n（一）主动公开\n1、公开目录。{LONG}\n2、公开平台。{LONG}\n(二)依申请公开\n{LONG}\n二、存在问题\n{LONG}",
            [
                (1, "一、", "总体情况"),
                (2, "（一）", "主动公开"),
                (3, "1、", "公开目录"),
                (3, "2、", "公开平台"),
                (2, "(二)", "依申请公开"),
                (1, "二、", "存在问题"),
            ],
        ),
        (
            f"第一章 总则\n第一节 范围\n{LONG}\n第二章 分则\n{LONG}",
            [(1, "第一章", "总则"), (2, "第一节", "范围"), (1, "第二章", "分则")],
        ),
        (f"1 概述\n1.1 背景\n{LONG}\n1.2 目标\n{LONG}", [(1, "1.1", "背景"), (1, "1.2", "目标")]),
        (
            f"3. Finance\n3.1 Revenue\n{LONG}\n3.2 Capital\n{LONG}\n4. Homes\n{LONG}",
            [(1, "3.", "Finance"), (2, "3.1", "Revenue"), (2, "3.2", "Capital"), (1, "4.", "Homes")],
        ),
        (
            f"# 概况\n{LONG}\n## 工作\n{LONG}\n### 审批\n{LONG}",
            [(1, None, "概况"), (2, None, "工作"), (3, None, "审批")],
        ),
        (
            "ITEM 1. Business\nWe operate parks and media networks in many countries of the world, all year.\n"
            "Item 1A. Risk Factors\nOur results depend on many things that are beyond our control, as ever.",
            [(1, "ITEM 1.", "Business"), (1, "Item 1A.", "Risk Factors")],
        ),
        (
            f"一、工作\n①审批。{LONG}\n②监管。{LONG}",
            [(1, "一、", "工作"), (2, "①", "审批"), (2, "②", "监管")],
        ),
    ],
)
def test_numbered_headings(tmp_path: Path, text: str, expected: list[tuple[int, str, str]]) -> None:
    assert titles(outline_of(tmp_path, text)) == expected


def test_unnumbered_english_headings_are_found_and_noted(tmp_path: Path) -> None:
    text = (
        "MEDIA NETWORKS\nThe segment includes cable networks and television stations across the country.\n"
        "Cable Networks\nOur cable networks include several channels that are seen in many countries today.\n"
        "PARKS AND RESORTS\nThe segment owns and operates resorts on three continents and a fleet of ships.\n"
    )
    outline = outline_of(tmp_path, text)
    assert titles(outline) == [
        (1, None, "MEDIA NETWORKS"),
        (2, None, "Cable Networks"),
        (1, None, "PARKS AND RESORTS"),
    ]
    assert "unnumbered_headings" in [note.code for note in outline.notes]


def test_a_comparison_of_two_years_is_an_english_heading(tmp_path: Path) -> None:
    run = "Revenue rose because more people came to the shops and each of them bought a little more."
    text = (
        f"RESULTS BY SEGMENT - 2018 vs. 2017\nShops\n{run}\nRESULTS BY SEGMENT - 2017 vs. 2016\nShops\n{run}\n"
        f"CONSOLIDATED RESULTS\n2018 vs. 2017\n{run}\n2017 vs. 2016\n{run}\n"
    )
    assert titles(outline_of(tmp_path, text)) == [
        (1, None, "RESULTS BY SEGMENT - 2018 vs. 2017"),
        (2, None, "Shops"),
        (1, None, "RESULTS BY SEGMENT - 2017 vs. 2016"),
        (2, None, "Shops"),
        (1, None, "CONSOLIDATED RESULTS"),
        (2, None, "2018 vs. 2017"),
        (2, None, "2017 vs. 2016"),
    ]


def test_a_short_english_sentence_is_text_below_a_heading(tmp_path: Path) -> None:
    text = "LIQUIDITY\nThe change in cash is as follows:\nLoans\nLand\nBuildings\n"
    assert titles(outline_of(tmp_path, text)) == [(1, None, "LIQUIDITY")]


@pytest.mark.parametrize(
    "text",
    [
        LONG * 3,
        "一是推进改革；二是加强监管；三是优化服务。" + LONG,
        "全年办结2.5万件。\n" + LONG,
        "147.In the coming year we will go on with this work and spend more on it than ever before.\n" * 3,
    ],
)
def test_text_without_headings_is_one_section_with_a_note(tmp_path: Path, text: str) -> None:
    outline = outline_of(tmp_path, text)
    assert len(outline.sections) == 1
    assert [note.code for note in outline.notes] == ["no_headings"]


def test_numbered_paragraphs_of_a_speech_are_no_headings(tmp_path: Path) -> None:
    text = "Economy\n" + "\n".join(f"{n}.Growth went on in year {n} of the plan." for n in range(2, 60))
    assert all(s.number is None for s in outline_of(tmp_path, text).sections)


def test_numbering_that_restarts_and_repeats(tmp_path: Path) -> None:
    text = f"一、甲\n（一）子\n{LONG}\n（一）丑\n{LONG}\n二、乙\n（一）寅\n{LONG}"
    outline = outline_of(tmp_path, text)
    assert [s.parent for s in outline.sections] == [None, "s0", "s1", "s1", "s0", "s4"]
    assert [n.args["number"] for n in outline.notes if n.code == "repeated_number"] == ["（一）"]


def test_a_line_end_is_not_a_sentence_end(tmp_path: Path) -> None:
    text = "一、工作\n全年细颗粒物（PM\n2.5\n）平均浓度持续下降，群众获得\n\u200b\n感明显增强。第二句话。\n"
    assert passages(outline_of(tmp_path, text)) == [
        ("heading", "一、工作"),
        ("sentence", "全年细颗粒物（PM\n2.5\n）平均浓度持续下降，群众获得\n\u200b\n感明显增强。"),
        ("sentence", "第二句话。"),
    ]


def test_items_inside_a_paragraph(tmp_path: Path) -> None:
    text = "一、工作\n1、改革。一是清理事项。共清理5项。二是压缩时限；三是优化服务。\n"
    assert passages(outline_of(tmp_path, text)) == [
        ("heading", "一、工作"),
        ("heading", "1、改革。"),
        ("item", "一是清理事项。"),
        ("sentence", "共清理5项。"),
        ("item", "二是压缩时限；"),
        ("item", "三是优化服务。"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mr. Smith of Acme Inc. paid $2.5 million. It fell.",
            ["Mr. Smith of Acme Inc. paid $2.5 million.", "It fell."],
        ),
        ("他说：“好。”然后离开。", ["他说：“好。”", "然后离开。"]),
        ("增长5.2%。其中：甲3.1%！", ["增长5.2%。", "其中：甲3.1%！"]),
    ],
)
def test_sentences(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert [t for _, t in passages(outline_of(tmp_path, text))] == expected


def test_contents_list_is_furniture_not_outline(tmp_path: Path) -> None:
    text = f"目录\n一、工作………………1\n二、问题………………9\n一、工作\n{LONG}\n二、问题\n{LONG}"
    outline = outline_of(tmp_path, text)
    assert [s.title for s in outline.sections[1:]] == ["工作", "问题"]
    assert [kind for kind, _ in passages(outline)][:3] == ["shell"] * 3


def test_sections_hold_their_passages_and_children(tmp_path: Path) -> None:
    text = f"引言在前，说明情况。\n一、甲\n（一）子\n{LONG}\n二、乙\n{LONG}\n"
    outline = outline_of(tmp_path, text)
    spans = {s.id: s.span for s in outline.sections}
    for section in outline.sections[1:]:
        assert section.parent is not None
        assert spans[section.parent].contains(section.span)
        assert section.span.contains(section.heading)
    for passage in outline.passages:
        assert spans[passage.section].contains(passage.span)


def test_a_title_over_two_lines_ends_where_it_ends(tmp_path: Path) -> None:
    text = f"某某区人民政府\n2018年政府信息公开工作年度报告\n本报告由区政府办公室编制，{LONG}\n一、总体情况\n{LONG}"
    found = passages(outline_of(tmp_path, text))
    assert found[0] == ("heading", "某某区人民政府\n2018年政府信息公开工作年度报告")
    assert found[1][1].startswith("本报告由区政府办公室编制")


def test_a_run_in_title_whose_paragraph_is_broken(tmp_path: Path) -> None:
    text = f"一、工作\n1、改革。全年共清理各类行政审批事项五\n十八项，办理时限大幅压缩。\n2、服务。{LONG}"
    assert passages(outline_of(tmp_path, text))[1:3] == [
        ("heading", "1、改革。"),
        ("sentence", "全年共清理各类行政审批事项五\n十八项，办理时限大幅压缩。"),
    ]


def test_an_address_ends_the_subsection(tmp_path: Path) -> None:
    text = f"一、回顾\n（一）改革\n{LONG}\n各位代表！\n成绩来之不易，感谢大家。\n二、安排\n{LONG}"
    outline = outline_of(tmp_path, text)
    homes = {p.span.of(outline.document.text): p.section for p in outline.passages}
    assert homes[LONG] in ("s2", "s3")
    assert homes["各位代表！"] == homes["成绩来之不易，感谢大家。"] == "s1"


def test_a_section_behind_an_address_is_in_no_section_that_it_ended(tmp_path: Path) -> None:
    """Unnumbered chapters stand above 第一章, which the address ends: what follows is not in it."""
    chapters = (
        f"“十三五”时期工作回顾\n\n{LONG}\n（一）改革\n{LONG}\n\n2018年工作安排\n\n{LONG}\n（一）开放\n{LONG}"
    )
    text = f"某市政府工作报告\n第一章 说明\n各位代表：\n一、统计\n{LONG}\n\n{chapters}"
    sections = {section.id: section for section in outline_of(tmp_path, text).sections}
    assert {s.title: s.parent for s in sections.values()}["统计"] == "s0"
    for section in sections.values():
        home = sections[section.parent or "s0"].span
        assert home.start <= section.span.start <= section.heading.end <= section.span.end <= home.end


def test_an_annex_takes_its_title_from_the_next_line(tmp_path: Path) -> None:
    text = f"一、回顾\n{LONG}\n附件1\n2019年区十件民生实事\n一、为老人服务\n{LONG}"
    outline = outline_of(tmp_path, text)
    assert [(s.number, s.title) for s in outline.sections[1:]] == [
        ("一、", "回顾"),
        ("附件1", "2019年区十件民生实事"),
        ("一、", "为老人服务"),
    ]
