"""Holds what yoy says of two consecutive work reports against their truth (fixtures/README.md)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from truth import Json, Judged, bears_out, touches

LIKE = ("numbers", "change_pairs", "target_pairs")
SUBTRACTED = frozenset(("up", "down", "unchanged"))
ALARMS = ("inconsistent", "suspect")
OF_TEXT = ("reused_text", "repeated_text", "repeated_problem", "wording", "foreign_place", "stale_period")
"""Checks of text; the others accuse figures."""

Link = tuple[str | None, str | None]


class Share(NamedTuple):
    """So many of so many, with those that are missing or wrong."""

    part: int
    whole: int
    rest: tuple[str, ...] = ()

    @property
    def value(self) -> float:
        return self.part / self.whole if self.whole else 1.0


@dataclass
class WorkPair:
    """Two consecutive work reports: what is asserted of them, and what of it is true."""

    judged: Judged

    @cached_property
    def asserted(self) -> set[Link]:
        """Pairs that are subtracted without a question."""
        return self._links(lambda n: n["relation"] in SUBTRACTED and not n["confirm"])

    @cached_property
    def true(self) -> set[Link]:
        return set().union(*(self.judged.true_pairs(kind) for kind in LIKE))

    def precision(self) -> Share:
        wrong = sorted(map(self.shown, self.asserted - self.true))
        return Share(len(self.asserted & self.true), len(self.asserted), tuple(wrong))

    def recall(self) -> Share:
        """Of the like-for-like pairs of truth, those asserted by one of their mentions."""
        lines = [line for kind in LIKE for line in self.judged.truth[kind]]
        missing = [links[0] for links in map(self._mentions, lines) if not self.asserted.intersection(links)]
        return Share(len(lines) - len(missing), len(lines), tuple(sorted(map(self.shown, missing))))

    def subtracted_though_unlike(self) -> list[str]:
        return sorted(map(self.shown, self._listed("incomparable") & self.asserted))

    def marked_unlike(self) -> Share:
        """Of the pairs of one indicator that are not like for like, those marked so, or asked about."""
        alone = [line for line in self.judged.truth["incomparable"] if not line["beside"]]
        known = self._links(lambda n: n["relation"] == "incomparable" or n["confirm"])
        wanted = set(map(self._link, alone))
        return Share(len(wanted & known), len(wanted), tuple(sorted(map(self.shown, wanted - known))))

    def traps_fallen_into(self) -> list[str]:
        return sorted(map(self.shown, self._listed("traps") & self.asserted))

    def targets_found(self) -> Share:
        found = self.judged.outcomes()
        missing = [links[0] for links in self._outcomes if not found.intersection(links)]
        whole = len(self._outcomes)
        return Share(whole - len(missing), whole, tuple(sorted(map(self.shown, missing))))

    def targets_right(self) -> Share:
        wanted = {link for links in self._outcomes for link in links}
        given = self._links(lambda n: n["relation"] == "target_result" and not n["confirm"])
        return Share(len(given & wanted), len(given), tuple(sorted(map(self.shown, given - wanted))))

    @cached_property
    def _outcomes(self) -> list[list[Link]]:
        """Each target with its result, and with the other mentions of the result."""
        again = {
            self.judged.current.figure(line["current"]): [link[1] for link in self._mentions(line)]
            for line in self.judged.truth["numbers"]
        }
        links = [self._link(line, "target", "result") for line in self.judged.truth["targets"]]
        return [[link, *((link[0], now) for now in again.get(link[1], ()))] for link in links]

    def _mentions(self, line: Json) -> list[Link]:
        before = self.judged.prior.figure(line["prior"])
        return [(before, self.judged.current.figure(q)) for q in (line["current"], *_many(line))]

    def headline(self) -> list[Link]:
        numbers = {n["id"]: n for n in self.judged.comparison["numbers"]}
        return [(numbers[i]["prior"], numbers[i]["current"]) for i in self.judged.comparison["headline"]]

    def claims_borne_out(self, kind: str, verdicts: tuple[str, ...], *checks: str) -> Share:
        """Of the claims that truth judges so, those that a finding judges alike."""
        lines = [line for line in self.judged.truth[kind] if line["verdict"] in verdicts]
        side, findings = self.judged.current, list(self.judged.judging(*checks))
        missing = [
            line["claimed"]["surface"]
            for line in lines
            if not any(touches(side, f, line) and bears_out(f, line) for f in findings)
        ]
        return Share(len(lines) - len(missing), len(lines), tuple(missing))

    def promises_followed(self) -> Share:
        lines = self.judged.truth["promises"]
        missing = [line["prior_prefix"] for line in lines if not self._is_followed(line)]
        return Share(len(lines) - len(missing), len(lines), tuple(missing))

    def _is_followed(self, line: Json) -> bool:
        pair = self.judged
        made = pair.prior.passage(line["prior_prefix"])
        kept = pair.current.passage(line["current_prefix"]) if line["current_prefix"] else None
        return any(
            made in p["prior"] and p["status"] == line["status"] and (kept is None or kept in p["current"])
            for p in pair.comparison["promises"]
        )

    def quoted_figures_judged(self) -> Share:
        """Of the figures quoted of the year before, those whose verdict is the right one."""
        lines, findings = self.judged.truth["restated"], list(self.judged.judging("restated"))
        missing = [
            line["current"]["surface"]
            for line in lines
            if ("consistent" if line["agrees"] else "inconsistent")
            not in {
                f["verdict"] for f in findings if f["claimed"] == self.judged.current.figure(line["current"])
            }
        ]
        return Share(len(lines) - len(missing), len(lines), tuple(missing))

    def wordings_pointed_out(self) -> Share:
        """Problems told again and wording that was weakened."""
        lines = [
            (check, line["current_prefix"])
            for kind, check in (("repeated_problems", "repeated_problem"), ("wording", "wording"))
            for line in self.judged.truth[kind]
        ]
        missing = [
            prefix
            for check, prefix in lines
            if not any(
                touches(self.judged.current, f, {"prefix": prefix}) for f in self.judged.judging(check)
            )
        ]
        return Share(len(lines) - len(missing), len(lines), tuple(missing))

    def accused(self, claims: list[Json]) -> list[str]:
        """Alarms about figures that are none of those planted; `claims` are those of the current report."""
        pair, truth = self.judged, self.judged.truth
        false = [x for x in (*claims, *truth["growth_claims"]) if x["verdict"] in ALARMS]
        planted = {pair.current.figure(x["current"]) for x in truth["restated"] if not x["agrees"]}
        planted |= {pair.current.figure(x["result"]) for x in truth["targets"] if not x["met"]}
        unlike = {pair.current.figure(x["current"]) for x in truth["incomparable"]}
        return [
            f"{f['check']} {self.shown((None, f['claimed']))}"
            for f in (*pair.comparison["findings"], *pair.current.report["findings"])
            if f["check"] not in OF_TEXT
            and f["verdict"] in ALARMS
            and f["claimed"] not in (unlike if f["check"] == "basis" else planted)
            and not any(touches(pair.current, f, x) for x in false)
        ]

    def shown(self, link: Link) -> str:
        names = []
        for side, figure in zip((self.judged.prior, self.judged.current), link, strict=True):
            found = next((q for q in side.report["quantities"] if q["id"] == figure), None)
            names.append(f"{found['indicator']} {found['surface']} {figure}" if found else "not read")
        return " → ".join(names)

    def _link(self, line: Json, before: str = "prior", after: str = "current") -> Link:
        return self.judged.prior.figure(line[before]), self.judged.current.figure(line[after])

    def _listed(self, kind: str) -> set[Link]:
        return {self._link(line) for line in self.judged.truth[kind]} - {(None, None)}

    def _links(self, wanted: Callable[[Json], bool]) -> set[Link]:
        return {
            (n["prior"], n["current"])
            for n in self.judged.comparison["numbers"]
            if n["prior"] and n["current"] and wanted(n)
        }


def _many(line: Json) -> list[Json]:
    also = line.get("current_also") or []
    return also if isinstance(also, list) else [also]
