"""Fits the weights by which figures are paired, judged leaving one issuer out.

    python benchmarks/fit_pairing.py GOLD_DIR DATA_DIR [--ridge 0.03]

GOLD_DIR holds labelled pairs of reports (`<data folder>-<prior>-<current>/numbers.jsonl`), DATA_DIR the
reports. Every link of figures that differ in no facet is an example: right where the labels pair the two.
Prints the digest of the labels, the weights fitted on all issuers, and precision and recall of the links
above even odds on each issuer with the weights fitted on the others. The result, rounded, stands in
src/yoy/align/figures/weights.py.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from yoy.align.figures.facets import decided
from yoy.align.figures.pair import weigh_figures
from yoy.align.figures.weights import BIAS, WEIGHTS
from yoy.options import Options
from yoy.pipeline import compare
from yoy.readers.registry import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.model import Report

FOLDER = re.compile(r"(?P<issuer>.+)-(?P<prior>\d{4})-(?P<current>\d{4})")
EVEN = 0.5
ROUNDS = 4000
RATE = 0.5


@dataclass(frozen=True, slots=True)
class Examples:
    """Links of one issuer: a row of evidence each, and whether the labels pair the two figures."""

    issuer: str
    evidence: np.ndarray
    right: np.ndarray


def main() -> None:
    """Runs the fit and prints it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("gold", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--ridge", type=float, default=0.03)
    wanted = parser.parse_args()
    folders = sorted(f for f in wanted.gold.iterdir() if (f / "numbers.jsonl").exists())
    print("digest of the labels", _digest(folders))
    groups = _by_issuer([_examples(folder, wanted.data) for folder in folders])
    for held_out in groups:
        weights = fit([g for g in groups if g is not held_out], wanted.ridge)
        _print_quality(held_out, weights)
    _print_weights(fit(groups, wanted.ridge))


def _digest(folders: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for folder in folders:
        digest.update((folder / "numbers.jsonl").read_bytes())
    return digest.hexdigest()[:16]


def _by_issuer(found: Sequence[Examples]) -> list[Examples]:
    groups: dict[str, list[Examples]] = defaultdict(list)
    for examples in found:
        groups[examples.issuer.removesuffix("-dev").removesuffix("-series")].append(examples)
    return [
        Examples(issuer, np.vstack([g.evidence for g in group]), np.concatenate([g.right for g in group]))
        for issuer, group in groups.items()
    ]


def _examples(folder: Path, data: Path) -> Examples:
    named = FOLDER.fullmatch(folder.name)
    assert named is not None, folder.name
    files = [next((data / named["issuer"]).glob(f"{named[side]}.*")) for side in ("prior", "current")]
    comparison = compare([read(file) for file in files])
    pair, (prior, current) = comparison.pairs[0], comparison.reports
    weighing = weigh_figures(prior, current, pair.sections, pair.passages, pair.tables, Options().lexicon)
    labels = set(_labelled(folder, prior, current))
    rows, right = [], []
    for link, evidence in weighing.weighed.items():
        compared = decided(weighing.figures.compared(*link), evidence)
        if compared.differs or compared.apart:
            continue
        ids = weighing.figures.prior[link[0]].quantity.id, weighing.figures.current[link[1]].quantity.id
        rows.append([float(getattr(evidence, name)) for name in WEIGHTS])
        right.append(ids in labels)
    return Examples(named["issuer"], np.array(rows), np.array(right, dtype=float))


def _labelled(folder: Path, prior: Report, current: Report) -> Iterator[tuple[str, str]]:
    """The pairs of figures that the labels call comparable, as ids."""
    places = _Places(prior), _Places(current)
    for line in (folder / "numbers.jsonl").read_text(encoding="utf-8").splitlines():
        label: dict[str, Any] = json.loads(line)
        if label["comparable"] != "yes":
            continue
        sides = [
            [places[i].find(q) for q in (label[name], *(label.get(f"{name}_also") or ()))]
            for i, name in enumerate(("old", "new"))
        ]
        yield from ((a, b) for a in sides[0] for b in sides[1] if a and b)


class _Places:
    """The figures of a report by where they stand in its text without blanks."""

    def __init__(self, report: Report) -> None:
        kept = [i for i, c in enumerate(report.text) if not c.isspace()]
        self._text = "".join(report.text[i] for i in kept)
        self._at = kept
        self._quantities = report.figures.quantities

    def find(self, label: dict[str, Any]) -> str | None:
        """Id of the figure that a label means."""
        context, surface = ("".join(label[name].split()) for name in ("context", "surface"))
        at = self._text.find(context + surface)
        if at < 0:
            return None
        start, end = self._at[at + len(context)], self._at[at + len(context) + len(surface) - 1] + 1
        found = (q for q in self._quantities if q.span.start < end and start < q.span.end)
        return next((q.id for q in found), None)


def fit(groups: Sequence[Examples], ridge: float) -> np.ndarray:
    """Weights and bias (last) of a logistic model, held near the ones in use by a ridge."""
    evidence = np.vstack([g.evidence for g in groups])
    rows = np.hstack([evidence, np.ones((len(evidence), 1))])
    right = np.concatenate([g.right for g in groups])
    start = np.array([*WEIGHTS.values(), BIAS])
    weights = start.copy()
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-rows @ weights))
        gradient = rows.T @ (likely - right) / len(rows) + ridge / 100 * (weights - start)
        weights -= RATE * gradient
    return weights


def _print_quality(held_out: Examples, weights: np.ndarray) -> None:
    rows = np.hstack([held_out.evidence, np.ones((len(held_out.evidence), 1))])
    said = rows @ weights > 0
    true = float((said & (held_out.right > EVEN)).sum())
    print(
        f"{held_out.issuer:28} links {len(rows):6} labelled {int(held_out.right.sum()):4}"
        f"  P {true / max(1, said.sum()):.3f}  R {true / max(1, held_out.right.sum()):.3f}"
    )


def _print_weights(weights: np.ndarray) -> None:
    for name, weight, now in zip((*WEIGHTS, "bias"), weights, (*WEIGHTS.values(), BIAS), strict=True):
        print(f"{name:10} {weight:6.2f}  in use {now:6.2f}")


if __name__ == "__main__":
    main()
