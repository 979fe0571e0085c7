"""What a decision is about: the key, the digest of what is seen, and both sides, for every output alike.

The workbook writes it into the columns that identify a row, the page into the file that it exports; `yoy
compare --review` finds the row again by it (docs/output.md, "Decisions").
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from yoy.language.identity import bare_words, stable_key
from yoy.model import Decision

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yoy.model import (
        Comparison,
        Finding,
        PassagePair,
        Promise,
        Quantity,
        QuantityPair,
        ReportPair,
        Section,
        SectionPair,
    )

INDENT = "\u3000"
"""What sets a section in under the one that holds it."""
_WHOLE = "全文"


def fingerprint(*parts: object) -> str:
    """Eight digits that change when what a reviewer looked at changes."""
    return stable_key(*(str(part) for part in parts))[:8]


def digest_of(comparison: Comparison) -> str:
    """A digest of the reports compared: the same for the same files, whatever they are called."""
    whole = "\n".join(f"{report.id} {report.document.source.sha256}" for report in comparison.reports)
    return hashlib.sha256(whole.encode()).hexdigest()


def name_of(pair: ReportPair) -> str:
    """The reports compared, as decisions name them: "2017→2018"."""
    return f"{pair.prior}→{pair.current}"


def of_figures(
    pair: ReportPair, number: QuantityPair, prior: Quantity | None, current: Quantity | None
) -> Decision:
    """A pair of figures, or one without a partner."""
    return Decision(
        key=number.key,
        kind="pair",
        comparison=name_of(pair),
        fingerprint=fingerprint(*(q and (q.value, q.unit, q.role) for q in (prior, current))),
        prior=(prior.key,) if prior else (),
        current=(current.key,) if current else (),
    )


def of_sections(
    pair: ReportPair, link: SectionPair, prior: Mapping[str, Section], current: Mapping[str, Section]
) -> Decision:
    """A link of sections, given the sections of both reports by id."""
    sides = [prior[one] for one in link.prior], [current[one] for one in link.current]
    seen = ("\n".join(INDENT * max(0, one.level - 1) + title_of(one) for one in side) for side in sides)
    return Decision(
        key=link.key,
        kind="section_link",
        comparison=name_of(pair),
        fingerprint=fingerprint(*seen, link.relation),
        prior=tuple(map(title_of, sides[0])),
        current=tuple(map(title_of, sides[1])),
    )


def title_of(section: Section) -> str:
    """Number and title of a section as printed; an untitled one is the whole report."""
    return f"{section.number or ''}{section.title}".strip() or _WHOLE


def of_passages(pair: ReportPair, link: PassagePair, prior: str, current: str) -> Decision:
    """A link of passages, given what they say on each side."""
    return Decision(
        key=link.key,
        kind="passage_link",
        comparison=name_of(pair),
        fingerprint=fingerprint(prior, current),
        prior=(stable_key(bare_words(prior)),) if link.prior else (),
        current=(stable_key(bare_words(current)),) if link.current else (),
    )


def of_finding(owner: tuple[str, ...], finding: Finding, claimed: Quantity | None) -> Decision:
    """A finding: `owner` is one report id (checks inside a report) or two (checks of a pair)."""
    seen = finding.verdict, finding.formula, finding.stated, finding.recomputed, claimed and claimed.value
    return Decision(
        key=finding.key, kind="finding", comparison="→".join(owner), fingerprint=fingerprint(*seen)
    )


def of_promise(pair: ReportPair, promise: Promise, prior: str, current: str) -> Decision:
    """A promise, given what both reports say of it."""
    return Decision(
        key=promise.key,
        kind="open_item",
        comparison=name_of(pair),
        fingerprint=fingerprint(prior, current, promise.status),
    )
