"""Writes small PDF files by hand: words and ruled lines at given places."""

from __future__ import annotations

from typing import NamedTuple

WIDTH, HEIGHT = 595, 842


class Sheet(NamedTuple):
    """A page: texts as (left, from the top, size, words), lines as (left, top, right, bottom), further code."""

    texts: list[tuple[float, float, float, str]]
    lines: list[tuple[float, float, float, float]] = []  # noqa: RUF012 - never changed
    code: str = ""


def make_pdf(sheets: list[Sheet], *, title: str = "", encrypted: bool = False) -> bytes:
    """A PDF of these pages."""
    count = len(sheets)
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(count))
    bodies = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for index, sheet in enumerate(sheets):
        stream = _stream(sheet)
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {5 + 2 * index} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        bodies.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    bodies.append(f"<< /Title ({title}) >>")
    trailer = f"/Size {len(bodies) + 1} /Root 1 0 R /Info {len(bodies)} 0 R"
    if encrypted:
        bodies.append(f"<< /Filter /Standard /V 1 /R 2 /P -44 /O <{'41' * 32}> /U <{'42' * 32}> >>")
        trailer += f" /Encrypt {len(bodies)} 0 R /ID [<{'43' * 16}> <{'43' * 16}>]"
    return _file(bodies, trailer)


def _stream(sheet: Sheet) -> str:
    words = (
        f"BT /F1 {size} Tf {left} {HEIGHT - top} Td ({text}) Tj ET" for left, top, size, text in sheet.texts
    )
    rules = (f"{x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S" for x0, y0, x1, y1 in sheet.lines)
    return "\n".join((*words, *rules, sheet.code))


def _file(bodies: list[str], trailer: str) -> bytes:
    made = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(bodies, start=1):
        offsets.append(len(made))
        made += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    end = f"trailer << {trailer} >>\nstartxref\n{len(made)}\n%%EOF\n"
    return made + f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}{end}".encode("latin-1")


def ruled(left: list[float], tops: list[float]) -> list[tuple[float, float, float, float]]:
    """The lines of a grid."""
    flat = [(left[0], top, left[-1], top) for top in tops]
    return [*flat, *((x, tops[0], x, tops[-1]) for x in left)]
