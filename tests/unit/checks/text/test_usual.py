"""What a report of its kind usually states and this one doesn't."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checked_reports import document
from yoy import lexicon
from yoy.checks.text.usual import note_of_unstated, unstated
from yoy.model import Unstated
from yoy.options import Options
from yoy.pipeline import analyse, compare
from yoy.writers.plain import report_of

KNOWN = {name for file in lexicon.data("indicators")["files"] for name in lexicon.data(file)}
WORK = (
    "地区生产总值512.3亿元。一般公共预算收入41.2亿元。居民人均可支配收入36420元。城镇新增就业2.1万人。"
    "进出口总额88亿元。居民消费价格上涨1.9%。城镇调查失业率5.1%。规上工业增加值增长7.2%。粮食产量32万吨。"
)


def missing(title: str, body: str, language: str = "zh") -> list[str]:
    made = replace(document(body, language=language), title=title)
    return [each.id for each in unstated(analyse(made, "2018", Options()))]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (WORK, ["fixed_investment", "retail_sales"]),
        (f"{WORK}固定资产投资增长6%。社会消费品零售总额增长8%。", []),
        # Named without a figure is named; so is another word for it.
        (f"{WORK}固定资产投资保持平稳。社零总额稳步回升。", []),
        # A plan alone states nothing that was reached, but names the indicator.
        (f"{WORK}\n\n二、明年工作\n\n固定资产投资增长6%。", ["retail_sales"]),
        # Too little of it is there: an excerpt.
        ("地区生产总值512.3亿元。一般公共预算收入41.2亿元。", []),
    ],
)
def test_work_reports(body: str, expected: list[str]) -> None:
    assert missing("2019年云溪市政府工作报告", body) == expected


def test_forms_of_a_disclosure_report() -> None:
    chapters = ["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"]
    chapters += [
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ]
    title = "云溪区2018年政府信息公开工作年度报告"
    assert missing(title, "\n".join(chapters)) == []
    assert missing(title, "\n".join(chapters[:3] + chapters[4:])) == ["disputes"]


def test_items_of_a_filing() -> None:
    items = ["1", "1A", "1C", "2", "3", "5", "7", "7A", "8", "9A"]
    body = "\n".join(f"ITEM {number}. Words of that item." for number in items if number != "7A")
    assert missing("Acme Corp Form 10-K", body, "en") == ["item_7a"]


def test_other_kinds_have_no_list() -> None:
    assert missing("云溪区图书馆工作总结", WORK) == []


def test_it_is_told_once_in_both_languages_and_accuses_nobody() -> None:
    prior = replace(document(WORK, 2017), title="2018年云溪市政府工作报告")
    current = replace(document(WORK, 2018), title="2019年云溪市政府工作报告")
    made = compare([prior, current], Options())
    for report in made.reports:
        notes = [note for note in report.notes if note.code == "usually_stated"]
        assert [note.args for note in notes] == [
            {
                "zh": "固定资产投资、社会消费品零售总额",
                "en": "fixed-asset investment, retail sales of consumer goods",
            }
        ]
        assert [each["id"] for each in report_of(report)["unstated"]] == ["fixed_investment", "retail_sales"]
    assert not [f for f in made.pairs[0].findings if "usual" in f.code]
    assert note_of_unstated(()) == ()
    assert len(note_of_unstated((Unstated(kind="form", id="x", zh="甲", en="x"),))) == 1


def test_every_kind_of_the_lexicon_names_what_is_known() -> None:
    usual = lexicon.data("usual")
    assert set(usual["kinds"]) == {name for name in usual if name != "kinds"}
    for kind in usual["kinds"]:
        entry = usual[kind]
        assert entry["source"]
        assert entry.get("indicators") or entry.get("forms")
        assert {name for names in entry.get("indicators", ()) for name in names} <= KNOWN
        forms = entry.get("forms", ())
        assert len({form["id"] for form in forms}) == len(forms)
        assert all(form["zh"] and form["en"] and form["words"] for form in forms)
