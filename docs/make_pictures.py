"""Makes the pictures of the README from the real output of the fixtures.

usage: python docs/make_pictures.py

Needs Chromium, LibreOffice and pdftoppm; writes docs/pictures/*.png.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yoy
from yoy.writers.options import WriteOptions

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
CHROMIUM = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    "--disable-background-networking",
)
SCREENS = {"page-wide": (1440, 1000), "page-tablet": (820, 1100), "page-phone": (390, 844)}
SHEETS = {
    "workbook-cover": "封面",
    "workbook-summary": "摘要",
    "workbook-open": "待处理",
    "workbook-figures": "指标变动",
}


def main() -> int:
    """Writes every picture; returns 1 when a program is missing."""
    missing = [name for name in ("chromium", "soffice", "pdftoppm") if shutil.which(name) is None]
    if missing:
        sys.stderr.write(f"missing: {', '.join(missing)}\n")
        return 1
    PICTURES.mkdir(exist_ok=True)
    reports = [yoy.read(ROOT / "fixtures" / "yunxi-fazhi" / f"{year}.txt") for year in (2017, 2018)]
    comparison = yoy.compare(reports)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        page = yoy.write(comparison, work / "page.html", WriteOptions(workbook_name="book.xlsx"))
        book = yoy.write(comparison, work / "book.xlsx", WriteOptions(html_name="page.html"))
        picture_page(page, work)
        picture_book(book, work)
    return 0


def picture_page(page: Path, work: Path) -> None:
    """Screenshots of the page at the widths of a desk, a tablet and a phone."""
    for name, (width, height) in SCREENS.items():
        command = [
            "chromium",
            *CHROMIUM,
            f"--user-data-dir={work / 'profile'}",
            f"--window-size={width},{height}",
            f"--screenshot={PICTURES / name}.png",
            page.as_uri(),
        ]
        run(command)


def picture_book(book: Path, work: Path) -> None:
    """The first printed page of some sheets, found by the sheet's name in the running head."""
    import pypdfium2

    profile = f"-env:UserInstallation={(work / 'office').as_uri()}"
    run(["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(work), str(book)])
    printed = book.with_suffix(".pdf")
    with pypdfium2.PdfDocument(printed) as document:
        heads = [page.get_textpage().get_text_range().split() for page in document]
    for name, sheet in SHEETS.items():
        page = str(next(number for number, words in enumerate(heads, 1) if sheet in words[:6]))
        target = str(PICTURES / name)
        run(["pdftoppm", "-png", "-r", "80", "-f", page, "-l", page, "-singlefile", str(printed), target])


def run(command: list[str]) -> None:
    """A program that must end well, and soon."""
    subprocess.run(command, check=True, timeout=240, capture_output=True)  # noqa: S603 - fixed arguments


if __name__ == "__main__":
    sys.exit(main())
