"""Whatever reviewers wrote and however the rows changed since, every remark is in exactly one place."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from yoy.model import Remark, Review
from yoy.writers.excel.rows.carry import OWN, Gone, merge
from yoy.writers.excel.rows.layout import Column, Row, Sheet
from yoy.writers.excel.rows.words import Words

WORDS = Words("zh")
COLUMNS = tuple(
    Column(name=name, heading=name, width=9, reviewer=name not in {"key", "value_2018"})
    for name in ("key", "value_2018", "status", "remark", "pairing", "since")
)
KEYS = st.sampled_from("abcdefghij")
YEARS = st.sampled_from(["2016→2017", "2017→2018"])
TEXT = st.text(alphabet="一二三 =+\n", min_size=1, max_size=6)


@st.composite
def rows(draw: st.DrawFn) -> tuple[Row, ...]:
    names = draw(st.lists(st.tuples(YEARS, KEYS), unique=True, max_size=12))
    return tuple(
        Row(
            key=key,
            comparison=years,
            fingerprint=draw(st.sampled_from("xyz")),
            cells={"key": key, "prior_key": f"{key}1", "current_key": f"{key}2"},
        )
        for years, key in names
    )


@st.composite
def remarks(draw: st.DrawFn, number: int) -> Remark:
    key = draw(st.one_of(KEYS, st.just("")))
    written: dict[str, object] = {"remark": f"#{number}# {draw(TEXT)}"}
    if draw(st.booleans()):
        written["status"] = draw(st.sampled_from(["agreed", "differs", "again", "自拟"]))
    if draw(st.booleans()):
        written["pairing"] = draw(st.sampled_from(["accepted", "rejected"]))
    if draw(st.booleans()):
        written[OWN + "主审"] = draw(TEXT)
    return Remark(
        sheet=draw(st.sampled_from(["figures", "passages", "findings"])),
        comparison=draw(st.one_of(YEARS, st.just(""))),
        key=key,
        fingerprint=draw(st.sampled_from(["x", "y", "z", ""])),
        written=written,
        shown={"value_2018": "1"},
        prior=f"{key}1",
        current=draw(st.sampled_from([f"{key}2", "other"])),
        withdrawn=draw(st.booleans()),
    )


@st.composite
def cases(draw: st.DrawFn) -> tuple[tuple[Sheet, ...], Review]:
    sheets = tuple(
        Sheet(name=name, title=name, intro="", columns=COLUMNS, rows=draw(rows()))
        for name in ("figures", "passages")
    )
    count = draw(st.integers(0, 20))
    notes = tuple(draw(remarks(number)) for number in range(count))
    return sheets, Review(
        name="x", sha256="", remarks=notes, columns={"figures": ("主审",), "passages": ("主审",)}
    )


def carried(sheets: list[Sheet], gone: list[Gone]) -> Counter[str]:
    found = Counter(str(row.written["remark"]) for sheet in sheets for row in sheet.rows if row.written)
    found.update(str(item.remark.written["remark"]) for item in gone)
    return found


@settings(max_examples=1000, deadline=None)
@given(cases())
def test_no_remark_is_lost_or_doubled(case: tuple[tuple[Sheet, ...], Review]) -> None:
    sheets, review = case
    merged, gone = merge(sheets, review, WORDS)
    assert carried(merged, gone) == Counter(str(remark.written["remark"]) for remark in review.remarks)
    for before, after in zip(sheets, merged, strict=True):
        assert [row.key for row in before.rows] == [row.key for row in after.rows]
        assert [row.cells for row in before.rows] == [row.cells for row in after.rows]


@settings(max_examples=300, deadline=None)
@given(cases())
def test_a_remark_stands_in_its_own_row_and_says_when_to_look_again(
    case: tuple[tuple[Sheet, ...], Review],
) -> None:
    sheets, review = case
    by_text = {str(remark.written["remark"]): remark for remark in review.remarks}
    for sheet in merge(sheets, review, WORDS)[0]:
        for row in sheet.rows:
            if not row.written:
                continue
            remark = by_text[str(row.written["remark"])]
            assert (remark.sheet, remark.key) == (sheet.name, row.key)
            assert remark.comparison in {row.comparison, ""}
            changed = bool(remark.fingerprint) and remark.fingerprint != row.fingerprint
            assert (row.written.get("status") == "需重新核实") == (
                changed or remark.written.get("status") == "again"
            )
            assert bool(row.written.get("since")) == changed


@settings(max_examples=200, deadline=None)
@given(cases())
def test_the_order_of_rows_does_not_matter(case: tuple[tuple[Sheet, ...], Review]) -> None:
    sheets, review = case
    reversed_rows = [
        Sheet(name=s.name, title=s.title, intro="", columns=s.columns, rows=s.rows[::-1]) for s in sheets
    ]
    one, _ = merge(sheets, review, WORDS)
    two, _ = merge(reversed_rows, review, WORDS)
    for straight, turned in zip(one, two, strict=True):
        assert straight.rows == turned.rows[::-1]
