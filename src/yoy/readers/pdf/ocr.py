"""Text recognised in pictures of pages, where the `ocr` extra (rapidocr) is installed."""

from __future__ import annotations

from functools import cache
from typing import Any

from yoy.readers.pdf.lines import Piece

_SCALE = 2.5
"""180 dots an inch: small print is read, and a page takes seconds, not minutes."""
_LONGEST = 4000
"""Pictures are drawn no larger than this many dots: some pages are posters."""
_LINE = 1.2
"""Recognised boxes are this much taller than the type."""


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(params={"Global.log_level": "critical"})


def recognise(page: Any) -> tuple[Piece, ...]:
    """Pieces of lines on a pypdfium2 page, read off its picture."""
    width, height = page.get_size()
    scale = min(_SCALE, _LONGEST / max(width, height, 1.0))
    found = _engine()(page.render(scale=scale).to_numpy())
    if found is None or found.boxes is None:
        return ()
    return tuple(
        _piece(box, text, scale) for box, text in zip(found.boxes, found.txts, strict=True) if text.strip()
    )


def _piece(box: Any, text: str, scale: float) -> Piece:
    xs = [float(point[0]) / scale for point in box]
    ys = [float(point[1]) / scale for point in box]
    return Piece(
        " ".join(text.split()), min(xs), min(ys), max(xs), max(ys), max(1.0, (max(ys) - min(ys)) / _LINE)
    )
