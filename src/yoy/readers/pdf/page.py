"""One page of a PDF as pdfium sees it: its characters with boxes, and the lines ruled on it."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_THIN = 3.0
"""A rectangle thinner than this, in points, is a ruled line."""
_OBJECT_LIMIT = 30_000
_CHAR_LIMIT = 60_000
_FORM_DEPTH = 4
_RECTANGLE_POINTS = 5
_TALL = 40.0
_INK_SHARE = 0.4
_VISIBLE = 0.3
"""Print smaller than this, in points, is there to be found by programs and not to be read."""
_HYPHENS = (0x02, 0xFFFE)
"""What pdfium gives for a hyphen at the end of a line."""


class Char(NamedTuple):
    """A visible character, its box in points from the top left, and whether a blank stands before."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    spaced: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line along one axis: at `at` from `start` to `end`, in points from the top left."""

    horizontal: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds.

    Attributes:
        pictures: how many images are as large as a quarter of the page.
        unseen: how many characters are too small to be seen; lost: how many there are beyond the limit.
    """

    width: float
    height: float
    chars: tuple[Char, ...]
    rules: tuple[Rule, ...]
    pictures: int
    unseen: int = 0
    lost: int = 0


def read_page(page: Any) -> Page:
    """Characters and rules of a pypdfium2 page, in the order the file draws them."""
    width, height = page.get_size()
    left, top = _origin(page, height)
    rules: list[Rule] = []
    pictures = 0
    for item, matrix in _objects(page):
        box = _bounds(item, matrix, left, top)
        if _raw().FPDFPageObj_GetType(item) == _raw().FPDF_PAGEOBJ_PATH:
            rules.extend(_rules(item, matrix, box, (left, top)))
        else:
            pictures += (box[2] - box[0]) * (box[3] - box[1]) > width * height / 4
    text_page = page.get_textpage()
    drawn = list(_chars(text_page, left, top))
    seen = tuple(char for char in drawn if char.bottom - char.top > _VISIBLE)
    lost = max(0, text_page.count_chars() - _CHAR_LIMIT)
    return Page(width, height, seen, tuple(rules), pictures, len(drawn) - len(seen), lost)


def _raw() -> Any:
    from pypdfium2 import raw

    return raw


def _origin(page: Any, height: float) -> tuple[float, float]:
    """Left and top of the visible box in the file's own coordinates, which grow upwards."""
    try:
        box = page.get_cropbox()
    except Exception:  # noqa: BLE001 - a damaged box leaves the page where it is
        return 0.0, height
    return (box[0], box[3]) if page.get_rotation() == 0 else (0.0, height)


def _chars(text_page: Any, left: float, top: float) -> Iterator[Char]:
    raw = _raw()
    rect = raw.FS_RECTF()
    spaced = False
    for index in range(min(text_page.count_chars(), _CHAR_LIMIT)):
        code = raw.FPDFText_GetUnicode(text_page, index)
        if code in _HYPHENS:
            code = 0x2D
        if code <= 0x20 or code == 0xA0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF or code == 0xFFFF:  # noqa: PLR2004
            spaced = spaced or code in (0x20, 0xA0)
            continue
        if not raw.FPDFText_GetLooseCharBox(text_page, index, rect):
            continue
        if code == 0x3000:  # noqa: PLR2004 - ideographic space
            spaced = True
            continue
        if rect.top - rect.bottom > _TALL:
            _tighten(text_page, index, rect)
        yield Char(chr(code), rect.left - left, top - rect.top, rect.right - left, top - rect.bottom, spaced)
        spaced = False


def _tighten(text_page: Any, index: int, rect: Any) -> None:
    """Replace the box of a character by that of its ink where the font's own measures are absurd.

    Fonts for vertical writing give boxes ten times the size of the character.
    """
    values = [ctypes.c_double() for _ in range(4)]
    if not _raw().FPDFText_GetCharBox(text_page, index, *values):
        return
    x0, x1, y0, y1 = (value.value for value in values)
    if max(x1 - x0, y1 - y0) < _INK_SHARE * (rect.top - rect.bottom):
        rect.left, rect.right, rect.bottom, rect.top = x0, x1, y0, y1


_Matrix = tuple[float, float, float, float, float, float]
_Box = tuple[float, float, float, float]
_UNMOVED: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _objects(page: Any) -> Iterator[tuple[Any, _Matrix]]:
    """Paths and images with the matrix of the form that holds them, outermost first."""
    raw = _raw()
    wanted = (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE)
    stack = [(page, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, _UNMOVED, 0)]
    seen = 0
    while stack:
        holder, count, get, matrix, depth = stack.pop()
        for index in range(count(holder)):
            item = get(holder, index)
            kind = raw.FPDFPageObj_GetType(item)
            seen += 1
            if seen > _OBJECT_LIMIT:
                return
            if kind in wanted:
                yield item, matrix
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _FORM_DEPTH:
                inner = _times(_matrix(item), matrix)
                stack.append(
                    (item, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, inner, depth + 1)
                )


def _matrix(item: Any) -> _Matrix:
    found = _raw().FS_MATRIX()
    if not _raw().FPDFPageObj_GetMatrix(item, found):
        return _UNMOVED
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _times(first: _Matrix, second: _Matrix) -> _Matrix:
    """The matrix that moves as `first` and then as `second`."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _moved(x: float, y: float, matrix: _Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _bounds(item: Any, matrix: _Matrix, left: float, top: float) -> _Box:
    """The box of an object in points from the top left of the page."""
    values = [ctypes.c_float() for _ in range(4)]
    if not _raw().FPDFPageObj_GetBounds(item, *values):
        return 0.0, 0.0, 0.0, 0.0
    x0, y0, x1, y1 = (value.value for value in values)
    corners = [_moved(x, y, matrix) for x in (x0, x1) for y in (y0, y1)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs) - left, top - max(ys), max(xs) - left, top - min(ys)


def _rules(item: Any, matrix: _Matrix, box: _Box, origin: tuple[float, float]) -> Iterator[Rule]:
    raw = _raw()
    if min(box[2] - box[0], box[3] - box[1]) < _THIN:
        yield from _thin(box)
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, fill, stroke)
    count = raw.FPDFPath_CountSegments(item)
    if not stroke.value:
        return
    if count <= _RECTANGLE_POINTS:
        yield from _frame(box)
    else:
        yield from _segments(item, count, _times(_matrix(item), matrix), origin)


def _thin(box: tuple[float, float, float, float]) -> Iterator[Rule]:
    x0, y0, x1, y1 = box
    if x1 - x0 >= y1 - y0:
        yield Rule(True, (y0 + y1) / 2, x0, x1)  # noqa: FBT003 - the field says it
    else:
        yield Rule(False, (x0 + x1) / 2, y0, y1)  # noqa: FBT003


def _frame(box: tuple[float, float, float, float]) -> Iterator[Rule]:
    x0, y0, x1, y1 = box
    for at in (y0, y1):
        yield Rule(True, at, x0, x1)  # noqa: FBT003
    for at in (x0, x1):
        yield Rule(False, at, y0, y1)  # noqa: FBT003


def _segments(item: Any, count: int, matrix: _Matrix, origin: tuple[float, float]) -> Iterator[Rule]:
    """Straight parts of a path that draws a whole grid at once."""
    raw = _raw()
    x, y = ctypes.c_float(), ctypes.c_float()
    last: tuple[float, float] | None = None
    for index in range(min(count, _OBJECT_LIMIT)):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        if not raw.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        moved = _moved(x.value, y.value, matrix)
        here = moved[0] - origin[0], origin[1] - moved[1]
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO and last is not None:
            box = (min(last[0], here[0]), min(last[1], here[1]), max(last[0], here[0]), max(last[1], here[1]))
            if min(box[2] - box[0], box[3] - box[1]) < _THIN:
                yield from _thin(box)
        last = here
