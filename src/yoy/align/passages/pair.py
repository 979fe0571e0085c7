"""Passages of two reports → pairs that tell the same thing.

Within linked sections the heaviest chain of likely pairs runs in order on both sides, with one against
one, one against two and two against one; only about three alignments in four are one to one in edited
text. What is left is looked for through the whole report, and has moved; what is still alone then is
paired where nothing else comes near, or where it holds the same figures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.align.passages.alignment import passage_alignment
from yoy.align.passages.in_order import align_in_order
from yoy.align.passages.moves import find_equal, find_moves
from yoy.align.passages.rewritten import find_unrivalled
from yoy.align.passages.shared_figures import find_joined
from yoy.align.passages.similarity import Similarity

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
    alignment = passage_alignment(prior, current, sections)
    similarity = Similarity((*alignment.former, *alignment.latter))
    found = [
        match
        for region in alignment.regions
        for match in align_in_order(region, similarity, alignment.equals)
    ]
    for find in (find_equal, find_moves, find_unrivalled, find_joined):
        found += find(alignment, found, similarity)
    return alignment.entries(found)
