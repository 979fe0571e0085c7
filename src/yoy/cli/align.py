"""`yoy align PRIOR CURRENT`."""

from __future__ import annotations

from pathlib import Path

import click

from yoy.align.sections.pair import pair_sections
from yoy.cli.inputs import read_reports, settings_for, silent
from yoy.cli.printed import print_json
from yoy.cli.words import say
from yoy.errors import WriteError
from yoy.lexicon import fail
from yoy.pipeline import analyse_all
from yoy.settings import pins_of
from yoy.writers.json import section_pair_of
from yoy.writers.terminal.values import print_sections
from yoy.writers.together import replacing


@click.command("align", help=say("align"))
@click.argument("prior")
@click.argument("current")
@click.option("--json", "as_json", is_flag=True, help=say("opt_json_stdout"))
@click.option("--write-pins", type=click.Path(path_type=Path), help=say("opt_write_pins"))
@click.option("--config", type=click.Path(path_type=Path), help=say("opt_config"))
def command(
    prior: str,
    current: str,
    as_json: bool,  # noqa: FBT001 - click passes a flag
    write_pins: Path | None,
    config: Path | None,
) -> None:
    """Prints the links between the sections of two reports."""
    options = settings_for([prior, current], config)
    before, after = analyse_all(read_reports([prior, current], silent), options)
    sections = pair_sections(before, after, options.align)
    if write_pins is not None:
        if write_pins.exists():
            raise fail(WriteError, "already_there", file=write_pins)
        with replacing(write_pins) as stream:
            stream.write(pins_of(before, after, sections).encode())
        click.echo(say("written", file=write_pins), err=True)
    if as_json:
        print_json([section_pair_of(pair) for pair in sections])
    else:
        print_sections(before, after, sections)
