"""Keys of links: the same for the same subject, whatever its figures, position or score."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from text_reports import report_of
from yoy.align.keys import with_passage_keys, with_section_keys
from yoy.model import PassagePair, SectionPair

PRIOR = "一、主要工作\n办理提案45件。\n举办讲座8场。\n二、存在问题\n办事流程较长。"
CORRECTED = "一、主要工作\n办理提案46件。\n举办讲座8场。\n二、存在问题\n办事流程较长。"
CURRENT = "一、主要工作\n办理提案52件。\n举办讲座9场。\n二、存在问题\n办事流程较长。"


def passage_keys(
    prior: str, current: str, pairs: Sequence[tuple[tuple[str, ...], tuple[str, ...]]]
) -> list[str]:
    links = [PassagePair(prior=p, current=c, relation="edited", score=Decimal(1)) for p, c in pairs]
    made = with_passage_keys(report_of(prior), report_of(current, 2018), links)
    return [link.key for link in made]


def section_keys(pairs: Sequence[tuple[tuple[str, ...], tuple[str, ...]]]) -> list[str]:
    links = [SectionPair(prior=p, current=c, relation="same", score=Decimal(1)) for p, c in pairs]
    return [link.key for link in with_section_keys(report_of(PRIOR), report_of(CURRENT, 2018), links)]


def test_a_corrected_figure_leaves_the_key_as_it_was() -> None:
    pairs = [(("p1",), ("p1",)), (("p2",), ("p2",))]
    assert passage_keys(PRIOR, CURRENT, pairs) == passage_keys(CORRECTED, CURRENT, pairs)


def test_another_order_leaves_the_keys_as_they_were() -> None:
    pairs = [(("p1",), ("p1",)), (("p2",), ("p2",))]
    assert set(passage_keys(PRIOR, CURRENT, pairs)) == set(passage_keys(PRIOR, CURRENT, pairs[::-1]))


def test_an_added_and_a_removed_passage_of_the_same_words_differ() -> None:
    assert len(set(passage_keys(PRIOR, CURRENT, [(("p4",), ()), ((), ("p4",))]))) == 2


def test_repeated_sentences_have_keys_of_their_own() -> None:
    twice = "一、工作\n加强宣传。\n加强宣传。"
    keys = passage_keys(twice, twice, [(("p1",), ("p1",)), (("p2",), ("p2",))])
    assert len(set(keys)) == 2


def test_sections_are_known_by_their_titles_not_their_partners() -> None:
    linked = section_keys([(("s1",), ("s1",)), (("s2",), ("s2",))])
    crossed = section_keys([(("s1",), ("s2",)), (("s2",), ("s1",))])
    assert linked == crossed
    assert len(set(linked)) == 2
