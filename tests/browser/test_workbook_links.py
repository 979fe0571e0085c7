"""A link of the workbook opens the change it belongs to, in the page beside it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import openpyxl

from html_reading import parse
from yoy.writers.excel.write import write_workbook
from yoy.writers.options import WriteOptions

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import yoy


def links_of(comparison: yoy.Comparison, name: str) -> list[str]:
    """Fragments of all links that lead to the page."""
    stream = io.BytesIO()
    write_workbook(comparison, stream, WriteOptions(html_name=name))
    stream.seek(0)
    found = []
    for sheet in openpyxl.load_workbook(stream).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                link = cell.hyperlink
                if link is None or not link.target:
                    continue
                target, _, fragment = unquote(link.target).partition("#")
                if target == name:
                    found.append(fragment or link.location or "")
    return found


def test_every_link_of_the_workbook_names_a_place_of_the_page(
    comparison: yoy.Comparison, page_file: Path
) -> None:
    names = {element.attrs.get("id") for element in parse(page_file.read_bytes()).walk()}
    links = links_of(comparison, page_file.name)
    assert len(links) > 100
    assert sorted(set(links) - names) == []


def test_links_of_each_kind_land_in_sight(
    visit: Callable[..., Any], comparison: yoy.Comparison, page_file: Path
) -> None:
    links = [link for link in links_of(comparison, page_file.name) if link]
    by_kind = {link[0]: link for link in links}
    assert set(by_kind) == set("nfps")
    for link in by_kind.values():
        page = visit(page_file, f"#{link}")
        box = page.locator(f"[id='{link}']").bounding_box()
        assert box is not None, link
        assert -5 <= box["y"] < 900, link
