"""Which passages are worth comparing."""

from __future__ import annotations

from text_reports import report_of
from yoy.align.passage_texts import passage_texts
from yoy.align.passages.candidates import suggest
from yoy.align.passages.similarity import Similarity


def suggested(prior: str, current: str) -> set[tuple[str, str]]:
    former, latter = passage_texts(report_of(prior)), passage_texts(report_of(current, 2018))
    found = suggest(former, latter, Similarity((*former, *latter)))
    return {(former[i].text.strip(), latter[j].text.strip()) for i, j in found}


def test_the_same_sentence_with_another_figure_is_found_at_once() -> None:
    assert suggested("全年办理提案45件。\n举办讲座8场。", "举办讲座9场。\n全年办理提案52件。") == {
        ("全年办理提案45件。", "全年办理提案52件。"),
        ("举办讲座8场。", "举办讲座9场。"),
    }


def test_rare_words_in_common_are_worth_a_look() -> None:
    found = suggested("建成智慧养老平台并投入使用。\n今天晴。", "智慧养老平台运行平稳。\n明日有雨。")
    assert ("建成智慧养老平台并投入使用。", "智慧养老平台运行平稳。") in found


def test_sentences_with_nothing_in_common_are_not_compared() -> None:
    assert suggested("修订档案管理办法。", "植树造林三千亩。") == set()
