"""The map of part and time over a whole text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from yoy.outline.find import find_outline
from yoy.readers.registry import read

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "政府工作报告\n\n——2021年1月12日在某市第五届人民代表大会第二次会议上\n\n各位代表：\n\n现在，我代表市人民政府向大会报告工作。\n\n"


def told(folder: Path, text: str, words: str) -> tuple[str | None, str | None]:
    """Part and period of the passage that holds `words`."""
    file = folder / "2021.txt"
    file.write_text(HEAD + text, encoding="utf-8")
    outline = find_outline(read(file))
    (passage,) = [p for p in outline.passages if words in p.span.of(outline.document.text)]
    return passage.part, passage.period


REVIEW = "一、2020年和“十三五”时期工作回顾\n\n"
PLAN = "二、2021年重点工作\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (REVIEW + "全市建成公园12座。", ("review", "2020")),
        (REVIEW + "五年来，全市面貌一新。\n\n全市建成公园12座。", ("review", "2016/2020")),
        (
            REVIEW + "全市稳中有进。五年来，全市面貌一新。\n\n（一）生态更好。\n全市建成公园12座。",
            ("review", "2016/2020"),
        ),
        (
            REVIEW + "“十三五”时期，全市面貌一新。\n\n过去一年，很不平凡。\n\n全市建成公园12座。",
            ("review", "2020"),
        ),
        (
            REVIEW + "五年来，全市面貌一新。\n\n2020年完成投资80亿元。全市建成公园12座。",
            ("review", "2016/2020"),
        ),
        (REVIEW + "五年来，全市面貌一新。\n\n" + PLAN + "全市建成公园12座。", ("plan", "2021")),
        (PLAN + "过去一年，生态持续向好。全市建成公园12座。\n\n今年要再接再厉。", ("review", "2020")),
        (PLAN + "过去一年，生态持续向好。\n\n全市建成公园12座。", ("plan", "2021")),
        (PLAN + "抓好改革。\n\n三、加强政府自身建设\n\n全市建成公园12座。", ("plan", "2021")),
        (PLAN + "抓好改革。\n\n三、其他需要报告的事项\n\n全市建成公园12座。", (None, "2020")),
        (
            "一、2020年工作回顾\n\n五年来，全市面貌一新。\n\n（一）生态更好。\n全市建成公园12座。",
            ("review", "2020"),
        ),
        ("一、2020年工作回顾\n\n（一）主要目标任务如期完成。\n全市建成公园12座。", ("review", "2020")),
        ("一、2020年工作回顾\n\n（三）下一步打算。\n全市建成公园12座。", ("plan", "2021")),
        ("一、2020年工作回顾\n\n同时，也要看到存在的问题。\n\n全市建成公园12座太少。", ("problems", "2020")),
        (
            "一、“十四五”时期目标任务和2021年工作安排\n\n今年是开局之年。\n\n（一）抓生态。\n全市建成公园12座。",
            ("plan", "2021"),
        ),
        ("一、“十四五”时期目标任务和2021年工作安排\n\n全市建成公园12座。", ("plan", "2021/2025")),
        ("一、2020年工作回顾\n\n主要预期目标是：全市建成公园12座。", ("plan", "2021")),
    ],
)
def test_part_and_period(tmp_path: Path, text: str, expected: tuple[str | None, str | None]) -> None:
    assert told(tmp_path, text + "\n", "全市建成公园12座") == expected


def test_an_address_ends_a_stretch_of_a_chapter_on_one_time(tmp_path: Path) -> None:
    text = "一、过去五年工作回顾\n\n2020年，财政增收。\n\n各位代表！\n\n全市建成公园12座。\n"
    assert told(tmp_path, text, "12座") == ("review", "2016/2020")


def test_a_glossary_is_notes_and_speaks_of_no_time(tmp_path: Path) -> None:
    text = (
        REVIEW
        + "全市稳中有进。\n\n" * 9
        + PLAN
        + "抓好改革。\n\n" * 9
        + "名词解释\n\n1.“三个一”：指12座公园。\n"
    )
    assert told(tmp_path, text, "12座") == ("notes", None)


def test_a_report_of_its_own_year_tells_results_plans_and_problems(tmp_path: Path) -> None:
    file = tmp_path / "2018.txt"
    file.write_text(
        "某区2018年度法治政府建设情况报告\n\n一、主要做法\n\n办结案件12件。\n\n二、存在的不足\n\n力量不足。\n\n"
        "三、2019年工作思路\n\n办好案件。\n",
        encoding="utf-8",
    )
    outline = find_outline(read(file))
    parts = [(p.part, p.period) for p in outline.passages if p.kind == "sentence"]
    assert parts == [("review", "2018"), ("problems", "2018"), ("plan", "2019")]


def test_the_country_is_another_scope(tmp_path: Path) -> None:
    file = tmp_path / "2021.txt"
    file.write_text(
        "2021年某市政府工作报告\n\n一、2020年工作回顾\n\n全国经济恢复增长。\n\n全市经济恢复增长。\n\n全国首个试点落地。\n",
        encoding="utf-8",
    )
    outline = find_outline(read(file))
    assert [p.scope for p in outline.passages if p.kind == "sentence"] == ["全国", None, None]
