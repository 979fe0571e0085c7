"""The best one-to-one choice among weighed links, and how clear it is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yoy.align.assignment import assign

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Link = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Match:
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


def match(balances: Mapping[Link, float], least: float, equal: Callable[[Link, Link], bool]) -> list[Match]:
    """The links with the greatest sum of balances above `least`, one to one, in order.

    Args:
        balances: log-odds of each link.
        least: links at or below it are never chosen.
        equal: whether two links say the same, so that the one is no rival of the other.
    """
    gains = {link: balance - least for link, balance in balances.items() if balance > least}
    chosen = assign(gains)
    partner = {("prior", a): (a, b) for a, b in chosen} | {("current", b): (a, b) for a, b in chosen}
    beside: dict[tuple[str, int], list[Link]] = defaultdict(list)
    for link in sorted(gains):
        beside["prior", link[0]].append(link)
        beside["current", link[1]].append(link)
    return [_judged(link, gains, least, partner, beside, equal) for link in chosen]


def _judged(
    link: Link,
    gains: Mapping[Link, float],
    least: float,
    partner: Mapping[tuple[str, int], Link],
    beside: Mapping[tuple[str, int], list[Link]],
    equal: Callable[[Link, Link], bool],
) -> Match:
    margin, runner_up = gains[link] + max(0.0, -least), None
    rivals = [*beside["prior", link[0]], *beside["current", link[1]]]
    for other in rivals:
        if other == link or equal(link, other):
            continue
        loss = gains[link] - gains[other] + _dislodged(link, other, gains, partner)
        if loss < margin:
            margin, runner_up = loss, other
    return Match(link, gains[link] + least, margin, runner_up)


def _dislodged(
    link: Link, other: Link, gains: Mapping[Link, float], partner: Mapping[tuple[str, int], Link]
) -> float:
    """What the pair that `other` breaks up loses, when its left-over figure takes the one set free."""
    free = ("current", other[1]) if other[0] == link[0] else ("prior", other[0])
    broken = partner.get(free)
    if broken is None:
        return 0.0
    swapped = (broken[0], link[1]) if other[0] == link[0] else (link[0], broken[1])
    return gains[broken] - gains.get(swapped, 0.0)
