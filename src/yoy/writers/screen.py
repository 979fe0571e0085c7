"""The terminal as everything is printed on it: steered by no report, quiet where nobody reads on."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from rich.console import Console
from rich.segment import Segment

from yoy.writers.unseen import labelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import ConsoleOptions, RenderableType

_PIPE_WIDTH = 120


class Screen(Console):
    """A console that text of a report cannot steer, and whose reader may stop reading (`| head`)."""

    def __init__(self, *, stderr: bool = False, width: int | None = None) -> None:
        super().__init__(stderr=stderr, width=width, highlight=False, markup=False, emoji=False)

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterator[Segment]:
        """The pieces that are printed, with every character that can't be seen named by its code."""
        for text, style, control in super().render(renderable, options):
            yield Segment(text if control else labelled(text), style, control)

    def on_broken_pipe(self) -> None:
        """Ends quietly."""
        with suppress(SystemExit):
            super().on_broken_pipe()
        raise SystemExit(0)


def screen() -> Screen:
    """A console on stdout; in a pipe it has a fixed width, so that output doesn't hang on a screen."""
    if sys.stdout.isatty():
        return Screen()
    return Screen(width=_PIPE_WIDTH)
