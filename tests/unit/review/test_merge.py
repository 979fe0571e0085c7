"""Several reviews as one: the newest wins, what it overrules is told, nothing is lost."""

from __future__ import annotations

from yoy.model import Decision, Remark, Review
from yoy.review.decisions import remark_of
from yoy.review.merge import merge_reviews


def review(name: str, *decisions: Decision, saved: str = "", **more: object) -> Review:
    return Review(
        name=name,
        sha256=name,
        saved=saved,
        remarks=tuple(map(remark_of, decisions)),
        decisions=decisions,
        **more,  # type: ignore[arg-type]
    )


def pair(ruling: str, when: str = "", remark: str = "", **more: object) -> Decision:
    return Decision(
        key="k",
        kind="pair",
        comparison="2017→2018",
        ruling=ruling,
        when=when,
        remark=remark,
        prior=("a",),
        current=("b",),
        **more,  # type: ignore[arg-type]
    )


def test_the_newest_wins_whatever_the_order_of_the_files() -> None:
    old, new = pair("accepted", "2019-03-01", "看过"), pair("rejected", "2019-03-02", "不是一回事")
    for files in ((review("x", old), review("y", new)), (review("y", new), review("x", old))):
        merged = merge_reviews(files)
        assert merged is not None
        assert [d.ruling for d in merged.decisions] == ["accepted", "rejected"]
        assert merged.contradicted == (old,)
        (remark,) = merged.remarks
        assert remark.written["pairing"] == "rejected"
        assert remark.written["remark"] == "不是一回事"
        (before,) = remark.before
        assert (before["pairing"], before["remark"]) == ("accepted", "看过")


def test_without_times_the_last_file_wins() -> None:
    merged = merge_reviews((review("x", pair("accepted")), review("y", pair("rejected"))))
    assert merged is not None
    assert merged.remarks[0].written["pairing"] == "rejected"
    assert [d.ruling for d in merged.contradicted] == ["accepted"]


def test_a_link_is_one_thing_on_whatever_sheet_it_was_decided() -> None:
    first = pair("accepted", "2019-03-01")
    second = Decision(
        key="k",
        kind="open_item",
        comparison="2017→2018",
        ruling="rejected",
        when="2019-03-02",
        prior=("a",),
        current=("b",),
    )
    merged = merge_reviews((review("x", first), review("y", second)))
    assert merged is not None
    assert merged.contradicted == (first,)
    assert len(merged.remarks) == 2


def test_what_agrees_is_said_once_and_what_differs_in_other_cells_is_joined() -> None:
    status = Decision(key="k", kind="finding", comparison="2018", ruling="agreed", when="2019-03-01")
    other = Decision(
        key="k", kind="finding", comparison="2018", ruling=None, remark="附件三", when="2019-03-02"
    )
    merged = merge_reviews((review("x", status), review("y", status), review("z", other)))
    assert merged is not None
    (remark,) = merged.remarks
    assert (remark.written["status"], remark.written["remark"]) == ("agreed", "附件三")
    assert merged.contradicted == ()
    assert [sorted(entry) for entry in remark.before] == [["review_date", "until"]]


def test_notes_loose_rows_and_sheets_of_all_files_stay() -> None:
    note = Remark(sheet="figures", key="k", comments={"remark": "一"})
    loose = Remark(sheet="figures", written={"other": "自加"})
    x = Review(
        name="x", sha256="x", remarks=(note, loose), sheets=("甲",), content=b"x", cover={"auditee": "甲局"}
    )
    y = Review(
        name="y",
        sha256="y",
        remarks=(Remark(sheet="figures", key="k", comments={"remark": "二"}), loose),
        sheets=("乙",),
        content=b"y",
    )
    merged = merge_reviews((x, y))
    assert merged is not None
    assert sorted(str(r.comments or r.written) for r in merged.remarks) == [
        "{'other': '自加'}",
        "{'other': '自加'}",
        "{'remark': '一\\n二'}",
    ]
    assert [one.sheets for one in (merged, *merged.further)] == [("甲",), ("乙",)]
    assert merged.cover == {"auditee": "甲局"}


def test_two_rows_of_one_file_stay_two() -> None:
    row = Remark(sheet="figures", comparison="2017→2018", key="k", written={"remark": "一"})
    twice = Review(name="x", sha256="x", remarks=(row, row))
    merged = merge_reviews((twice, review("y", pair("accepted"))))
    assert merged is not None
    assert len(merged.remarks) == 2
