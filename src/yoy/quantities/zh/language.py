"""What is known of Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.quantities.kinds import Kind
from yoy.quantities.language import Language
from yoy.quantities.names import short_titles
from yoy.quantities.zh.facets.find import fill_facets
from yoy.quantities.zh.grammar import ChineseGrammar
from yoy.quantities.zh.kinds import is_duration, kind_of
from yoy.quantities.zh.links import link
from yoy.quantities.zh.naming.apart import tell_apart
from yoy.quantities.zh.naming.names import NAME_LENGTH, name_passages
from yoy.quantities.zh.times import time_chinese

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.quantities.context import Setting
    from yoy.quantities.drafts import Draft


def _kind(setting: Setting, drafts: Sequence[Draft], _: str) -> Kind:
    last = drafts[-1] if drafts and drafts[-1].setting.passage is setting.passage else None
    known = Kind(last.kind, last.direction) if last else None
    timed = any(is_duration(draft.unit) for draft in drafts[-2:])
    return kind_of(setting, known, last.unit if last else None, timed=timed)


CHINESE = Language(
    grammar=lambda units, thousands: ChineseGrammar(units, thousands=thousands),
    kind=_kind,
    link=link,
    time=time_chinese,
    name=name_passages,
    tell_apart=tell_apart,
    titles=short_titles,
    joint="：",
    name_length=NAME_LENGTH,
    facets=fill_facets,
)
"""Chinese, as reports of public bodies are written in it."""
