"""What a person decides on the page is kept for this comparison alone, and exported as yoy reads it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browser.pages import save
from yoy.review.decisions import parse_decisions

if TYPE_CHECKING:
    from collections.abc import Callable

    import yoy

REFUSED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused') } })"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"


def decide(page: Any) -> Any:
    row = page.locator(".confirm .item").first
    row.scroll_into_view_if_needed()
    row.locator("button[value=accepted]").click()
    row.locator(".ruling input").fill("同一口径")
    row.locator(".ruling input").press("Tab")
    return row


def exported(page: Any, folder: Path) -> tuple[bytes, dict[str, Any]]:
    with page.expect_download() as waiting:
        page.locator("#export").click()
    assert waiting.value.suggested_filename == "review.json"
    target = folder / "review.json"
    waiting.value.save_as(target)
    content = target.read_bytes()
    return content, json.loads(content)


def test_a_decision_is_exported_as_the_schema_says(
    visit: Callable[..., Any], page_file: Path, comparison: yoy.Comparison, tmp_path: Path
) -> None:
    page = visit(page_file)
    page.locator("#who").fill("张三")
    row = decide(page)
    page.locator(".inconsistent .item").first.scroll_into_view_if_needed()
    page.locator(".inconsistent .item select").first.select_option("differs")
    content, whole = exported(page, tmp_path)
    review = parse_decisions(content, "review.json")
    link, finding = review.decisions
    number = next(n for n in comparison.pairs[0].numbers if n.confirm)
    assert (link.kind, link.ruling, link.remark, link.who) == ("pair", "accepted", "同一口径", "张三")
    assert link.comparison == "2017→2018"
    assert link.key == number.key
    assert link.fingerprint == row.get_attribute("data-seen")
    sides = [{q.id: q for q in report.figures.quantities} for report in comparison.reports]
    assert link.prior == (sides[0][number.prior or ""].key,)
    assert link.current == (sides[1][number.current or ""].key,)
    assert (finding.kind, finding.ruling) == ("finding", "differs")
    assert whole["comparison"] == page.locator(".decisions").get_attribute("data-digest")
    jsonschema = pytest.importorskip("jsonschema")
    import yoy.review.decisions as schema_home

    schema = Path(schema_home.__file__).with_name("decisions.schema.json")
    jsonschema.validate(whole, json.loads(schema.read_text(encoding="utf-8")))


def test_a_decision_is_there_again_and_is_not_another_comparisons(
    browser: Any, page_file: Path, comparison: yoy.Comparison, three: yoy.Comparison, tmp_path: Path
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(page_file.as_uri())
    decide(page)
    again = context.new_page()
    again.goto(page_file.as_uri())
    again.locator(".confirm .item").first.scroll_into_view_if_needed()
    assert (
        again.locator(".confirm .item button[value=accepted]").first.get_attribute("aria-pressed") == "true"
    )
    assert again.locator(".confirm .item .ruling input").first.input_value() == "同一口径"
    other = context.new_page()
    other.goto(save(three, tmp_path / "three.html").as_uri())
    assert other.locator(".item.done").count() == 0
    context.close()


def test_leaving_with_unexported_decisions_is_warned_of(
    browser: Any, page_file: Path, tmp_path: Path
) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []

    def answer(dialog: Any) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", answer)
    page.goto(page_file.as_uri())
    decide(page)
    assert page.locator("#kept").inner_text() != ""
    page.close(run_before_unload=True)
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    exported(page, tmp_path)
    assert page.locator("#kept").inner_text() == ""
    with page.expect_event("close"):
        page.close(run_before_unload=True)
    assert asked == ["beforeunload"]
    context.close()


@pytest.mark.parametrize("script", [REFUSED, FULL])
def test_where_storage_is_refused_decisions_are_made_and_exported(
    browser: Any, page_file: Path, tmp_path: Path, script: str
) -> None:
    context = browser.new_context()
    context.add_init_script(script)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(page_file.as_uri())
    decide(page)
    assert "导出" in page.locator("#kept").inner_text()
    _, whole = exported(page, tmp_path)
    assert [one["ruling"] for one in whole["decisions"]] == ["accepted"]
    assert errors == []
    context.close()


def test_a_second_click_takes_a_ruling_back(visit: Callable[..., Any], page_file: Path) -> None:
    page = visit(page_file)
    page.locator(".confirm .item").first.scroll_into_view_if_needed()
    button = page.locator(".confirm .item button[value=rejected]").first
    button.click()
    assert page.locator(".confirm .item.done").count() == 1
    assert "1 / " in page.locator("#decided").inner_text()
    button.click()
    assert page.locator(".confirm .item.done").count() == 0


def test_what_was_decided_is_printed_with_name_and_day(visit: Callable[..., Any], page_file: Path) -> None:
    page = visit(page_file)
    page.locator("#who").fill("张三")
    row = decide(page)
    page.emulate_media(media="print")
    assert row.locator(".ruled").is_visible()
    told = row.locator(".ruled").inner_text()
    assert told.startswith("认可")
    assert "张三" in told
    assert not row.locator(".ruling").is_visible()
