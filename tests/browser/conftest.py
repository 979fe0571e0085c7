"""A real Chromium, the pages it opens, and what it complains of."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest

import yoy
from browser.pages import save
from conftest import ON_CI
from yoy.writers.pdf import find_browser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


def missing(what: str) -> None:
    if ON_CI:
        pytest.fail(f"{what} is required in CI and missing")
    pytest.skip(f"{what} is not installed")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        missing("playwright")
    path = find_browser()
    if path is None:
        missing("Chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def comparison(fixtures: Path) -> yoy.Comparison:
    return yoy.compare([yoy.read(fixtures / "yunxi-fazhi" / f"{year}.txt") for year in (2017, 2018)])


@pytest.fixture(scope="session")
def three(fixtures: Path) -> yoy.Comparison:
    return yoy.compare([yoy.read(fixtures / "yunxi-fazhi" / f"{year}.txt") for year in (2016, 2017, 2018)])


@pytest.fixture(scope="session")
def page_file(comparison: yoy.Comparison, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save(comparison, tmp_path_factory.mktemp("page") / "page.html", workbook_name="book.xlsx")


@pytest.fixture(scope="session")
def three_file(three: yoy.Comparison, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save(three, tmp_path_factory.mktemp("page") / "three.html")


@pytest.fixture
def visit(browser: Any) -> Iterator[Callable[..., Any]]:
    """Opens a file; at the end no page may have complained or asked for anything from elsewhere."""
    contexts, complaints = [], []

    def refuse(dialog: Any) -> None:
        complaints.append(dialog.message)
        dialog.dismiss()

    def watch(request: Any) -> None:
        if not request.url.startswith("file:"):
            complaints.append(request.url)

    def open_file(path: Path, fragment: str = "", *, width: int = 1440, **more: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 900}, **more)
        contexts.append(context)
        context.set_default_timeout(12_000)
        context.set_default_navigation_timeout(60_000)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", refuse)
        page.on("request", watch)
        page.goto(path.as_uri() + fragment)
        return page

    yield open_file
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("scratch")
    yield folder
    shutil.rmtree(folder, ignore_errors=True)
