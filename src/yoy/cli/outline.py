"""`yoy outline FILE`."""

from __future__ import annotations

import click

from yoy.cli.inputs import read_reports, silent
from yoy.cli.printed import print_json
from yoy.cli.words import say
from yoy.outline.find import find_outline
from yoy.writers.plain import outline_of
from yoy.writers.terminal.values import print_outline


@click.command("outline", help=say("outline"))
@click.argument("file")
@click.option("--json", "as_json", is_flag=True, help=say("opt_json_stdout"))
def command(file: str, as_json: bool) -> None:  # noqa: FBT001 - click passes a flag
    """Prints the outline of a report."""
    outline = find_outline(read_reports([file], silent)[0])
    if as_json:
        print_json(outline_of(outline))
    else:
        print_outline(outline)
