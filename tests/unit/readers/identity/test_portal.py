"""What a portal wraps around a report, and the fields that stand there."""

from __future__ import annotations

from pathlib import Path

import pytest

from yoy.readers.identity.portal import find_portal
from yoy.readers.registry import read

PAGE = """某某区2018年法治政府建设情况报告_政务公开_某某区人民政府门户网站

某某区人民政府2018年度法治政府建设情况报告

信息来源: 区司法局 发布时间 2019-01-30
【字号 大 中 小】
  • 发文字号: 某府〔2019〕3号
  • 机构名称: 区政府办公室

2018年，本区全面推进依法行政，各项工作取得新的成绩，现将有关情况报告如下。

一、主要工作

审批事项558项。

  • 附件下载

当前页二维码
"""


def test_portal_lines_are_shell_and_their_fields_are_read(tmp_path: Path) -> None:
    file = tmp_path / "报告.txt"
    file.write_text(PAGE, encoding="utf-8")
    document = read(file)
    assert document.title == "某某区人民政府2018年度法治政府建设情况报告"
    assert document.issuer == "某某区人民政府"
    assert document.period == 2018
    assert document.metadata["publish_date"] == "2019-01-30"
    assert document.metadata["document_number"] == "某府〔2019〕3号"
    assert document.metadata["publisher"] == "区政府办公室"
    shell = [span.of(document.text) for span in document.shell]
    assert shell[0].endswith("门户网站")
    assert shell[-1] == "当前页二维码"
    assert not any("558项" in line or "一、主要工作" in line for line in shell)


@pytest.mark.parametrize(
    "line",
    [
        "来源广泛，群众满意。",
        "时间安排：2018年底前完成审批事项清理，打印材料减少一半。",
        "名称预先核准1234件。",
    ],
)
def test_body_lines_with_portal_words_stay_body(line: str) -> None:
    text = f"某区2018年工作报告\n一、工作\n{line}\n" + "各部门认真落实各项任务。" * 20
    assert find_portal(text).shell == ()
