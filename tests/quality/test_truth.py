"""How much of what was planted in the fixtures is found. The floors only go up."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import yoy
from truth import Json, Judged, Side, bears_out, judged, touches
from yoy.writers.json import document_of

# Share of asserted pairs that truth contradicts.
CEILINGS = {"yunxi-fazhi": 0.0, "harbour-council": 0.0}
ISSUERS = ("yunxi-fazhi", "harbour-council")


# Checks of text, which truth plants besides those of figures.
OF_TEXT = ("reused_text", "repeated_text", "repeated_problem", "wording", "foreign_place", "stale_period")


@pytest.fixture(scope="module")
def documents(fixtures: Path) -> dict[str, Json]:
    return {
        issuer: document_of(
            yoy.compare([yoy.read(file) for file in sorted((fixtures / issuer).glob("*.txt"))])
        )
        for issuer in ISSUERS
    }


@pytest.fixture(scope="module")
def pairs(fixtures: Path, documents: dict[str, Json]) -> dict[str, list[Judged]]:
    return {issuer: list(judged(fixtures / issuer, documents[issuer])) for issuer in ISSUERS}


def share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


@pytest.mark.parametrize("issuer", ISSUERS)
@pytest.mark.parametrize(
    "kinds",
    [
        ("numbers",),
        ("copied",),
        ("moved_passages",),
        ("target_pairs",),
        ("dropped",),
        ("new",),
        ("growth_claims",),
        ("targets",),
        ("promises",),
        ("unit_changes",),
        ("reworded",),
        ("restated", "carry_forward"),
    ],
)
def test_the_truth_holds_something_of_each_kind(
    pairs: dict[str, list[Judged]], issuer: str, kinds: tuple[str, ...]
) -> None:
    """A share of nothing is 1: what follows tests only what is there."""
    assert any(pair.truth[kind] for pair in pairs[issuer] for kind in kinds)


@pytest.mark.parametrize(("issuer", "floor"), [("yunxi-fazhi", 1.0), ("harbour-council", 1.0)])
def test_every_figure_of_the_truth_is_read(pairs: dict[str, list[Judged]], issuer: str, floor: float) -> None:
    for pair in pairs[issuer]:
        missing = [line["indicator"] for line in pair.truth["numbers"] if not _read(pair, line)]
        assert share(len(pair.truth["numbers"]) - len(missing), len(pair.truth["numbers"])) >= floor, missing


def _read(pair: Judged, line: dict[str, dict[str, str]]) -> bool:
    return bool(pair.prior.figure(line["prior"]) and pair.current.figure(line["current"]))


@pytest.mark.parametrize(("issuer", "floor"), [("yunxi-fazhi", 1.0), ("harbour-council", 1.0)])
def test_figures_are_paired(pairs: dict[str, list[Judged]], issuer: str, floor: float) -> None:
    for pair in pairs[issuer]:
        true = {(a, b) for a, b in pair.true_pairs() if a and b}
        lines = pair.truth["numbers"]
        hit = sum(
            (pair.prior.figure(line["prior"]), pair.current.figure(line["current"])) in pair.offered()
            for line in lines
        )
        assert share(hit, len(lines)) >= floor, sorted(true - pair.offered())[:20]


@pytest.mark.parametrize("issuer", ISSUERS)
def test_no_pair_contradicts_the_truth(pairs: dict[str, list[Judged]], issuer: str) -> None:
    """An asserted pair is wrong when truth pairs one of its figures with another, or with none."""
    for pair in pairs[issuer]:
        true = pair.true_pairs() | pair.true_pairs("change_pairs") | pair.true_pairs("target_pairs")
        priors, currents = dict(true), {b: a for a, b in true}
        dropped, new = pair.alone("dropped"), pair.alone("new")
        wrong = [
            (a, b)
            for a, b in sorted(pair.asserted())
            if (a, b) not in true and (a in priors or b in currents or a in dropped or b in new)
        ]
        assert share(len(wrong), len(pair.asserted())) <= CEILINGS[issuer], _shown(pair, wrong)


def _shown(pair: Judged, wrong: list[tuple[str, str]]) -> list[str]:
    names = [
        {q["id"]: f"{q['indicator']} {q['surface']}" for q in side.report["quantities"]}
        for side in (pair.prior, pair.current)
    ]
    return [f"{names[0][a]} → {names[1][b]}" for a, b in wrong]


@pytest.mark.parametrize(("issuer", "floor"), [("yunxi-fazhi", 0.91), ("harbour-council", 0.90)])
def test_sections_are_linked(pairs: dict[str, list[Judged]], issuer: str, floor: float) -> None:
    for pair in pairs[issuer]:
        links, true = pair.section_links(), pair.true_section_links()
        found = sum(bool(wanted & links) for wanted in true)
        right = sum(any(link in wanted for wanted in true) for link in links)
        assert share(found, len(true)) >= floor
        assert share(right, len(links)) >= floor


@pytest.mark.parametrize("issuer", ISSUERS)
def test_copied_sentences_meet(pairs: dict[str, list[Judged]], issuer: str) -> None:
    for pair in pairs[issuer]:
        links = [(set(p["prior"]), set(p["current"])) for p in pair.comparison["passages"]]
        lost = [
            line["current_prefix"]
            for line in pair.truth["copied"]
            if not any(
                pair.prior.passage(line["prior_prefix"]) in a
                and pair.current.passage(line["current_prefix"]) in b
                for a, b in links
            )
        ]
        assert lost == []


@pytest.mark.parametrize("issuer", ISSUERS)
def test_moved_paragraphs_are_marked_moved(pairs: dict[str, list[Judged]], issuer: str) -> None:
    for pair in pairs[issuer]:
        for line in pair.truth["moved_passages"]:
            here = pair.current.passage(line["current_prefix"])
            entry = next(p for p in pair.comparison["passages"] if here in p["current"])
            assert entry["prior"], line
            assert entry["moved"], line


@pytest.mark.parametrize("issuer", ISSUERS)
def test_differences_are_those_of_the_truth(pairs: dict[str, list[Judged]], issuer: str) -> None:
    """Difference and growth of every pair found, in the unit of the current report."""
    for pair in pairs[issuer]:
        compared = grown = 0
        numbers = {(n["prior"], n["current"]): n for n in pair.comparison["numbers"]}
        for line in pair.truth["numbers"]:
            number = numbers.get((pair.prior.figure(line["prior"]), pair.current.figure(line["current"])))
            if number is None or number["difference"] is None or line["difference"] is None:
                continue
            compared += 1
            assert float(number["difference"]) == pytest.approx(float(line["difference"]), rel=1e-6), line
            if number["growth"] is not None and line["growth"] is not None:
                grown += 1
                assert float(number["growth"]) == pytest.approx(float(line["growth"]), abs=6e-5), line
        lines = pair.truth["numbers"]
        assert share(compared, len(lines)) >= 0.95
        assert share(grown, sum(line["growth"] is not None for line in lines)) >= 0.95


def test_the_headline_figure(pairs: dict[str, list[Judged]]) -> None:
    """审批事项总数 581→558项, −23, −4.0 %."""
    pair = pairs["yunxi-fazhi"][1]
    number = next(n for n in pair.comparison["numbers"] if n["difference"] == "-23" and n["unit"] == "项")
    assert "审批事项总数" in number["indicator"]
    assert (number["relation"], number["growth"], number["confirm"]) == ("down", "-0.0396", False)


@pytest.mark.parametrize(
    ("issuer", "kind", "floor"),
    [
        ("yunxi-fazhi", "change_pairs", 1.0),
        ("yunxi-fazhi", "target_pairs", 1.0),
        ("harbour-council", "target_pairs", 1.0),
    ],
)
def test_changes_and_targets_are_paired(
    pairs: dict[str, list[Judged]], issuer: str, kind: str, floor: float
) -> None:
    for pair in pairs[issuer]:
        lost = pair.true_pairs(kind) - pair.offered()
        assert share(len(pair.truth[kind]) - len(lost), len(pair.truth[kind])) >= floor, sorted(lost)


@pytest.mark.parametrize(
    ("issuer", "kind", "floor"),
    [
        ("yunxi-fazhi", "dropped", 1.0),
        ("yunxi-fazhi", "new", 1.0),
        ("harbour-council", "dropped", 1.0),
        ("harbour-council", "new", 1.0),
    ],
)
def test_what_one_report_gives_alone_stays_alone(
    pairs: dict[str, list[Judged]], issuer: str, kind: str, floor: float
) -> None:
    place, other = ("prior", "current") if kind == "dropped" else ("current", "prior")
    for pair in pairs[issuer]:
        alone = {n[place] for n in pair.comparison["numbers"] if n[other] is None}
        lost = pair.alone(kind) - alone
        assert share(len(pair.truth[kind]) - len(lost), len(pair.truth[kind])) >= floor, sorted(
            map(str, lost)
        )


@pytest.mark.parametrize(("issuer", "floor"), [("yunxi-fazhi", 1.0), ("harbour-council", 1.0)])
def test_claimed_changes_are_judged(pairs: dict[str, list[Judged]], issuer: str, floor: float) -> None:
    for pair in pairs[issuer]:
        lines, findings = pair.truth["growth_claims"], list(pair.judging("growth", "difference"))
        missing = [
            line["claimed"]["surface"]
            for line in lines
            if not any(touches(pair.current, f, line) and bears_out(f, line) for f in findings)
        ]
        assert share(len(lines) - len(missing), len(lines)) >= floor, missing


@pytest.mark.parametrize(("issuer", "floor"), [("yunxi-fazhi", 1.0), ("harbour-council", 1.0)])
def test_claims_inside_a_report_are_judged(
    fixtures: Path, documents: dict[str, Json], issuer: str, floor: float
) -> None:
    truth = json.loads((fixtures / issuer / "truth.json").read_text(encoding="utf-8"))
    for report in documents[issuer]["reports"]:
        lines, side = truth["reports"][report["id"]]["claims"], Side(report)
        missing = [
            (line["type"], line.get("prefix") or line["claimed"]["surface"])
            for line in lines
            if not any(touches(side, f, line) and bears_out(f, line) for f in report["findings"])
        ]
        assert share(len(lines) - len(missing), len(lines)) >= floor, missing


@pytest.mark.parametrize(("issuer", "floor"), [("yunxi-fazhi", 1.0), ("harbour-council", 1.0)])
def test_targets_meet_their_results(pairs: dict[str, list[Judged]], issuer: str, floor: float) -> None:
    for pair in pairs[issuer]:
        lines = pair.truth["targets"]
        missing = [
            (line["target"]["surface"], line["result"]["surface"])
            for line in lines
            if (pair.prior.figure(line["target"]), pair.current.figure(line["result"])) not in pair.outcomes()
        ]
        assert share(len(lines) - len(missing), len(lines)) >= floor, missing


@pytest.mark.parametrize(("issuer", "floor"), [("yunxi-fazhi", 1.0), ("harbour-council", 1.0)])
def test_promises_are_followed_up(pairs: dict[str, list[Judged]], issuer: str, floor: float) -> None:
    for pair in pairs[issuer]:
        lines = pair.truth["promises"]
        missing = [line["prior_prefix"] for line in lines if not _followed(pair, line)]
        assert share(len(lines) - len(missing), len(lines)) >= floor, missing


def _followed(pair: Judged, line: Json) -> bool:
    made = pair.prior.passage(line["prior_prefix"])
    kept = pair.current.passage(line["current_prefix"]) if line["current_prefix"] else None
    return any(
        made in p["prior"] and p["status"] == line["status"] and (kept is None or kept in p["current"])
        for p in pair.comparison["promises"]
    )


@pytest.mark.parametrize("issuer", ISSUERS)
def test_units_printed_in_two_ways_are_shown(pairs: dict[str, list[Judged]], issuer: str) -> None:
    for pair in pairs[issuer]:
        numbers = {(n["prior"], n["current"]): n["conversion"] for n in pair.comparison["numbers"]}
        for line in pair.truth["unit_changes"]:
            link = pair.prior.figure(line["prior"]), pair.current.figure(line["current"])
            assert numbers.get(link), line["indicator"]


@pytest.mark.parametrize(
    ("kind", "check"), [("repeated_problems", "repeated_problem"), ("wording", "wording")]
)
def test_problems_and_wording_are_pointed_out(pairs: dict[str, list[Judged]], kind: str, check: str) -> None:
    for pair in pairs["yunxi-fazhi"]:
        assert pair.truth[kind]
        found = list(pair.judging(check))
        for line in pair.truth[kind]:
            meant = {"prefix": line["current_prefix"]}
            assert any(touches(pair.current, finding, meant) for finding in found), line


@pytest.mark.parametrize(("issuer", "floor"), [("yunxi-fazhi", 1.0), ("harbour-council", 1.0)])
def test_reworded_sentences_meet(pairs: dict[str, list[Judged]], issuer: str, floor: float) -> None:
    for pair in pairs[issuer]:
        links = [(set(p["prior"]), set(p["current"])) for p in pair.comparison["passages"]]
        lines = pair.truth["reworded"]
        met = sum(
            any(
                pair.prior.passage(line["prior_prefix"]) in a
                and pair.current.passage(line["current_prefix"]) in b
                for a, b in links
            )
            for line in lines
        )
        assert share(met, len(lines)) >= floor


@pytest.mark.parametrize(("issuer", "floor"), [("yunxi-fazhi", 1.0), ("harbour-council", 1.0)])
def test_dropped_indicators_are_asked_for(pairs: dict[str, list[Judged]], issuer: str, floor: float) -> None:
    for pair in pairs[issuer]:
        asked = {o["id"] for f in pair.judging("dropped_indicator") for o in f["operands"]}
        asked |= {f["claimed"] for f in pair.judging("dropped_indicator")}
        dropped = pair.alone("dropped")
        assert share(len(dropped & asked), len(dropped)) >= floor, sorted(map(str, dropped - asked))


@pytest.mark.parametrize("issuer", ISSUERS)
def test_quoted_figures_are_held_against_last_years(pairs: dict[str, list[Judged]], issuer: str) -> None:
    for pair in pairs[issuer]:
        for kind in ("restated", "carry_forward"):
            for line in pair.truth[kind]:
                figure = pair.current.figure(line["current"])
                found = [f["verdict"] for f in pair.judging(kind) if f["claimed"] == figure]
                wanted = {True: "consistent", False: "inconsistent", None: "cannot_check"}[line["agrees"]]
                assert wanted in found or (line["agrees"] is None and not found), line


@pytest.mark.parametrize("issuer", ISSUERS)
def test_nothing_else_is_accused(fixtures: Path, documents: dict[str, Json], issuer: str) -> None:
    """Every alarm about a figure is one of those planted."""
    truth = json.loads((fixtures / issuer / "truth.json").read_text(encoding="utf-8"))
    first = Side(documents[issuer]["reports"][0])
    wrong = _accused(first, first.report["findings"], truth["reports"][first.report["id"]]["claims"], set())
    for pair in judged(fixtures / issuer, documents[issuer]):
        findings = [*pair.comparison["findings"], *pair.current.report["findings"]]
        lines = [*truth["reports"][pair.current.report["id"]]["claims"], *pair.truth["growth_claims"]]
        wrong += _accused(pair.current, findings, lines, set(_planted(pair)))
    assert wrong == []


def _accused(side: Side, findings: list[Json], lines: list[Json], planted: set[str | None]) -> list[Json]:
    """Alarms about figures that are neither of the planted ones nor of a claim that is planted wrong."""
    false = [line for line in lines if line["verdict"] in ("inconsistent", "suspect")]
    return [
        finding
        for finding in findings
        if finding["check"] not in OF_TEXT
        and finding["verdict"] in ("inconsistent", "suspect")
        and finding["claimed"] not in planted
        and not any(touches(side, finding, line) for line in false)
    ]


def test_other_bases_are_pointed_out(pairs: dict[str, list[Judged]]) -> None:
    for pair in pairs["yunxi-fazhi"]:
        assert any(line["comparable"] != "yes" for line in pair.truth["numbers"])
        found = {finding["claimed"] for finding in pair.judging("basis")}
        for line in pair.truth["numbers"]:
            if line["comparable"] != "yes":
                assert pair.current.figure(line["current"]) in found, line


def _planted(pair: Judged) -> Iterator[str | None]:
    """Figures of the current report that disagree with last year's, in value or in what they count."""
    current = pair.current
    yield from (current.figure(x["current"]) for x in pair.truth["numbers"] if x["comparable"] != "yes")
    yield from (current.figure(line["result"]) for line in pair.truth["targets"] if not line["met"])
    for kind in ("restated", "carry_forward"):
        yield from (current.figure(line["current"]) for line in pair.truth[kind] if not line["agrees"])
