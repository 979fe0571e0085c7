"""The promises of the JSON contract (docs/output.md), each as a check on one document."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from jsonschema import Draft202012Validator

Json = dict[str, Any]
DIGITS = re.compile(r"[0-9０-９]+")


@cache
def validator() -> Draft202012Validator:
    schema = json.loads(files("yoy.writers").joinpath("comparison.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def keep(document: Json) -> None:
    """Asserts every promise on a document."""
    problems = [f"{list(e.absolute_path)}: {e.message[:200]}" for e in validator().iter_errors(document)]
    assert problems == []
    reports = {report["id"]: report for report in document["reports"]}
    assert len(reports) == len(document["reports"])
    for report in reports.values():
        keep_report(report)
    for comparison in document["comparisons"]:
        keep_comparison(reports[comparison["prior"]], reports[comparison["current"]], comparison)


def keep_report(report: Json) -> None:
    tiles(report)
    nests(report)
    numbers_lie_right(report)
    references_hold(report)


def visible(text: str) -> str:
    return "".join(c for c in text if not c.isspace())


def tiles(report: Json) -> None:
    """Every character that is not blank lies in exactly one passage."""
    text, passages = report["text"], report["passages"]
    for before, after in pairwise(passages):
        assert before["end"] <= after["start"]
    assert "".join(visible(text[p["start"] : p["end"]]) for p in passages) == visible(text)


def nests(report: Json) -> None:
    """A section's span holds its heading, its passages and its subsections."""
    sections = {s["id"]: s for s in report["sections"]}
    for section in sections.values():
        assert section["start"] <= section["heading"][0] <= section["heading"][1] <= section["end"]
        if section["parent"] is not None:
            parent = sections[section["parent"]]
            assert parent["start"] <= section["start"] <= section["end"] <= parent["end"]
            assert section["level"] == parent["level"] + 1
    for passage in report["passages"]:
        section = sections[passage["section"]]
        assert section["start"] <= passage["start"] <= passage["end"] <= section["end"]


def numbers_lie_right(report: Json) -> None:
    """Surfaces are the text; nothing overlaps; every digit lies in exactly one of the two lists."""
    text = report["text"]
    listed = sorted([*report["quantities"], *report["set_aside"]], key=lambda x: (x["start"], x["end"]))
    for number in listed:
        assert text[number["start"] : number["end"]] == number["surface"]
        assert number["start"] < number["end"]
    for before, after in pairwise(listed):
        assert before["end"] <= after["start"], (before, after)
    at = 0
    for run in DIGITS.finditer(text):
        while at < len(listed) and listed[at]["end"] <= run.start():
            at += 1
        assert at < len(listed), f"{run.group()} at {run.start()} is in neither list"
        held = listed[at]
        assert held["start"] <= run.start(), f"{run.group()} at {run.start()} is in neither list"
        assert run.end() <= held["end"], f"{run.group()} at {run.start()} is cut by {held}"


def references_hold(report: Json) -> None:
    """Ids and keys are unique, and what is named is there."""
    quantities = {q["id"]: q for q in report["quantities"]}
    assert len(quantities) == len(report["quantities"])
    assert len({q["key"] for q in quantities.values()}) == len(quantities)
    sections = {s["id"] for s in report["sections"]}
    passages = {p["id"]: p for p in report["passages"]}
    tables = {t["id"] for t in report["tables"]}
    for quantity in quantities.values():
        assert quantity["section"] in sections
        passage = passages[quantity["passage"]]
        assert passage["start"] <= quantity["start"] < passage["end"]
        for link in ("baseline", "of"):
            assert quantity[link] is None or quantity[link] in quantities
        assert quantity["table"] is None or quantity["table"] in tables
    for implied in report["implied"]:
        assert float(implied["low"]) <= float(implied["high"])
        assert implied["quantity"] in quantities
        assert set(implied["from"]) <= set(quantities)


def keep_comparison(prior: Json, current: Json, comparison: Json) -> None:
    sides = {"prior": prior, "current": current}
    passages_whole(sides, comparison)
    sections_whole(sides, comparison)
    edits_whole(sides, comparison)
    figures_whole(sides, comparison)


def passages_whole(sides: Json, comparison: Json) -> None:
    """Every passage is in exactly one entry, and the entries give back both bodies whole."""
    for side, report in sides.items():
        listed = [i for entry in comparison["passages"] for i in entry[side]]
        assert sorted(listed) == sorted(p["id"] for p in report["passages"])
        by_id = {p["id"]: p for p in report["passages"]}
        read = sorted((by_id[i]["start"], by_id[i]["end"]) for i in listed)
        body = "".join(visible(report["text"][start:end]) for start, end in read)
        assert body == visible(report["text"])
        for entry in comparison["passages"]:
            starts = [by_id[i]["start"] for i in entry[side]]
            assert starts == sorted(starts)


def sections_whole(sides: Json, comparison: Json) -> None:
    """Every section is in some link, and each relation has the sides it needs."""
    for side, report in sides.items():
        listed = {i for link in comparison["sections"] for i in link[side]}
        assert listed == {s["id"] for s in report["sections"]}
    for link in comparison["sections"]:
        assert bool(link["prior"]) == (link["relation"] != "added")
        assert bool(link["current"]) == (link["relation"] != "removed")


def edits_whole(sides: Json, comparison: Json) -> None:
    """Edits tile both sides of a pair in order; `equal` means identical characters."""
    by_id = {side: {p["id"]: p for p in report["passages"]} for side, report in sides.items()}
    texts = {side: report["text"] for side, report in sides.items()}
    for entry in comparison["passages"]:
        if not (entry["prior"] and entry["current"]):
            assert entry["relation"] == ("added" if entry["current"] else "removed")
            continue
        for side, first in (("prior", 1), ("current", 3)):
            spans = [edit[first : first + 2] for edit in entry["edits"]]
            for before, after in pairwise(spans):
                assert before[1] <= after[0]
            shown = "".join(visible(texts[side][start:end]) for start, end in spans)
            passages = [by_id[side][i] for i in entry[side]]
            assert shown == "".join(visible(texts[side][p["start"] : p["end"]]) for p in passages)
        for tag, i, j, k, m, edit_class in entry["edits"]:
            if tag == "equal":
                assert texts["prior"][i:j] == texts["current"][k:m]
                assert edit_class is None
            else:
                assert edit_class is not None


def distance(prior: Json, current: Json) -> Fraction:
    """Current − prior; a fall counts as negative (下降5% → 增长3% is +8, 下降5% → 下降8% is −3)."""
    before, after = (
        Fraction(side["value"]) * (-1 if side["direction"] == "down" else 1) for side in (prior, current)
    )
    return after - before


def speaks_for_several(report: Json, quantity: Json) -> bool:
    """A figure said of several indicators at once (入园率、普惠率均达到93%) may have a partner for each.

    So may the only figure behind 分别 (二氧化硫、氮氧化物排放分别下降3%); of several each has its own indicator.
    """
    before = report["text"][max(0, quantity["start"] - 12) : quantity["start"]]
    if re.search(r"均|都|皆|各|both|each|respectively", before):
        return True
    behind = report["text"][quantity["end"] :]
    return bool(re.search(r"分别[^\d，。；、]*$", before) and re.match(r"[^\d，。；、和]*[，。；]", behind))


def figures_whole(sides: Json, comparison: Json) -> None:
    """Pairs name real figures, each at most once, with the difference that their values have."""
    quantities = {side: {q["id"]: q for q in report["quantities"]} for side, report in sides.items()}
    numbers = comparison["numbers"]
    assert len({n["id"] for n in numbers}) == len(numbers)
    assert len({n["key"] for n in numbers}) == len(numbers)
    for side, known in quantities.items():
        listed = [n[side] for n in numbers if n[side] is not None and n["relation"] != "target_result"]
        for twice in {i for i in listed if listed.count(i) > 1}:
            assert speaks_for_several(sides[side], known[twice]), twice
        named = {n[side] for n in numbers if n[side] is not None}
        assert named <= set(known)
        free = {i for i, q in known.items() if q["role"] == "result"}
        assert free <= named, f"{side}: figures in no pair: {sorted(free - named)[:5]}"
    for number in numbers:
        assert (number["prior"] is None) == (number["relation"] == "added")
        assert (number["current"] is None) == (number["relation"] == "removed")
        if number["relation"] in ("up", "down", "unchanged"):
            pair = (quantities["prior"][number["prior"]], quantities["current"][number["current"]])
            if any(q["value_max"] is not None for q in pair) or pair[0]["unit"] != pair[1]["unit"]:
                continue  # ranges have no one difference; other units are converted first
            difference = distance(*pair)
            off = abs(Fraction(number["difference"]) - difference)
            assert off * 10**6 <= max(Fraction(1), abs(difference))
            relation = "up" if difference > 0 else "down" if difference < 0 else "unchanged"
            assert number["relation"] == relation
