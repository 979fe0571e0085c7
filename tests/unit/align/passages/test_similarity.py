"""How alike two passages are."""

from __future__ import annotations

import pytest

from text_reports import report_of
from yoy.align.passage_texts import PassageText, passage_texts
from yoy.align.passages.similarity import Similarity

OTHERS = "办理提案和建议。\n举办法治讲座。\n修订档案管理办法。\n开展植树造林。\n"


def likeness(one: str, other: str) -> float:
    def last(text: str) -> PassageText:
        return passage_texts(report_of(OTHERS + text))[-1]

    similarity = Similarity(
        (*passage_texts(report_of(OTHERS + one)), *passage_texts(report_of(OTHERS + other)))
    )
    return similarity.likeness(similarity.content((last(one),)), similarity.content((last(other),)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2017年受理复议申请154件。", "2018年受理复议申请161件。"),
        ("一是加强窗口建设。", "三是加强窗口建设。"),
    ],
)
def test_figures_years_and_ordinals_do_not_count(one: str, other: str) -> None:
    assert likeness(one, other) == 1.0


def test_a_sentence_inside_a_longer_one_is_like_it_but_not_the_same() -> None:
    short = "深入推进行政审批制度改革并取消一批事项。"
    assert 0.7 < likeness(short, f"按照上级部署，{short[:-1]}，群众办事更加便利，窗口服务更加规范。") < 1.0


def test_other_matters_are_not_alike() -> None:
    assert likeness("深入推进行政审批制度改革。", "妥善安置困难家庭就业。") < 0.3


def test_rare_words_tell_more_than_common_ones() -> None:
    texts = passage_texts(report_of("加强管理。\n加强宣传。\n加强督查。\n装配式建筑。"))
    similarity = Similarity(texts)
    assert similarity.rarity("装配") > similarity.rarity("加强")
