"""Paragraph styles of a Word document: outline level, list and name, inherited as Word does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录)\s*\d", re.IGNORECASE)
_BODY_LEVEL = 9
_CHAIN = 20
_HEIGHTS = {"superscript": "up", "subscript": "down"}


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph inherits: heading level from 1, list and level, whether it is contents."""

    level: int | None = None
    number: str | None = None
    index: int | None = None
    contents: bool = False


def read_styles(root: _Element | None) -> Mapping[str, Style]:
    """Paragraph styles by id, with what they inherit filled in."""
    if root is None:
        return {}
    elements = {
        str(style.get(f"{W}styleId")): style
        for style in root.iterfind(f"{W}style")
        if style.get(f"{W}type") == "paragraph"
    }
    return {key: _resolved(key, elements) for key in elements}


@dataclass(frozen=True, slots=True)
class Look:
    """How a run is set: "up" or "down" of its line, hidden, struck through."""

    height: str | None = None
    hidden: bool = False
    struck: bool = False

    @classmethod
    def of(cls, properties: _Element, looks: Mapping[str, Look]) -> Look:
        """The look that run properties give, on top of that of their character style."""
        style = looks.get(value_of(properties, "rStyle") or "", Look())
        raised = value_of(properties, "vertAlign")
        struck = [_switch(properties, tag) for tag in ("strike", "dstrike")]
        hidden = _switch(properties, "vanish")
        return Look(
            style.height if raised is None else _HEIGHTS.get(raised),
            style.hidden if hidden is None else hidden,
            any(struck) if struck != [None, None] else style.struck,
        )


def read_looks(root: _Element | None) -> Mapping[str, Look]:
    """Looks of character styles by id."""
    looks: dict[str, Look] = {}
    for style in [] if root is None else root.iterfind(f"{W}style"):
        properties = style.find(f"{W}rPr")
        if style.get(f"{W}type") == "character" and properties is not None:
            looks[str(style.get(f"{W}styleId"))] = Look.of(properties, {})
    return looks


def _switch(properties: _Element, tag: str) -> bool | None:
    """A property that is on or off, None where nothing is said."""
    found = properties.find(f"{W}{tag}")
    return None if found is None else found.get(f"{W}val") not in ("0", "false", "off")


def _resolved(key: str, elements: Mapping[str, _Element]) -> Style:
    level: int | None = None
    number: str | None = None
    index: int | None = None
    contents = False
    current: str | None = key
    for _ in range(_CHAIN):
        element = elements.get(current) if current else None
        if element is None:
            break
        own = _own(element)
        level = own.level if level is None else level
        number = own.number if number is None else number
        index = own.index if index is None else index
        contents = contents or own.contents
        current = value_of(element, "basedOn")
    return Style(None if level == _BODY_LEVEL + 1 else level, number, index, contents)


def _own(element: _Element) -> Style:
    name = value_of(element, "name") or ""
    heading = _HEADING.fullmatch(name.strip())
    properties = element.find(f"{W}pPr")
    outline = None if properties is None else value_of(properties, "outlineLvl")
    number, index = list_of(properties)
    level = int(outline) + 1 if outline and outline.isdecimal() else int(heading[1]) if heading else None
    return Style(level, number, index, contents=_CONTENTS.match(name.strip()) is not None)


def list_of(properties: _Element | None) -> tuple[str | None, int | None]:
    """List number and level that paragraph properties name."""
    found = None if properties is None else properties.find(f"{W}numPr")
    if found is None:
        return None, None
    index = value_of(found, "ilvl")
    return value_of(found, "numId"), int(index) if index and index.isdecimal() else None


def value_of(element: _Element, tag: str) -> str | None:
    """The w:val of a child."""
    child = element.find(f"{W}{tag}")
    value = None if child is None else child.get(f"{W}val")
    return None if value is None else str(value)
