"""One thing told in a sentence and in a table of the same report, with two values."""

from __future__ import annotations

from pathlib import Path

import pytest

from checked_reports import told
from yoy.options import Options
from yoy.pipeline import analyse
from yoy.readers.registry import read

REPORT = """# 江州市云溪区水务局2018年度部门决算

## 一、收入支出情况

{sentence}

| 项目 | 金额（万元） |
|---|---|
| 财政拨款收入 | 812.46 |
| 事业收入 | 96.20 |
| 其他收入 | 14.05 |
| 资产处置损失 | -33.60 |
"""


def judged(tmp_path: Path, sentence: str) -> list[str]:
    file = tmp_path / "2018.md"
    file.write_text(REPORT.format(sentence=sentence), encoding="utf-8")
    made = analyse(read(file), "2018", Options())
    return told([made], (f for f in made.findings if f.check == "disagreement"))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("本年财政拨款收入812.46万元。", ["disagreement consistent 812.46万元"]),
        ("本年财政拨款收入821.46万元。", ["disagreement inconsistent 821.46万元"]),
        ("本年往来款收入300万元。", []),
        ("本年资产处置损失33.6万元。", ["disagreement consistent 33.6万元"]),
        ("本年资产处置损失36.3万元。", ["disagreement inconsistent 36.3万元"]),
    ],
)
def test_text_against_table(tmp_path: Path, sentence: str, expected: list[str]) -> None:
    assert judged(tmp_path, sentence) == expected
