"""Writes pages for a browser to open."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from yoy.writers.html.write import write_html
from yoy.writers.options import WriteOptions

if TYPE_CHECKING:
    from pathlib import Path

    import yoy


def save(comparison: yoy.Comparison, path: Path, **options: Any) -> Path:
    stream = io.BytesIO()
    write_html(comparison, stream, WriteOptions(**options))
    path.write_bytes(stream.getvalue())
    return path
