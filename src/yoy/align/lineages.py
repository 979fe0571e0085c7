"""Sections followed through all reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.align.sections.pair import pair_sections
from yoy.language.identity import Occurrences, bare_title
from yoy.model import Lineage
from yoy.options import AlignOptions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.model import Report, ReportPair, SectionPair

Node = tuple[int, str]


def find_lineages(reports: Sequence[Report], pairs: Sequence[ReportPair]) -> tuple[Lineage, ...]:
    """One line for each section that is linked through the reports, or stands in one only.

    A section that is missing in one year and found again in the next goes on in the same line: the
    reports on both sides of the gap are aligned for it.

    Args:
        reports: in order of their periods. pairs: the comparison of each with the next.
    """
    root = {node: node for node in _nodes(reports)}
    for number, pair in enumerate(pairs):
        for link in pair.sections:
            _join_all(root, [(number, i) for i in link.prior] + [(number + 1, j) for j in link.current])
    for number in range(1, len(reports) - 1):
        for before, after in _bridges(reports, pairs, number):
            _join_all(root, [before, after])
    return tuple(_lines(reports, root))


def _nodes(reports: Sequence[Report]) -> Iterator[Node]:
    for number, report in enumerate(reports):
        for section in report.outline.sections:
            yield number, section.id


def _top(root: dict[Node, Node], node: Node) -> Node:
    while root[node] != node:
        node = root[node]
    return node


def _join_all(root: dict[Node, Node], nodes: Sequence[Node]) -> None:
    """Make one line of the lines of all nodes; the earliest node names it."""
    tops = sorted({_top(root, node) for node in nodes})
    for top in tops[1:]:
        root[top] = tops[0]


def _bridges(
    reports: Sequence[Report], pairs: Sequence[ReportPair], missing: int
) -> Iterator[tuple[Node, Node]]:
    """Sections that end before the report `missing` and begin after it, linked with each other."""
    ended = {i for link in pairs[missing - 1].sections if not link.current for i in link.prior}
    begun = {j for link in pairs[missing].sections if not link.prior for j in link.current}
    if not ended or not begun:
        return
    for link in _far_links(reports, missing):
        if not link.confirm and set(link.prior) <= ended and set(link.current) <= begun:
            for i in link.prior:
                for j in link.current:
                    yield (missing - 1, i), (missing + 1, j)


def _far_links(reports: Sequence[Report], missing: int) -> Iterator[SectionPair]:
    for link in pair_sections(reports[missing - 1], reports[missing + 1], AlignOptions()):
        if link.prior and link.current:
            yield link


def _lines(reports: Sequence[Report], root: dict[Node, Node]) -> Iterator[Lineage]:
    members: dict[Node, dict[str, list[str]]] = {}
    titles: dict[Node, str] = {}
    for number, report in enumerate(reports):
        for section in report.outline.sections:
            top = _top(root, (number, section.id))
            years = members.setdefault(top, {report.id: [] for report in reports})
            years[report.id].append(section.id)
            titles[top] = section.title
    keys = Occurrences()
    first = {
        (number, section.id): section.title
        for number, report in enumerate(reports)
        for section in report.outline.sections
    }
    for top, years in members.items():
        yield Lineage(
            key=keys.key("lineage", bare_title(first[top])),
            title=titles[top],
            sections={report_id: tuple(ids) for report_id, ids in years.items()},
        )
