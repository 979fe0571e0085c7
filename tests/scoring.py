"""Runs the scorers that came with the hand-made labels on reports as the tool reads them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
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
