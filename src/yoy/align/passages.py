"""Passages of two reports → pairs that tell the same thing.

Within linked sections the heaviest chain of likely pairs runs in order on both sides, with one against
one, one against two and two against one; only about three alignments in four are one to one in edited
text. What is left is looked for through the whole report, and has moved; what is still alone then is
paired where nothing else comes near, or where it holds the same figures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.align.ground import ground_of
from yoy.align.joined import find_joined
from yoy.align.moves import find_moves
from yoy.align.stretch import align_stretch
from yoy.align.unrivalled import find_unrivalled
from yoy.align.weighing import Scales

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.model import PassagePair, Report, SectionPair


def pair_passages(prior: Report, current: Report, sections: Sequence[SectionPair]) -> tuple[PassagePair, ...]:
    """Pair the passages of two reports; every passage of both is in exactly one entry.

    Args:
        sections: the links of the two reports' sections, which say where to look first.

    Returns:
        entries in the order of the current report, removed ones where they stood, without edits.
        `relation` says `same` for identical text and `edited` for any other pair.
    """
    ground = ground_of(prior, current, sections)
    scales = Scales((*ground.there, *ground.here))
    found = [match for region in ground.regions for match in align_stretch(region, scales)]
    for find in (find_moves, find_unrivalled, find_joined):
        found += find(ground, found, scales)
    return ground.entries(found)
