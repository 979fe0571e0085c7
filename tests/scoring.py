"""Runs the scorers that came with the hand-made labels on reports as the tool reads them."""

from __future__ import annotations

import importlib.util
import io
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from yoy.model import Comparison, Report
from yoy.options import LexiconOptions
from yoy.outline.find import find_outline
from yoy.quantities.find import find_figures
from yoy.readers.registry import read
from yoy.writers.json import document_of
from yoy.writers.plain import plain_decimal


def analysed(path: Path) -> Report:
    """A report with its outline and figures, nothing compared."""
    outline = find_outline(read(path))
    figures = find_figures(outline, LexiconOptions())
    return Report(id=str(outline.document.period), outline=outline, figures=figures)


def result_of(target: Path, *reports: Report) -> Path:
    """The JSON document of reports that were not compared, for the scorers."""
    document = document_of(Comparison(settings={}, reports=reports, pairs=()))
    if len(reports) > 1:
        names = ("sections", "passages", "tables", "numbers", "promises", "findings")
        empty: dict[str, Any] = {name: [] for name in names}
        document["comparisons"] = [{"prior": reports[0].id, "current": reports[1].id, **empty}]
    target.write_text(json.dumps(document, ensure_ascii=False, default=plain_decimal), encoding="utf-8")
    return target


def run(script: Path, *arguments: str) -> str:
    """What a scorer prints."""
    done = subprocess.run(
        [sys.executable, str(script), *arguments], capture_output=True, text=True, check=True, timeout=300
    )
    return done.stdout


def pair_scorer(shared: Path) -> ModuleType:
    """The scorer of labelled pairs as a module."""
    spec = importlib.util.spec_from_file_location("pairs_scorer", shared / "score" / "pairs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    # It leaves its files open, which is an error here.
    module.open = lambda path, encoding: io.StringIO(Path(path).read_text(encoding=encoding))  # type: ignore[attr-defined]
    return module
