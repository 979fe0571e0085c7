"""The promises of the contract on random pairs of reports."""

from __future__ import annotations

import hashlib
import io

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from promises import keep
from yoy.model import Comparison, Document, Source
from yoy.pipeline import compare
from yoy.readers.identity.find import language_of
from yoy.writers.json import document_of, write_json
from yoy.writers.options import WriteOptions

SENTENCES = (
    "全年共受理各类案件{n}件，同比增长{p}%。",
    "全区审批事项总数由{n}项精简至{m}项。",
    "其中，办结{n}件，办结率为{p}%。",
    "PM2.5、PM10浓度分别为{n}、{m}微克/立方米。",
    "拨付资金{n}万元，惠及{m}户；",
    "持续推进依法行政，不断提升服务水平。",
    "2018年，各部门认真落实“一网通办”要求。",
    "根据国办发〔2018〕{n}号文件，列全市第{m}名。",
    "{n}",
    "The Company paid ${n}.5 million in 2018, up {p} per cent.",
)
HEADINGS = (
    "一、总体情况",
    "二、存在的问题",
    "（一）主动公开",
    "(二)依申请公开",
    "1、优化服务。",
    "Item 1. Business",
)
ODD = "\u200b\ufeff\u3000０１２３％，。；：“”《》〔〕()-—+=\t\u0007\U0001f600ⅡⅣ①"

number = st.integers(0, 99999)
sentence = st.builds(
    lambda t, n, m, p: t.format(n=n, m=m, p=p), st.sampled_from(SENTENCES), number, number, st.integers(1, 99)
)
noise = st.text(
    st.sampled_from("审批事项增长下降第年月日个件万亿一二三" + "0123456789.,%" + ODD), max_size=12
)
line = st.one_of(st.lists(sentence, min_size=1, max_size=3).map("".join), st.sampled_from(HEADINGS), noise)
report = st.lists(line, min_size=1, max_size=9).map("\n".join).filter(lambda t: any(c.isalnum() for c in t))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[str, str]:
    """Two reports that share many lines."""
    prior = draw(report)
    lines = prior.split("\n")
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(lines)))
        lines[at : at + draw(st.integers(0, 1))] = [draw(line)] if draw(st.booleans()) else []
    if draw(st.booleans()):
        lines = draw(st.permutations(lines))
    current = "\n".join(lines)
    return prior, current if any(c.isalnum() for c in current) else prior


def document(text: str, period: int) -> Document:
    return Document(
        source=Source(
            name=f"{period}.txt",
            format="txt",
            encoding="utf-8",
            size=len(text),
            sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        ),
        text=text,
        language=language_of(text),
        period=period,
    )


def compared(prior: str, current: str) -> Comparison:
    return compare([document(prior, 2017), document(current, 2018)])


slow = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@slow
@given(pairs())
def test_promises_hold(texts: tuple[str, str]) -> None:
    keep(document_of(compared(*texts)))


@slow
@given(report)
def test_a_report_compared_with_itself_is_unchanged(text: str) -> None:
    result = compare([document(text, 2018), document(text, 2018)])
    assert {p.relation for p in result.pairs[0].passages} <= {"same"}
    assert not any(p.moved for p in result.pairs[0].passages)
    relations = {n.relation for n in result.pairs[0].numbers}
    one_way = {q.id for r in result.reports for q in r.figures.quantities if q.role != "result" or q.baseline}
    free = {n.relation for n in result.pairs[0].numbers if not {n.prior, n.current} & one_way}
    assert free <= {"unchanged"}, relations


@slow
@given(pairs())
def test_swapping_the_reports_swaps_added_and_removed(texts: tuple[str, str]) -> None:
    there, back = compared(*texts).pairs[0], compared(*reversed(texts)).pairs[0]
    assert {(p.prior, p.current) for p in there.passages} == {(p.current, p.prior) for p in back.passages}
    assert {(s.prior, s.current) for s in there.sections} == {(s.current, s.prior) for s in back.sections}


@slow
@given(pairs())
def test_same_inputs_same_bytes(texts: tuple[str, str]) -> None:
    written = []
    for _ in range(2):
        stream = io.BytesIO()
        write_json(compared(*texts), stream, WriteOptions())
        written.append(stream.getvalue())
    assert written[0] == written[1]
