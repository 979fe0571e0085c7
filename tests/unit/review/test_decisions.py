"""The file of decisions: read as its schema says, refused where it is not, the same as remarks."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files

import jsonschema
import pytest

from yoy.errors import WriteError
from yoy.model import Decision
from yoy.review.decisions import decisions_of, moment, parse_decisions, remark_of

SCHEMA = json.loads(files("yoy.review").joinpath("decisions.schema.json").read_text(encoding="utf-8"))
ENTRY = {
    "key": "1f4c09ab12",
    "kind": "pair",
    "comparison": "2017→2018",
    "ruling": "rejected",
    "remark": "口径不同",
    "who": "张",
    "when": "2019-03-01T16:05:00+08:00",
    "fingerprint": "0d33a1c2",
    "prior": ["aaaaaaaaaa"],
    "current": ["bbbbbbbbbb"],
}


def file_of(*entries: object, **head: object) -> bytes:
    whole = {"format": "yoy-decisions", "format_version": 1, "decisions": list(entries), **head}
    return json.dumps(whole, ensure_ascii=False).encode()


def test_a_decision_is_read_whole() -> None:
    jsonschema.validate(json.loads(file_of(ENTRY)), SCHEMA)
    review = parse_decisions(file_of(ENTRY), "review.json")
    assert review.decisions == (
        Decision(
            **{**ENTRY, "prior": ("aaaaaaaaaa",), "current": ("bbbbbbbbbb",)},  # type: ignore[arg-type]
            file="review.json",
        ),
    )
    (remark,) = review.remarks
    assert (remark.sheet, remark.key, remark.fingerprint) == ("figures", "1f4c09ab12", "0d33a1c2")
    assert remark.written["pairing"] == "rejected"
    assert (remark.written["remark"], remark.written["preparer"]) == ("口径不同", "张")
    assert str(remark.written["review_date"]) == "2019-03-01 16:05:00"


def test_a_mark_at_the_beginning_of_the_file_is_no_hindrance() -> None:
    content = b"\xef\xbb\xbf" + file_of({"key": "k", "kind": "finding", "ruling": None})
    assert parse_decisions(content, "r.json").decisions == (Decision(key="k", kind="finding", file="r.json"),)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"key": ""}, "key"),
        ({"key": 3}, "key"),
        ({"kind": "number"}, "kind"),
        ({"ruling": 1}, "ruling"),
        ({"when": "gestern"}, "when"),
        ({"remark": None}, "remark"),
        ({"prior": "aaaaaaaaaa"}, "prior"),
        ({"current": [1]}, "current"),
    ],
)
def test_an_entry_that_is_not_right_is_named(change: dict[str, object], field: str) -> None:
    wrong = {**ENTRY, **change}
    with pytest.raises(WriteError) as raised:
        parse_decisions(file_of(ENTRY, wrong), "review.json")
    assert raised.value.slug == "decision_not_read"
    assert " 2 " in str(raised.value) or "2" in str(raised.value)
    assert field in str(raised.value)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(json.loads(file_of(wrong)), SCHEMA)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"decisions": []}', b'{"format": "yoy-decisions", "format_version": 2}', b"\xff"],
)
def test_other_files_are_refused(content: bytes) -> None:
    with pytest.raises(WriteError) as raised:
        parse_decisions(content, "x.json")
    assert raised.value.slug == "not_decisions"


@pytest.mark.parametrize("kind", ["pair", "section_link", "passage_link", "finding", "open_item"])
def test_decisions_survive_as_remarks(kind: str) -> None:
    for ruling in ("accepted", "rejected", "agreed", "differs", None):
        one = Decision(
            key="k",
            kind=kind,  # type: ignore[arg-type]
            comparison="2017→2018",
            ruling=ruling,
            remark="说明",
            when="2019-03-01T16:05:00",
            prior=("一、总体", "二、做法"),
            current=("x",),
            file="f",
        )
        assert list(decisions_of((remark_of(one),), "f", "")) == [one]


def test_a_day_and_the_time_of_the_file() -> None:
    def of(when: str, saved: str) -> str:
        one = Decision(key="k", kind="finding", ruling="agreed", when=when)
        return next(decisions_of((remark_of(one),), "f", saved)).when

    assert of("2019-03-01", "2019-03-01T10:00:00Z") == "2019-03-01T10:00:00Z"
    assert of("2019-03-01", "2019-03-02T10:00:00Z") == "2019-03-01"
    assert of("", "2019-03-02T10:00:00Z") == "2019-03-02T10:00:00Z"
    early, late = moment("2019-03-01T16:05:00+08:00"), moment("2019-03-01T09:00:00Z")
    assert early is not None
    assert late is not None
    assert early < late
    assert replace(Decision(key="k", kind="pair")).ruling is None
