"""Holds what yoy says of the work reports of fixtures/qichuan-gwr against their truth (fixtures/README.md)."""

from __future__ import annotations

import json
from pathlib import Path

import yoy
from truth import Json, Side, bears_out, ids_of, judged, touches
from work_pairs import ALARMS, OF_TEXT, Share, WorkPair
from yoy.language.indicators import folded, vocabulary
from yoy.options import LexiconOptions
from yoy.quantities.zh.facets.words import facet_words
from yoy.writers.json import document_of


class WorkReports:
    """Three work reports in a row, their truth and what comes out of them."""

    def __init__(self, folder: Path) -> None:
        self.truth: Json = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
        self.document = document_of(yoy.compare([yoy.read(file) for file in sorted(folder.glob("*.txt"))]))
        ids, reports = ids_of(self.truth), {r["id"]: r for r in self.document["reports"]}
        self.sides = {name: Side(reports[ids[name]]) for name in ids if ids[name] in reports}
        self.pairs = [WorkPair(pair) for pair in judged(folder, self.document)]

    def chapters(self) -> Share:
        """Of the chapters, those whose first sentence is of the right part and time."""
        wrong = [
            f"{name} {chapter['title'] or chapter['prefix']}: {found}"
            for name, side in self.sides.items()
            for chapter in self.truth["reports"][name]["chapters"]
            if (found := _part_and_time(side, chapter)) != (chapter["part"], _time_of(chapter))
        ]
        whole = sum(len(self.truth["reports"][name]["chapters"]) for name in self.sides)
        return Share(whole - len(wrong), whole, tuple(wrong))

    def facet(self, name: str) -> Share:
        """Of the figures whose facets truth tells, those that are read so; a facet not told is not judged."""
        wrong, whole = [], 0
        for year, side in self.sides.items():
            quantities = {q["id"]: q for q in side.report["quantities"]}
            for line in self.truth["reports"][year]["facets"]:
                if name not in line:
                    continue
                whole += 1
                found = quantities.get(side.figure(line) or "", {})
                if not _agrees(name, line, found):
                    wrong.append(f"{year} {line['surface']}: {found.get(name)}, not {line[name]}")
        return Share(whole - len(wrong), whole, tuple(wrong))

    def false_claims_refuted(self) -> Share:
        return self._claims(wrong=True)

    def true_claims_borne_out(self) -> Share:
        return self._claims(wrong=False)

    def accused_though_true(self) -> list[str]:
        """Alarms about figures of which truth plants none."""
        claims = {name: self.truth["reports"][name]["claims"] for name in self.sides}
        first = next(iter(self.sides))
        alarms = [f for f in self.sides[first].report["findings"] if f["verdict"] in ALARMS]
        wrong = [f"{f['check']} {f['claimed']}" for f in alarms if f["check"] not in OF_TEXT]
        return wrong + [
            line for pair in self.pairs for line in pair.accused(claims[pair.judged.truth["current"]])
        ]

    def _claims(self, *, wrong: bool) -> Share:
        missing, whole = [], 0
        for name, side in self.sides.items():
            for line in self.truth["reports"][name]["claims"]:
                if (line["verdict"] in ALARMS) != wrong or line["verdict"] == "cannot_check":
                    continue
                whole += 1
                findings = side.report["findings"]
                if not any(touches(side, f, line) and bears_out(f, line) for f in findings):
                    missing.append(
                        f"{name} {line['type']} {line.get('prefix') or line['claimed']['surface']}"
                    )
        return Share(whole - len(missing), whole, tuple(missing))


def _part_and_time(side: Side, chapter: Json) -> tuple[str | None, str | None]:
    at, _ = side.place(chapter.get("prefix") or chapter["title"])
    title = chapter["title"]
    if title:
        section = next(s for s in side.report["sections"] if s["title"] == title)
        at = section["heading"][1]
    passage = next(
        p
        for p in side.report["passages"]
        if p["end"] > at and p["start"] >= at - (0 if title else 1) and p["kind"] != "heading"
    )
    time = passage["period"] if chapter["part"] != "notes" else None
    return passage["part"], time


def _time_of(chapter: Json) -> str | None:
    return str(chapter["time"]) if chapter["part"] != "notes" else None


def _agrees(name: str, line: Json, found: Json) -> bool:
    if not found:
        return False
    if name == "concept":
        return _is_of(line["concept"], found)
    if name == "qualifiers":
        return _narrows_alike(line, found)
    if name == "basis":
        return found["basis"] in (line["basis"], *line.get("basis_also", ())) or _is_told_beside(line, found)
    if name == "subjects":
        told = set(found["subjects"]) or {s for s in line["subjects"] if s in found["indicator"]}
        return told == set(line["subjects"])
    return bool(found[name] == line[name])


def _is_told_beside(line: Json, found: Json) -> bool:
    """The level of a rate is a share; a mark that is passed once is a level with its approximation."""
    if found["basis"] != "level":
        return False
    return bool(
        (line["basis"] == "share" and found["unit"] == "%")
        or (line["basis"] == "threshold" and found["approx"])
    )


def _is_of(concept: str, found: Json) -> bool:
    """Whether a figure is of the standard indicator that truth names, where the vocabulary knows it."""
    known = vocabulary(LexiconOptions().indicators)
    if found["concept"] is None:
        return not any(not ending.start for ending in known.endings(folded(concept)))
    names = _names_of(found["concept"])
    return any(_within(concept, name) or name in concept for name in names)


def _names_of(concept: str) -> tuple[str, ...]:
    indicator = vocabulary(LexiconOptions().indicators).by_id[concept]
    return (indicator.zh, *indicator.aliases)


def _within(concept: str, name: str) -> bool:
    """Whether a name is the concept with words put in: 每万人口高价值发明专利拥有量."""
    signs = iter(name)
    return all(sign in signs for sign in concept)


def _narrows_alike(line: Json, found: Json) -> bool:
    """Every qualifier of truth is told, or held by the indicator's name; no other is, the concept's words aside."""
    names = "".join(_names_of(found["concept"])) if found["concept"] else ""
    concept = line["concept"]
    told = set(found["qualifiers"])
    stand_for = facet_words().canonical
    said = {stand_for.get(word, word) for word in line["qualifiers"]}
    missing = {
        word for word in line["qualifiers"] if stand_for.get(word, word) not in told and word not in names
    }
    own = {word for word in told - said if not _holds(concept, word)}
    return not missing and not (own - {line.get("among")})


def _holds(concept: str, word: str) -> bool:
    return word in concept or any(
        w in concept for w, canonical in facet_words().canonical.items() if canonical == word
    )
