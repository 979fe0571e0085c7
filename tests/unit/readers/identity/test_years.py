"""The year a report speaks of: of one file, and of several together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

import yoy
from yoy.errors import ReadError
from yoy.options import Options
from yoy.pipeline import analyse_all
from yoy.readers.identity.years import decide_years, find_period
from yoy.readers.registry import read

if TYPE_CHECKING:
    from pathlib import Path

OPENED = "各位代表：现在，我代表市人民政府，向大会报告政府工作，请予审议。\n"
BODY = "全年实现地区生产总值310亿元，粮食总产量42万吨。\n"


@pytest.mark.parametrize(
    ("title", "stem", "text", "label", "expected"),
    [
        ("某区2018年度法治政府建设情况报告", "2019", "", None, (2018, None)),
        ("某区2018年度法治政府建设情况报告", "2019", "", 2017, (2018, None)),
        ("", "2016", "", None, (2016, None)),
        ("", "报告", "没有年份", 2016, (2016, None)),
        ("2026年某市政府工作报告", "2026", "一、2025年工作回顾\n", None, (2025, 2026)),
        ("2026年某市政府工作报告", "2026", "一、2025年工作回顾\n", 2026, (2025, 2026)),
        ("2026年某市政府工作报告", "a", "没有年份", None, (2025, 2026)),
        ("2026年度某市政府工作报告", "a", "没有年份", None, (2026, None)),
        ("政府工作报告", "2021", "——2021年3月5日在某市五届人大四次会议上\n", None, (2020, 2021)),
        ("政府工作报告", "a", "（二〇二一年三月五日在某市五届人大四次会议上）\n", None, (2020, 2021)),
        ("", "a", OPENED + "“十三五”时期工作回顾\n", None, (2020, None)),
        ("", "2021", OPENED + "“十三五”时期工作回顾\n", None, (2020, 2021)),
        ("", "a", OPENED + "三、2017年重点工作\n", None, (2016, 2017)),
        ("", "2017", OPENED + "一、去年工作回顾\n\n2016年，本市经济稳中有进。\n", None, (2016, 2017)),
        ("某区统计公报", "报告", "现将2019年的情况公布如下", None, (2019, None)),
        ("某区统计公报", "报告", "没有年份", None, (None, None)),
        ("Annual report", "x-2025-02-07", "For the fiscal year ended June 30, 2024", None, (2024, None)),
    ],
)
def test_year_reported_on(
    title: str, stem: str, text: str, label: int | None, expected: tuple[int | None, int | None]
) -> None:
    period = find_period(text, title=title, stem=stem, label=label)
    assert (period.reported, period.delivered) == expected


@pytest.mark.parametrize(
    ("title", "label", "told"),
    [
        ("云溪区2016年度法治政府建设情况报告", 2018, True),
        ("云溪区2016年度法治政府建设情况报告", 2016, False),
        ("云溪区法治政府建设情况报告", 2018, True),
        ("2017年云溪区政府工作报告", 2016, False),
        ("2017年云溪区政府工作报告", 2017, False),
        ("2017年云溪区政府工作报告", 2019, True),
    ],
)
def test_a_label_that_the_report_contradicts_is_told(title: str, label: int, *, told: bool) -> None:
    text = f"{title}\n现将2016年工作报告如下。\n一、2016年工作回顾\n"
    notes = find_period(text, title=title, stem="", label=label).notes
    assert ("label_differs" in [note.code for note in notes]) == told


def written(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_a_report_without_a_year_follows_its_neighbour(tmp_path: Path) -> None:
    first = read(written(tmp_path, "2025.txt", "2025年某市政府工作报告\n\n一、2024年工作回顾\n\n" + BODY))
    second = read(written(tmp_path, "2026.txt", "某市工作报告\n\n一、去年工作\n\n" + BODY))
    assert (first.period, second.period) == (2024, 2026)
    assert [document.period for document in decide_years((first, second))] == [2024, 2025]


def test_reports_of_their_own_year_stay(tmp_path: Path) -> None:
    first = read(written(tmp_path, "2017.txt", "某区2017年度法治政府建设情况报告\n\n" + BODY))
    second = read(written(tmp_path, "2018.txt", "某区法治政府建设情况报告\n\n" + BODY))
    assert [document.period for document in decide_years((first, second))] == [2017, 2018]


def test_labels_of_delivery_order_and_name(tmp_path: Path) -> None:
    later = written(tmp_path, "a.txt", "2026年某市政府工作报告\n\n一、2025年工作回顾\n\n" + BODY)
    earlier = written(tmp_path, "b.txt", "2025年某市政府工作报告\n\n一、2024年工作回顾\n\n" + BODY)
    documents = [read(later, label="2026"), read(earlier, label="2025")]
    reports = yoy.compare(documents).reports
    assert [(report.id, report.document.period) for report in reports] == [("2025", 2024), ("2026", 2025)]


def test_labels_give_the_order_where_nothing_tells_a_year(tmp_path: Path) -> None:
    document = read(written(tmp_path, "a.txt", "某区工作情况\n\n" + BODY))
    assert document.period is None
    with pytest.raises(ReadError):
        list(analyse_all([document, document], Options()))
    named = [replace(document, label=label) for label in ("乙", "甲")]
    pair = yoy.compare(named)
    assert [report.id for report in pair.reports] == ["乙", "甲"]
    assert "year_untold" in [note.code for note in pair.pairs[0].notes]
