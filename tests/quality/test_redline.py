"""The redline of real reports, and LibreOffice as the judge: it accepts and rejects what we wrote."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from conftest import FIXTURES, require
from office_changes import ACCEPT, KEEP, REJECT, resolve
from redline_scoring import score
from redlines import W, part, redline, resolved, text_of, written_text
from scoring import run
from yoy.model import Comparison
from yoy.pipeline import compare
from yoy.readers.registry import read

REAL = (
    "cn-beijing-gwr",
    "cn-gansu-gwr",
    "cn-hongze-disclosure",
    "cn-national-gwr-dev",
    "cn-national-gwr-gbk-dev",
    "cn-shaanxi-gwr",
    "en-hk-budget-dev",
)
JUDGED = ("cn-gansu-gwr", "cn-hongze-disclosure", "cn-shaanxi-gwr")
"""Real pairs that LibreOffice judges: each takes seconds."""
MOST_NOISE = 1.0
REVISIONS = ("ins", "del", "moveFrom", "moveTo")


def pairs_of(folder: Path) -> list[tuple[Path, Path]]:
    files = sorted(f for f in folder.iterdir() if f.suffix in (".txt", ".html", ".docx", ".pdf"))
    return list(pairwise(files))


def compared(files: Sequence[Path]) -> Comparison:
    return compare([read(file) for file in files])


@pytest.mark.parametrize("name", REAL)
def test_real_reports_come_back_whole(shared: Path, name: str) -> None:
    comparison = compared(pairs_of(shared / "data" / name)[-1])
    content = redline(comparison)
    prior, current = comparison.reports
    assert text_of(resolved(content, "accept")) == written_text(current)
    assert text_of(resolved(content, "reject")) == written_text(prior)


def judged(program: str, folder: Path, pairs: Sequence[tuple[Path, Path]]) -> None:
    """What LibreOffice makes of the redlines of these pairs: accepted, rejected, and only saved."""
    comparisons = [compared(files) for files in pairs]
    jobs = []
    for number, comparison in enumerate(comparisons):
        source = folder / f"{number}.docx"
        source.write_bytes(redline(comparison))
        for name, command in (("accept", ACCEPT), ("reject", REJECT), ("keep", KEEP)):
            jobs.append((source, folder / f"{number}-{name}.docx", command))
    resolve(program, jobs, folder)
    for number, comparison in enumerate(comparisons):
        prior, current = comparison.reports
        for way, report in (("accept", current), ("reject", prior)):
            made = (folder / f"{number}-{way}.docx").read_bytes()
            assert text_of(made) == written_text(report), (pairs[number][1].parent.name, way)
            root = part(made)
            assert not [e for name in REVISIONS for e in root.iter(f"{W}{name}")]
            # What LibreOffice only saved still has every change.
            saved = resolved((folder / f"{number}-keep.docx").read_bytes(), way)
            assert text_of(saved) == written_text(report), (pairs[number][1].parent.name, way, "saved")


def test_libreoffice_accepts_and_rejects_fixtures(tmp_path: Path) -> None:
    program = require("soffice")
    folders = sorted(path for path in FIXTURES.iterdir() if path.is_dir())
    pairs = [pair for folder in folders for pair in pairs_of(folder)]
    assert len(pairs) >= 4
    judged(program, tmp_path, pairs)


def test_libreoffice_accepts_and_rejects_real_reports(shared: Path, tmp_path: Path) -> None:
    program = require("soffice")
    judged(program, tmp_path, [pairs_of(shared / "data" / name)[-1] for name in JUDGED])


@pytest.mark.parametrize("seed", [2018, 1])
def test_recorded_edits_are_read_back(shared: Path, tmp_path: Path, seed: int) -> None:
    run(shared / "score" / "make_pair.py", str(tmp_path), "--year-shift", "--seed", str(seed))
    made = tmp_path / "redline.docx"
    made.write_bytes(redline(compared([tmp_path / "2017.txt", tmp_path / "2018.txt"])))
    scored = score(made, tmp_path)
    assert scored["readable"] is True
    assert (scored["figures"], scored["moves"]) == ("30/30", "4/4")
    assert isinstance(scored["noise"], float)
    assert scored["noise"] <= MOST_NOISE
