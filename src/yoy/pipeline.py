"""Reports to Comparison. No file, no screen, no clock and no global state: it can run in any worker."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from yoy.align.figures.pair import pair_numbers
from yoy.align.figures.recognised import doubt_recognised
from yoy.align.figures.rulings import apply_to_figures
from yoy.align.keys import with_passage_keys, with_section_keys
from yoy.align.lineages import find_lineages
from yoy.align.passages.pair import pair_passages
from yoy.align.passages.rulings import apply_to_passages
from yoy.align.sections.pair import pair_sections
from yoy.align.sections.rulings import apply_to_sections
from yoy.align.series import find_series
from yoy.align.tables.pair import pair_tables
from yoy.checks.headline import headline_of
from yoy.checks.marks import with_marks
from yoy.checks.open_items import open_items
from yoy.checks.run import check_pair, check_report
from yoy.checks.thresholds import with_flags
from yoy.diff.passages import diff_passages
from yoy.errors import ReadError, YoyError
from yoy.garbage import without_collection
from yoy.language.identity import bare_title
from yoy.language.years import role_of_label
from yoy.lexicon import fail
from yoy.model import Comparison, Note, Report, ReportPair
from yoy.options import Options, as_settings
from yoy.outline.find import find_outline
from yoy.quantities.find import find_figures
from yoy.quantities.tables.lines import describe_tables
from yoy.readers.identity.years import decide_years, year_of_label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from yoy.model import Decision, Document


def _silent(step: str, subject: str) -> None:
    """The progress of a caller that wants none."""


@without_collection()
def compare(
    documents: Sequence[Document],
    options: Options | None = None,
    *,
    decisions: Sequence[Decision] = (),
    progress: Callable[[str, str], None] = _silent,
) -> Comparison:
    """Compares two or more reports, consecutive years with each other.

    Args:
        documents: in any order; they are put in order of label or period, then as given.
        options: what the user has decided; the defaults otherwise.
        decisions: what reviewers have ruled, the newest last; what changed the result stands in its settings.
        progress: called with a step and its subject before each step begins.

    Raises:
        YoyError: fewer than two reports (`too_few_reports`).
        ReadError: a report that has neither a year nor a label (`period_unknown`).
        AlignError: a pin that names nothing.
    """
    options = options or Options()
    if len(documents) < 2:  # noqa: PLR2004 - a comparison needs two
        raise fail(YoyError, "too_few_reports", count=len(documents))
    reports = tuple(analyse_all(documents, options, progress))
    obeyed: list[Decision] = []
    pairs = tuple(
        _compare_two(prior, current, options, decisions, obeyed, progress)
        for prior, current in pairwise(reports)
    )
    progress("series", "")
    pairs = tuple(
        _in_front(before, after, pair, is_first=index == 0)
        for index, (pair, (before, after)) in enumerate(zip(pairs, pairwise(reports), strict=True))
    )
    return Comparison(
        settings={**as_settings(options), "decisions": [_recorded(one) for one in obeyed]},
        reports=with_marks(reports, pairs),
        pairs=pairs,
        series=find_series(reports, pairs),
        lineages=find_lineages(reports, pairs),
    )


def analyse_all(
    documents: Iterable[Document], options: Options, progress: Callable[[str, str], None] = _silent
) -> Iterator[Report]:
    """Each document with its outline, figures and the checks inside it, in order of label or period."""
    taken: dict[str, int] = {}
    for document in _in_order(decide_years(tuple(documents))):
        base = _name(document)
        taken[base] = taken.get(base, 0) + 1
        name = base if taken[base] == 1 else f"{base}-{taken[base]}"
        progress("analyse", name)
        yield analyse(document, name, options)


@without_collection()
def analyse(document: Document, name: str, options: Options) -> Report:
    """One report through the stages that need no other."""
    outline = find_outline(document)
    figures = find_figures(outline, options.lexicon)
    report = Report(id=name, outline=describe_tables(outline, figures.quantities), figures=figures)
    return replace(report, findings=check_report(report, options))


def _in_order(documents: Sequence[Document]) -> list[Document]:
    """By the roles or the years of their labels where all have one, else by the years they speak of."""
    nameless = next((d for d in documents if d.period is None and d.label is None), None)
    if nameless is not None:
        raise fail(ReadError, "period_unknown", file=nameless.source.name)
    roles = [role_of_label(document.label) for document in documents]
    if None not in roles:
        return sorted(documents, key=lambda document: role_of_label(document.label) == "current")
    labels = [year_of_label(document.label) for document in documents]
    keys = [
        own if None in labels else label for own, label in zip(map(_year, documents), labels, strict=True)
    ]
    return [documents[i] for i in sorted(range(len(documents)), key=lambda i: keys[i] or 0)]


def _name(document: Document) -> str:
    """What a report is called: by its label, or by its year where that only orders and it is known."""
    role = role_of_label(document.label)
    if role is None:
        return document.label or str(document.period)
    return role if document.period is None else str(document.period)


def _year(document: Document) -> int | None:
    return document.period or year_of_label(document.label)


def _compare_two(
    prior: Report,
    current: Report,
    options: Options,
    decisions: Sequence[Decision],
    obeyed: list[Decision],
    progress: Callable[[str, str], None],
) -> ReportPair:
    name = f"{prior.id} → {current.id}"
    progress("align", name)
    sections = with_section_keys(prior, current, pair_sections(prior, current, options.align))
    sections, sections_decided = apply_to_sections(prior, current, sections, decisions)
    passages = pair_passages(prior, current, sections)
    tables = pair_tables(prior, current, sections)
    progress("diff", name)
    passages = with_passage_keys(prior, current, diff_passages(prior, current, passages, options.diff))
    passages, passages_decided = apply_to_passages(prior, current, passages, decisions)
    progress("numbers", name)
    numbers = pair_numbers(prior, current, sections, passages, tables, options.lexicon)
    numbers = doubt_recognised(prior, current, numbers)
    numbers, figures_decided = apply_to_figures(prior, current, numbers, decisions)
    obeyed.extend((*sections_decided, *passages_decided, *figures_decided))
    pair = ReportPair(
        prior=prior.id,
        current=current.id,
        sections=sections,
        passages=passages,
        tables=tables,
        numbers=with_flags(numbers, options.flags),
        notes=tuple(_warnings(prior.document, current.document)),
    )
    progress("check", name)
    return check_pair(prior, current, pair, options)


def _recorded(decision: Decision) -> dict[str, object]:
    """A decision that changed the result, for the record."""
    sides = {"prior": list(decision.prior), "current": list(decision.current)}
    names = ("key", "kind", "comparison", "ruling", "who", "when")
    return {**{name: getattr(decision, name) for name in names}, **sides}


def _in_front(prior: Report, current: Report, pair: ReportPair, *, is_first: bool) -> ReportPair:
    """The pair with what every output puts first: the headline and the open items."""
    return replace(
        pair,
        headline=headline_of(pair, prior, current),
        open=open_items(pair, prior, current, is_first=is_first),
    )


def _warnings(prior: Document, current: Document) -> Iterator[Note]:
    """What a reader must know before trusting the comparison of these two reports."""
    distance = (current.period or 0) - (prior.period or 0)
    if prior.period is None or current.period is None:
        yield Note(stage="compare", code="year_untold")
    elif distance == 0:
        yield Note(stage="compare", code="same_year", args={"period": current.period})
    elif distance > 1:
        yield Note(
            stage="compare", code="years_apart", args={"prior": prior.period, "current": current.period}
        )
    if _differ(prior.issuer, current.issuer):
        yield Note(
            stage="compare", code="different_issuer", args={"prior": prior.issuer, "current": current.issuer}
        )
    kinds = _kind_of_report(prior), _kind_of_report(current)
    if _differ(*kinds):
        yield Note(stage="compare", code="different_kind", args={"prior": kinds[0], "current": kinds[1]})
    if prior.language != current.language:
        yield Note(stage="compare", code="different_language")
    if prior.source.sha256 == current.source.sha256:
        yield Note(stage="compare", code="same_file", args={"file": current.source.name})


def _kind_of_report(document: Document) -> str:
    return bare_title(document.title.replace(document.issuer, "")) if document.title else ""


def _differ(first: str, second: str) -> bool:
    """Whether two names are known and neither holds the other."""
    return bool(first and second) and first not in second and second not in first
