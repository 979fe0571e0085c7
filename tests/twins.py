"""Claims and their false twins, made from tests/cases/twins/templates.json.

A template is a text with slots, the claimed slot and how it follows from the others. The arithmetic here shares
nothing with the checks: what a printed figure can stand for is half of its last digit to either side (nothing,
for a count), what the result can be is taken over all corners, and a claim is false when its own half digit
reaches none of that and it isn't the result cut off.
"""

from __future__ import annotations

import ast
import itertools
import json
import operator
import re
import tempfile
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checked_reports import document
from yoy.options import Options
from yoy.pipeline import analyse, compare
from yoy.readers.registry import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from yoy.model import Finding, Report

TEMPLATES = Path(__file__).parent / "cases" / "twins" / "templates.json"
_OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}
_SLOT = re.compile(r"\{(\w+)\}")
_TENTH = Fraction(11, 10)
_MYRIAD = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """One text with one claim.

    Attributes:
        truth: "exact", "within" (a step inside the tolerance) or how the claim is false: small, tenth, myriad, flip.
        stated: the claimed figure as printed; operands: the figures that it follows from, as printed.
        prior: the text of the year before, where the claim is on both years.
    """

    kind: str
    lang: str
    truth: str
    text: str
    stated: str
    operands: tuple[str, ...]
    prior: str | None = None

    @property
    def is_false(self) -> bool:
        return self.truth not in ("exact", "within")

    @property
    def name(self) -> str:
        return f"{self.kind} {self.lang} {self.truth} {self.stated}"


def twins() -> Iterator[Twin]:
    """Every true text with its false ones."""
    for template in json.loads(TEMPLATES.read_text(encoding="utf-8")):
        for text, values in itertools.product(template["texts"], template["values"]):
            yield from _twins(template, text, values)


def _twins(template: Mapping[str, Any], text: str, values: Mapping[str, str]) -> Iterator[Twin]:
    slot = template["claimed"]
    operands = template.get("operands") or _names(template["result"] or "")
    if template.get("flip"):
        other = template["flip"]
        yield _twin(template, text, values, "exact", slot, (other,))
        swapped = {**values, slot: values[other], other: values[slot]}
        yield _twin(template, text, swapped, "flip", slot, (other,))
        return
    for truth, stated in _claims(template, text, values):
        yield _twin(template, text, {**values, slot: stated}, truth, slot, tuple(operands))


def _twin(
    template: Mapping[str, Any],
    text: str,
    values: Mapping[str, str],
    truth: str,
    slot: str,
    operands: tuple[str, ...],
) -> Twin:
    return Twin(
        kind=template["kind"],
        lang=template["lang"],
        truth=truth,
        text=text.format(**values),
        stated=values[slot],
        operands=tuple(values[name] for name in operands),
        prior=template["prior"].format(**values) if "prior" in template else None,
    )


def _names(formula: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r"[a-z]+", formula, re.IGNORECASE)))


def _claims(template: Mapping[str, Any], text: str, values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The claim that is right, one inside the tolerance where there is one, and the false ones."""
    step = Fraction(1, 10 ** template["decimals"])
    exact = _value(template["result"], {name: _number(value) for name, value in values.items()})
    _, high = _reach(template["result"], text + template.get("prior", ""), values)
    right = round(exact / step) * step
    steps = template.get("steps", ["small", "tenth", "myriad"])
    yield "exact", _printed(right, template["decimals"])
    near = right + step
    if near - step / 2 <= high:
        yield "within", _printed(near, template["decimals"])
    while near - step / 2 <= high or (near > 0 and exact // step * step == near):
        near += step
    if "small" in steps:
        yield "small", _printed(near, template["decimals"])
    tenth = round(right * _TENTH / step) * step
    if "tenth" in steps and tenth > near:
        yield "tenth", _printed(tenth, template["decimals"])
    if "myriad" in steps and "%" not in text.partition(f"{{{template['claimed']}}}")[2][:1]:
        yield "myriad", _printed(right * _MYRIAD, template["decimals"])


def _printed(value: Fraction, decimals: int) -> str:
    return f"{Decimal(value.numerator) / Decimal(value.denominator):.{decimals}f}"


def _number(text: str) -> Fraction:
    return Fraction(text.replace(",", ""))


def _reach(formula: str, text: str, values: Mapping[str, str]) -> tuple[Fraction, Fraction]:
    """The least and the largest result that the printed figures allow."""
    ends = {name: _ends(name, values[name], text) for name in _names(formula)}
    results = [
        _value(formula, dict(zip(ends, corner, strict=True))) for corner in itertools.product(*ends.values())
    ]
    return min(results), max(results)


def _ends(name: str, value: str, text: str) -> tuple[Fraction, ...]:
    """A count and nothing are exact; what is printed with decimals or in 万 and 亿 was rounded."""
    number = _number(value)
    decimals = len(value.partition(".")[2])
    behind = text.partition(f"{{{name}}}")[2][:4].strip()
    if not number or (not decimals and not behind.startswith(("万", "亿", "%", "mi"))):
        return (number,)
    half = Fraction(1, 2 * 10**decimals)
    return number - half, number + half


@cache
def _tree(formula: str) -> ast.expr:
    return ast.parse(formula, mode="eval").body


def _value(formula: str, values: Mapping[str, Fraction]) -> Fraction:
    return _walk(_tree(formula), values)


def _walk(node: ast.expr, values: Mapping[str, Fraction]) -> Fraction:
    if isinstance(node, ast.BinOp):
        found: Fraction = _OPERATORS[type(node.op)](_walk(node.left, values), _walk(node.right, values))
        return found
    if isinstance(node, ast.Name):
        return values[node.id]
    assert isinstance(node, ast.Constant)
    return Fraction(str(node.value))


def judged(twin: Twin) -> tuple[list[Report], list[Finding]]:
    """The reports of a twin with the findings on the claim's side."""
    if twin.prior is not None:
        made = compare([document(twin.prior, 2017), document(twin.text, 2018)], Options())
        return list(made.reports), [*made.reports[1].findings, *made.pairs[0].findings]
    if "|---" in twin.text:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "2018.md"
            path.write_text(
                f"# 云溪区司法局2018年度部门决算\n\n## 支出决算情况\n\n{twin.text}\n", encoding="utf-8"
            )
            report = analyse(read(path), "2018", Options())
    else:
        report = analyse(document(twin.text, 2018, language=twin.lang), "2018", Options())
    return [report], list(report.findings)


def outcome(twin: Twin) -> str:
    """What the checks say of the claim: confirmed, refuted, asked, silent, or wrong (by other operands)."""
    reports, findings = judged(twin)
    figures = {(r.id, q.id): q.surface for r in reports for q in r.figures.quantities}
    verdicts: set[tuple[str, bool]] = set()
    for finding in findings:
        claimed = figures.get((finding.report, finding.claimed or ""), "")
        used = [figures[o.report, o.quantity] for o in finding.operands if (o.report, o.quantity) in figures]
        mine = _same(claimed, twin.stated)
        right = mine and all(any(_same(u, o) for u in used) for o in twin.operands)
        involved = right or (mine and finding.verdict == "inconsistent") or _same_terms(used, claimed, twin)
        if involved or finding.verdict == "inconsistent":
            verdicts.add((finding.verdict, right or _same_terms(used, claimed, twin)))
    return _summary(verdicts)


def _same_terms(used: list[str], claimed: str, twin: Twin) -> bool:
    """Whether a finding compares the same figures and claims another of them (a whole within its part)."""
    terms = [claimed, *used]
    return all(any(_same(term, each) for term in terms) for each in (twin.stated, *twin.operands))


def _same(surface: str, printed: str) -> bool:
    numbers = re.findall(r"\d[\d,]*(?:\.\d+)?", surface)
    return any(_number(number) == _number(printed) for number in numbers)


def _summary(verdicts: set[tuple[str, bool]]) -> str:
    if ("inconsistent", True) in verdicts:
        return "refuted"
    if any(verdict == "inconsistent" for verdict, _ in verdicts):
        return "wrong"
    if any(verdict == "suspect" for verdict, _ in verdicts):
        return "asked"
    return "confirmed" if verdicts & {("consistent", True), ("rounding", True)} else "silent"
