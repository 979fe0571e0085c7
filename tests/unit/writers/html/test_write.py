"""The written page: whole, safe, the same every time, every link alive."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

import yoy
from builder import build_comparison
from hostile_text import HOSTILE, ONE, comparison_of, report_of
from html_reading import Element, bodies, parse, solid
from yoy.model import (
    Comparison,
    Figures,
    Passage,
    PassagePair,
    ReportPair,
    Span,
)
from yoy.writers.anchors import Side, anchor_in_pair, anchor_of_finding, anchor_of_number, anchor_of_pair
from yoy.writers.html.write import write_html
from yoy.writers.options import WriteOptions

if TYPE_CHECKING:
    from pathlib import Path


def written(comparison: Comparison, **options: object) -> bytes:
    stream = io.BytesIO()
    write_html(comparison, stream, WriteOptions(**options))  # type: ignore[arg-type]
    return stream.getvalue()


@pytest.fixture(scope="module")
def page() -> bytes:
    return written(build_comparison())


@pytest.fixture(scope="module")
def tree(page: bytes) -> Element:
    return parse(page)


@pytest.fixture(scope="module")
def three_years(fixtures: Path) -> Comparison:
    return yoy.compare([yoy.read(fixtures / "yunxi-fazhi" / f"{year}.txt") for year in (2016, 2017, 2018)])


def text_of(element: Element) -> str:
    return re.sub(r"\s+", " ", element.text()).strip()


def by_id(tree: Element, name: str) -> Element:
    found = [element for element in tree.walk() if element.attrs.get("id") == name]
    assert len(found) == 1, f"{len(found)} elements are called {name}"
    return found[0]


def pairs_of(tree: Element) -> list[Element]:
    return [element for element in tree.find("pair") if "data-pair" in element.attrs]


def keeps_both_texts(comparison: Comparison, tree: Element) -> None:
    for pair, element in zip(comparison.pairs, pairs_of(tree), strict=True):
        prior, current = bodies(element)
        assert solid(prior) == solid(comparison.report(pair.prior).text)
        assert solid(current) == solid(comparison.report(pair.current).text)


def test_every_character_of_both_reports_is_on_the_page_in_order(tree: Element) -> None:
    keeps_both_texts(build_comparison(), tree)


def test_every_character_of_three_real_reports_is_on_the_page(three_years: Comparison) -> None:
    keeps_both_texts(three_years, parse(written(three_years)))


def test_a_changed_figure_shows_both_years_and_the_difference(tree: Element) -> None:
    row = by_id(tree, anchor_of_number("2018", "n3"))
    assert "全区审批事项总数" in text_of(row)
    assert [text_of(cell) for cell in row.find("num")][-2:] == ["−23项", "−4.0%"]
    assert "down" in row.classes


def test_a_figure_in_the_text_leads_to_its_row(tree: Element) -> None:
    figures = [element for element in tree.find("q") if element.text() == "558项"]
    assert figures[0].attrs["href"] == "#n3-2018"
    assert figures[0].attrs["data-d"] == "↓23"


def test_an_inconsistent_claim_is_told_at_the_top_in_the_text_and_among_the_checks(tree: Element) -> None:
    anchor = anchor_of_finding(("2018",), "f1")
    finding = text_of(by_id(tree, anchor))
    assert "110 ÷ 154" in finding
    assert "71.4286%" in finding
    assert "82.09%" in finding
    links = [element for element in tree.walk() if element.attrs.get("href") == f"#{anchor}"]
    assert len(links) >= 3


def test_reports_without_a_title_are_headed_by_what_they_are() -> None:
    built = build_comparison()
    bare = []
    for report in built.reports:
        document = replace(report.outline.document, title="", issuer="")
        bare.append(replace(report, outline=replace(report.outline, document=document)))
    page = written(replace(built, reports=tuple(bare))).decode()
    assert re.search(r"<h1[^>]*>\s*(?:<[^>]+>)*2017–2018年度报告", page)


def test_moved_text_is_linked_both_ways(tree: Element) -> None:
    here, away = tree.find("moved_here")[0], tree.find("moved_away")[0]
    assert [a.attrs["href"] for a in here.walk() if a.tag == "a" and "移自" in a.text()] == [
        f"#{away.attrs['id']}"
    ]
    assert [a.attrs["href"] for a in away.walk() if a.tag == "a" and "移至" in a.text()] == [
        f"#{here.attrs['id']}"
    ]


def test_unchanged_runs_are_folded_and_tell_their_length(tree: Element) -> None:
    assert text_of(tree.find("fold")[0]).startswith("未变 4 句")


def test_notes_are_on_the_page_outside_anything_folded(tree: Element) -> None:
    notes = tree.find("notes")[0]
    ancestors = []
    at: Element | None = notes
    while at is not None:
        ancestors.append(at.tag)
        at = at.parent
    assert "details" not in ancestors
    assert "heading_repeated" in text_of(notes) or "（一）" in text_of(notes)


def test_only_changes_keeps_the_changed_rows_and_the_folded_runs(tree: Element) -> None:
    rows = tree.find("r")
    assert rows
    for row in rows:
        shown = not row.find("g") or "fc" in row.classes
        changed = {"edited", "added", "removed", "moved_here", "moved_away"} & row.classes
        noise = {"fy", "fn", "fp", "fs"} & row.classes
        assert shown or not changed or noise


def test_every_link_leads_somewhere_and_every_name_is_given_once(three_years: Comparison) -> None:
    for comparison in (build_comparison((2016, 2017, 2018)), three_years):
        tree = parse(written(comparison))
        names = [element.attrs["id"] for element in tree.walk() if "id" in element.attrs]
        assert len(names) == len(set(names))
        links = {a.attrs["href"][1:] for a in tree.walk() if a.attrs.get("href", "").startswith("#")}
        assert links <= set(names)


def test_the_anchors_that_other_outputs_use_are_there(three_years: Comparison) -> None:
    names = {element.attrs.get("id", "") for element in parse(written(three_years)).walk()}
    for pair in three_years.pairs:
        wanted = {anchor_of_pair(pair.prior, pair.current)}
        wanted |= {anchor_of_number(pair.current, number.id) for number in pair.numbers}
        sides: tuple[Side, Side] = ("prior", "current")
        for side in sides:
            report = three_years.report(pair.prior if side == "prior" else pair.current)
            ids = [passage.id for passage in report.outline.passages]
            ids += [section.id for section in report.outline.sections]
            ids += [table.id for table in report.document.tables]
            wanted |= {anchor_in_pair(pair.prior, pair.current, side, name) for name in ids}
            wanted |= {anchor_of_finding((report.id,), finding.id) for finding in report.findings}
        wanted |= {anchor_of_finding((pair.prior, pair.current), finding.id) for finding in pair.findings}
        assert sorted(wanted - names) == []


def test_nothing_but_our_own_style_and_script_may_run(page: bytes, tree: Element) -> None:
    policy = next(
        e.attrs["content"] for e in tree.walk() if e.attrs.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none'; ")
    for kind in ("style", "script"):
        source = re.search(rf"<{kind}>(.*?)</{kind}>".encode(), page, re.DOTALL)
        assert source is not None
        digest = base64.b64encode(hashlib.sha256(source[1]).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    attributes = {name for element in tree.walk() for name in element.attrs}
    assert not {name for name in attributes if name == "style" or name.startswith("on")}
    assert not {"src", "srcset", "action", "formaction"} & attributes


def test_nothing_is_fetched(page: bytes) -> None:
    assert b"http://" not in page
    assert b"https://" not in page
    assert b"@import" not in page
    assert b"url(" not in page


def test_same_comparison_same_bytes(page: bytes) -> None:
    assert written(build_comparison()) == page


def test_english_words_on_demand_with_the_report_in_its_own_language() -> None:
    tree = parse(written(build_comparison(), lang="en"))
    root = next(element for element in tree.walk() if element.tag == "html")
    assert root.attrs["lang"] == "en"
    assert tree.find("sheet")[0].attrs["lang"] == "zh"
    assert "Side by side" in text_of(tree.find("views")[0])


def test_series_over_three_years_have_their_line() -> None:
    tree = parse(written(build_comparison((2016, 2017, 2018))))
    series = text_of(by_id(tree, "series"))
    assert "全区审批事项总数612项581项558项" in series
    assert len(by_id(tree, "series").find("spark")) == 3


def test_changed_cells_of_a_table_are_marked(tree: Element) -> None:
    tables = tree.find("pairing")[0]
    assert [text_of(cell) for cell in tables.find("changed")] == ["402", "1207", "455", "1211"]
    assert {"烟草专卖局", "文化执法大队"} <= {text_of(cell) for cell in tables.find("alone")}


def test_numbers_set_aside_are_listed_with_their_places(tree: Element) -> None:
    assert "2018年" in text_of(by_id(tree, "asides"))


@pytest.mark.parametrize(
    ("first", "odd", "even"), [(1, "right", "left"), (3, "right", "left"), (4, "left", "right")]
)
def test_paging_continues_another_document(first: int, odd: str, even: str) -> None:
    style = written(build_comparison(), first_page=first).decode()
    assert re.search(rf"@page :{odd}\{{[^@]*@bottom-right", style)
    assert re.search(rf"@page :{even}\{{[^@]*@bottom-left", style)
    assert (f"counter-reset:page {first - 1}" in style) == (first != 1)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_a_report_stays_text(text: str) -> None:
    comparison = comparison_of(text)
    page = written(comparison)
    tree = parse(page)
    keeps_both_texts(comparison, tree)
    expected = [element.tag for element in parse(written(comparison_of("平常"))).walk()]
    assert [element.tag for element in tree.walk() if "unseen" not in element.classes] == expected
    assert not [c for c in page.decode() if c in "\u202e\u202c\u200b\u00ad\ufeff\x00\x07\x1b"]


def test_ten_megabytes_of_one_character_are_written_in_time() -> None:
    text = "一" * 10_000_000
    report = report_of("标题", 2017)
    long = replace(
        report,
        outline=replace(
            report.outline,
            document=replace(report.document, text=text),
            passages=(Passage(id="p0", section="s0", kind="sentence", span=Span(0, len(text))),),
        ),
        figures=Figures(quantities=(), set_aside=()),
    )
    other = replace(report_of("标题", 2018), figures=Figures(quantities=(), set_aside=()))
    entries = (
        PassagePair(prior=("p0",), current=(), relation="removed", score=ONE),
        PassagePair(prior=(), current=("p0",), relation="added", score=ONE),
    )
    pair = ReportPair(prior="2017", current="2018", sections=(), passages=entries, tables=(), numbers=())
    page = written(Comparison(settings={}, reports=(long, other), pairs=(pair,)))
    assert page.count("一".encode()) >= len(text)


def test_the_front_names_every_open_item_in_the_comparisons_own_order() -> None:
    comparison = build_comparison((2016, 2017, 2018))
    tree = parse(written(comparison))
    for pair in comparison.pairs:
        front = by_id(tree, f"open-{anchor_of_pair(pair.prior, pair.current)}")
        rows = front.find("item")
        assert [row.attrs["data-key"] for row in rows] == [item.key for item in pair.open]
        assert all(text_of(row.find("what")[0]) for row in rows)
        told = [
            int(text_of(kind).split()[-1])
            for kind in front.find("kinds")[0].children
            if isinstance(kind, Element)
        ]
        kinds = [item.kind for item in pair.open]
        assert told == [kinds.count(kind) for kind in dict.fromkeys(kinds)]


def test_keys_weights_and_digests_are_no_words_of_the_page(tree: Element) -> None:
    comparison = build_comparison()
    body = next(element for element in tree.walk() if element.tag == "body")
    shown = body.text(without=frozenset(("script",)))
    pair = comparison.pairs[0]
    keys = {number.key for number in pair.numbers} | {item.key for item in pair.open}
    assert not [key for key in keys if len(key) > 4 and key in shown]
    for report in comparison.reports:
        assert shown.count(report.document.source.sha256) == 1


def test_text_that_moved_together_points_there_once(three_years: Comparison) -> None:
    tree = parse(written(three_years))
    followers = tree.find("on")
    assert followers
    for row in followers:
        assert {"moved_here", "moved_away"} & row.classes
        assert "移至" not in row.text()
        assert "移自" not in row.text()


def test_a_finding_is_told_at_its_sentence(three_years: Comparison) -> None:
    tree = parse(written(three_years))
    notes = [
        note.text() for row in tree.find("r") for note in row.find("x") if "inconsistent" in note.classes
    ]
    claims = [f.args["claim"] for f in three_years.reports[-1].findings if f.verdict == "inconsistent"]
    assert claims
    for claim in claims:
        assert any(str(claim) in note for note in notes)


def test_an_english_page_speaks_of_open_items_and_no_yuan(fixtures: Path) -> None:
    reports = [yoy.read(fixtures / "harbour-council" / f"{year}.txt") for year in (2017, 2018)]
    page = written(yoy.compare(reports)).decode()
    shown = parse(page.encode()).text()
    assert "Open items" in shown
    assert "flux" in shown
    assert "元" not in re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)
