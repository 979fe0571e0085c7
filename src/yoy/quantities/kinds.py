"""What kind of figure it is, and which way a change goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from yoy.model import Direction, QuantityKind


class Kind(NamedTuple):
    """What kind of figure, and the direction of a change."""

    kind: QuantityKind
    direction: Direction | None = None
