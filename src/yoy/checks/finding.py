"""Makes findings: every check states its judgement through here, so that all look alike."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from yoy.language.identity import Occurrences, stable_key
from yoy.language.numerals import printed_scale
from yoy.language.tolerance import agreement, shown
from yoy.language.units import POINT_UNITS
from yoy.model import Finding, Operand, ReportSpan, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from yoy.checks.view import Term, View
    from yoy.language.tolerance import Agreement, Range, Rounding
    from yoy.model import Quantity, Scalar, Verdict

VERDICTS: dict[Agreement, tuple[Verdict, Rounding | None]] = {
    "equal": ("consistent", None),
    "rounded": ("rounding", "rounded"),
    "truncated": ("rounding", "truncated"),
    "within": ("rounding", "rounded"),
    "differs": ("inconsistent", None),
}


# Why a claim can't be checked: the check does not apply to it, or the figures at hand can't tell.
_REASONS: dict[str, Literal["does_not_apply", "cannot_tell"]] = {
    "growth_in_real_terms": "does_not_apply",
    "growth_open": "cannot_tell",
    "growth_without_base": "cannot_tell",
    "restated_open": "cannot_tell",
}


def make_finding(
    view: View,
    check: str,
    verdict: Verdict,
    code: str,
    *,
    subject: str = "",
    claimed: Quantity | None = None,
    operands: Sequence[Term] = (),
    formula: str | None = None,
    recomputed: Decimal | None = None,
    stated: Decimal | None = None,
    rounding: Rounding | None = None,
    spans: Sequence[tuple[View, Span]] | None = None,
    args: dict[str, Scalar] | None = None,
) -> Finding:
    """A finding without id, whose key is not yet told from those of the same identity.

    Args:
        view: the report that makes the claim.
        subject: what the finding is about where no figure is judged; it must not change from one
            edition of the report to the next.
        spans: what to show; by default the sentences of all figures.
        args: what the sentence of `code` in words/findings.toml needs besides `claim`, `formula`,
            `result` and `stated`, which are added here.
    """
    reason = _REASONS.get(code)
    places = spans if spans is not None else _sentences(view, claimed, operands)
    words: dict[str, Scalar] = {
        "claim": claimed.surface.strip() if claimed else "",
        "indicator": claimed.indicator if claimed else "",
        "formula": formula or "",
        "result": _plain(recomputed),
        "stated": _plain(stated),
        **({"reason": reason} if reason else {}),
    }
    return Finding(
        id="",
        key=stable_key(check, claimed.key if claimed else subject),
        check=check,
        verdict=verdict,
        report=view.id,
        code=code,
        args={**words, **(args or {})},
        rounding=rounding,
        claimed=claimed.id if claimed else None,
        operands=tuple(Operand(report=owner.id, quantity=figure.id) for owner, figure in operands),
        formula=formula,
        recomputed=shown(recomputed) if recomputed is not None else None,
        stated=shown(stated) if stated is not None else None,
        spans=tuple(ReportSpan(report=owner.id, span=span) for owner, span in places),
    )


def judged(
    view: View,
    check: str,
    code: str,
    *,
    claimed: Quantity,
    operands: Sequence[Term],
    formula: str,
    stated: Decimal,
    quantum: Decimal,
    recomputed: Decimal,
    possible: Range,
    doubt: bool = False,
    args: dict[str, Scalar] | None = None,
) -> Finding:
    """A finding that compares a stated figure with its recomputation.

    The code gets the ending `_agrees`, `_truncated` or `_differs`. With `doubt`, what differs is
    `suspect`, not `inconsistent`.
    """
    outcome = agreement(stated, quantum, recomputed, possible)
    verdict, rounding = VERDICTS[outcome]
    if verdict == "inconsistent" and doubt:
        verdict = "suspect"
    ending = {"truncated": "truncated", "differs": "differs"}.get(outcome, "agrees")
    return make_finding(
        view,
        check,
        verdict,
        f"{code}_{ending}",
        claimed=claimed,
        operands=operands,
        formula=formula,
        recomputed=recomputed,
        stated=stated,
        rounding=rounding,
        args=args,
    )


def numbered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings with ids f1, f2, … and keys of their own, in the given order."""
    occurrences = Occurrences()
    return tuple(
        replace(finding, id=f"f{index}", key=occurrences.key(finding.key))
        for index, finding in enumerate(findings, start=1)
    )


def percent(fraction: Decimal) -> str:
    """A fraction as a percentage with two decimals, for the sentence of a finding."""
    text = f"{shown(fraction * 100):.2f}"
    return f"{text.rstrip('0').rstrip('.')}%"


def plain(value: Decimal) -> str:
    """A number without exponent and trailing zeros."""
    return f"{shown(value):f}"


def as_printed(amount: Decimal, figure: Quantity) -> str:
    """An amount in the words in which a figure is printed: 0.5亿元 beside 8.2亿元; of rates the number."""
    number = plain(amount / printed_scale(figure.surface, figure.value))
    is_bare = figure.unit in POINT_UNITS or not _NUMBER.search(figure.surface)
    return number if is_bare else _NUMBER.sub(number, figure.surface, count=1)


_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def _plain(value: Decimal | None) -> str:
    return plain(value) if value is not None else ""


def _sentences(view: View, claimed: Quantity | None, operands: Sequence[Term]) -> list[tuple[View, Span]]:
    """The sentences of the figures, each once, the claim's first."""
    terms = [(view, claimed)] if claimed else []
    found: list[tuple[View, Span]] = []
    for owner, figure in (*terms, *operands):
        place = (owner, owner.sentence(figure))
        if all(seen.id != owner.id or span != place[1] for seen, span in found):
            found.append(place)
    return found
