"""The page on paper: A4, numbers where GB/T 9704 puts them, heads repeated, nothing left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest

from browser.pages import save
from conftest import require
from html_reading import solid
from yoy.errors import WriteError
from yoy.writers import pdf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import yoy

MM = 72 / 25.4


@pytest.fixture(scope="module")
def chromium() -> str:
    found = pdf.find_browser()
    return found or require("chromium")


def printed(comparison: yoy.Comparison, folder: Path, first: int, *, whole: bool = False) -> Any:
    page = save(comparison, folder / f"page-{first}.html", first_page=first, date="2019-03-15")
    return pypdfium2.PdfDocument(pdf.print_page(page, folder / f"page-{first}-{whole}.pdf", whole=whole))


def foot(page: Any) -> str:
    """What stands below the text block, which ends 35 mm above the edge."""
    return str(page.get_textpage().get_text_bounded(0, 0, 210 * MM, 34 * MM)).strip()


@pytest.mark.parametrize("first", [1, 4])
def test_pages_are_numbered_odd_right_even_left(
    chromium: str, comparison: yoy.Comparison, scratch: Path, first: int
) -> None:
    document = printed(comparison, scratch, first)
    assert len(document) > 10
    for index, page in enumerate(document):
        number = first + index
        assert [round(size / MM) for size in page.get_size()] == [210, 297]
        assert re.fullmatch(rf"— {number} —", foot(page)), foot(page)
        half = (105 * MM, 210 * MM) if number % 2 else (0, 105 * MM)
        assert str(number) in page.get_textpage().get_text_bounded(half[0], 0, half[1], 34 * MM)


def test_every_sheet_but_the_first_bears_the_title_and_tables_repeat_their_heads(
    chromium: str, comparison: yoy.Comparison, scratch: Path
) -> None:
    document = printed(comparison, scratch, 1, whole=True)
    texts = [page.get_textpage().get_text_range() for page in document]
    for text in texts[1:]:
        assert "法治政府建设情况报告" in text[:80]
    heads = [text for text in map(solid, texts) if "增减额" in text and "增减率" in text]
    assert len(heads) >= 3


def test_the_archive_header_the_whole_text_and_the_manifest_are_printed(
    chromium: str, comparison: yoy.Comparison, scratch: Path
) -> None:
    document = printed(comparison, scratch, 1, whole=True)
    texts = [page.get_textpage().get_text_range() for page in document]
    assert "责任者" in texts[0]
    assert "20190315" in texts[0]
    for report in comparison.reports:
        assert report.document.source.sha256 in solid(texts[-1])
    whole = solid("".join(texts))
    same = [entry for entry in comparison.pairs[0].passages if entry.relation == "same" and entry.current]
    current = comparison.report("2018")
    places = {passage.id: passage.span for passage in current.outline.passages}
    words = [solid(places[entry.current[0]].of(current.text)) for entry in same]
    kept = [text[:8] for text in words if len(text) >= 8]
    assert len(kept) > 20
    assert sum(text in whole for text in kept) >= 0.9 * len(kept)


SHEETS = 16
"""The most that is signed, of a pair of reports of some 6,000 characters."""


def test_by_default_what_is_signed_is_printed_every_item_with_its_words_and_heads_repeated(
    chromium: str, comparison: yoy.Comparison, scratch: Path
) -> None:
    document = printed(comparison, scratch, 1)
    texts = [solid(page.get_textpage().get_text_range()) for page in document]
    assert len(document) <= SHEETS
    whole = "".join(texts)
    pair = comparison.pairs[0]
    findings = {
        (f.id, f.key): f
        for f in (*comparison.reports[1].findings, *pair.findings)
        if f.verdict == "inconsistent"
    }
    names = [(item.finding, item.key) for item in pair.open if item.kind == "inconsistent"]
    wrong = [findings[name] for name in names if name in findings]
    assert wrong
    for finding in wrong:
        assert solid(str(finding.args["claim"])) in whole
    heads = [text for text in texts if "差异与缘由" in text]
    assert len(heads) >= len(document) - 3
    assert "未列数字" not in whole
    for report in comparison.reports:
        assert whole.count(report.document.source.sha256) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white_and_print_is_black(visit: Callable[..., Any], page_file: Path, scheme: str) -> None:
    page = visit(page_file, color_scheme=scheme)
    page.emulate_media(media="print", color_scheme=scheme)
    colours = page.evaluate(
        """() => [document.documentElement, document.querySelector(".items td.why"), document.querySelector(".edited .w ins:not([class])")]
            .map(e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).color])"""
    )
    clear = "rgba(0, 0, 0, 0)"
    assert colours[0] == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    assert colours[1] == [clear, "rgb(0, 0, 0)"]
    assert colours[2] == [clear, "rgb(18, 58, 107)"]


def test_a_printed_sheet_is_white_to_its_edges(
    chromium: str, comparison: yoy.Comparison, scratch: Path
) -> None:
    image = printed(comparison, scratch, 1)[1].render(scale=0.5).to_numpy()
    edges = (image[0], image[-1], image[:, 0], image[:, -1])
    assert all((edge == 255).all() for edge in edges)


def test_no_row_is_cut_by_the_end_of_a_sheet(visit: Callable[..., Any], page_file: Path) -> None:
    page = visit(page_file)
    page.emulate_media(media="print")
    kept = page.evaluate(
        "[...document.querySelectorAll('.items tr')].every(e => getComputedStyle(e).breakInside === 'avoid')"
    )
    assert kept
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.items thead')).display")
        == "table-header-group"
    )


def test_without_a_browser_the_error_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pdf, "find_browser", lambda: None)
    with pytest.raises(WriteError) as caught:
        pdf.print_page(tmp_path / "page.html", tmp_path / "page.pdf")
    assert caught.value.slug == "no_browser"
    assert "Install" in caught.value.hint
    assert not (tmp_path / "page.pdf").exists()


def test_a_browser_that_fails_leaves_the_old_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    target = tmp_path / "page.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr(pdf, "find_browser", lambda: require("false"))
    with pytest.raises(WriteError) as caught:
        pdf.print_page(tmp_path / "page.html", target)
    assert caught.value.slug == "print_failed"
    assert target.read_bytes() == b"old"
