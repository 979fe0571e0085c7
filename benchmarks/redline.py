"""Reads a Word redline back and scores it against the truth of a pair with recorded edits.

usage: PYTHONPATH=src:tests python benchmarks/redline.py FOLDER FILE.docx [MORE.docx]
       PYTHONPATH=src:tests python benchmarks/redline.py FOLDER --make OUT.docx

FOLDER holds 2017.txt, 2018.txt and truth.json as make_pair.py writes them; the files may come of any tool:
  readable     whether what rejecting (accepting) all leaves is found in 2017.txt (2018.txt), by paragraph
  figures      changed figures that are replaced alone and whole (their unit may go along)
  moves        moved paragraphs marked as moved, nine characters in ten
  noise        characters deleted and inserted / truly changed; shifted years and moved text left out
  revisions    changes in the file; seconds: processor time to compare, and to write the redline
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import yoy
from redline_scoring import score
from yoy.writers.docx.write import write_redline
from yoy.writers.options import WriteOptions


def make(folder: Path, target: Path) -> dict[str, object]:
    """Writes yoy's redline of the pair; tells the processor time."""
    begun = time.process_time()
    comparison = yoy.compare([yoy.read(folder / f"{year}.txt") for year in (2017, 2018)])
    compared = time.process_time()
    with target.open("wb") as stream:
        write_redline(comparison, stream, WriteOptions())
    characters = sum(len(report.text) for report in comparison.reports) // 2
    return {
        "characters": characters,
        "seconds to compare": round(compared - begun, 2),
        "seconds to write": round(time.process_time() - compared, 2),
    }


def main() -> None:
    """Prints a line for each file."""
    folder, *rest = sys.argv[1:]
    if rest[0] == "--make":
        print(json.dumps(make(Path(folder), Path(rest[1]))))
        rest = rest[1:]
    for name in rest:
        print(name, json.dumps(score(Path(name), Path(folder))))


if __name__ == "__main__":
    main()
