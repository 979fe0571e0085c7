"""A whole PDF to blocks: the work that is done in the child process."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from yoy.readers.layout.blocks import Paragraph
from yoy.readers.pdf.aligned import find_aligned
from yoy.readers.pdf.flow import Leaf, flow
from yoy.readers.pdf.furniture import find_furniture
from yoy.readers.pdf.layout import Columns, Line, Margins, find_columns, read_order, usual_margins
from yoy.readers.pdf.lines import Piece, group_lines, line_text, make_pieces
from yoy.readers.pdf.ocr import recognise as read_picture
from yoy.readers.pdf.page import Page, read_page
from yoy.readers.pdf.raised import with_raised
from yoy.readers.pdf.tables import Frame, find_frames

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from yoy.readers.layout.blocks import Block

PAGE_LIMIT = 3000
_STAMP = 20


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page taken apart: its tables, and the pieces of its other lines."""

    page: Page
    frames: tuple[Frame, ...]
    pieces: tuple[Piece, ...]
    damaged: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """What a PDF holds: blocks, stated title, number of pages, and pages that are only pictures.

    `damaged` pages could not be read; `unseen` and `lost` count characters that were left out (see `Page`).
    """

    blocks: list[Block]
    title: str
    pages: int
    pictures: tuple[int, ...]
    recognised: tuple[int, ...] = ()
    damaged: tuple[int, ...] = ()
    unseen: int = 0
    lost: int = 0


def read_document(content: bytes, on_page: Callable[[], None], *, recognise: bool = False) -> Printed:
    """Read a PDF; `on_page` is called after each page, as a sign of life.

    With `recognise`, pages that are only pictures are read by text recognition.

    Raises:
        pypdfium2.PdfiumError: damaged or encrypted.
        OverflowError: more pages than the limit.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    if len(document) > PAGE_LIMIT:
        raise OverflowError(len(document))
    sheets = []
    for index in range(len(document)):
        sheets.append(_sheet(document, index, recognise=recognise))
        on_page()
    pictures = [number for number, sheet in enumerate(sheets, start=1) if _is_picture(sheet.page)]
    recognised = frozenset(pictures if recognise else ())
    return Printed(
        blocks=[_marked(block, recognised) for block in flow(list(_leaves(sheets)))],
        title=_title(document),
        pages=len(sheets),
        pictures=tuple(pictures),
        recognised=tuple(sorted(recognised)),
        damaged=tuple(number for number, sheet in enumerate(sheets, start=1) if sheet.damaged),
        unseen=sum(sheet.page.unseen for sheet in sheets),
        lost=sum(sheet.page.lost for sheet in sheets),
    )


def _sheet(document: Any, index: int, *, recognise: bool) -> Sheet:
    try:
        handle = document[index]
        page = read_page(handle)
        if recognise and _is_picture(page):
            return Sheet(page, (), read_picture(handle))
    except (RuntimeError, ValueError, OSError):
        return Sheet(Page(595.0, 842.0, (), (), 0), (), (), damaged=True)
    page = replace(page, chars=tuple(with_raised(page.chars, page.rules)))
    frames = find_frames(page.rules, page.chars)
    free = [char for char in page.chars if not any(frame.holds(char) for frame in frames)]
    return Sheet(page, tuple(frames), tuple(make_pieces(free)))


def _is_picture(page: Page) -> bool:
    """Whether a page is a scan: a picture over much of it, and no more text than a stamp."""
    return page.pictures > 0 and len(page.chars) < _STAMP


def _marked(block: Block, recognised: frozenset[int]) -> Block:
    """A block with its figures marked as doubtful where its page was recognised."""
    if isinstance(block, Paragraph):
        pages = {block.page, (block.page or 0) + 1}  # a paragraph may go on over the page
        return replace(block, recognised=True) if pages & recognised else block
    rows = tuple(
        replace(row, cells=tuple(replace(cell, recognised=row.page in recognised) for cell in row.cells))
        for row in block.rows
    )
    return replace(block, rows=rows)


def _title(document: Any) -> str:
    try:
        return str(document.get_metadata_dict().get("Title", ""))
    except (RuntimeError, ValueError, OSError):
        return ""


def _leaves(sheets: Sequence[Sheet]) -> Iterator[Leaf]:
    lines = [group_lines(sheet.pieces) for sheet in sheets]
    furniture = find_furniture(lines, [sheet.page.height for sheet in sheets])
    bodies = [
        [line for index, line in enumerate(own) if index not in found]
        for own, found in zip(lines, furniture, strict=True)
    ]
    usual = _usual_margins(sheets, bodies)
    gutters: dict[tuple[int, int], float] = {}
    for number, (sheet, own, body) in enumerate(zip(sheets, lines, bodies, strict=True), start=1):
        pieces = [piece for line in body for piece in line]
        paper = _paper(sheet)
        columns = find_columns(pieces, sheet.page.width, usual.get(paper), gutters.get(paper))
        if columns.gutter is not None:
            gutters[paper] = columns.gutter
        yield Leaf(
            number,
            tuple(_items(pieces, sheet, columns)),
            tuple(line_text(own[index]) for index in sorted(furniture[number - 1])),
        )


def _paper(sheet: Sheet) -> tuple[int, int]:
    """The size of a page: upright and lying ones have margins of their own."""
    return round(sheet.page.width), round(sheet.page.height)


def _usual_margins(
    sheets: Sequence[Sheet], bodies: Sequence[list[list[Piece]]]
) -> dict[tuple[int, int], Margins]:
    lines: dict[tuple[int, int], list[list[Piece]]] = {}
    for sheet, body in zip(sheets, bodies, strict=True):
        lines.setdefault(_paper(sheet), []).extend(body)
    return {paper: usual_margins(own, paper[0]) for paper, own in lines.items() if own}


def _items(pieces: Sequence[Piece], sheet: Sheet, columns: Columns) -> Iterator[Line | Frame]:
    """Lines and tables in reading order: text above a table comes before it."""
    rest = list(pieces)
    frames = list(sheet.frames)
    if columns.gutter is None:
        aligned, rest = find_aligned(rest)
        frames = sorted((*frames, *aligned), key=lambda frame: frame.top)
    for frame in frames:
        upper = [piece for piece in rest if piece.middle < frame.top]
        rest = [piece for piece in rest if piece.middle >= frame.top]
        yield from read_order(upper, columns)
        yield frame
    yield from read_order(rest, columns)
