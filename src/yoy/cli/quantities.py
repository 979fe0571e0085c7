"""`yoy quantities FILE`."""

from __future__ import annotations

from pathlib import Path

import click

from yoy.cli.inputs import read_reports, settings_for, silent
from yoy.cli.printed import print_json
from yoy.cli.words import say
from yoy.outline.find import find_outline
from yoy.quantities.find import find_figures
from yoy.writers.plain import figures_of
from yoy.writers.terminal.values import print_figures


@click.command("quantities", help=say("quantities"))
@click.argument("file")
@click.option("--json", "as_json", is_flag=True, help=say("opt_json_stdout"))
@click.option("--config", type=click.Path(path_type=Path), help=say("opt_config"))
def command(file: str, as_json: bool, config: Path | None) -> None:  # noqa: FBT001 - click passes a flag
    """Prints every number of a report."""
    options = settings_for([file], config)
    outline = find_outline(read_reports([file], silent)[0])
    figures = find_figures(outline, options.lexicon)
    if as_json:
        print_json(figures_of(figures))
    else:
        print_figures(outline, figures)
