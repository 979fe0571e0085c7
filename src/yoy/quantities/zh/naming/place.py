"""A figure that is to be named, in its place among the figures of its passage."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from yoy.quantities.zh.naming.clauses import Clause, clause_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.quantities.drafts import Draft
    from yoy.quantities.zh.naming.topics import Topic


@dataclass(frozen=True, kw_only=True)
class Place:
    """What a namer is given.

    Attributes:
        group: the figures of the passage; index: of the one to be named.
        topic: what the section has been speaking about; plain: the text.
    """

    group: Sequence[Draft]
    index: int
    topic: Topic
    plain: str

    @property
    def draft(self) -> Draft:
        """The figure to be named."""
        return self.group[self.index]

    @property
    def before(self) -> Draft | None:
        """The figure before it in the passage."""
        return self.group[self.index - 1] if self.index else None

    @property
    def following(self) -> Draft | None:
        """The figure behind it in the passage."""
        return self.group[self.index + 1] if self.index + 1 < len(self.group) else None

    @cached_property
    def clause(self) -> Clause:
        """The phrase of its own words, left and right."""
        return clause_of(self.draft, self.group, self.index)
