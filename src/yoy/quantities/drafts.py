"""Quantities in the making: what each step finds out of a figure is filled in here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yoy.model import Quantity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yoy.model import Basis, Direction, Doubt, QuantityKind, Role
    from yoy.quantities.context import Setting
    from yoy.quantities.figure import Figure


@dataclass(slots=True, kw_only=True, eq=False)
class Draft:
    """A quantity in the making: what later steps find out is filled in here."""

    setting: Setting
    kind: QuantityKind
    direction: Direction | None = None
    role: Role = "result"
    indicator: str = ""
    agent: str = ""
    baseline: Draft | None = None
    of: Draft | None = None
    period: str | None = None
    base_period: str | None = None
    partial: str | None = None
    concept: str | None = None
    subjects: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    basis: Basis = "level"
    named_by: str | None = None
    doubt: Doubt | None = None

    @property
    def figure(self) -> Figure:
        """The figure as read."""
        return self.setting.figure

    @property
    def unit(self) -> str | None:
        """The unit's name."""
        return self.setting.figure.unit

    @property
    def section(self) -> str:
        """Id of the section it stands in."""
        return self.setting.section.id

    def quantity(self, text: str, ids: Mapping[int, str], key: str) -> Quantity:
        """The finished value; `ids` leads from drafts to their ids."""
        figure = self.figure
        return Quantity(
            id=ids[id(self)],
            key=key,
            span=figure.span,
            surface=figure.span.of(text),
            value=figure.value,
            value_max=figure.value_max,
            unit=figure.unit,
            kind=self.kind,
            quantum=figure.quantum,
            direction=self.direction,
            role=self.role,
            approx=self.setting.approx,
            indicator=self.indicator,
            baseline=ids[id(self.baseline)] if self.baseline else None,
            of=ids[id(self.of)] if self.of else None,
            period=self.period,
            base_period=self.base_period,
            partial=self.partial,
            concept=self.concept,
            subjects=self.subjects,
            qualifiers=self.qualifiers,
            basis=self.basis,
            rule=figure.rule,
            named_by=self.named_by,
            doubt=self.doubt or figure.doubt,
            section=self.section,
            passage=self.setting.passage.id,
        )


def by_passage(drafts: Sequence[Draft]) -> list[list[Draft]]:
    """The drafts of each passage, in order."""
    groups: list[list[Draft]] = []
    for draft in drafts:
        if groups and groups[-1][0].setting.passage is draft.setting.passage:
            groups[-1].append(draft)
        else:
            groups.append([draft])
    return groups
