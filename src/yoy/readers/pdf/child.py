"""The child process that reads a PDF: bytes in, one line of JSON out."""

from __future__ import annotations

import json
import sys
from typing import Any

from yoy.readers.child import ALIVE, DONE, limit_memory
from yoy.readers.layout.blocks import Paragraph
from yoy.readers.pdf.document import Printed, read_document

MEMORY = 900
"""Megabytes; a report of 300 pages needs 150."""
RECOGNITION_MEMORY = 6000
"""Address space that recognition maps, far more than it uses."""


def main() -> None:
    """Read standard input, write the outcome as a JSON object to standard output."""
    content = sys.stdin.buffer.read()
    recognise = "--recognise" in sys.argv[1:]
    limit_memory((RECOGNITION_MEMORY if recognise else MEMORY) + 4 * (len(content) >> 20))
    sys.stdout.buffer.write(DONE + json.dumps(_outcome(content, recognise=recognise)).encode() + b"\n")
    sys.stdout.buffer.flush()


def _outcome(content: bytes, *, recognise: bool) -> dict[str, Any]:
    import pypdfium2

    try:
        return packed(read_document(content, _alive, recognise=recognise))
    except pypdfium2.PdfiumError as error:
        code = "encrypted_file" if "assword" in str(error) or "ecurity" in str(error) else "damaged_file"
        return {"error": code, "reason": str(error)}
    except OverflowError as error:
        return {"error": "too_many_pages", "reason": str(error)}
    except (MemoryError, RecursionError):
        return {"error": "unpacks_too_large", "reason": ""}
    except Exception as error:  # noqa: BLE001 - a file can give any absurd size or place
        return {"error": "damaged_file", "reason": type(error).__name__}


def _alive() -> None:
    sys.stdout.buffer.write(ALIVE + b"\n")
    sys.stdout.buffer.flush()


def packed(printed: Printed) -> dict[str, Any]:
    """The values of a document as JSON knows them."""
    blocks: list[Any] = []
    for block in printed.blocks:
        if isinstance(block, Paragraph):
            blocks.append([block.text, block.page, block.furniture, block.recognised])
        else:
            blocks.append(
                {
                    "rows": [
                        [row.page, [[c.text, c.row_span, c.column_span, c.recognised] for c in row.cells]]
                        for row in block.rows
                    ]
                }
            )
    return {
        "blocks": blocks,
        "title": printed.title,
        "pages": printed.pages,
        "pictures": list(printed.pictures),
        "recognised": list(printed.recognised),
        "damaged": list(printed.damaged),
        "unseen": printed.unseen,
        "lost": printed.lost,
    }


if __name__ == "__main__":
    main()
