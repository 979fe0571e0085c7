"""A sheet of rows, written straight as markup: a workbook holds hundreds of thousands of cells."""

from __future__ import annotations

import re
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.comments.comment_sheet import CommentRecord
from openpyxl.compat import safe_string
from openpyxl.packaging.relationship import Relationship, RelationshipList
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.constants import REL_NS
from openpyxl.xml.functions import Element, xmlfile

from yoy.model import RowFormula
from yoy.writers.excel.book.cells import fit, fit_runs
from yoy.writers.excel.book.held import Held
from yoy.writers.excel.book.pen import Lead, as_number, top_of
from yoy.writers.excel.book.private import (
    WorksheetWriter,
    add_sheet,
    relations_of,
    set_comments,
    write_cell,
)
from yoy.writers.excel.book.runs import escaped, fonts_of, plain_text, rich_text
from yoy.writers.excel.rows.layout import Rich

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from openpyxl import Workbook

    from yoy.writers.excel.book.pen import Pen
    from yoy.writers.excel.rows.layout import Target

DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SHORT = 60
"""Characters of a text that is worth keeping."""
KNOWN_TEXTS = 20_000
_NO_ROWS = re.compile(rb"<sheetData\s*/>|<sheetData></sheetData>")
_NO_LINKS = b"<hyperlinks/>"
_IN_ATTRIBUTE = re.compile('[&<>"\\s]')
_NAMESPACE = f'xmlns:r="{REL_NS}" '


class RowSheet(Worksheet):
    """A worksheet whose rows are held as markup instead of cells.

    Attributes:
        head: the rows down to the headings, each as its element.
        body: the rows below them.
        links: the elements of the links of its cells.
        files: the relation by which a link names each file.
        notes: comments on its cells.
        width, height: how many columns and rows it has.
    """

    def __init__(self, workbook: Workbook, title: str) -> None:
        super().__init__(workbook, title)
        add_sheet(workbook, self)
        self.head: list[bytes] = []
        self.body = Held()
        self.links = Held()
        self.files: dict[str, str] = {}
        self.notes: list[CommentRecord] = []
        self.width = self.height = 1

    def calculate_dimension(self) -> str:
        """The area that the rows cover."""
        return f"A1:{get_column_letter(self.width)}{self.height}"

    def put_head(self, number: int, cells: Iterable[str], height: float) -> None:
        """Set the row `number` of those down to the headings, whose heights are fixed."""
        row = f'<row r="{number}" ht="{height:g}" customHeight="1">{"".join(cells)}</row>'
        self.head[number - 1 : number] = [row.encode()]
        self.height = max(self.height, number)

    def add_row(self, number: int, cells: Iterable[str], height: float) -> None:
        """Add the row `number` below the last; its height may be fitted again."""
        self.body.add(f'<row r="{number}" ht="{height:g}">{"".join(cells)}</row>'.encode())
        self.height = number

    def add_link(self, place: str, lead: Lead) -> None:
        """Lead somewhere from a cell; links into one file share its relation."""
        where = f'ref="{place}" location="{_attribute(lead.location)}"'
        if lead.file is None:
            self.links.add(f"<hyperlink {where}/>".encode())
            return
        relation = self.files.setdefault(lead.file, f"rId{len(self.files) + 1}")
        self.links.add(f'<hyperlink {_NAMESPACE}{where} r:id="{relation}"/>'.encode())


def _attribute(text: str) -> str:
    """`text` as the value of an attribute, in ASCII as all that stands around the rows."""
    named = _IN_ATTRIBUTE.sub(lambda found: _NAMED.get(found[0], f"&#{ord(found[0])};"), text)
    return named.encode("ascii", "xmlcharrefreplace").decode()


_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", " ": " "}


class RowPen:
    """Makes the markup of cells of one sheet with the looks of its pen."""

    def __init__(self, pen: Pen, sheet: RowSheet) -> None:
        self.pen = pen
        self.sheet = sheet
        self._fonts = fonts_of(pen.book.words.lang)
        self._styles: dict[tuple[str, str | None], str] = {}
        self._texts: dict[str, str] = {}

    def style(self, look: str, number_format: str | None = None) -> str:
        """What the element of a cell says of its look."""
        known = self._styles.get((look, number_format))
        if known is None:
            number = self.pen.looks.number(look, number_format)
            known = self._styles[look, number_format] = f' s="{number}"'
        return known

    def text(self, text: str) -> str:
        """The content of a cell with text of one look; the same short texts come again and again."""
        known = self._texts.get(text)
        if known is None:
            known = plain_text(fit(text, self.pen.cut_note))
            if len(text) <= SHORT and len(self._texts) < KNOWN_TEXTS:
                self._texts[text] = known
        return known

    def cell(self, place: str, value: object, look: str, number_format: str | None = None) -> str:
        """The element of a cell with text made safe; numbers keep their own precision."""
        style = self.style(look, number_format)
        if value is None or value == "":
            return f'<c r="{place}"{style}/>'
        if isinstance(value, str):
            return f'<c r="{place}"{style} t="inlineStr">{self.text(value)}</c>'
        if isinstance(value, Rich):
            content = rich_text(fit_runs(value, self.pen.cut_note), self._fonts)
            return f'<c r="{place}"{style} t="inlineStr">{content}</c>'
        if isinstance(value, (Decimal, int)) and not isinstance(value, bool):
            number = safe_string(as_number(value) if isinstance(value, Decimal) else value)
            return f'<c r="{place}"{style} t="n"><v>{number}</v></c>'
        if isinstance(value, RowFormula):
            return f'<c r="{place}"{style}><f>{escaped(value.template[1:])}</f><v></v></c>'
        return self._by_openpyxl(place, value, look, number_format)

    def _by_openpyxl(self, place: str, value: object, look: str, number_format: str | None) -> str:
        """What people wrote: dates, times, truth values."""
        row, column = coordinate_to_tuple(place)
        stream = BytesIO()
        with xmlfile(stream, encoding="utf-8") as file:
            write_cell(file, self.sheet, self.pen.cell(row, column, value, look, number_format), styled=True)
        return stream.getvalue().decode()

    def link(self, place: str, target: Target) -> str | None:
        """Lead somewhere from a cell; what the link says, or None where there is none."""
        lead = self.pen.lead(target)
        if lead is None:
            return None
        self.sheet.add_link(place, lead)
        return lead.words

    def jump(self, place: str, title: str) -> None:
        """Lead from a cell to the top of a sheet."""
        self.pen.links += 1
        self.sheet.add_link(place, Lead(top_of(title), None, ""))

    def comment(self, place: str, text: str) -> None:
        """A note on a cell."""
        row, column = coordinate_to_tuple(place)
        cell = Cell(self.sheet, row=row, column=column)
        cell.comment = Comment(fit(text, self.pen.cut_note), self.pen.book.words.say("reviewer_name"))
        self.sheet.notes.append(CommentRecord.from_cell(cell))


class FrameWriter(WorksheetWriter):
    """Writes what stands around the rows of a sheet."""

    def __init__(self, sheet: RowSheet) -> None:
        self._sheet = sheet
        self._frame = BytesIO()
        super().__init__(sheet, self._frame)
        set_comments(sheet, sheet.notes)

    def write_hyperlinks(self) -> None:
        """An element for the links of the rows, and the relations that they name."""
        if self._sheet.links.empty:
            return
        for file, name in self._sheet.files.items():
            relation = Relationship("", type="hyperlink", TargetMode="External", Target=file)
            self.relations.append(relation)
            assert relation.id == name, "links come before all else that a sheet refers to"
        self.xf.send(Element("hyperlinks"))

    @property
    def relations(self) -> RelationshipList:
        """What the sheet refers to outside of itself."""
        return relations_of(self)

    def parts(self) -> Iterator[bytes]:
        """The file of the sheet, piece by piece."""
        self.write()
        head, tail = _NO_ROWS.split(self._frame.getvalue())
        yield b"".join((DECLARATION, head, b"<sheetData>", *self._sheet.head))
        yield from self._sheet.body.pieces()
        before, links, after = tail.partition(_NO_LINKS)
        yield b"</sheetData>" + before
        if links:
            yield b"<hyperlinks>"
            yield from self._sheet.links.pieces()
            yield b"</hyperlinks>" + after
