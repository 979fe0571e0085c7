"""Columns of shares held against their total; columns of another kind are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from yoy.model import Finding
from yoy.options import Options
from yoy.pipeline import analyse
from yoy.readers.registry import read

SHARES = """# 某局2018年度部门决算

| 项目 | 金额（万元） | {head} |
|---|---|---|
| 人员经费 | 310.50 | {first} |
| 公用经费 | 89.50 | {second} |
| 项目支出 | 100.00 | {third} |
| {total} | 500.00 | 100.00 |
"""


def shares(tmp_path: Path, **told: str) -> list[Finding]:
    values = {
        "head": "占比（%）",
        "total": "合计",
        "first": "62.10",
        "second": "17.90",
        "third": "20.00",
        **told,
    }
    path = tmp_path / "2018.md"
    path.write_text(SHARES.format(**values), encoding="utf-8")
    return [f for f in analyse(read(path), "2018", Options()).findings if f.code.startswith("table_share")]


def test_shares_that_agree(tmp_path: Path) -> None:
    assert {f.verdict for f in shares(tmp_path)} == {"consistent"}


def test_one_that_does_not_is_found(tmp_path: Path) -> None:
    found = shares(tmp_path, second="19.70")
    assert [(f.args["claim"], f.verdict) for f in found if f.verdict not in ("consistent", "rounding")] == [
        ("19.70", "inconsistent")
    ]


def test_rounded_shares_agree(tmp_path: Path) -> None:
    assert {f.verdict for f in shares(tmp_path, first="62.1", second="18", third="20")} <= {
        "consistent",
        "rounding",
    }


@pytest.mark.parametrize(
    "told",
    [
        {"head": "占上年比重增减（%）"},
        {"total": "其中：车辆"},
        {"first": "6.10", "second": "7.90"},
        {"head": "完成率（%）"},
    ],
    ids=["a change", "no total", "of something else", "a rate"],
)
def test_others_are_left_alone(tmp_path: Path, told: dict[str, str]) -> None:
    assert shares(tmp_path, **told) == []
