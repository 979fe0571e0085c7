"""`yoy explain PRIOR CURRENT WHAT`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from yoy.cli.inputs import read_reports, settings_for, silent
from yoy.cli.printed import print_json
from yoy.cli.words import say, user_language
from yoy.explanation import explain
from yoy.pipeline import compare
from yoy.writers.plain import plain_decimal
from yoy.writers.terminal.explanation import print_explanation

if TYPE_CHECKING:
    from yoy.align.figures.explain import Alternative
    from yoy.explanation import Explanation


@click.command("explain", help=say("explain"))
@click.argument("prior")
@click.argument("current")
@click.argument("what")
@click.option("--json", "as_json", is_flag=True, help=say("opt_json_stdout"))
@click.option("--config", type=click.Path(path_type=Path), help=say("opt_config"))
def command(prior: str, current: str, what: str, as_json: bool, config: Path | None) -> None:  # noqa: FBT001 - click passes a flag
    """Prints what led to a result."""
    options = settings_for([prior, current], config)
    comparison = compare(read_reports([prior, current], silent), options)
    found = explain(comparison, options, what)
    if as_json:
        print_json([_plain(one) for one in found])
    else:
        for one in found:
            print_explanation(_plain(one), user_language())


def _plain(one: Explanation) -> dict[str, Any]:
    return {
        "subject": one.subject,
        "title": one.title,
        "facts": [list(fact) for fact in one.facts],
        "cuts": {name: plain_decimal(value) for name, value in one.cuts},
        "alternatives": [_alternative(found) for found in one.alternatives],
    }


def _alternative(found: Alternative) -> dict[str, Any]:
    return {
        "prior": {"id": found.prior.id, "surface": found.prior.surface, "indicator": found.prior.indicator},
        "current": {
            "id": found.current.id,
            "surface": found.current.surface,
            "indicator": found.current.indicator,
        },
        "score": plain_decimal(found.score),
        "fate": found.fate,
        "differs": list(found.differs),
        "unsure": list(found.unsure),
        "doubts": list(found.doubts),
        "margin": plain_decimal(found.margin),
        "runner_up": found.runner_up,
        "evidence": [
            {"name": p.name, "amount": plain_decimal(p.amount), "weight": plain_decimal(p.weight)}
            for p in found.pieces
        ],
    }
