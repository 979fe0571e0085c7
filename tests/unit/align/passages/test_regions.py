"""Where each passage is looked for first."""

from __future__ import annotations

from decimal import Decimal

from text_reports import report_of
from yoy.align.passage_texts import passage_texts
from yoy.align.passages.regions import Region, linked_regions
from yoy.model import SectionPair

PRIOR = "一、工作\n（一）公开\n公开信息。\n（二）监督\n开展检查。\n二、打算\n继续推进。"
CURRENT = "一、工作\n公开信息。\n开展检查。\n二、打算\n继续推进。"


def regions(*links: SectionPair) -> list[Region]:
    prior, current = report_of(PRIOR), report_of(CURRENT, 2018)
    root = SectionPair(prior=("s0",), current=("s0",), relation="same", score=Decimal(1))
    return linked_regions(prior, current, [root, *links], passage_texts(prior), passage_texts(current))


def link(prior: str, current: str, *, moved: bool = False, confirm: bool = False) -> SectionPair:
    return SectionPair(
        prior=(prior,), current=(current,), relation="same", score=Decimal(1), moved=moved, confirm=confirm
    )


def said(region: Region) -> tuple[list[str], list[str]]:
    return [t.text.strip() for t in region.prior], [t.text.strip() for t in region.current]


def test_a_part_without_partner_is_read_with_the_chapter_above_it() -> None:
    _, work, _ = regions(link("s1", "s1"), link("s4", "s2"))
    prior, current = said(work)
    assert "开展检查。" in prior
    assert "开展检查。" in current


def test_every_passage_is_in_one_region() -> None:
    found = regions(link("s1", "s1"), link("s4", "s2"))
    assert sum(len(region.prior) for region in found) == len(passage_texts(report_of(PRIOR)))
    assert sum(len(region.current) for region in found) == len(passage_texts(report_of(CURRENT)))


def test_headings_of_a_link_open_its_region_and_a_doubtful_link_says_so() -> None:
    _, work, plans = regions(link("s1", "s1"), link("s4", "s2", confirm=True))
    assert (work.opens, plans.opens) == ((0, 0), (0, 0))
    assert (work.certain, plans.certain) == (True, False)


def test_what_stands_in_a_moved_chapter_has_moved() -> None:
    _, work, plans = regions(link("s1", "s1", moved=True), link("s4", "s2"))
    assert (work.moved, plans.moved) == (True, False)
