"""Figures that stand next to settled pairs, with the same words between."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yoy.align.figures.candidates import Figures, Link

_JOINED = 2
"""Characters between two counts of one thing: 十大类55项民生实事."""
_PAUSE = re.compile(r"[，。；：！？、,;:!?（(]")


def links_beside(figures: Figures, settled: Iterable[Link]) -> set[Link]:
    """Links next to settled ones, in the same passages and with the same words between.

    Words behind a pause name the figure that follows them, not the one before.
    """
    found = set()
    for before, after in settled:
        for step in (-1, 1):
            link = before + step, after + step
            if _exists(figures, link) and figures.may_pair(*link):
                words = _between(figures, 0, before, link[0])
                if words is None or not (figures.may_count_lists(link) or len(words) <= _JOINED):
                    continue
                tells = step > 0 or not _pauses_behind(figures, link[0])
                if tells and words == _between(figures, 1, after, link[1]):
                    found.add(link)
    return found


def _pauses_behind(figures: Figures, before: int) -> bool:
    text, end = figures.reports[0].text, figures.prior[before].quantity.span.end
    return _PAUSE.match(text, end) is not None


def _exists(figures: Figures, link: Link) -> bool:
    return 0 <= link[0] < len(figures.prior) and 0 <= link[1] < len(figures.current)


def _between(figures: Figures, side: int, first: int, second: int) -> str | None:
    """The words between two neighbouring figures of one passage, numbers masked."""
    ranks = sorted((first, second))
    one, other = ((figures.prior, figures.current)[side][rank].quantity for rank in ranks)
    if one.passage != other.passage:
        return None
    return figures.wording.plain(figures.reports[side].text[one.span.end : other.span.start])
