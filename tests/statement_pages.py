"""Statements of a fictional company, of which single amounts can be made wrong."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from yoy.options import Options
from yoy.pipeline import analyse
from yoy.readers.registry import read

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yoy.model import Report

BALANCE = """
(In millions) | 2018 | 2017
Assets | |
Current assets: | |
Cash and cash equivalents | $1,240 | $1,105
Receivables, net | 866 | 790
Inventories | 1,532 | 1,418
Total current assets | 3,638 | 3,313
Property and equipment, net | 2,480 | 2,275
Goodwill | 612 | 612
Total assets | $6,730 | $6,200
Liabilities and equity | |
Current liabilities: | |
Accounts payable | $905 | $870
Accrued expenses | 431 | 402
Total current liabilities | 1,336 | 1,272
Long-term debt | 2,150 | 2,300
Total liabilities | 3,486 | 3,572
Shareholders' equity: | |
Common stock | 510 | 498
Retained earnings | 2,734 | 2,130
Total shareholders' equity | 3,244 | 2,628
Total liabilities and shareholders' equity | $6,730 | $6,200
"""
INCOME = """
(In millions, except per share data) | 2018 | 2017 | 2016
Revenue | $8,420 | $7,960 | $7,512
Cost of revenue | 5,110 | 4,870 | 4,604
Gross profit | 3,310 | 3,090 | 2,908
Research and development | 640 | 601 | 577
Selling and administrative | 1,425 | 1,362 | 1,301
Total operating expenses | 2,065 | 1,963 | 1,878
Operating income | 1,245 | 1,127 | 1,030
Interest expense | (112) | (118) | (121)
Income before income taxes | 1,133 | 1,009 | 909
Income tax expense | 249 | 222 | 200
Net income | $884 | $787 | $709
Net income per share: | | |
Basic | $2.21 | $1.95 | $1.73
Diluted | $2.18 | $1.93 | $1.71
Weighted average shares: | | |
Basic | 400 | 404 | 410
Diluted | 405 | 408 | 415
"""
CASH = """
(In millions) | 2018 | 2017 | 2016
Operating activities: | | |
Net income | $884 | $787 | $709
Depreciation and amortization | 310 | 296 | 284
Changes in receivables | (76) | (41) | (33)
Changes in payables | 35 | 28 | 19
Net cash provided by operating activities | 1,153 | 1,070 | 979
Investing activities: | | |
Purchases of property and equipment | (515) | (488) | (450)
Acquisitions | (73) | (20) | (110)
Net cash used in investing activities | (588) | (508) | (560)
Financing activities: | | |
Repayment of debt | (150) | (150) | (100)
Dividends paid | (280) | (262) | (250)
Net cash used in financing activities | (430) | (412) | (350)
Increase in cash and cash equivalents | 135 | 150 | 69
Cash and cash equivalents at beginning of year | 1,105 | 955 | 886
Cash and cash equivalents at end of year | $1,240 | $1,105 | $955
"""
PAGES: Mapping[str, str] = {
    "BALANCE SHEETS": BALANCE,
    "STATEMENTS OF INCOME": INCOME,
    "STATEMENTS OF CASH FLOWS": CASH,
}
_HEAD = "<!DOCTYPE html><html lang='en'><head><title>Harbour Works Form 10-K 2018</title></head><body>"


def statements(changes: Mapping[tuple[str, int], str] | None = None) -> Report:
    """The three statements; `changes` gives another amount for a line of a statement and a column from 1.

    A key is the title, a blank and the name of the line: "BALANCE SHEETS Goodwill"; of two lines of a name
    the first is meant.
    """
    wanted = dict(changes or {})
    body = "".join(_table(title, text, wanted) for title, text in PAGES.items())
    assert not wanted, f"no such line: {wanted}"
    return _report(f"<h1>Harbour Works Annual Report 2018</h1><p>Fiscal year 2018.</p>{body}")


def page(rows: str) -> Report:
    """A report of one table."""
    return pages(rows)


def pages(*tables: str) -> Report:
    """A report of several tables."""
    body = "".join(_table(f"DETAILS {at}", rows, {}) for at, rows in enumerate(tables, start=1))
    return _report(f"<h1>Harbour Works Annual Report 2018</h1>{body}")


def _report(body: str) -> Report:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "2018.html"
        path.write_text(f"{_HEAD}{body}</body></html>", encoding="utf-8")
        return analyse(read(path), "2018", Options())


def _table(title: str, text: str, wanted: dict[tuple[str, int], str]) -> str:
    rows = [[cell.strip() for cell in line.split("|")] for line in text.strip().split("\n")]
    for row in rows:
        for column in range(1, len(row)):
            row[column] = wanted.pop((f"{title} {row[0]}", column), row[column])
    lines = "".join(f"<tr>{_cells(row)}</tr>" for row in rows)
    return f"<h2>{title}</h2><table>{lines}</table>"


def _cells(row: Sequence[str]) -> str:
    return "".join(f"<td>{cell}</td>" for cell in row)
