"""Footing and cross-footing of tables, and what was carried from one year's table to the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from checked_reports import is_alarm
from yoy.model import Report
from yoy.options import Options
from yoy.pipeline import analyse, compare
from yoy.readers.registry import read

FORM = """# 云溪区人民政府{year}年政府信息公开工作年度报告

## 收到和处理申请情况

| 项目 | 自然人 | 法人 | 总计 |
|---|---|---|---|
| 一、本年新收申请数量 | 21 | 4 | {received} |
| 二、上年结转申请数量 | {opening} | 0 | {opening} |
| 三、本年度办理结果 | 20 | 3 | 23 |
| 四、结转下年度继续办理 | 3 | 1 | 4 |
"""


def form(folder: Path, year: int = 2018, *, received: int = 25, opening: int = 2) -> Path:
    path = folder / f"{year}.md"
    path.write_text(FORM.format(year=year, received=received, opening=opening), encoding="utf-8")
    return path


def analysed(path: Path) -> Report:
    return analyse(read(path), path.stem, Options())


def test_rows_that_add_up_are_confirmed(tmp_path: Path) -> None:
    report = analysed(form(tmp_path))
    sums = [finding for finding in report.findings if finding.check == "sum"]
    assert {finding.verdict for finding in sums} == {"consistent"}
    assert "21 + 4" in {finding.formula for finding in sums}
    assert not any(map(is_alarm, report.findings))


def test_a_total_among_totals_that_add_up_is_accused(tmp_path: Path) -> None:
    report = analysed(form(tmp_path, received=35))
    (wrong,) = [finding for finding in report.findings if finding.code == "table_sum_differs"]
    assert wrong.verdict == "inconsistent"
    assert wrong.formula == "21 + 4"
    assert wrong.recomputed == 25


@pytest.mark.parametrize(("opening", "verdict"), [(4, "consistent"), (2, "inconsistent")])
def test_what_was_carried_over_comes_back(tmp_path: Path, opening: int, verdict: str) -> None:
    files = [form(tmp_path, 2017), form(tmp_path, 2018, opening=opening)]
    (pair,) = compare([read(file) for file in files]).pairs
    carried = [finding for finding in pair.findings if finding.check == "carry_forward"]
    assert carried[-1].verdict == verdict


SUBTOTALS = """# 云溪区人民政府2018年决算公开报告

| 项目 | 年初 | 新增 | 减少 | 小计 |
|---|---|---|---|---|
| 甲 | 371 | 10 | 5 | 5 |
| 乙 | 215 | 30 | 10 | 20 |
| 丙 | 190 | 40 | 20 | 20 |
"""


def test_a_subtotal_of_something_else_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "2018.md"
    path.write_text(SUBTOTALS, encoding="utf-8")
    assert not any(map(is_alarm, analysed(path).findings))


GROUPS = """<html><head><title>云溪区人民政府2018年政府信息公开工作年度报告</title></head><body>
<h1>云溪区人民政府2018年政府信息公开工作年度报告</h1>
<table>
<tr><td colspan="3">行政复议</td><td colspan="3">行政诉讼</td></tr>
<tr><td>结果维持</td><td>结果纠正</td><td>总计</td><td>结果维持</td><td>结果纠正</td><td>总计</td></tr>
<tr><td>10</td><td>1</td><td>0</td><td>2</td><td>1</td><td>3</td></tr>
</table></body></html>
"""


def test_a_group_under_one_heading_is_summed_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "2018.html"
    path.write_text(GROUPS, encoding="utf-8")
    sums = [(f.verdict, f.formula) for f in analysed(path).findings if f.check == "sum"]
    assert sums == [("inconsistent", "10 + 1"), ("consistent", "2 + 1")]


LEVELS = """# 某局2018年度部门决算

| 科目编码 | 科目名称 | 决算数（万元） |
|---|---|---|
| 201 | 一般公共服务支出 | {public} |
| 20103 | 办公厅事务 | {office} |
| 2010301 | 行政运行 | 120.50 |
| 2010302 | 专项业务 | 30.00 |
| 20105 | 统计事务 | 49.50 |
| 2010501 | 普查 | 49.50 |
| 205 | 教育支出 | 80.00 |
| 20502 | 普通教育 | 80.00 |
| 2050201 | 学前教育 | 35.00 |
| 2050202 | 小学教育 | 45.00 |
|  | 合计 | {total} |
"""


@pytest.mark.parametrize(
    ("public", "office", "total", "wrong"),
    [
        ("200.00", "150.50", "280.00", []),
        ("200.00", "160.50", "280.00", ["200.00", "160.50"]),
        ("200.00", "150.50", "290.00", ["290.00"]),
        ("900.00", "310.00", "700.00", []),
    ],
    ids=["all add up", "a section", "the total", "sums of nothing"],
)
def test_sums_over_the_levels_of_accounts(
    tmp_path: Path, public: str, office: str, total: str, wrong: list[str]
) -> None:
    path = tmp_path / "2018.md"
    path.write_text(LEVELS.format(public=public, office=office, total=total), encoding="utf-8")
    sums = [f for f in analysed(path).findings if f.check == "sum"]
    assert [str(f.args["claim"]) for f in sums if f.verdict == "inconsistent"] == wrong
    if not wrong and total == "280.00":
        assert [str(f.args["claim"]) for f in sums if f.verdict == "consistent"] == [
            "200.00",
            "150.50",
            "80.00",
            "280.00",
        ]


def test_rows_that_share_a_code_tell_no_levels(tmp_path: Path) -> None:
    path = tmp_path / "2018.md"
    text = LEVELS.format(public="200.00", office="160.50", total="280.00").replace("| 20105 |", "| 20103 |")
    path.write_text(text, encoding="utf-8")
    assert not any(map(is_alarm, analysed(path).findings))
