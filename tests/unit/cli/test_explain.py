"""`yoy explain` shows the way to a figure, a link and a finding."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from yoy.cli.main import cli


def run(fixtures: Path, what: str, *options: str, code: int = 0) -> str:
    folder = fixtures / "yunxi-fazhi"
    arguments = ["explain", str(folder / "2017.txt"), str(folder / "2018.txt"), what, *options]
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == code, result.output
    return result.output


def explained(fixtures: Path, what: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run(fixtures, what, "--json"))
    return found


def test_a_printed_figure_tells_its_partner_and_what_spoke_for_it(fixtures: Path) -> None:
    figure = explained(fixtures, "558项")[0]
    first = figure["alternatives"][0]
    assert (first["prior"]["surface"], first["fate"]) == ("581项", "asserted")
    told = {piece["name"] for piece in first["evidence"]}
    assert {"name", "implied", "bias"} <= told
    assert float(first["margin"]) >= float(figure["cuts"]["margin"])


def test_the_other_candidates_say_why_they_are_not_it(fixtures: Path) -> None:
    rest = explained(fixtures, "558项")[0]["alternatives"][1:]
    assert {"weak", "target_result"} <= {found["fate"] for found in rest}


def test_an_indicator_stands_for_all_its_figures(fixtures: Path) -> None:
    surfaces = {figure["title"] for figure in explained(fixtures, "审批事项总数")}
    assert {"2017 581项", "2018 558项"} <= surfaces


def test_it_says_of_a_pair_what_the_outputs_say(fixtures: Path) -> None:
    found = [
        a for figure in explained(fixtures, "率") for a in figure["alternatives"] if a["margin"] is not None
    ]
    assert {a["fate"] for a in found if a["doubts"]} <= {"asked", "target_result"}
    assert not [a for a in found if a["fate"] == "asserted" and a["doubts"]]


def test_an_indicator_may_be_asked_for_in_other_words(fixtures: Path) -> None:
    assert "2018 558项" in {figure["title"] for figure in explained(fixtures, "行政审批事项的总量")}


def test_an_address_of_the_page_is_understood(fixtures: Path) -> None:
    by_surface = explained(fixtures, "558项")[0]["alternatives"][0]["current"]["id"]
    again = explained(fixtures, f"{by_surface}-2018")[0]
    assert again["title"] == "2018 558项"


def test_a_finding_and_a_section_have_their_way(fixtures: Path) -> None:
    subjects = {found["subject"] for what in ("f1-2018", "s1-2018") for found in explained(fixtures, what)}
    assert {"finding", "section_link"} <= subjects


@pytest.mark.parametrize("lang", ["zh_CN.UTF-8", "en_US.UTF-8"])
def test_the_terminal_shows_every_code_in_words(
    fixtures: Path, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", lang)
    printed = run(fixtures, "558项")
    assert "×" in printed
    assert "evidence_" not in printed


def test_what_nothing_is_named_after_is_said(fixtures: Path) -> None:
    assert "nothing_to_explain" in run(fixtures, "没有的东西", code=2)
