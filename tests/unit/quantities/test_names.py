"""English names told apart by the section that heads their group."""

from __future__ import annotations

from yoy.model import Section, Span
from yoy.quantities.names import section_labels


def sections(*titles: str) -> list[Section]:
    root = Section(
        id="s0", parent=None, level=0, number=None, title="", heading=Span(0, 0), span=Span(0, 100)
    )
    below = [
        Section(
            id=f"s{n}",
            parent="s0",
            level=1,
            number=None,
            title=title,
            heading=Span(n, n),
            span=Span(n, n + 1),
        )
        for n, title in enumerate(titles, start=1)
    ]
    return [root, *below]


def test_a_title_that_comes_again_is_told_by_the_head_of_its_group() -> None:
    found = section_labels(
        sections(
            "Harbour",
            "Revenues",
            "Costs",
            "Dues of Partners",
            "Income",
            "Parks",
            "Revenues",
            "Costs",
            "Income",
        )
    )
    assert [found[f"s{n}"][0] for n in range(1, 10)] == [
        "Harbour",
        "Harbour",
        "Harbour",
        "Dues of Partners",
        "Harbour",
        "Parks",
        "Parks",
        "Parks",
        "Parks",
    ]


def test_titles_of_their_own_need_no_other() -> None:
    found = section_labels(sections("Finance", "Housing 2018 vs. 2017", "Roads - 2018 versus 2017"))
    assert [found[f"s{n}"] for n in (1, 2, 3)] == [("Finance",), ("Housing",), ("Roads",)]
