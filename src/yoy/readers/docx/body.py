"""The body of a Word document as blocks: paragraphs with their numbers, tables, text boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.readers.docx.runs import DROPPED, INSERTED, Runs, chosen_of
from yoy.readers.docx.styles import Style, list_of, value_of
from yoy.readers.layout.blocks import Grid, Paragraph, join_lines
from yoy.readers.layout.rows import GridCell, GridRow
from yoy.readers.raised import settled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from lxml.etree import _Element

    from yoy.readers.docx.numbering import Numbering
    from yoy.readers.layout.blocks import Block

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CONTAINERS = frozenset(
    (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}smartTag", f"{W}ins", f"{W}moveTo", f"{MC}Choice")
)
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CHUNKS = frozenset((f"{W}altChunk", f"{W}subDoc"))
_LONG_CELL = 1500
_HEADING_LENGTH = 120


class Body:
    """Walks one document; `runs` reads its paragraphs, `chunks` what stands in a file of its own."""

    def __init__(
        self,
        *,
        styles: Mapping[str, Style],
        numbering: Numbering,
        runs: Runs,
        chunks: Callable[[str], Iterable[Block]],
    ) -> None:
        self._styles = styles
        self._numbering = numbering
        self._runs = runs
        self._chunks = chunks
        self._pending = ""
        self.counts = runs.counts

    def blocks(self, container: _Element, *, contents: bool = False) -> Iterator[Block]:
        """Blocks of a body, cell, note or text box in reading order."""
        for child in container:
            if child.tag == f"{W}p":
                yield from self._paragraph(child, contents=contents)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag in _CONTAINERS or child.tag == f"{MC}AlternateContent":
                self.counts["tracked_changes"] += child.tag in INSERTED
                chosen = chosen_of(child)
                if chosen is not None:
                    yield from self.blocks(chosen, contents=contents or _is_contents(child))
            elif child.tag in DROPPED:
                self.counts["tracked_changes"] += 1
            elif child.tag in _CHUNKS:
                yield from self._chunks(str(child.get(f"{R}id")))

    def _paragraph(self, element: _Element, *, contents: bool) -> Iterator[Block]:
        properties = element.find(f"{W}pPr")
        style = self._style(properties)
        boxes: list[_Element] = []
        text = self._pending + settled("".join(self._runs.text(element, boxes)))
        self._pending = ""
        if _mark_deleted(properties):
            self.counts["tracked_changes"] += 1
            self._pending = text
            return
        if text.strip():
            text = self._labelled(text, properties, style)
        level = self._level(properties, style)
        for line in text.split("\n"):
            fits = len(line.strip()) <= _HEADING_LENGTH
            yield Paragraph(text=line, level=level if fits else None, furniture=contents or style.contents)
        for box in boxes:
            yield from self.blocks(box)

    def _style(self, properties: _Element | None) -> Style:
        key = None if properties is None else value_of(properties, "pStyle")
        return self._styles.get(key or "", Style())

    def _level(self, properties: _Element | None, style: Style) -> int | None:
        outline = None if properties is None else value_of(properties, "outlineLvl")
        if outline is None:
            return style.level
        level = int(outline) + 1 if outline.isdecimal() else None
        return level if level is not None and level <= 9 else None  # noqa: PLR2004 - 9 is body text

    def _labelled(self, text: str, properties: _Element | None, style: Style) -> str:
        number, index = list_of(properties)
        from_style = number is None
        number = style.number if number is None else number
        if number is None or number == "0":
            return text
        if index is None and from_style:
            key = None if properties is None else value_of(properties, "pStyle")
            index = style.index if style.index is not None else self._numbering.level_of_style(number, key)
        label = self._numbering.label(number, index or 0)
        if not label:
            return text
        wide = ord(label[-1]) > 0x2E7F or ord(text.lstrip()[0]) > 0x2E7F  # noqa: PLR2004 - first CJK block
        gap = "" if wide or self._numbering.suffix(number, index or 0) == "nothing" else " "
        return label + gap + text.lstrip()

    def _table(self, element: _Element) -> Iterator[Block]:
        rows = [self._row(row) for row in _rows(element)]
        cells = [cell for row, _ in rows for cell in row]
        if not cells:
            return
        if len(cells) == 1 or any(cell.find(f".//{W}tbl") is not None for cell in cells):
            for cell in cells:
                yield from self.blocks(cell)
            return
        yield from self._grid(rows)

    def _row(self, row: _Element) -> tuple[list[_Element], int]:
        self.counts["tracked_changes"] += row.find(f"{W}trPr/{W}ins") is not None
        before = row.find(f"{W}trPr/{W}gridBefore")
        shift = 0 if before is None else _whole(before.get(f"{W}val"))
        return list(_cells(row)), shift

    def _grid(self, rows: list[tuple[list[_Element], int]]) -> Iterator[Block]:
        """The table, or its cells as paragraphs where they hold whole pages of text."""
        contents = [[list(self.blocks(cell)) for cell in row] for row, _ in rows]
        texts = [[_cell_text(blocks) for blocks in row] for row in contents]
        if any(len(text) > _LONG_CELL for row in texts for text in row):
            for row in contents:
                for blocks in row:
                    yield from blocks
            return
        yield Grid(rows=tuple(_placed(rows, texts)))


def _placed(rows: list[tuple[list[_Element], int]], texts: list[list[str]]) -> Iterator[GridRow]:
    """Rows with vertically merged cells held once."""
    columns: list[dict[int, tuple[_Element, str, int]]] = []
    for (cells, shift), row_texts in zip(rows, texts, strict=True):
        at, row = shift, {}
        for cell, text in zip(cells, row_texts, strict=True):
            width = max(1, min(_whole(_cell_value(cell, "gridSpan")), 500))
            row[at] = (cell, text, width)
            at += width
        columns.append(row)
    for index, row in enumerate(columns):
        header = rows[index][0] and _is_header(rows[index][0][0])
        made = [GridCell(text="", column_span=rows[index][1])] if rows[index][1] else []
        for at, (cell, text, width) in row.items():
            if _continues(cell) and index and at in columns[index - 1]:
                continue
            height = 1
            while index + height < len(columns):
                below = columns[index + height].get(at)
                if below is None or not _continues(below[0]):
                    break
                height += 1
            made.append(GridCell(text=text, row_span=height, column_span=width, header=bool(header)))
        yield GridRow(cells=tuple(made))


def _cell_text(blocks: list[Block]) -> str:
    return join_lines([block.text for block in blocks if isinstance(block, Paragraph)])


def _rows(table: _Element) -> Iterator[_Element]:
    for child in table:
        if child.tag == f"{W}tr":
            if child.find(f"{W}trPr/{W}del") is None:
                yield child
        elif child.tag in _CONTAINERS:
            yield from _rows(child)


def _cells(row: _Element) -> Iterator[_Element]:
    for child in row:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag in _CONTAINERS:
            yield from _cells(child)


def _cell_value(cell: _Element, tag: str) -> str | None:
    found = cell.find(f"{W}tcPr/{W}{tag}")
    return None if found is None else str(found.get(f"{W}val", ""))


def _continues(cell: _Element) -> bool:
    """Whether a cell is the lower part of a merged one: a vMerge without a value, or "continue"."""
    value = _cell_value(cell, "vMerge")
    return value is not None and value != "restart"


def _is_header(cell: _Element) -> bool:
    row = cell.getparent()
    found = None if row is None else row.find(f"{W}trPr/{W}tblHeader")
    return found is not None and found.get(f"{W}val") not in ("0", "false", "off")


def _is_contents(element: _Element) -> bool:
    gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and "Contents" in str(gallery.get(f"{W}val"))


def _mark_deleted(properties: _Element | None) -> bool:
    return properties is not None and properties.find(f"{W}rPr/{W}del") is not None


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 6 else 0  # noqa: PLR2004 - no table is wider
