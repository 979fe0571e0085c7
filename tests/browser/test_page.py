"""The page in a real Chromium: views, filters, keys, links, addresses, hints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from yoy.writers.anchors import anchor_in_pair, anchor_of_number

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import yoy

VIEWS = ("open", "side", "merged", "figures", "checks", "sections", "tables", "asides", "summary")


def shown(page: Any, selector: str) -> list[str]:
    """Ids of the elements that are displayed, near or far from the window."""
    script = "s => [...document.querySelectorAll(s)].filter(e => e.getClientRects().length).map(e => e.id)"
    found: list[str] = page.evaluate(script, selector)
    return found


def in_window(page: Any, name: str) -> bool:
    box = page.locator(f"[id='{name}']").bounding_box()
    return box is not None and -5 <= box["y"] < page.viewport_size["height"]


def open_view(page: Any, view: str) -> None:
    page.locator(f".views a[data-view={view}]").click()


@pytest.mark.parametrize("view", VIEWS)
def test_each_view_shows_itself_alone(visit: Callable[..., Any], page_file: Path, view: str) -> None:
    page = visit(page_file)
    open_view(page, view)
    views = shown(page, ".view")
    assert len(views) == 1
    assert page.locator(".views a[aria-current]").get_attribute("data-view") == view
    assert page.locator(f"#{views[0]} .viewhead").is_visible()


def test_side_by_side_and_redline_show_the_same_row_in_two_ways(
    visit: Callable[..., Any], page_file: Path
) -> None:
    page = visit(page_file)
    open_view(page, "side")
    row = page.locator(".r.edited:has(.w ins)").first
    assert row.locator(".o").first.is_visible()
    assert not row.locator(".w del").first.is_visible()
    page.keyboard.press("s")
    assert not row.locator(".o").first.is_visible()
    assert row.locator(".w ins").first.is_visible()


@pytest.mark.parametrize("flag", ["fc", "ff", "fm", "fa", "fd", "fi", "fq"])
def test_a_filter_leaves_what_it_names(visit: Callable[..., Any], page_file: Path, flag: str) -> None:
    page = visit(page_file)
    open_view(page, "side")
    every = len(shown(page, ".r"))
    page.locator(f".filters input[value={flag}]").first.check()
    left = set(shown(page, ".r:not(.h)"))
    wanted = set(page.evaluate("f => [...document.querySelectorAll(`.r.${f}:not(.h)`)].map(e => e.id)", flag))
    noise = set(page.evaluate("[...document.querySelectorAll('.r:is(.fy,.fn,.fp,.fs)')].map(e => e.id)"))
    assert wanted <= left
    assert left - wanted <= (noise if flag == "fc" else set())
    assert len(shown(page, ".r")) < every
    said = page.locator(f".filters label:has(input[value={flag}]) .n").first.inner_text()
    assert int(said) == page.locator(f".r.{flag}").count()


def test_noise_of_a_new_year_can_be_left_out(visit: Callable[..., Any], page_file: Path) -> None:
    page = visit(page_file)
    open_view(page, "side")
    page.locator(".filters input[value=fc]").first.check()
    before = set(shown(page, ".r.fy:not(.fc)"))
    page.locator(".filters input[value=fy]").first.uncheck()
    assert before
    assert not set(shown(page, ".r.fy:not(.fc, .fn, .fp, .fs)"))


def test_n_and_p_walk_through_the_changes(visit: Callable[..., Any], page_file: Path) -> None:
    page = visit(page_file)
    open_view(page, "side")
    changes = page.evaluate("[...document.querySelectorAll('.r.g.fc')].map(e => e.id)")
    for step in (0, 1, 2):
        page.keyboard.press("n")
        assert page.locator(".at").get_attribute("id") == changes[step]
        assert in_window(page, changes[step])
    page.keyboard.press("p")
    assert page.locator(".at").get_attribute("id") == changes[1]
    assert str(len(changes)) in page.locator("#count").inner_text()
    page.locator("#next").click()
    assert page.locator(".at").get_attribute("id") == changes[2]


def test_j_and_k_walk_through_the_sections(visit: Callable[..., Any], page_file: Path) -> None:
    page = visit(page_file)
    open_view(page, "side")
    sections = page.evaluate("[...document.querySelectorAll('.b[id]')].map(e => e.id)")
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.evaluate("location.hash.slice(1)")
    assert sections.index(second) >= 1
    page.keyboard.press("k")
    assert page.evaluate("location.hash.slice(1)") == sections[sections.index(second) - 1]


def test_the_question_mark_explains_the_keys(visit: Callable[..., Any], page_file: Path) -> None:
    page = visit(page_file)
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#help").is_visible()


def test_keys_typed_into_the_search_stay_there(visit: Callable[..., Any], page_file: Path) -> None:
    page = visit(page_file)
    page.keyboard.press("/")
    page.keyboard.type("npjk?s")
    assert page.locator("#find").input_value() == "npjk?s"
    assert not page.locator("#help").is_visible()


def test_search_finds_a_word_and_goes_there(visit: Callable[..., Any], page_file: Path) -> None:
    page = visit(page_file)
    open_view(page, "side")
    page.keyboard.press("/")
    page.keyboard.type("审批事项")
    page.wait_for_selector("#hits a")
    first = page.locator("#hits a").first.get_attribute("href")
    page.keyboard.press("Enter")
    assert page.locator(".at").get_attribute("id") == first[1:]
    assert in_window(page, first[1:])
    assert "审批事项" in page.locator(".at").inner_text()


def test_search_that_finds_nothing_says_so(visit: Callable[..., Any], page_file: Path) -> None:
    page = visit(page_file)
    open_view(page, "side")
    page.locator("#find").fill("没有这样的话")
    page.wait_for_selector("#hits p")
    assert page.locator("#hits a").count() == 0


def test_a_link_from_the_workbook_opens_the_row_of_the_figure(
    visit: Callable[..., Any], page_file: Path, comparison: yoy.Comparison
) -> None:
    numbers = comparison.pairs[0].numbers[::40]
    assert len(numbers) > 3
    for number in numbers:
        anchor = anchor_of_number("2018", number.id)
        page = visit(page_file, f"#{anchor}")
        assert in_window(page, anchor)
        assert page.locator(f"[id='{anchor}'].at").count() == 1


def test_a_link_from_the_workbook_opens_a_folded_passage(
    visit: Callable[..., Any], page_file: Path, comparison: yoy.Comparison
) -> None:
    pair = comparison.pairs[0]
    quiet = [entry for entry in pair.passages if entry.relation == "same" and entry.prior and not entry.moved]
    assert len(quiet) > 15
    for entry in quiet[::15]:
        for side, ids in (("prior", entry.prior), ("current", entry.current)):
            anchor = anchor_in_pair("2017", "2018", side, ids[0])  # type: ignore[arg-type]
            assert in_window(visit(page_file, f"#{anchor}"), anchor)


def test_the_address_brings_back_view_filter_and_place(visit: Callable[..., Any], page_file: Path) -> None:
    page = visit(page_file)
    open_view(page, "merged")
    page.locator(".filters input[value=fa]").first.check()
    page.keyboard.press("n")
    place = page.locator(".at").get_attribute("id")
    again = visit(page_file, page.evaluate("location.hash"))
    assert again.locator(".views a[aria-current]").get_attribute("data-view") == "merged"
    assert again.locator(".filters input[value=fa]").first.is_checked()
    assert again.locator(".at").get_attribute("id") == place
    assert in_window(again, place)


def test_going_back_returns_to_where_one_was(visit: Callable[..., Any], page_file: Path) -> None:
    page = visit(page_file)
    open_view(page, "side")
    page.locator(".tree a").nth(5).click()
    page.locator(".tree a").nth(9).click()
    page.go_back()
    assert page.evaluate("location.hash") == page.locator(".tree a").nth(5).get_attribute("href")


def test_moved_text_leads_there_and_back(visit: Callable[..., Any], page_file: Path) -> None:
    page = visit(page_file)
    open_view(page, "side")
    here = page.locator(".r.moved_here:has(.x)").first
    name = here.get_attribute("id")
    here.locator(".x a").first.click()
    there = page.locator(".at")
    assert "moved_away" in (there.get_attribute("class") or "")
    there.locator(".x a").first.click()
    assert page.locator(".at").get_attribute("id") == name


def test_a_folded_run_opens_by_a_click(visit: Callable[..., Any], page_file: Path) -> None:
    page = visit(page_file)
    open_view(page, "side")
    fold = page.locator("details.fold").first
    assert not fold.locator(".r").first.is_visible()
    fold.locator("summary").click()
    assert fold.locator(".r").first.is_visible()


@pytest.mark.parametrize("way", ["hover", "focus", "click", "tap"])
def test_a_figure_tells_what_became_of_it(visit: Callable[..., Any], page_file: Path, way: str) -> None:
    page = visit(page_file, has_touch=way == "tap")
    open_view(page, "side")
    figure = page.locator(".w ins .q.down, .w ins .q.up").first
    figure.scroll_into_view_if_needed()
    getattr(figure, way)()
    tip = page.locator("#tip")
    assert tip.is_visible()
    row = page.locator(f"[id='{figure.get_attribute('href')[1:]}']")
    assert row.locator(".diff").text_content() in tip.text_content()
    assert row.locator(".ind").text_content() in tip.text_content()
    page.keyboard.press("Escape")
    assert not tip.is_visible()


def test_the_hint_of_a_checked_figure_shows_the_formula(visit: Callable[..., Any], page_file: Path) -> None:
    page = visit(page_file)
    open_view(page, "side")
    figure = page.locator(".w .q.inconsistent").first
    figure.scroll_into_view_if_needed()
    figure.click()
    assert "÷" in page.locator("#tip").text_content() or "+" in page.locator("#tip").text_content()
    page.locator("#tip a").click()
    assert page.locator("tr.at").get_attribute("id") == figure.get_attribute("href")[1:]


def test_figures_sort_by_size_and_back(visit: Callable[..., Any], page_file: Path) -> None:
    page = visit(page_file)
    open_view(page, "figures")
    for head, data in (("diff", "d"), ("grow", "r")):
        page.locator(f".figures th.{head} [role=button]").click()
        rows = page.evaluate(
            "k => [...document.querySelectorAll('.figures tbody tr')].map(r => r.dataset[k])", data
        )
        values = [float(value) for value in rows if value]
        assert values == sorted(values, reverse=True)
        assert rows[: len(values)] == [value for value in rows if value]
        assert page.locator(f".figures th.{head}").get_attribute("aria-sort") == "descending"
    page.locator(".figures th.sec [role=button]").click()
    order = page.evaluate("[...document.querySelectorAll('.figures tbody tr')].map(r => +r.dataset.n)")
    assert order == sorted(order)


def test_figures_filter_by_what_became_of_them(visit: Callable[..., Any], page_file: Path) -> None:
    page = visit(page_file)
    open_view(page, "summary")
    page.locator(".tally a[data-relation=removed]").click()
    rows = shown(page, ".figures tbody tr")
    assert rows
    assert set(rows) == set(shown(page, ".figures tbody tr.removed"))


def test_the_minimap_leads_into_the_text(visit: Callable[..., Any], page_file: Path) -> None:
    page = visit(page_file)
    open_view(page, "summary")
    slab = page.locator(".strip rect[data-go]").nth(4)
    slab.click()
    assert page.locator(".at").get_attribute("id") == slab.get_attribute("data-go")


def test_three_years_are_picked_pair_by_pair(visit: Callable[..., Any], three_file: Path) -> None:
    page = visit(three_file)
    assert shown(page, ".pair") == ["c-2017-2018"]
    page.locator("#pick").select_option("c-2016-2017")
    assert shown(page, ".pair") == ["c-2016-2017"]
    again = visit(three_file, page.evaluate("location.hash"))
    assert shown(again, ".pair") == ["c-2016-2017"]
    open_view(page, "series")
    assert shown(page, ".view") == ["series"]
