"""A line that says what is being done, on a terminal only: which step of how many, and for how long."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from yoy.cli.words import say
from yoy.writers.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PAIR = 4
"""Steps of the comparison of two reports: align, diff, numbers, check."""


def steps_of(reports: int, outputs: int = 0) -> int:
    """How many steps a run has: reports are read and analysed, pairs compared, outputs written."""
    pairs = max(0, reports - 1)
    return 2 * reports + _PAIR * pairs + (1 if pairs else 0) + outputs


@contextmanager
def shown_progress(*, quiet: bool, steps: int = 0) -> Iterator[Callable[[str, str], None]]:
    """A progress function that shows each step on stderr while it runs; silent in a pipe."""
    console = Screen(stderr=True)
    if quiet or not console.is_terminal:
        yield lambda _step, _subject: None
        return
    begun, done = time.monotonic(), 0
    with console.status("", spinner="line") as status:

        def show(step: str, subject: str) -> None:
            nonlocal done
            done += 1
            words = say(f"step_{step}", subject=subject)
            if steps:
                seconds = f"{time.monotonic() - begun:.0f}"
                words = say("step_of", step=done, steps=max(steps, done), words=words, seconds=seconds)
            status.update(words)

        yield show
