from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from text_reports import report_of
from yoy.diff.passages import diff_passages
from yoy.model import Edit, PassagePair, Report
from yoy.options import DiffOptions

CASES = json.loads((Path(__file__).parents[2] / "cases" / "diff.json").read_text(encoding="utf-8"))


def whole(before: Report, after: Report) -> PassagePair:
    """All passages of both reports as one pair."""
    return PassagePair(
        prior=tuple(p.id for p in before.outline.passages),
        current=tuple(p.id for p in after.outline.passages),
        relation="edited",
        score=Decimal(1),
    )


def diffed(
    prior: str, current: str, figures: tuple[str, ...] = (), ignore: DiffOptions | None = None
) -> tuple[str, PassagePair]:
    before, after = report_of(prior, 2017, figures=figures), report_of(current, 2018, figures=figures)
    (pair,) = diff_passages(before, after, [whole(before, after)], ignore or DiffOptions())
    return "".join(shown(before, after, edit) for edit in pair.edits), pair


def shown(before: Report, after: Report, edit: Edit) -> str:
    first, second = edit.prior.of(before.text), edit.current.of(after.text)
    return first if edit.tag == "equal" else f"⟦{edit.edit_class} {first}→{second}⟧"


def marked(case: dict[str, Any]) -> Any:
    reason = case.get("known_failure")
    marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
    return pytest.param(case, id=case["name"], marks=marks)


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    text, pair = diffed(case["prior"], case["current"], tuple(case.get("figures", ())))
    assert text == case["shown"]
    assert pair.relation == case.get("relation", "edited")


@pytest.mark.parametrize(
    "case", [case for case in CASES if not case.get("known_failure")], ids=lambda c: c["name"]
)
def test_case_the_other_way_round(case: dict[str, Any]) -> None:
    _, there = diffed(case["prior"], case["current"], tuple(case.get("figures", ())))
    _, back = diffed(case["current"], case["prior"], tuple(case.get("figures", ())))
    turned = {"insert": "delete", "delete": "insert", "equal": "equal", "replace": "replace"}
    mine = [(e.tag, e.prior, e.current) for e in there.edits]
    assert mine == [(turned[e.tag], e.current, e.prior) for e in back.edits]


def test_what_is_set_to_count_makes_a_difference() -> None:
    prior, current = "完成改造，共12处。", "完成改造,共12处。"
    assert diffed(prior, current)[1].relation == "same"
    assert diffed(prior, current, ignore=DiffOptions(ignore=frozenset()))[1].relation == "edited"
    only_space = DiffOptions(ignore=frozenset(("space",)))
    assert diffed(prior, current, ignore=only_space)[1].relation == "edited"


def test_the_distance_of_the_reports_decides_what_a_year_shift_is() -> None:
    before, after = report_of("到2015年建成。", 2015), report_of("到2018年建成。", 2018)
    (pair,) = diff_passages(before, after, [whole(before, after)], DiffOptions())
    assert [edit.edit_class for edit in pair.edits if edit.tag != "equal"] == ["year"]


def test_a_portal_line_is_shell_whatever_changed_in_it() -> None:
    body = "。".join(["全区各级行政机关公开行政处罚和行政许可信息一千五百余条"] * 9) + "。\n"
    before = report_of(f"【字号 大 中】\n一、总体情况\n{body}", 2017)
    after = report_of(f"【字号 大 中 小】\n一、总体情况\n{body}", 2018)
    first, second = before.outline.passages[0], after.outline.passages[0]
    assert first.kind in ("shell", "sentence")
    pair = PassagePair(prior=(first.id,), current=(second.id,), relation="edited", score=Decimal(1))
    (done,) = diff_passages(before, after, [pair], DiffOptions())
    classes = {edit.edit_class for edit in done.edits if edit.tag != "equal"}
    assert classes == ({"shell"} if first.kind == "shell" else {"wording"})


def test_passages_of_one_report_only_have_no_edits() -> None:
    before, after = report_of("甲乙。", 2017), report_of("丙丁。", 2018)
    alone = PassagePair(prior=("p0",), current=(), relation="removed", score=Decimal(0))
    assert diff_passages(before, after, [alone], DiffOptions()) == (alone,)


def test_text_between_two_passages_is_in_no_edit() -> None:
    prior = "甲段落说明甲事项。\n此处为第三者所有。\n乙段落说明乙事项。"
    before, after = report_of(prior, 2017), report_of("甲段落说明甲事项,乙段落说明乙事项。", 2018)
    pair = PassagePair(prior=("p0", "p2"), current=("p0",), relation="edited", score=Decimal(1))
    (done,) = diff_passages(before, after, [pair], DiffOptions())
    told = "".join(edit.prior.of(before.text) for edit in done.edits)
    assert told == "甲段落说明甲事项。乙段落说明乙事项。"


def test_two_long_texts_of_one_line_take_no_time() -> None:
    prior = "".join(f"第{n % 7}项{'甲乙丙丁'[n % 4]}事宜办结{n}件," for n in range(2500))
    current = "".join(f"第{n % 5}项{'戊己庚辛'[n % 4]}事宜收到{n}件;" for n in range(2500))
    text, _ = diffed(prior, current)
    assert text


def test_a_figure_that_nobody_set_aside_is_taken_for_one() -> None:
    assert diffed("办结12件。", "办结15件。")[0] == "办结⟦figure 12→15⟧件。"
