from __future__ import annotations

from text_reports import report_of, texts
from yoy.align.passages import pair_passages
from yoy.align.sections import pair_sections
from yoy.model import PassagePair, Report
from yoy.options import AlignOptions

Shown = tuple[tuple[str, ...], tuple[str, ...], str, bool]


def aligned(prior: str, current: str) -> list[Shown]:
    before, after = report_of(prior, 2017), report_of(current, 2018)
    return [shown(before, after, pair) for pair in pairs_of(before, after)]


def pairs_of(before: Report, after: Report) -> tuple[PassagePair, ...]:
    return pair_passages(before, after, pair_sections(before, after, AlignOptions()))


def shown(before: Report, after: Report, pair: PassagePair) -> Shown:
    return texts(before, pair.prior), texts(after, pair.current), pair.relation, pair.moved


def test_a_changed_figure_does_not_hide_a_pair() -> None:
    prior, current = "全区审批事项总数精简至558项。", "全区审批事项总数精简至12项。"
    assert aligned(prior, current) == [((prior,), (current,), "edited", False)]


def test_one_sentence_made_two() -> None:
    prior = "稳步推进环保基层执法改革试点,研究制定工作方案和指南,推动镇和园区聘请环保管家。"
    current = ("稳步推进环保基层执法改革试点。", "研究制定工作方案和指南,推动镇和园区聘请环保管家。")
    assert aligned(prior, "".join(current)) == [((prior,), current, "edited", False)]
    assert aligned("".join(current), prior) == [(current, (prior,), "edited", False)]


def test_a_new_sentence_between_is_added_alone() -> None:
    prior = "健全河长制湖长制。完成积水点改造五百处。"
    current = "健全河长制湖长制。街头增设游客饮水台。完成积水点改造五百处。"
    relations = [relation for *_, relation, _ in aligned(prior, current)]
    assert relations == ["same", "added", "same"]


def test_removed_passages_stand_where_they_stood() -> None:
    prior = "健全河长制湖长制。街头增设游客饮水台。完成积水点改造五百处。"
    current = "健全河长制湖长制。完成积水点改造五百处。"
    relations = [relation for *_, relation, _ in aligned(prior, current)]
    assert relations == ["same", "removed", "same"]


ONE = "政务微博粉丝四十八万人,影响力列全市各区第一名。"
TWO = "依法行政培训班举办八期,新进执法人员全部参加考试。"
THREE = "轨道交通站点周边公共自行车租赁点实现全覆盖。"


def test_a_moved_sentence_is_found_again_with_an_edit() -> None:
    edited = ONE.replace("第一名", "第二名")
    found = aligned(f"{ONE}{TWO}{THREE}", f"{TWO}{THREE}{edited}")
    assert ((ONE,), (edited,), "edited", True) in found
    assert ((TWO,), (TWO,), "same", False) in found
    assert ((THREE,), (THREE,), "same", False) in found


def test_a_sentence_goes_to_another_section() -> None:
    prior = f"一、网络宣传\n{ONE}\n二、教育培训\n{TWO}{THREE}\n"
    current = f"一、网络宣传\n{ONE}{THREE}\n二、教育培训\n{TWO}\n"
    assert ((THREE,), (THREE,), "same", True) in aligned(prior, current)


def test_boilerplate_keeps_its_neighbours() -> None:
    again = "不断优化办事流程、改进服务作风、提升服务质量。"
    prior = f"{ONE}{again}{TWO}{again}{THREE}"
    current = f"{TWO}{again}{THREE}"
    found = aligned(prior, current)
    assert [(relation, moved) for *_, relation, moved in found if relation == "same"] == [("same", False)] * 3
    before, after = report_of(prior, 2017), report_of(current, 2018)
    pair = next(p for p in pairs_of(before, after) if texts(after, p.current) == (again,))
    assert pair.prior == ("p3",)


def test_short_common_sentences_are_not_taken_for_moves() -> None:
    prior = f"一、网络宣传\n{ONE}成效明显。\n二、教育培训\n{TWO}\n"
    current = f"一、网络宣传\n{ONE}\n二、教育培训\n{TWO}成效明显。\n"
    assert not any(moved for *_, moved in aligned(prior, current))


def test_headings_of_linked_sections_are_a_pair_whatever_they_say() -> None:
    prior = f"一、简政放权\n{ONE}{TWO}\n二、其他\n{THREE}\n"
    current = f"一、优化营商环境\n{ONE}{TWO}\n二、其他\n{THREE}\n"
    assert (("一、简政放权",), ("一、优化营商环境",), "edited", False) in aligned(prior, current)


def test_headings_of_two_replaced_paragraphs_are_no_pair() -> None:
    prior = f"一、公共交通\n{THREE}\n二、其他\n{TWO}\n"
    current = f"一、网络宣传\n{ONE}\n二、其他\n{TWO}\n"
    relations = {before or after: relation for before, after, relation, _ in aligned(prior, current)}
    assert relations["一、公共交通",] == "removed"
    assert relations["一、网络宣传",] == "added"


def test_a_report_against_itself() -> None:
    text = f"一、网络宣传\n{ONE}{TWO}\n二、教育培训\n{TWO}{THREE}{TWO}\n"
    assert {(b == a, relation, moved) for b, a, relation, moved in aligned(text, text)} == {
        (True, "same", False)
    }
