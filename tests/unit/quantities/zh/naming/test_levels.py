"""Names of levels that print a bare measure, or the number of their line."""

from __future__ import annotations

import pytest

from checked_reports import report


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("粮食播种面积1570万亩、总产130亿斤。", ["粮食播种面积", "粮食总产"]),
        ("粮食连续五年增产，总产量105亿斤。", ["粮食总产量"]),
        ("粮食生产再创新高。播种面积878万亩，总产量达到85亿斤。", ["粮食播种面积", "粮食总产量"]),
        (
            "工业、制造业、工业技改投资分别增长9%、13%、6%。",
            ["工业投资同比变化", "制造业投资同比变化", "工业技改投资同比变化"],
        ),
        ("建设任务圆满完成。\n\n14.2025年全区新增公园20个。", ["全区新增公园数"]),
    ],
)
def test_what_a_bare_measure_is_of(text: str, names: list[str]) -> None:
    assert [q.indicator for q in report(text).figures.quantities] == names
