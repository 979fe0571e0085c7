"""A line that says what is being done, on a terminal only."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from yoy.cli.words import say
from yoy.writers.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def shown_progress(*, quiet: bool) -> Iterator[Callable[[str, str], None]]:
    """A progress function that shows each step on stderr while it runs; silent in a pipe."""
    console = Screen(stderr=True)
    if quiet or not console.is_terminal:
        yield lambda _step, _subject: None
        return
    with console.status("", spinner="line") as status:
        yield lambda step, subject: status.update(say(f"step_{step}", subject=subject))
