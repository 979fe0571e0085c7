"""What a table's cells are: which rows and columns are headers, its caption and its unit."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from yoy.lexicon import data, pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from yoy.readers.layout.rows import GridCell, GridRow

_HEADER_LIMIT = 6
"""More leading rows without figures than this are a table of words, not a header."""


@cache
def _units() -> tuple[re.Pattern[str], ...]:
    return tuple(pattern(f"tables.unit.{name}") for name in data("tables")["unit"])


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure or its stand-in (—, 不适用)."""
    return bool(pattern("tables.figure").fullmatch(text) or pattern("tables.blank").fullmatch(text))


def is_range(text: str) -> bool:
    """Whether a cell prints a range of years or rates (2034 - 2044), which is neither name nor figure."""
    return pattern("tables.range").search(text) is not None


def is_year(text: str) -> bool:
    """Whether a cell names a year or a date, as column heads do."""
    return pattern("tables.year").fullmatch(text) is not None


def names_terms(texts: Sequence[str]) -> bool:
    """Whether a line tells periods to run as heads do (3个月内, 1至5年, 5年以上) and holds no figure."""
    terms = {text for text in texts if pattern("tables.term").fullmatch(text)}
    others = {text for text in texts if is_figure(text) and not is_year(text)} - terms
    first = texts[0].strip() in ("", *terms)
    return len(terms) > (1 if first else 2) and not others


def unit_of(above: Sequence[str], header: Sequence[str]) -> str | None:
    """The unit that lines above a table or a cell over its whole width state for all of it."""
    for text in (*header, *reversed(above)):
        for unit in _units():
            match = unit.search(text)
            if match:
                return match[1].strip()
    return None


def standing_unit(line: str) -> str | None:
    """The unit that a line states for all that follows (除特别注明外，金额单位均为人民币百万元)."""
    return unit_of([line], ()) if pattern("tables.standing").search(line) else None


def has_amounts(rows: Sequence[GridRow]) -> bool:
    """Whether a table holds amounts: figures that are no years and no percentages, more than one."""
    texts = [cell.text.strip() for row in rows for cell in row.cells]
    amounts = sum(is_figure(text) and not is_year(text) and text[-1:] not in "%％" for text in texts if text)
    return amounts > 1


def caption_above(above: Sequence[str]) -> str | None:
    """The nearest short line above a table that is neither a sentence nor only a unit."""
    for text in reversed(above):
        if _only_unit(text) or _is_furniture(text):
            continue
        short = len(text) <= 60  # noqa: PLR2004 - captions are one printed line
        return text if short and text[-1] not in "。；;！？，," else None
    return None


def _is_furniture(text: str) -> bool:
    """Whether a line stands on every page or names who fills in the form: no caption."""
    return any(pattern(f"tables.{name}").search(text) for name in ("furniture", "filled_by"))


def _only_unit(text: str) -> bool:
    """Whether a line says nothing but the unit: （单位：万元）."""
    rest = text
    for unit in _units():
        rest = unit.sub("", rest)
    return rest != text and len(rest.strip(" \u3000()（）[]【】,，;；:：")) <= 2  # noqa: PLR2004 - 表 or so


def positions(rows: Sequence[GridRow]) -> Iterator[tuple[int, int, GridCell]]:
    """Every cell with the row and column it starts at, spans of earlier cells kept free."""
    taken: set[tuple[int, int]] = set()
    for index, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while (index, column) in taken:
                column += 1
            yield index, column, cell
            if cell.row_span > 1:
                taken.update(
                    (index + down, column + right)
                    for down in range(1, min(cell.row_span, len(rows) - index))
                    for right in range(cell.column_span)
                )
            column += cell.column_span


def column_count(rows: Sequence[GridRow]) -> int:
    """Number of columns."""
    return max((column + cell.column_span for _, column, cell in positions(rows)), default=0)


def header_shape(rows: Sequence[GridRow]) -> tuple[int, int]:
    """How many leading rows and columns label the others."""
    placed = list(positions(rows))
    width = max((column + cell.column_span for _, column, cell in placed), default=0)
    count = _header_rows(rows, placed, width)
    return count, _header_columns(placed, count, width, len(rows))


def wide_heads(rows: Sequence[GridRow], header_rows: int, header_columns: int) -> list[str]:
    """Texts of header cells that stand over all columns of figures: what they say holds for all."""
    placed = list(positions(rows))
    width = max((column + cell.column_span for _, column, cell in placed), default=0)
    return [
        cell.text
        for index, column, cell in placed
        if index < header_rows and column <= header_columns and column + cell.column_span == width
    ]


def split_parts(rows: Sequence[GridRow]) -> list[list[int]]:
    """Row numbers of each table in a frame that holds several, one below the other.

    A row that is one cell over the whole width, followed by a row without figures and with several
    cells, opens the next table (第二十条第（五）项 of the disclosure report's table 二).
    """
    placed = list(positions(rows))
    width = max((column + cell.column_span for _, column, cell in placed), default=0)
    parts: list[list[int]] = [[]]
    for index in range(len(rows)):
        opens = (
            bool(parts[-1])
            and _is_banner(rows[index], width)
            and index + 1 < len(rows)
            and _heads_columns(rows[index + 1])
            and not _all_banners(rows, parts[-1], width)
        )
        if opens:
            parts.append([])
        parts[-1].append(index)
    return parts


def caption_of(rows: Sequence[GridRow]) -> tuple[str, ...]:
    """Texts of leading rows that are one cell over the whole width: the table's own caption."""
    width = column_count(rows)
    found = []
    for row in rows[:-1]:
        if not _is_banner(row, width):
            break
        found.append(row.cells[0].text.strip())
    return tuple(found)


def _is_banner(row: GridRow, width: int) -> bool:
    filled = [cell for cell in row.cells if cell.text.strip()]
    return width > 1 and len(filled) == 1 and filled[0].column_span == width and not is_figure(filled[0].text)


def _all_banners(rows: Sequence[GridRow], part: Sequence[int], width: int) -> bool:
    return all(_is_banner(rows[index], width) for index in part)


def _heads_columns(row: GridRow) -> bool:
    filled = [cell.text for cell in row.cells if cell.text.strip()]
    return len(filled) > 1 and not any(is_figure(text) and not is_year(text) for text in filled)


def _header_rows(rows: Sequence[GridRow], placed: Sequence[tuple[int, int, GridCell]], width: int) -> int:
    count = 0
    for index, row in enumerate(rows[:-1]):
        if not _labels_only(row, width, first=index == 0):
            break
        count = index + 1
    if count > _HEADER_LIMIT or (count == len(rows) - 1 > 1 and not _has_figures(rows[-1])):
        count = _marked_rows(rows) or 1
    reach = max((index + cell.row_span for index, _, cell in placed if index < count), default=0)
    return min(max(count, _marked_rows(rows), reach if count else 0), max(0, len(rows) - 1))


def _marked_rows(rows: Sequence[GridRow]) -> int:
    """Leading rows whose cells the format itself marks as headers (th, repeated header row)."""
    count = 0
    for row in rows[:-1]:
        if not row.cells or not all(cell.header for cell in row.cells):
            break
        count += 1
    return count


def _labels_only(row: GridRow, width: int, *, first: bool) -> bool:
    """Whether a row has no figures and names columns, rather than opening a group of rows."""
    filled = [cell for cell in row.cells if cell.text.strip()]
    figures = [cell.text for cell in filled if is_figure(cell.text) and not is_year(cell.text)]
    if figures and not names_terms([cell.text for cell in row.cells]) and not _tells_absent(filled, figures):
        return False
    if first or _is_banner(row, width):
        return True
    return not (len(filled) == 1 and row.cells and row.cells[0] is filled[0] and filled[0].row_span == 1)


def _tells_absent(filled: Sequence[GridCell], figures: Sequence[str]) -> bool:
    """Whether 不适用 is one head among others: no other cell holds a figure, and several hold words."""
    told = all(
        text.strip() and not any(map(str.isdigit, text)) and text.strip().isalpha() for text in figures
    )
    return told and len(filled) - len(figures) > 2  # noqa: PLR2004 - a row's own head and two more


def _has_figures(row: GridRow) -> bool:
    return any(is_figure(cell.text) for cell in row.cells if cell.text.strip())


def _header_columns(
    placed: Sequence[tuple[int, int, GridCell]], header_rows: int, width: int, height: int
) -> int:
    """How many leading columns name the rows: up to the first one of figures, codes of rows left out."""
    if height <= header_rows:
        return min(1, width)
    for column in range(width):
        over = [(index, cell) for index, left, cell in placed if left <= column < left + cell.column_span]
        cells = [text for index, cell in over if index >= header_rows and (text := cell.text.strip())]
        heads = [cell.text for index, cell in over if index < header_rows and cell.text.strip()]
        if _keys_rows(heads, cells) or (column == 0 and _lists_years(cells, placed)):
            continue
        figures = sum(is_figure(text) or is_range(text) for text in cells)
        if cells and figures * 2 >= len(cells):
            return column
    return min(1, width)


def _keys_rows(heads: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether a column numbers or codes the rows: by its head, or by codes of several levels without one."""
    if heads and pattern("tables.counter").search(heads[-1]):
        return True
    codes = [text for text in cells if pattern("tables.codes").search(text)]
    levels = {len(code) for code in codes}
    most = len(codes) * 3 >= len(cells) * 2
    return most and len(levels) > 1 and len(set(codes)) * 2 > len(codes) and levels <= {3, 5, 7}


def _lists_years(cells: Sequence[str], placed: Sequence[tuple[int, int, GridCell]]) -> bool:
    """Whether the first column names its rows by years (近三年, maturities)."""
    years = sum(is_year(text) for text in cells)
    beside = any(column and is_figure(cell.text) and not is_year(cell.text) for _, column, cell in placed)
    return beside and years > 1 and years * 2 >= len(cells)
