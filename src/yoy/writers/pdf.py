"""The page as a PDF, printed by a Chromium that is on the machine; it runs apart, with a time limit."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from yoy.errors import WriteError
from yoy.lexicon import fail
from yoy.writers.together import Outputs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Names on PATH, then where installers put it where PATH doesn't lead.
_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
_MAC = ("Google Chrome", "Chromium", "Microsoft Edge")
_WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
_FLAGS = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-pdf-header-footer",
)
_SECONDS = 300
_WHOLE = "#print-whole"
"""The place on the page that asks its style for everything."""


def print_page(
    page: str | Path, target: str | Path, *, whole: bool = False, seconds: float = _SECONDS
) -> Path:
    """Prints an HTML file to `target`, with the paging that the page itself sets; raises as `print_into`."""
    with Outputs() as outputs:
        print_into(outputs, Path(page), Path(target), whole=whole, seconds=seconds)
    return Path(target)


def print_into(
    outputs: Outputs, page: Path, target: Path, *, whole: bool = False, seconds: float = _SECONDS
) -> None:
    """Prints an HTML file to what will be `target` when all outputs are put in place.

    Args:
        outputs: takes the file.
        page: the HTML file.
        target: where the PDF goes.
        whole: whether everything is printed, not only what is signed.
        seconds: how long the browser may take.

    Raises:
        WriteError: no Chromium is installed (`no_browser`), it takes longer than `seconds`
            (`print_too_slow`), it fails (`print_failed`), or the target cannot be written.
    """
    browser = find_browser()
    if browser is None:
        raise fail(WriteError, "no_browser", file=target)
    with tempfile.TemporaryDirectory(prefix="yoy-print-") as folder:
        source, printed = Path(folder) / "page.html", Path(folder) / "page.pdf"
        with suppress(FileNotFoundError):  # the browser tells what it misses
            shutil.copyfile(page, source)  # one that is still on its way has no name that a browser knows
        place = source.resolve().as_uri() + (_WHOLE if whole else "")
        _run(_command(browser, place, printed, Path(folder)), target, seconds)
        if not printed.is_file() or not printed.stat().st_size:
            raise fail(WriteError, "print_failed", file=target, browser=browser, reason="no file")
        with outputs.writing(target) as stream, printed.open("rb") as made:
            shutil.copyfileobj(made, stream)


def find_browser() -> str | None:
    """The path of an installed Chromium, Chrome or Edge; None when there is none."""
    return next(filter(None, map(shutil.which, _NAMES)), None) or next(_installed(), None)


def _installed() -> Iterator[str]:
    for path in _places():
        if path.is_file():
            yield str(path)


def _places() -> Iterator[Path]:
    if sys.platform == "darwin":
        for name in _MAC:
            yield Path("/Applications") / f"{name}.app/Contents/MacOS/{name}"
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        root = os.environ.get(variable)
        if root:
            yield from (Path(root) / name for name in _WINDOWS)


def _command(browser: str, place: str, printed: Path, folder: Path) -> Sequence[str]:
    """The command line; Chromium's sandbox refuses to work for root, as in containers."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [
        browser,
        *_FLAGS,
        *(["--no-sandbox"] if root else []),
        f"--user-data-dir={folder / 'profile'}",
        f"--print-to-pdf={printed}",
        place,
    ]


def _run(command: Sequence[str], target: Path, seconds: float) -> None:
    try:
        done = subprocess.run(command, capture_output=True, timeout=seconds, check=False)  # noqa: S603  # a fixed list, no shell
    except subprocess.TimeoutExpired as error:
        raise fail(WriteError, "print_too_slow", file=target, seconds=int(seconds)) from error
    except OSError as error:
        raise fail(WriteError, "print_failed", file=target, browser=command[0], reason=error) from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise fail(
            WriteError, "print_failed", file=target, browser=command[0], reason=said[-1] if said else ""
        )
