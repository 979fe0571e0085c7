"""Values between two stages as JSON on stdout."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from yoy.writers.unseen import UNSEEN

if TYPE_CHECKING:
    from re import Match


def print_json(value: object) -> None:
    """Prints `value`; characters of a report that could steer a terminal stand as their codes."""
    click.echo(UNSEEN.sub(_coded, json.dumps(value, ensure_ascii=False, indent=1)))


def _coded(found: Match[str]) -> str:
    return json.dumps(found[0])[1:-1]
