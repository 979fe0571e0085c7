"""Reads a fixture's truth.json against the JSON document of its comparison (fixtures/README.md)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from yoy.language.identity import bare_title

Json = dict[str, Any]


@dataclass
class Side:
    """One report of the document, in which truth's figures and sentences can be found."""

    report: Json

    @cached_property
    def squeezed(self) -> tuple[str, list[int]]:
        """The text without blanks, and the offset of each of its characters."""
        kept = [(c, i) for i, c in enumerate(self.report["text"]) if not c.isspace()]
        return "".join(c for c, _ in kept), [i for _, i in kept]

    def place(self, words: str) -> tuple[int, int]:
        text, offsets = self.squeezed
        wanted = "".join(words.split())
        at = text.index(wanted)
        return offsets[at], offsets[at + len(wanted) - 1] + 1

    def figure(self, q: Json) -> str | None:
        """The id of the quantity that truth means, if it was read."""
        _, end = self.place(q["context"] + q["surface"])
        for quantity in self.report["quantities"]:
            if quantity["start"] < end <= quantity["end"]:
                return str(quantity["id"])
        return None

    def passage(self, prefix: str) -> str:
        start, _ = self.place(prefix)
        for passage in self.report["passages"]:
            if passage["start"] <= start < passage["end"]:
                return str(passage["id"])
        raise AssertionError(f"no passage at {prefix}")

    def sections(self, title: str) -> set[str]:
        return {s["id"] for s in self.report["sections"] if bare_title(s["title"]) == bare_title(title)}


@dataclass
class Judged:
    """One pair of years: what yoy says and what is true."""

    truth: Json
    comparison: Json
    prior: Side
    current: Side

    def asserted(self) -> set[tuple[str, str]]:
        return {
            (n["prior"], n["current"])
            for n in self.comparison["numbers"]
            if n["prior"] and n["current"] and not n["confirm"] and n["relation"] != "target_result"
        }

    def offered(self) -> set[tuple[str, str]]:
        return {(n["prior"], n["current"]) for n in self.comparison["numbers"] if n["prior"] and n["current"]}

    def true_pairs(self, kind: str = "numbers") -> set[tuple[str | None, str | None]]:
        pairs = set()
        for line in self.truth[kind]:
            for current in [line["current"], *_many(line.get("current_also"))]:
                pairs.add((self.prior.figure(line["prior"]), self.current.figure(current)))
        return pairs

    def alone(self, kind: str) -> set[str | None]:
        side = self.prior if kind == "dropped" else self.current
        return {side.figure(line) for line in self.truth[kind]}

    def outcomes(self) -> set[tuple[str, str]]:
        """Targets of the prior report with their results in the current one."""
        return {
            (n["prior"], n["current"]) for n in self.comparison["numbers"] if n["relation"] == "target_result"
        }

    def judging(self, *checks: str) -> Iterator[Json]:
        """Findings of these checks that judge the current report."""
        for finding in (*self.comparison["findings"], *self.current.report["findings"]):
            if finding["check"] in checks:
                yield finding

    def section_links(self) -> set[tuple[str, str]]:
        return {
            (a, b) for link in self.comparison["sections"] for a in link["prior"] for b in link["current"]
        } - {("s0", "s0")}

    def true_section_links(self) -> list[set[tuple[str, str]]]:
        """Each true link as the set of id pairs that would satisfy it (titles can repeat)."""
        return [
            {(a, b) for a in self.prior.sections(p) for b in self.current.sections(c)}
            for line in self.truth["sections"]
            for p in line["prior"]
            for c in line["current"]
        ]


def bears_out(finding: Json, line: Json) -> bool:
    """Whether a finding says of a claim what truth says; a wrong one may be called suspect."""
    if line["verdict"] in ("inconsistent", "suspect"):
        return finding["verdict"] in ("inconsistent", "suspect")
    if line["verdict"] == "rounding":
        return bool(finding["verdict"] == "rounding" and finding["rounding"] == "truncated")
    return bool(finding["verdict"] == "consistent" or finding["rounding"] == "rounded")


def touches(side: Side, finding: Json, line: Json) -> bool:
    """Whether a finding is about the figure or the sentence that a claim of truth is about."""
    claimed = line.get("claimed")
    if claimed and finding["check"] != "stale_period":
        return bool(finding["claimed"] == side.figure(claimed))
    start, end = side.place(claimed["context"] + claimed["surface"] if claimed else line["prefix"])
    return any(
        report == side.report["id"] and low < end and start < high for report, low, high in finding["spans"]
    )


def _many(value: Any) -> list[Json]:
    return value if isinstance(value, list) else [value] if value else []


def judged(folder: Path, document: Json) -> Iterator[Judged]:
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    reports = {r["id"]: r for r in document["reports"]}
    ids = ids_of(truth)
    for pair in truth["pairs"]:
        prior, current = ids[pair["prior"]], ids[pair["current"]]
        comparison = next(c for c in document["comparisons"] if c["prior"] == prior)
        yield Judged(pair, comparison, Side(reports[prior]), Side(reports[current]))


def ids_of(truth: Json) -> dict[str, str]:
    """Year by which truth names a report → id in the document: work reports are named by their delivery."""
    return {name: str(report.get("speaks_of", name)) for name, report in truth["reports"].items()}
