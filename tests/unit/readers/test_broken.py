"""Numbers that the end of a line breaks are whole where the language leaves no doubt."""

from __future__ import annotations

import pytest

from yoy.readers.broken import breaks_number


@pytest.mark.parametrize(
    ("line", "following", "expected"),
    [
        ("全年共办理案件12", "345件，同比增长", True),
        ("问题整改率达到98.", "5%。", True),
        ("罚款合计1,23", "4.5万元", True),
        ("罚款合计1", ",234万元", True),
        ("比重为12", "%，提高", True),
        ("其中第一条是1.", "加强领导", False),
        ("the council heard 12", "34 were upheld", False),
        ("编号为12的文件", "34号", False),
        ("全年共办理案件12", "件，同比增长", False),
    ],
)
def test_digits_go_on(line: str, following: str, *, expected: bool) -> None:
    assert breaks_number(line, following) is expected
