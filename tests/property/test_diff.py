"""What must hold for the edits of any pair of texts."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from text_reports import report_of
from yoy.diff.passages import diff_passages
from yoy.model import Edit, PassagePair, Report
from yoy.options import DiffOptions

PIECES = (
    "审批", "事项", "精简", "至", "了", "的", "增长", "下降", ",", "，", "、", "。", "；",
    "“放管服”", '"放管服"', "《办法》", "12项", "558项", "５58项", "2017年", "2018年", "(四)", "(五)",
    "一是", "二是", "3、", " ", "\u3000", "\u200b", "\n", "PM2.5", "Revenue", "revenue", "of",
)  # fmt: skip
FIGURES = ("12项", "558项")
piece = st.sampled_from(PIECES)
text = st.lists(piece, min_size=1, max_size=18).map("".join)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[str, str]:
    """A text, and the same with some pieces exchanged."""
    prior = draw(st.lists(piece, min_size=1, max_size=18))
    current = list(prior)
    for _ in range(draw(st.integers(0, 5))):
        at = draw(st.integers(0, len(current)))
        current[at : at + draw(st.integers(0, 2))] = draw(st.lists(piece, max_size=2))
    return "".join(prior), "".join(current)


texts = st.one_of(pairs(), st.tuples(text, text)).filter(
    lambda both: all(any(c.isalnum() for c in one) for one in both)
)


def diffed(prior: str, current: str) -> tuple[Report, Report, PassagePair]:
    before = report_of(prior, 2017, figures=FIGURES)
    after = report_of(current, 2018, figures=FIGURES)
    pair = PassagePair(
        prior=tuple(p.id for p in before.outline.passages),
        current=tuple(p.id for p in after.outline.passages),
        relation="edited",
        score=Decimal(1),
    )
    return before, after, diff_passages(before, after, [pair], DiffOptions())[0]


@settings(deadline=None, max_examples=300)
@given(texts)
def test_edits_tile_both_sides(both: tuple[str, str]) -> None:
    before, after, pair = diffed(*both)
    for report, spans in ((before, [e.prior for e in pair.edits]), (after, [e.current for e in pair.edits])):
        assert all(a.end <= b.start for a, b in pairwise(spans))
        told = [report.text[i] for span in spans for i in range(span.start, span.end)]
        lie = [report.text[i] for p in report.outline.passages for i in range(p.span.start, p.span.end)]
        assert told == lie


@settings(deadline=None, max_examples=300)
@given(texts)
def test_equal_means_identical_and_changes_have_a_class(both: tuple[str, str]) -> None:
    before, after, pair = diffed(*both)
    for edit in pair.edits:
        same = edit.prior.of(before.text) == edit.current.of(after.text)
        assert same == (edit.tag == "equal") == (edit.edit_class is None)
        assert len(edit.prior) > 0 or edit.tag == "insert"
        assert len(edit.current) > 0 or edit.tag == "delete"


@settings(deadline=None, max_examples=300)
@given(texts)
def test_no_figure_is_cut(both: tuple[str, str]) -> None:
    before, after, pair = diffed(*both)
    for report, spans in ((before, [e.prior for e in pair.edits]), (after, [e.current for e in pair.edits])):
        for quantity in report.figures.quantities:
            touched = [span for span in spans if span.overlaps(quantity.span)]
            assert len(touched) <= 1 or not any(
                p.span.contains(quantity.span) for p in report.outline.passages
            )


@settings(deadline=None, max_examples=200)
@given(texts)
def test_the_other_way_round_is_the_same_turned(both: tuple[str, str]) -> None:
    there, back = diffed(*both)[2], diffed(*reversed(both))[2]
    turned = {"insert": "delete", "delete": "insert", "equal": "equal", "replace": "replace"}
    assert [(e.tag, e.prior, e.current) for e in there.edits] == [
        (turned[e.tag], e.current, e.prior) for e in back.edits
    ]
    assert there.relation == back.relation


@settings(deadline=None, max_examples=100)
@given(text.filter(lambda one: any(c.isalnum() for c in one)))
def test_a_text_against_itself_is_one_equal_stretch(one: str) -> None:
    edits: tuple[Edit, ...] = diffed(one, one)[2].edits
    assert {edit.tag for edit in edits} == {"equal"}
