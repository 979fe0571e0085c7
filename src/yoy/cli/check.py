"""`yoy check FILE…`."""

from __future__ import annotations

from pathlib import Path

import click

from yoy.cli.inputs import read_reports, settings_for
from yoy.cli.printed import print_json
from yoy.cli.progress import shown_progress, steps_of
from yoy.cli.words import say
from yoy.pipeline import analyse_all, compare
from yoy.writers.plain import finding_of
from yoy.writers.terminal.values import print_findings


@click.command("check", help=say("check"))
@click.argument("files", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help=say("opt_json_stdout"))
@click.option("--all", "everything", is_flag=True, help=say("opt_all"))
@click.option("--lang", type=click.Choice(["zh", "en"]), help=say("opt_lang"))
@click.option("--config", type=click.Path(path_type=Path), help=say("opt_config"))
@click.option("--exit-code", is_flag=True, help=say("opt_exit_code"))
def command(
    files: tuple[str, ...],
    as_json: bool,  # noqa: FBT001 - click passes a flag
    everything: bool,  # noqa: FBT001 - click passes a flag
    lang: str | None,
    config: Path | None,
    exit_code: bool,  # noqa: FBT001 - click passes a flag
) -> None:
    """Checks one or more reports."""
    options = settings_for(files, config)
    with shown_progress(quiet=as_json, steps=steps_of(len(files))) as progress:
        documents = read_reports(files, progress)
        if len(documents) > 1:
            comparison = compare(documents, options, progress=progress)
            reports = comparison.reports
            findings = [f for report in reports for f in report.findings]
            findings += [f for pair in comparison.pairs for f in pair.findings]
        else:
            reports = tuple(analyse_all(documents, options, progress))
            findings = [f for report in reports for f in report.findings]
    if as_json:
        print_json([finding_of(f) for f in findings])
    else:
        print_findings(reports, findings, lang, everything=everything)
    if exit_code and any(f.verdict in ("inconsistent", "suspect") for f in findings):
        raise SystemExit(1)
