"""The best one-to-one choice among weighed links, and how clear it is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from yoy.align.solver.assignment import assign

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Link = tuple[int, int]

_HOPELESS = 5.0
"""Log-odds behind the best links of both its figures from which a link is never chosen: it is left out,
so that the parts to be solved stay small."""


class Match(NamedTuple):
    """A link that was chosen.

    Attributes:
        margin: what the whole would lose, in log-odds, were this link given up for the best other
            one of either figure.
        runner_up: that other link, or None when there is none.
    """

    link: Link
    balance: float
    margin: float
    runner_up: Link | None


def match(
    balances: Mapping[Link, float],
    least: float,
    equal: Callable[[Link, Link], bool],
    tied: Callable[[Link, Link], bool],
) -> list[Match]:
    """The links with the greatest sum of balances above `least`, one to one, in order.

    Args:
        balances: log-odds of each link.
        least: links at or below it are never chosen.
        equal: whether two links say the same, so that the one is no rival of the other.
        tied: whether the second link would be as good as the first but for where they stand, so that
            only a free hand of the alignment tells them apart.
    """
    gains = _worth({link: balance - least for link, balance in balances.items() if balance > least})
    chosen = assign(gains)
    partner = {("prior", a): (a, b) for a, b in chosen} | {("current", b): (a, b) for a, b in chosen}
    beside: dict[tuple[str, int], list[Link]] = defaultdict(list)
    for link in sorted(gains):
        beside["prior", link[0]].append(link)
        beside["current", link[1]].append(link)
    table = _Table(gains, partner, beside, equal, tied)
    return [table.judged(link, least) for link in chosen]


def _worth(gains: Mapping[Link, float]) -> dict[Link, float]:
    """The links that are not hopeless beside the best ones of both their figures."""
    best: dict[tuple[str, int], float] = defaultdict(float)
    for (a, b), gain in gains.items():
        best["prior", a] = max(best["prior", a], gain)
        best["current", b] = max(best["current", b], gain)
    return {
        (a, b): gain
        for (a, b), gain in gains.items()
        if gain >= min(best["prior", a], best["current", b]) - _HOPELESS
    }


@dataclass(frozen=True, slots=True)
class _Table:
    """The links with the choice made among them."""

    gains: Mapping[Link, float]
    partner: Mapping[tuple[str, int], Link]
    beside: Mapping[tuple[str, int], list[Link]]
    equal: Callable[[Link, Link], bool]
    tied: Callable[[Link, Link], bool]

    def judged(self, link: Link, least: float) -> Match:
        """The chosen link with its closest rival."""
        margin, runner_up = self.gains[link] + max(0.0, -least), None
        for other in (*self.beside["prior", link[0]], *self.beside["current", link[1]]):
            if other != link and not self.equal(link, other):
                loss = self._loss(link, other)
                if loss < margin:
                    margin, runner_up = loss, other
        return Match(link, self.gains[link] + least, margin, runner_up)

    def _loss(self, link: Link, other: Link) -> float:
        """What is lost by taking `other` for `link`, when the figure it frees takes the one set free."""
        free = ("current", other[1]) if other[0] == link[0] else ("prior", other[0])
        broken = self.partner.get(free)
        if broken is None:
            return 0.0 if self.tied(link, other) else self.gains[link] - self.gains[other]
        swapped = (broken[0], link[1]) if other[0] == link[0] else (link[0], broken[1])
        return self.gains[link] - self.gains[other] + self.gains[broken] - self.gains.get(swapped, 0.0)
