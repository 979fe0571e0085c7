"""What one sees first: tabs and open items, the gravest first, the same in number as in the JSON document."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from yoy.writers.json import write_json
from yoy.writers.options import WriteOptions

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import yoy

IN_SIGHT = """s => [...document.querySelectorAll(s)].filter(e => {
  const box = e.getBoundingClientRect();
  return box.height && box.top >= 0 && box.bottom <= innerHeight;
}).length"""
SIZES = {1440: (900, 6), 820: (1180, 5), 390: (844, 2)}


def counts_of(comparison: yoy.Comparison) -> list[dict[str, int]]:
    stream = io.BytesIO()
    write_json(comparison, stream, WriteOptions())
    return [pair["counts"] for pair in json.loads(stream.getvalue())["comparisons"]]


@pytest.mark.parametrize("width", SIZES)
def test_the_first_screen_shows_the_tabs_and_what_does_not_agree(
    visit: Callable[..., Any], page_file: Path, width: int
) -> None:
    height, least = SIZES[width]
    page = visit(page_file, width=width)
    page.set_viewport_size({"width": width, "height": height})
    assert page.evaluate(IN_SIGHT, ".views a[aria-current]") == 1
    assert page.evaluate(IN_SIGHT, ".items .inconsistent .item .what") >= least
    assert page.evaluate("scrollY") == 0


def test_counts_are_those_of_the_json_document(
    visit: Callable[..., Any], three_file: Path, three: yoy.Comparison
) -> None:
    page = visit(three_file)
    for pair, counts in zip(three.pairs, counts_of(three), strict=True):
        front = page.locator(f"#open-c-{pair.prior}-{pair.current}")
        assert front.locator(".item").count() == counts["open"]
        for kind in ("inconsistent", "suspect", "confirm", "flagged", "dropped", "promise"):
            assert front.locator(f"tbody.{kind} .item").count() == counts[kind]
            told = front.locator(f".kinds .{kind} b").all_text_contents()
            assert told == ([str(counts[kind])] if counts[kind] else [])


def test_every_item_has_words_a_place_and_what_to_do(visit: Callable[..., Any], page_file: Path) -> None:
    page = visit(page_file)
    lacking = page.evaluate(
        """[...document.querySelectorAll('.items .item')].filter(row =>
            !row.querySelector('.what a').textContent.trim() || !row.querySelector('.said').textContent.trim()
            || !(row.querySelector('.todo') ?? row.parentElement.querySelector('.kind .todo')).textContent.trim()
        ).map(row => row.id)"""
    )
    assert lacking == []


def test_each_pair_has_its_own_front_and_they_lead_to_each_other(
    visit: Callable[..., Any], three_file: Path
) -> None:
    page = visit(three_file)
    assert page.locator("#open-head-c-2017-2018").is_visible()
    page.locator("#open-c-2017-2018 .others a").click()
    assert page.locator("#open-head-c-2016-2017").is_visible()
    assert not page.locator("#open-head-c-2017-2018").is_visible()
    assert page.locator("#pick").input_value() == "c-2016-2017"


def test_keys_and_weights_are_not_shown(
    visit: Callable[..., Any], page_file: Path, comparison: yoy.Comparison
) -> None:
    page = visit(page_file, java_script_enabled=False)
    shown = page.locator("body").inner_text()
    pair = comparison.pairs[0]
    assert not [item.key for item in pair.open if item.key in shown]
    for report in comparison.reports:
        assert shown.count(report.document.source.sha256) == 1
    assert "相似度" not in shown
