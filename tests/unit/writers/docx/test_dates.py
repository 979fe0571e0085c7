from __future__ import annotations

from dataclasses import replace

import pytest

from text_reports import report_of
from yoy.model import Document
from yoy.writers.docx.dates import day_of

DOCUMENT = report_of("一、总体情况\n来信来访有所减少。", 2018).document


@pytest.mark.parametrize(
    ("document", "given", "day"),
    [
        (replace(DOCUMENT, metadata={"publish_date": "2019-01-31"}), None, "2019-01-31"),
        (replace(DOCUMENT, metadata={"publish_date": "2019年1月31日 09:15"}), None, "2019-01-31"),
        (replace(DOCUMENT, metadata={"publish_date": "2019-01-31"}), "2019-03-01", "2019-03-01"),
        (
            replace(DOCUMENT, metadata={"publish_date": "上月", "written_date": "2019/1/16"}),
            None,
            "2019-01-16",
        ),
        (replace(DOCUMENT, metadata={"publish_date": "2019-02-30"}), None, "2019-01-01"),
        (replace(DOCUMENT, delivered=2020), None, "2020-01-01"),
        (DOCUMENT, None, "2019-01-01"),
        (replace(DOCUMENT, period=None), None, "1980-01-01"),
    ],
)
def test_the_day_comes_from_the_report(document: Document, given: str | None, day: str) -> None:
    assert day_of(document, given) == day
