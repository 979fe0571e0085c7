"""The shape inside the stages: which way their rooms point, how many modules a folder holds, what is dead."""

from __future__ import annotations

import re

import pytest

from source_tree import arrows, circles, inner_arrows, modules, rooms, sizes

# Inside a stage each line may import only from lines below it; rooms of one line don't know each other.
INNER: dict[str, tuple[tuple[str, ...], ...]] = {
    "align": (
        ("lineages", "series", "tables"),
        ("passages", "figures"),
        ("sections",),
        ("keys", "passage_texts"),
        ("solver",),
    ),
    "align/figures": (
        ("explain", "lookup"),
        ("pair",),
        ("doubts",),
        ("choose",),
        ("neighbours",),
        ("candidates",),
        ("cells",),
        ("facets",),
        ("evidence",),
        ("changes", "recognised", "rulings", "weights"),
    ),
    "quantities": (
        ("find",),
        ("en", "zh"),
        ("names",),
        ("language",),
        ("reading",),
        ("accepting", "tight", "tables"),
        ("implied", "drafts"),
        ("context", "kinds", "masks", "thousands", "unread"),
        ("figure",),
    ),
    "checks": (
        ("run",),
        ("years",),
        ("text", "tables"),
        ("arithmetic",),
        ("finding",),
        ("view",),
        ("patterns", "marks", "thresholds", "headline", "open_items"),
    ),
    "readers": (
        ("registry",),
        ("formats",),
        ("mht",),
        ("html", "office"),
        ("pdf", "docx", "markdown", "sheets"),
        ("text", "identity"),
        ("layout",),
        ("broken", "child", "encoding", "extraction", "limits", "raised", "shown"),
    ),
    "writers": (
        ("pdf",),
        ("files",),
        ("table",),
        ("docx", "excel", "html", "json", "terminal"),
        ("items", "screen"),
        ("anchors", "decided", "numerals", "options", "plain", "subjects", "together", "unseen"),
    ),
    "writers/docx": (
        ("write",),
        ("asked", "ends", "flow", "looks", "markup"),
        ("links",),
        ("tables",),
        ("dates", "package", "sides", "theme", "words"),
        ("items",),
    ),
    "writers/excel": (("write",), ("sheets",), ("book",), ("rows",)),
    "writers/html": (("write",), ("environment",), ("markup",), ("rows",), ("facts", "paper", "words")),
}
# Arrows that point the wrong way still: a check of tables needs the view of two years, and a Word file may
# hold a web page. May only shrink.
AGAINST = {
    ("checks", "tables", "years"),
    ("readers", "docx", "html"),
    ("readers", "docx", "mht"),
}
# The one circle that is meant: a document may hold another one.
RECURSIVE = {("readers/docx/read", "readers/docx/chunks", "readers/docx/read")}
MOST_MODULES = 14
CROWDED = {"language": 15}
"""Folders that hold more, and how many; a number may only fall."""
# Started by their name, not imported: commands, and what a child process runs.
STARTED = re.compile(r"__main__|cli/[a-z]+|readers/pdf/child")


@pytest.mark.parametrize("stage", INNER)
def test_every_room_has_its_line(stage: str) -> None:
    named = {name for line in INNER[stage] for name in line}
    assert rooms(stage) - named == set(), f"give them a line in INNER[{stage!r}]"
    assert named - rooms(stage) == set(), f"gone: take them out of INNER[{stage!r}]"


@pytest.mark.parametrize("stage", INNER)
def test_rooms_point_downwards(stage: str) -> None:
    line_of = {name: number for number, line in enumerate(INNER[stage]) for name in line}
    wrong = {
        (stage, *pair): imports
        for pair, imports in inner_arrows(stage).items()
        if line_of[pair[0]] >= line_of[pair[1]]
    }
    assert {pair: made for pair, made in wrong.items() if pair not in AGAINST} == {}
    healed = {pair for pair in AGAINST if pair[0] == stage and pair not in wrong}
    assert healed == set(), "these point the right way now: take them out of AGAINST"


def test_no_module_leads_back_to_itself() -> None:
    assert [" → ".join(way) for way in circles() if tuple(way) not in RECURSIVE] == []


def test_no_folder_is_crowded() -> None:
    crowded = {
        folder: count for folder, count in sizes().items() if count > CROWDED.get(folder, MOST_MODULES)
    }
    assert crowded == {}, "give them rooms"


def test_every_module_is_used() -> None:
    used = {target for targets in arrows().values() for target in targets}
    dead = [
        place
        for place, file in modules().items()
        if place not in used and file.stem != "__init__" and not STARTED.fullmatch(place)
    ]
    assert dead == [], "nothing imports them"


def test_what_is_started_by_name_is_named() -> None:
    """A module that nothing imports and no list of commands names would be dead all the same."""
    text = "\n".join(file.read_text(encoding="utf-8") for file in modules().values())
    used = {target for targets in arrows().values() for target in targets}
    for place in modules():
        if place not in used and place.startswith("cli/"):
            assert re.search(rf'"{place.removeprefix("cli/")}"', text), f"{place} is no command"
    assert '"yoy.readers.pdf.child"' in text
