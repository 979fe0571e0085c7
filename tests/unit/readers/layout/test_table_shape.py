"""Which rows and columns of a table are heads, and what its unit is."""

from __future__ import annotations

import pytest

from yoy.readers.layout.rows import GridCell, GridRow
from yoy.readers.layout.table_shape import header_shape, is_figure, unit_of


def rows(*lines: str) -> list[GridRow]:
    return [GridRow(cells=tuple(GridCell(text=cell) for cell in line.split("|"))) for line in lines]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("项目|2017年|2018年", "收入|1|2"), (1, 1)),
        (("序号|项目|金额", "1|收入|20", "2|支出|30"), (1, 2)),
        (("|Year ended", "|2023|2022", "Revenue|$1,200|$900"), (2, 1)),
        (("名称|内容", "公司|某某银行", "地址|深圳"), (1, 1)),
        (("10|1|0", "5|0|0"), (0, 0)),
        (("项目|金额", "一、营业收入|", "利息|5"), (1, 1)),
        (("|3个月内|3个月至1年|5年以上|合计", "贷款|1|2|3|6", "存款|4|5|6|15"), (1, 1)),
        (("|使用年限|年折旧率", "房屋|20年|5.0%", "设备|5年|19.0%"), (1, 1)),
        (("|第一阶段|第二阶段|不适用|敞口", "贷款|1|2|3|6", "存款|4|5|6|15"), (1, 1)),
        (("项目|上年|本年", "赔偿|不适用|不适用", "罚款|3|4"), (1, 1)),
    ],
)
def test_heads(lines: tuple[str, ...], expected: tuple[int, int]) -> None:
    assert header_shape(rows(*lines)) == expected


@pytest.mark.parametrize(
    "text",
    ["0", "1,234", "(63)", "-0.5%", "$4,368", "—", "不适用", "3个", "￥5.2", "5.2万元", "N/A", "+12.3"],
)
def test_figures(text: str) -> None:
    assert is_figure(text)


@pytest.mark.parametrize("text", ["", "1.其他", "2.重复申请", "项目", "第二十条", "Item 1", "2024年12月31日"])
def test_no_figures(text: str) -> None:
    assert not is_figure(text)


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("单位：万元", "万元"),
        ("（货币单位：人民币百万元）", "百万元"),
        ("表3 收入情况（单位:亿元）", "亿元"),
        ("(In millions, except per share data)", "millions"),
        ("各单位要认真落实。", None),
    ],
)
def test_units(line: str, unit: str | None) -> None:
    assert unit_of([line], ()) == unit
