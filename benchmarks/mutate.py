"""Breaks one thing after the other in a copy of the sources and counts how often the tests notice.

    PYTHONPATH=src:tests python benchmarks/mutate.py [--count 40] [--seed 0] [--least 0.85] [--folder checks]

The breaks are those of cosmic-ray (the extra `mutation`): a comparison turned, a number one larger, `and` for
`or`, a loop left out, … drawn by chance from the modules in TESTS, the same ones for the same seed. Each is
tried against the tests beside its module. Prints what survived; the exit code is 1 where fewer than
`--least` died.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import sys
import tempfile
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

import pytest
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT = Path(__file__).parents[1]
SECONDS = 90
"""Of CPU that the tests of one mutant may take; what hangs is noticed."""
BREAKS = (
    *(f"ReplaceComparisonOperator_{name}" for name in ("Eq_NotEq", "NotEq_Eq", "Lt_LtE", "LtE_Lt", "Gt_GtE")),
    *(f"ReplaceComparisonOperator_{name}" for name in ("GtE_Gt", "Lt_Gt", "Gt_Lt", "Is_IsNot", "IsNot_Is")),
    *(f"ReplaceBinaryOperator_{name}" for name in ("Add_Sub", "Sub_Add", "Mul_Div", "Div_Mul")),
    *("ReplaceAndWithOr", "ReplaceOrWithAnd", "ReplaceTrueWithFalse", "ReplaceFalseWithTrue", "AddNot"),
    *("ReplaceUnaryOperator_Delete_Not", "ReplaceUnaryOperator_Delete_USub", "NumberReplacer"),
    "ZeroIterationForLoop",
)
_RUN = "checks/test_run.py checks/test_run_cases.py"
_RATIO = "checks/arithmetic/rates/test_ratio.py checks/arithmetic/rates/test_ratio_terms.py"
_FIGURES = "align/figures/test_pair.py align/figures/test_pair_english.py"
_NUMBERS = "quantities/zh quantities/test_figure_rules.py ../cases/test_quantities_cases.py"
TESTS: Mapping[str, str] = {
    "align/figures/changes.py": f"align/figures/test_changes.py {_FIGURES}",
    "align/figures/choose.py": f"{_FIGURES} align/solver test_doubts.py",
    "align/figures/facets.py": f"align/figures/test_facets.py {_FIGURES}",
    "align/solver/assignment.py": "align/solver",
    "align/solver/chain.py": "align/solver align/passages",
    "checks/arithmetic/amount_rate.py": f"checks/arithmetic/test_amount_rate.py {_RUN}",
    "checks/arithmetic/flow.py": f"checks/arithmetic/test_flow.py {_RUN}",
    "checks/arithmetic/lists.py": f"checks/arithmetic/test_lists.py {_RUN}",
    "checks/arithmetic/rates/quotients.py": f"checks/arithmetic/rates/test_quotients.py {_RUN}",
    "checks/arithmetic/ranks.py": f"checks/arithmetic/test_ranks.py {_RUN}",
    "checks/arithmetic/rates/ratio.py": f"{_RATIO} {_RUN}",
    "checks/arithmetic/sums.py": f"checks/arithmetic/test_sums.py {_RUN}",
    "checks/marks.py": f"checks/test_marks.py {_RUN}",
    "checks/thresholds.py": f"checks/test_thresholds.py {_RUN}",
    "quantities/thousands.py": "quantities/test_thousands.py quantities/test_find.py",
    "quantities/tight.py": "quantities/test_tight.py quantities/test_find.py",
    "quantities/zh/durations.py": _NUMBERS,
    "quantities/zh/numbers.py": _NUMBERS,
    "quantities/zh/proportions.py": _NUMBERS,
    "quantities/zh/ranks.py": _NUMBERS,
    "quantities/zh/times.py": _NUMBERS,
}
"""Modules, and the tests beside them, from tests/unit."""


class Mutant(NamedTuple):
    """One break: of what kind, and which of its places in the module."""

    module: str
    kind: str
    occurrence: int


def mutants(module: str) -> Iterator[Mutant]:
    """Everything that can be broken in a module."""
    nodes = tuple(ast_nodes(get_ast((ROOT / "src/yoy" / module).read_text(encoding="utf-8"))))
    for kind in BREAKS:
        operator = get_operator(f"core/{kind}")()
        places = [place for node in nodes for place in operator.mutation_positions(node)]
        yield from (Mutant(module, kind, occurrence) for occurrence in range(len(places)))


def drawn(folder: str, wanted: int, seed: int) -> list[Mutant]:
    """Mutants drawn by chance, about as many of each module, in an order that suits the eye."""
    chance = Random(seed)  # noqa: S311 - draws examples, hides nothing
    modules = [module for module in TESTS if module.startswith(folder)]
    piles = [chance.sample(found, len(found)) for found in map(list, map(mutants, modules))]
    taken: list[Mutant] = []
    while len(taken) < wanted and any(piles):
        for pile in piles:
            if pile and len(taken) < wanted:
                taken.append(pile.pop())
    return sorted(taken)


def survives(mutant: Mutant, overlay: Path) -> str | None:
    """The line that was broken where no test noticed, else None."""
    file = overlay / "yoy" / mutant.module
    code = file.read_text(encoding="utf-8")
    broken = mutate_code(code, get_operator(f"core/{mutant.kind}")(), mutant.occurrence)
    file.write_text(broken, encoding="utf-8")
    try:
        if not _passes(TESTS[mutant.module].split(), overlay):
            return None
    finally:
        file.write_text(code, encoding="utf-8")
    pairs = zip(code.splitlines(), broken.splitlines(), strict=False)
    return next((f"{at}: {new.strip()}" for at, (old, new) in enumerate(pairs, 1) if old != new), "?")


def _passes(tests: Sequence[str], overlay: Path) -> bool:
    """Whether the tests pass on the copy, in a fork that has pytest loaded and nothing of yoy."""
    child = os.fork()
    if child == 0:
        _run_tests(tests, overlay)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def _run_tests(tests: Sequence[str], overlay: Path) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    sys.path.insert(0, str(overlay))
    os.chdir(ROOT)
    code = 70
    try:
        paths = [f"tests/unit/{name}" for name in tests]
        code = int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *paths]))
    finally:
        os._exit(code)


def _is_told(mutant: Mutant, line: str | None) -> bool:
    """Prints a mutant that survived."""
    if line is not None:
        print(f"survived: {mutant.module}:{line}  ({mutant.kind})", flush=True)
    return line is not None


def main() -> int:
    """Breaks, counts and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--least", type=float, default=0.0)
    parser.add_argument("--folder", default="", help="only modules whose path begins so")
    wanted = parser.parse_args()
    sys.dont_write_bytecode = True
    tried = drawn(wanted.folder, wanted.count, wanted.seed)
    with tempfile.TemporaryDirectory() as folder:
        overlay = Path(folder) / "src"
        shutil.copytree(ROOT / "src", overlay)
        if not _passes(sorted({test for mutant in tried for test in TESTS[mutant.module].split()}), overlay):
            sys.exit("the tests fail as it is")
        lived = [mutant for mutant in tried if _is_told(mutant, survives(mutant, overlay))]
    killed = len(tried) - len(lived)
    print(f"{killed} of {len(tried)} mutants killed ({killed / len(tried):.0%})")
    return int(killed < wanted.least * len(tried))


if __name__ == "__main__":
    sys.exit(main())
