"""Chapters without a number, glossaries, and lines that are no headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.outline.find import find_outline
from yoy.readers.registry import read

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "2021年某市政府工作报告\n\n各位代表：\n\n"
LONG = "全市上下凝心聚力，经济运行稳中有进，改革开放持续深化，民生福祉不断增进，社会大局保持稳定。\n\n"


def titles(folder: Path, text: str) -> list[tuple[int, str]]:
    file = folder / "2021.txt"
    file.write_text(HEAD + text, encoding="utf-8")
    return [(s.level, s.title) for s in find_outline(read(file)).sections[1:]]


def test_lines_that_announce_a_part_are_chapters_above_numbered_headings(tmp_path: Path) -> None:
    text = f"2020年工作回顾\n\n{LONG}（一）经济。{LONG}2021年工作安排\n\n{LONG}（一）产业。{LONG}（二）民生。{LONG}"
    assert titles(tmp_path, text) == [
        (1, "2020年工作回顾"),
        (2, "经济"),
        (1, "2021年工作安排"),
        (2, "产业"),
        (2, "民生"),
    ]


def test_a_line_between_chapters_is_one_and_several_are_sections(tmp_path: Path) -> None:
    text = f"2020年工作回顾\n\n{LONG}工业稳步向前\n\n{LONG}农业连年丰收\n\n{LONG}2021年工作安排\n\n{LONG}牢记使命担当，建设满意政府\n\n{LONG}"
    assert titles(tmp_path, text) == [
        (1, "2020年工作回顾"),
        (2, "工业稳步向前"),
        (2, "农业连年丰收"),
        (1, "2021年工作安排"),
        (1, "牢记使命担当，建设满意政府"),
    ]


def test_leads_signatures_and_dates_are_no_chapters(tmp_path: Path) -> None:
    text = (
        "2021年1月12日在某市第五届人民代表大会第二次会议上\n\n市长 李某\n\n一、2020年工作回顾\n\n一年来，主要做了以下工作。\n\n"
        f"产业结构持续优化。\n\n{LONG}二、2021年工作安排\n\n重点抓好以下工作：\n\n{LONG}2021年民生实事\n\n{LONG}"
    )
    assert titles(tmp_path, text) == [(1, "2020年工作回顾"), (1, "2021年工作安排")]


def test_a_glossary_is_a_chapter_without_sections(tmp_path: Path) -> None:
    text = f"一、2020年工作回顾\n\n{LONG}{LONG}二、2021年工作安排\n\n{LONG}（一）产业。{LONG}名词解释\n\n1.“两重”：国家重大战略。\n\n2.“两新”\n\n设备更新和以旧换新。\n"
    assert titles(tmp_path, text) == [
        (1, "2020年工作回顾"),
        (1, "2021年工作安排"),
        (2, "产业"),
        (1, "名词解释"),
    ]


def test_the_last_item_of_a_plain_list_is_no_heading(tmp_path: Path) -> None:
    items = "".join(f"{n}.改造老旧小区{n}0个，让居民住得更安心，{LONG}" for n in range(1, 5))
    text = f"一、2020年工作回顾\n\n{LONG}二、2021年工作安排\n\n{items}5.发放补贴（牵头单位：住建局）\n"
    assert titles(tmp_path, text) == [(1, "2020年工作回顾"), (1, "2021年工作安排")]


def test_a_title_that_opens_a_bracket_goes_on_to_where_it_closes(tmp_path: Path) -> None:
    text = f"一、2020年工作回顾\n\n{LONG}二、关于《\n某市第十四个五年规划纲要（草案）\n》的说明\n\n{LONG}"
    assert titles(tmp_path, text)[1] == (1, "关于《某市第十四个五年规划纲要（草案）》的说明")
