"""`yoy compare PRIOR CURRENT [MORE…]`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from yoy.cli.inputs import read_reports, refuse_pipe, settings_file, settings_for
from yoy.cli.outputs import Outputs, planned, write_all
from yoy.cli.progress import shown_progress, steps_of
from yoy.cli.words import say, user_language
from yoy.lexicon import phrase
from yoy.options import DiffOptions, Ignorable, Options
from yoy.pipeline import compare
from yoy.review.decisions import LINKS
from yoy.review.merge import merge_reviews
from yoy.writers.options import WriteOptions, language_of
from yoy.writers.terminal.summary import print_summary
from yoy.writers.unseen import labelled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.model import Comparison, Document, Language, Review

_PATH = click.Path(path_type=Path)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wishes:
    """What was asked for on the line, beyond the reports."""

    output: Path
    xlsx: Path | None
    html: Path | None
    json: Path | None
    pdf: Path | None
    docx: Path | None
    manifest: Path | None
    lang: Language | None
    config: Path | None
    ignore: tuple[str, ...]
    exit_code: bool
    date: str | None
    first_page: int
    review: tuple[Path, ...]
    quiet: bool


@click.command("compare", help=say("compare"))
@click.argument("reports", nargs=-1, required=True, metavar="PRIOR CURRENT [MORE]...")
@click.option("-o", "--output", type=_PATH, default=Path("reports"), help=say("opt_output"))
@click.option("--xlsx", type=_PATH, help=say("opt_xlsx"))
@click.option("--html", type=_PATH, help=say("opt_html"))
@click.option("--json", type=_PATH, help=say("opt_json"))
@click.option("--pdf", type=_PATH, help=say("opt_pdf"))
@click.option("--docx", type=_PATH, help=say("opt_docx"))
@click.option("--manifest", type=_PATH, help=say("opt_manifest"))
@click.option("--lang", type=click.Choice(["zh", "en"]), help=say("opt_lang"))
@click.option("--config", type=_PATH, help=say("opt_config"))
@click.option(
    "--ignore",
    multiple=True,
    type=click.Choice(["space", "width", "punctuation", "none"]),
    help=say("opt_ignore"),
)
@click.option("--exit-code", is_flag=True, help=say("opt_exit_code"))
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help=say("opt_date"))
@click.option("--first-page", type=click.IntRange(1, 9999), default=1, help=say("opt_first_page"))
@click.option("--review", multiple=True, type=_PATH, help=say("opt_review"))
@click.option("-q", "--quiet", is_flag=True, help=say("opt_quiet"))
def command(reports: tuple[str, ...], **wishes: Any) -> None:
    """Compares reports and writes the outputs."""
    day = wishes.pop("date")
    wanted = _Wishes(date=day.date().isoformat() if day else None, **wishes)
    comparison = _run(reports, wanted)
    if wanted.exit_code and _differs(comparison):
        raise SystemExit(1)


def _run(reports: tuple[str, ...], wanted: _Wishes) -> Comparison:
    options = _options(reports, wanted)
    outputs_wanted = 2 + sum(one is not None for one in (wanted.json, wanted.pdf))
    with shown_progress(quiet=wanted.quiet, steps=steps_of(len(reports), outputs_wanted)) as progress:
        documents = read_reports(reports, progress)
        settings = settings_file(reports, wanted.config)
        outputs = planned(_outputs(wanted), documents, reports, (settings,) if settings else ())
        reviews = _reviews(_reviewed(wanted, outputs))
        review = merge_reviews([one for _, one in reviews])
        comparison = compare(
            documents, options, decisions=review.decisions if review else (), progress=progress
        )
        carried: list[int] = []
        write_options = WriteOptions(
            lang=wanted.lang,
            first_page=wanted.first_page,
            date=wanted.date,
            settings_file=str(settings) if settings else None,
            review=review,
            on_carried=carried.extend,
        )
        files = write_all(comparison, outputs, reports, write_options, progress, reviews)
    if not wanted.quiet:
        _say_order(documents, comparison)
        print_summary(comparison, files, language_of(comparison, write_options), settings)
        _say_carried(reviews, review, carried, files)
    return comparison


def _say_order(documents: Sequence[Document], comparison: Comparison) -> None:
    """Tells in which order the reports were compared, where it is not the one given."""
    given = [document.source.sha256 for document in documents]
    taken = [report.document.source.sha256 for report in comparison.reports]
    if given != taken:
        named = (f"{report.id} ({report.document.source.name})" for report in comparison.reports)
        click.echo(labelled(say("order", order=" → ".join(named))))


def _say_carried(
    reviews: Sequence[tuple[Path, Review]],
    review: Review | None,
    carried: Sequence[int],
    files: Sequence[Path],
) -> None:
    """Tells what became of the remarks of an earlier review, and where the file is that held them."""
    if review is None or not review.remarks:
        return
    for file, one in reviews:
        if one.remarks:
            click.echo(labelled(say("carried", file=file, count=len(one.remarks))))
    if carried:
        kept, again, withdrawn = carried
        click.echo(labelled(say("carried_how", kept=kept, again=again, withdrawn=withdrawn)))
    for decision in review.contradicted:
        words = (
            phrase("excel", f"ruling_{decision.ruling}", user_language())
            if decision.ruling in LINKS
            else decision.ruling
        )
        click.echo(labelled(say("contradicted", file=decision.file, ruling=words, when=decision.when[:10])))
    for file in files:
        if ".reviewed-" in file.name:
            click.echo(labelled(say("kept_file", file=file)))


def _outputs(wanted: _Wishes) -> Outputs:
    return Outputs(
        folder=wanted.output,
        xlsx=wanted.xlsx,
        html=wanted.html,
        json=wanted.json,
        pdf=wanted.pdf,
        docx=wanted.docx,
        manifest=wanted.manifest,
    )


def _reviewed(wanted: _Wishes, outputs: Outputs) -> tuple[Path, ...]:
    """The files named and, unless one of them is a workbook, the workbook to be replaced."""
    named = tuple(dict.fromkeys(wanted.review))
    is_workbook = any(file.suffix.casefold() != ".json" for file in named)
    if is_workbook or outputs.xlsx is None or not outputs.xlsx.exists():
        return named
    return (outputs.xlsx, *named)


def _reviews(files: Sequence[Path]) -> tuple[tuple[Path, Review], ...]:
    """What the files hold; what reads them is large, and is imported when there is one."""
    if not files:
        return ()
    from yoy.review.read import read_review

    for file in files:
        refuse_pipe(file)
    return tuple((file, read_review(file)) for file in files)


def _options(reports: tuple[str, ...], wanted: _Wishes) -> Options:
    options = settings_for(reports, wanted.config)
    if not wanted.ignore:
        return options
    ignore = frozenset(cast("Ignorable", name) for name in wanted.ignore if name != "none")
    return replace(options, diff=DiffOptions(ignore=ignore))


def _differs(comparison: Comparison) -> bool:
    """Whether any passage or figure is not the same in all years."""
    return any(
        any(p.relation != "same" or p.moved for p in pair.passages)
        or any(n.relation not in ("unchanged", "target_result") for n in pair.numbers)
        for pair in comparison.pairs
    )
