"""How much of what was planted in the fixtures is found. The floors only go up."""

from __future__ import annotations

from pathlib import Path

import pytest

import yoy
from truth import Judged, judged
from yoy.writers.json import document_of

ISSUERS = ("yunxi-fazhi", "harbour-council")


@pytest.fixture(scope="module")
def pairs(fixtures: Path) -> dict[str, list[Judged]]:
    found = {}
    for issuer in ISSUERS:
        files = sorted((fixtures / issuer).glob("*.txt"))
        document = document_of(yoy.compare([yoy.read(file) for file in files]))
        found[issuer] = list(judged(fixtures / issuer, document))
    return found


def share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


@pytest.mark.parametrize(("issuer", "floor"), [("yunxi-fazhi", 1.0), ("harbour-council", 1.0)])
def test_every_figure_of_the_truth_is_read(pairs: dict[str, list[Judged]], issuer: str, floor: float) -> None:
    for pair in pairs[issuer]:
        missing = [line["indicator"] for line in pair.truth["numbers"] if not _read(pair, line)]
        assert share(len(pair.truth["numbers"]) - len(missing), len(pair.truth["numbers"])) >= floor, missing


def _read(pair: Judged, line: dict[str, dict[str, str]]) -> bool:
    return bool(pair.prior.figure(line["prior"]) and pair.current.figure(line["current"]))


@pytest.mark.parametrize(("issuer", "floor"), [("yunxi-fazhi", 0.90), ("harbour-council", 0.90)])
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
        assert share(len(wrong), len(pair.asserted())) <= 0.03, _shown(pair, wrong)


def _shown(pair: Judged, wrong: list[tuple[str, str]]) -> list[str]:
    names = [
        {q["id"]: f"{q['indicator']} {q['surface']}" for q in side.report["quantities"]}
        for side in (pair.prior, pair.current)
    ]
    return [f"{names[0][a]} → {names[1][b]}" for a, b in wrong]


@pytest.mark.parametrize(("issuer", "floor"), [("yunxi-fazhi", 0.90), ("harbour-council", 0.90)])
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
        numbers = {(n["prior"], n["current"]): n for n in pair.comparison["numbers"]}
        for line in pair.truth["numbers"]:
            number = numbers.get((pair.prior.figure(line["prior"]), pair.current.figure(line["current"])))
            if number is None or number["difference"] is None or line["difference"] is None:
                continue
            assert float(number["difference"]) == pytest.approx(float(line["difference"]), rel=1e-6), line
            if number["growth"] is not None and line["growth"] is not None:
                assert float(number["growth"]) == pytest.approx(float(line["growth"]), abs=6e-5), line


def test_the_headline_figure(pairs: dict[str, list[Judged]]) -> None:
    """审批事项总数 581→558项, −23, −4.0 %."""
    pair = pairs["yunxi-fazhi"][1]
    number = next(n for n in pair.comparison["numbers"] if n["difference"] == "-23" and n["unit"] == "项")
    assert "审批事项总数" in number["indicator"]
    assert (number["relation"], number["growth"], number["confirm"]) == ("down", "-0.0396", False)
