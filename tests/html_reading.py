"""Reads a written page as a program without a browser would: its elements, and both reports' texts."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(("meta", "br", "input", "link", "hr", "img", "rect", "path", "circle", "polyline"))


@dataclass
class Element:
    tag: str
    attrs: dict[str, str]
    parent: Element | None
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        return set(self.attrs.get("class", "").split())

    def walk(self) -> list[Element]:
        found, waiting = [], [self]
        while waiting:
            element = waiting.pop()
            found.append(element)
            waiting += [child for child in reversed(element.children) if isinstance(child, Element)]
        return found

    def find(self, name: str) -> list[Element]:
        """Elements below with a class."""
        return [element for element in self.walk() if name in element.classes]

    def text(self, *, without: frozenset[str] = frozenset()) -> str:
        """The text below, characters that were made visible turned back, some elements left out."""
        parts = []
        for child in self.children:
            if isinstance(child, str):
                parts.append(child)
            elif "data-c" in child.attrs:
                parts.append(chr(int(child.attrs["data-c"], 16)))
            elif not ({child.tag} | child.classes) & without:
                parts.append(child.text(without=without))
        return "".join(parts)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.at = Element("root", {}, None)
        self.tags: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.at)
        self.tags.append((tag, element.attrs))
        self.at.children.append(element)
        if tag not in VOID:
            self.at = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.at)
        self.tags.append((tag, element.attrs))
        self.at.children.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        assert self.at.tag == tag, f"</{tag}> closes <{self.at.tag}>"
        assert self.at.parent is not None
        self.at = self.at.parent

    def handle_data(self, data: str) -> None:
        self.at.children.append(data)


def parse(page: bytes) -> Element:
    """The page as a tree; fails where an element is closed by another's end."""
    builder = _Builder()
    builder.feed(page.decode())
    builder.close()
    assert builder.at is builder.root
    return builder.root


def bodies(pair: Element) -> tuple[str, str]:
    """Both texts of a pair of reports in their own order, read off the rows of the text view."""
    prior, current = [], []
    for row in pair.find("r"):
        for cell in row.children:
            if not isinstance(cell, Element):
                continue
            if "o" in cell.classes and "ghost" not in cell.classes:
                prior.append(cell.text(without=frozenset(("x",))))
            elif "w" in cell.classes:
                current.append(cell.text(without=frozenset(("x", "del"))))
    return "".join(prior), "".join(current)


def solid(text: str) -> str:
    """The characters of a text that aren't blank."""
    return "".join(text.split())
