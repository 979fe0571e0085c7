from __future__ import annotations

import pytest

from yoy.language.tokens import Figure, fold, grams, is_latin, masked, tokenise, year_of


def cut(text: str, *figures: str) -> list[tuple[str, str]]:
    spans = [Figure(text.index(one), text.index(one) + len(one), "") for one in figures]
    return [(token.kind, text[token.start : token.end]) for token in tokenise(text, 0, len(text), spans)]


def test_figures_years_ordinals_and_names_are_whole() -> None:
    assert cut("(四)2018年《办法》共558项。", "558项") == [
        ("mark", "("),
        ("numbering", "四"),
        ("mark", ")"),
        ("year", "2018年"),
        ("name", "《办法》"),
        ("word", "共"),
        ("figure", "558项"),
        ("mark", "。"),
    ]


def test_latin_words_are_whole_and_hanzi_stand_alone() -> None:
    assert [text for _, text in cut("全区Item's well-known AQI")] == [
        "全",
        "区",
        "Item's",
        "well-known",
        "AQI",
    ]


def test_a_title_with_a_year_is_cut_at_the_year() -> None:
    assert ("year", "2018年") in cut("《2018年工作要点》")


def test_a_number_that_only_looks_like_a_year() -> None:
    assert cut("120185件")[0] == ("number", "120185")


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        ("三、存在问题", "三"),
        ("（十一）提高水平", "十一"),
        ("3、优化服务。", "3"),
        ("1.1 总则", "1.1"),
        ("第二章 组织", "二"),
        ("二是强化监管。", "二"),
        ("Item 1A. Risk", "1A"),
        ("①主动公开", "①"),
    ],
)
def test_the_ordinal_of_a_passage(text: str, ordinal: str) -> None:
    assert ("numbering", ordinal) in cut(text)


@pytest.mark.parametrize(
    "text", ["3.5万户居民", "2018年，全区", "第三方机构评估", "一般公共预算", "三个方面"]
)
def test_what_opens_a_passage_but_does_not_number_it(text: str) -> None:
    assert "numbering" not in [kind for kind, _ in cut(text)]


def test_blanks_lie_between_tokens_and_the_last_one_is_a_token() -> None:
    text = "一 网\u3000通\u200b办 \n"
    tokens = tokenise(text, 0, len(text), [])
    assert [token.kind for token in tokens] == ["word"] * 4 + ["space"]
    assert tokens[-1].end == len(text)


def test_keys_are_the_same_in_either_width() -> None:
    wide, narrow = tokenise("“１２项”，", 0, 6, []), tokenise('"12项",', 0, 6, [])
    assert [token.key for token in wide] == [token.key for token in narrow]


def test_fold_keeps_letters_and_digits() -> None:
    assert fold("ＡＢＣ１２，。“”〔〕") == 'ABC12,.""[]'


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3、全区审批事项由581项精简至558项,", "2、全区审批事项由12项精简至9项。"),
        ("2017年度，完成建设。", "2018年度,完成建设;"),
        ("（二）“放管服”改革", '(三)"放管服"改革'),
        ("The Company paid $5.4 million.", "the company paid $6 million"),
    ],
)
def test_masked_texts_of_two_years_are_the_same(one: str, other: str) -> None:
    assert masked(one) == masked(other)


def test_masked_keeps_latin_words_apart() -> None:
    assert grams(masked("Film industry")) == ("film", "industry", "filmindustry")
    assert grams(masked("审批事项")) == ("审批", "批事", "事项")
    assert grams(masked("PM2.5浓度"))[0] == "pm"


def test_year_of_a_token_in_either_width() -> None:
    assert year_of("２０１８年") == year_of("2018") == 2018


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("In fiscal 2014, acquisitions totaled $0.4 billion.", True),
        ("2014年", True),
        ("2014年完成584件。", False),
    ],
)
def test_a_year_makes_no_masked_sentence_chinese(text: str, latin: bool) -> None:
    assert is_latin(masked(text)) is latin
