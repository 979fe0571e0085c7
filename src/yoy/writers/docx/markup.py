"""Items as the markup of Word: runs, paragraphs, tables, each change with author, date and number."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from yoy.writers.docx.items import Break, Edge, Grid, Range, Text
from yoy.writers.docx.sides import BODY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from yoy.writers.docx.items import GridCell, GridRow, Item, Key, Mark

_ELEMENTS = {"del": "w:del", "ins": "w:ins", "from": "w:moveFrom", "to": "w:moveTo"}
_ENDS = {"del": "w:del", "ins": "w:ins"}
_EARLIER, _LATER = "T00:00:00Z", "T00:10:00Z"
"""Times of day, which change with every end of a paragraph that stands: LibreOffice takes changes within a
minute as one where they touch, and sees them touch over such an end."""
_PAGE_WIDTH = 9070
"""Width between the margins, in twentieths of a point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who made the changes, and on which day."""

    author: str
    noise: str
    day: str


class Markup:
    """Writes the body; `comments` are the numbers of comments by what they hang on."""

    def __init__(self, signature: Signature, comments: Mapping[Key, Sequence[int]], first: int) -> None:
        self._signature, self._comments = signature, comments
        self._numbers = count(first)
        self._moves: dict[tuple[str, str], int] = {}
        self._later = False
        self._met: set[tuple[int, bool]] = set()

    def body(self, items: Iterable[Item]) -> Iterator[str]:
        """Paragraphs and tables."""
        line: list[str] = []
        ended = True
        for item in items:
            if isinstance(item, Grid):
                yield self._grid(item)
            elif isinstance(item, Break):
                yield self._paragraph("".join(line), item)
                line, ended = [], True
                self._later ^= item.mark == "both"
            elif isinstance(item, Range) and ended and not item.opens:
                yield self._range(item)
            else:
                line.append(self._inline(item))
                ended = False

    def _inline(self, item: Text | Edge | Range) -> str:
        if isinstance(item, Text):
            return self._text(item)
        return self._edge(item) if isinstance(item, Edge) else self._range(item)

    def _paragraph(self, content: str, end: Break) -> str:
        style = "" if end.style == BODY else f'<w:pStyle w:val="{end.style}"/>'
        mark = f"<w:rPr>{self._change(_ENDS[end.mark])}/></w:rPr>" if end.mark in _ENDS else ""
        was = ""
        if end.style != end.was:
            old = "" if end.was == BODY else f'<w:pStyle w:val="{end.was}"/>'
            was = f"{self._change('w:pPrChange', noise=True)}><w:pPr>{old}</w:pPr></w:pPrChange>"
        properties = f"<w:pPr>{style}{mark}{was}</w:pPr>" if style or mark or was else ""
        return f"<w:p>{properties}{content}</w:p>"

    def _change(self, element: str, *, noise: bool = False) -> str:
        """The opening of an element that records a change, its tag left open."""
        signature = self._signature
        author = quoteattr(signature.noise if noise else signature.author)
        moment = f"{signature.day}{_LATER if self._later else _EARLIER}"
        return f'<{element} w:id="{next(self._numbers)}" w:author={author} w:date="{moment}"'

    def _text(self, text: Text) -> str:
        if not text.text:
            return ""
        return self._wrapped(text.mark, _run(text.text, deleted=text.mark == "del"), noise=text.noise)

    def _wrapped(self, mark: Mark, content: str, *, noise: bool = False) -> str:
        element = _ELEMENTS.get(mark)
        return f"{self._change(element, noise=noise)}>{content}</{element}>" if element else content

    def _edge(self, edge: Edge) -> str:
        numbers = [
            number for number in self._comments.get(edge.key, ()) if (number, edge.opens) not in self._met
        ]
        self._met.update(
            (number, edge.opens) for number in numbers
        )  # cells without text begin where others do
        if edge.opens:
            return "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in numbers)
        return "".join(self._reference(number, edge.mark) for number in numbers)

    def _reference(self, number: int, mark: Mark) -> str:
        run = (
            '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'
            f'<w:commentReference w:id="{number}"/></w:r>'
        )
        return f'<w:commentRangeEnd w:id="{number}"/>{self._wrapped(mark, run)}'

    def _range(self, item: Range) -> str:
        """Where a move begins or ends; both ends of a range bear one number."""
        element = "w:moveFromRange" if item.mark == "from" else "w:moveToRange"
        if not item.opens:
            return f'<{element}End w:id="{self._moves[item.name, item.mark]}"/>'
        opening = self._change(f"{element}Start")
        self._moves[item.name, item.mark] = int(opening.split('"')[1])
        return f'{opening} w:name="{item.name}"/>'

    def _grid(self, grid: Grid) -> str:
        share = _PAGE_WIDTH / sum(grid.widths)
        widths = [round(width * share) for width in grid.widths]
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = "".join(self._row(row, widths) for row in grid.rows)
        properties = '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/></w:tblPr>'
        return f"<w:tbl>{properties}<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"

    def _row(self, row: GridRow, widths: Sequence[int]) -> str:
        head = "<w:tblHeader/>" if row.head else ""
        change = f"{self._change(_ENDS[row.mark])}/>" if row.mark in _ENDS else ""
        properties = f"<w:trPr><w:cantSplit/>{head}{change}</w:trPr>"
        cells: list[str] = []
        column = 0
        for cell in row.cells:
            cells.append(self._cell(cell, sum(widths[column : column + cell.width]), row.mark))
            column += cell.width
        return f"<w:tr>{properties}{''.join(cells)}</w:tr>"

    def _cell(self, cell: GridCell, width: int, mark: Mark) -> str:
        span = f'<w:gridSpan w:val="{cell.width}"/>' if cell.width > 1 else ""
        merge = f'<w:vMerge w:val="{cell.merge}"/>' if cell.merge else ""
        content = "".join(map(self._inline, cell.items))
        end = f"<w:rPr>{self._change(_ENDS[mark])}/></w:rPr>" if mark in _ENDS else ""
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}</w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="TableText"/>{end}</w:pPr>{content}</w:p></w:tc>'
        )


def _run(text: str, *, deleted: bool = False) -> str:
    element = "w:delText" if deleted else "w:t"
    return f'<w:r><{element} xml:space="preserve">{escape(text)}</{element}></w:r>'
