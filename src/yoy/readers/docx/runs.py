"""The words of a Word paragraph as Word shows them: raised digits, formulas, symbols, text boxes apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.readers.docx.formulas import field_formula, formula
from yoy.readers.docx.styles import Look
from yoy.readers.extraction import letters
from yoy.readers.raised import down, up

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
DROPPED = frozenset((f"{W}del", f"{W}moveFrom"))
INSERTED = frozenset((f"{W}ins", f"{W}moveTo"))
_SKIPPED = frozenset(
    (f"{W}pPr", f"{W}rPr", f"{W}sdtPr", f"{W}delText", f"{W}rt", f"{W}tblPr", f"{W}txbxContent")
)
_DRAWINGS = frozenset((f"{W}drawing", f"{W}pict", f"{W}object"))
_PICTURES = frozenset(("blip", "imagedata", "chart", "relIds"))
_SIGNS = {f"{W}tab": " ", f"{W}ptab": " ", f"{W}noBreakHyphen": "-", f"{W}cr": "\n", f"{W}br": "\n"}
_FORMULAS = frozenset((f"{M}oMath", f"{M}oMathPara"))
_MADE = _FORMULAS | {f"{W}sym", f"{W}instrText", f"{W}fldChar"}
_SHOWN = 40
_UNSEEN = (f"{MC}Fallback", f"{W}rt", f"{W}moveFrom", f"{W}del")


class Runs:
    """Reads paragraphs of one document; `counts` tells what was accepted, left out or could not be read."""

    def __init__(self, looks: Mapping[str, Look]) -> None:
        self._looks = looks
        self._fields: list[str] = []
        self.read = 0
        self.first_struck = ""
        self.counts = {
            "tracked_changes": 0,
            "hidden_text": 0,
            "struck_text": 0,
            "pictures": 0,
            "comments": 0,
            "formulas_unread": 0,
        }

    def text(self, element: _Element, boxes: list[_Element]) -> Iterator[str]:
        """Pieces of text under an element, still marked where raised; text boxes go to `boxes`."""
        for child in element:
            tag = child.tag
            if tag == f"{W}t":
                self.read += letters(child.text or "")
                yield child.text or ""
            elif tag in _SIGNS:
                yield _SIGNS[tag]
            elif tag == f"{W}r":
                yield from self._run(child, boxes)
            elif tag in _DRAWINGS:
                self._drawing(child, boxes)
            elif tag in _MADE:
                yield self._made(child)
            elif tag not in _SKIPPED and self._is_kept(child):
                chosen = chosen_of(child)
                if chosen is not None:
                    yield from self.text(chosen, boxes)

    def _made(self, element: _Element) -> str:
        """What Word makes of a formula, a sign or the code of a field."""
        if element.tag in _FORMULAS:
            self.read += letters("".join(t.text or "" for t in element.iter(f"{M}t")))
            return formula(element)
        return _symbol(element) if element.tag == f"{W}sym" else self._field(element)

    def _run(self, run: _Element, boxes: list[_Element]) -> Iterator[str]:
        look = self._look(run)
        if look.hidden or look.struck:
            held = "".join(text_of(run))
            self.read += letters(held)
            self.counts["hidden_text" if look.hidden else "struck_text"] += bool(look.hidden or letters(held))
            self.first_struck = self.first_struck or (held.strip()[:_SHOWN] if look.struck else "")
            return
        self.counts["comments"] += run.find(f"{W}commentReference") is not None
        parts = self.text(run, boxes)
        if look.height is None:
            yield from parts
        else:
            yield (up if look.height == "up" else down)("".join(parts))

    def _look(self, run: _Element) -> Look:
        properties = run.find(f"{W}rPr")
        return Look() if properties is None else Look.of(properties, self._looks)

    def _is_kept(self, element: _Element) -> bool:
        """Whether a part of a paragraph is read; what was changed is counted."""
        self.counts["tracked_changes"] += element.tag in DROPPED or element.tag in INSERTED
        return element.tag not in DROPPED

    def _field(self, element: _Element) -> str:
        """What an EQ field shows, at its end; codes of other fields show nothing."""
        if element.tag == f"{W}instrText":
            if self._fields:
                self._fields[-1] += element.text or ""
            return ""
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.append("")
        if kind != "end" or not self._fields:
            return ""
        shown = field_formula(self._fields.pop())
        self.counts["formulas_unread"] += shown is None
        return shown or ""

    def _drawing(self, element: _Element, boxes: list[_Element]) -> None:
        found = [box for box in element.iter(f"{W}txbxContent") if not _inside_fallback(box, element)]
        boxes.extend(found)
        if not found and any(_local(child) in _PICTURES for child in element.iter()):
            self.counts["pictures"] += 1


def text_of(element: _Element) -> Iterator[str]:
    """The text that a part of a document holds and shows, in whatever it is wrapped."""
    from lxml import etree

    walker = etree.iterwalk(element, events=("start",))
    for _, child in walker:
        if child.tag in _UNSEEN or _is_deleted_row(child):
            walker.skip_subtree()
        elif child.tag in (f"{W}t", f"{M}t"):
            yield child.text or ""


def _is_deleted_row(element: _Element) -> bool:
    return element.tag == f"{W}tr" and element.find(f"{W}trPr/{W}del") is not None


def chosen_of(element: _Element) -> _Element | None:
    """The one version of alternate content that is shown; any other container as it is."""
    if element.tag != f"{MC}AlternateContent":
        return element
    choice = element.find(f"{MC}Choice")
    return choice if choice is not None else element.find(f"{MC}Fallback")


def _inside_fallback(box: _Element, top: _Element) -> bool:
    """Whether a text box stands in another one or repeats what a newer drawing shows."""
    parent = box.getparent()
    while parent is not None and parent is not top:
        if parent.tag in (f"{MC}Fallback", f"{W}txbxContent"):
            return True
        parent = parent.getparent()
    return False


def _symbol(element: _Element) -> str:
    """A sign of a symbol font, at its private code point."""
    code = _hexadecimal(element.get(f"{W}char"))
    if code is None or 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004 - surrogates
        return ""
    return chr(code + 0xF000 if code < 0x100 else code)  # noqa: PLR2004 - some writers leave F0 out


def _hexadecimal(text: str | None) -> int | None:
    try:
        code = int(text or "", 16)
    except ValueError:
        return None
    return code if code < 0x110000 else None  # noqa: PLR2004 - the last code point


def _local(element: _Element) -> str:
    return str(element.tag).rsplit("}", 1)[-1]
