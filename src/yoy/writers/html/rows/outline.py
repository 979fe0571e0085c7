"""The outline: a tree with counts to find one's way, and a map of what became of each section."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yoy.writers import numerals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.model import SectionPair
    from yoy.writers.html.facts import PairFacts
    from yoy.writers.html.rows.text.passages import Block
    from yoy.writers.html.words import Words


@dataclass(frozen=True, slots=True)
class TreeNode:
    """A section in the tree; counts include its subsections.

    Attributes:
        state: "" for a section of the current report; of the prior's, `gone` when nothing matches
            it, `away` when it moved, was merged or split.
    """

    anchor: str
    title: str
    level: int
    state: str
    changed: int
    alarms: int
    children: tuple[TreeNode, ...]


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A link between sections, for the table under the map."""

    prior: tuple[tuple[str, str], ...]
    current: tuple[tuple[str, str], ...]
    relation: str
    moved: bool
    confirm: bool
    pinned: bool
    reason: str
    reuse: str
    changed: int


def tree(facts: PairFacts, blocks: Sequence[Block]) -> tuple[TreeNode, ...]:
    """The blocks of the text view, nested by level."""
    removed = (pair.prior for pair in facts.pair.sections if not pair.current)
    gone = frozenset(facts.prior.anchor(name) for names in removed for name in names)
    nodes, _ = _nest(blocks, gone, 0, 0)
    return nodes


def _state(block: Block, gone: frozenset[str]) -> str:
    if block.section is not None:
        return ""
    return "gone" if block.anchor in gone else "away"


def _nest(
    blocks: Sequence[Block], gone: frozenset[str], at: int, above: int
) -> tuple[tuple[TreeNode, ...], int]:
    nodes = []
    while at < len(blocks) and (blocks[at].level > above or above == 0):
        block = blocks[at]
        children, at = _nest(blocks, gone, at + 1, block.level) if block.level else ((), at + 1)
        nodes.append(
            TreeNode(
                anchor=block.anchor,
                title=block.title if block.level else "",
                level=block.level,
                state=_state(block, gone),
                changed=block.count("fc") + sum(child.changed for child in children),
                alarms=block.count("fi") + sum(child.alarms for child in children),
                children=children,
            )
        )
    return tuple(nodes), at


def section_rows(facts: PairFacts, blocks: Sequence[Block], words: Words) -> tuple[SectionRow, ...]:
    """Links of sections in the order of the current report, removed ones at the end."""
    changed = {block.section: block.count("fc") for block in blocks if block.section}
    gone = {block.anchor: block.count("fc") for block in blocks if not block.section}
    return tuple(_row(facts, pair, words, changed, gone) for pair in facts.pair.sections)


def _row(
    facts: PairFacts, pair: SectionPair, words: Words, changed: dict[str, int], gone: dict[str, int]
) -> SectionRow:
    prior, current = facts.prior, facts.current
    lone = gone.get(prior.anchor(pair.prior[0]), 0) if pair.prior and not pair.current else 0
    both = bool(pair.prior and pair.current)
    return SectionRow(
        prior=tuple((prior.anchor(name), prior.section_title(name)) for name in pair.prior),
        current=tuple((current.anchor(name), current.section_title(name)) for name in pair.current),
        relation=pair.relation,
        moved=pair.moved,
        confirm=pair.confirm,
        pinned=pair.pinned,
        reason=words.why(pair.reason) if both and pair.relation != "same" else "",
        reuse=numerals.share(pair.reuse.identical + pair.reuse.near) if pair.reuse else "",
        changed=sum(changed.get(name, 0) for name in pair.current) + lone,
    )
