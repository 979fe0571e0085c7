"""Tries inputs of chance one after the other, each with a limit of time, and counts what becomes of them."""

from __future__ import annotations

import resource
import signal
import tempfile
import time
import traceback
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from fuzzing.kinds import EXPECTED, KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LIMITS = {"grammar": 5.0, "readers": 20.0, "pipeline": 20.0}
"""Seconds of CPU that one input may take."""
MEGABYTES = 600
"""By how much memory may grow over a run."""


@dataclass
class Count:
    """What became of the inputs of one kind in one language."""

    kind: str
    lang: str
    tried: int = 0
    errors: int = 0
    slowest: float = 0.0
    faults: list[tuple[int, str]] = field(default_factory=list)
    grown: int = 0


def run(
    kind: str, lang: str, seeds: range, valid: Mapping[str, bytes], *, seconds: float = float("inf")
) -> Count:
    """Tries one input for each seed, until the time is up; faults are kept with their seeds."""
    count, before, started = Count(kind, lang), _megabytes(), time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for seed in seeds:
            if time.monotonic() - started > seconds:
                break
            attempt = KINDS[kind](Random(f"{kind} {lang} {seed}"), lang, Path(folder), valid)
            count.tried += 1
            begun = time.process_time()
            try:
                with _limited(LIMITS[kind]):
                    attempt()
            except EXPECTED:
                count.errors += 1
            except Exception as error:  # noqa: BLE001 - whatever it is, it is a fault
                count.faults.append((seed, _told(error)))
            count.slowest = max(count.slowest, time.process_time() - begun)
    count.grown = _megabytes() - before
    if count.grown > MEGABYTES:
        count.faults.append((-1, f"memory grew by {count.grown} MB"))
    return count


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """Interrupts what takes longer; Python's regular expressions let themselves be interrupted."""

    def over(number: int, frame: object) -> None:
        raise TimeoutError(f"more than {seconds} s")

    before = signal.signal(signal.SIGPROF, over)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _told(error: Exception) -> str:
    own = [frame for frame in traceback.extract_tb(error.__traceback__) if "/yoy/" in frame.filename]
    where = f"{Path(own[-1].filename).name}:{own[-1].lineno}" if own else "a promise"
    return f"{type(error).__name__} at {where}: {str(error)[:200]}"


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
