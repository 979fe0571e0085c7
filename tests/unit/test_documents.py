"""The documents name files that are there, and terms of the code that are in use."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = (
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "docs/glossary.md",
    "docs/tutorial.md",
    "docs/zh/tutorial.md",
    "docs/zh/page.md",
    "docs/zh/tricky-cases.md",
    "docs/how-it-works.md",
)
FILE = re.compile(r"[\w./-]+\.(?:py|toml|json|md)|(?:[\w.-]+/)+")


@cache
def files() -> frozenset[str]:
    folders = ("src", "tests", "docs", "benchmarks", "fixtures", ".ci", ".github", "reports")
    found = {p.name for p in ROOT.iterdir() if p.is_file()}
    for folder in folders:
        for path in (ROOT / folder).rglob("*"):
            if "__pycache__" not in path.parts:
                found.add(path.relative_to(ROOT).as_posix() + ("/" if path.is_dir() else ""))
    return frozenset({*found, *(f"{folder}/" for folder in folders)})


def is_there(name: str) -> bool:
    return any(f"/{path}".endswith(f"/{name}") for path in files())


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_that_a_document_names_is_there(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    named = {
        name
        for quoted in re.findall(r"`([^`\n]+)`", text)
        if not re.search(r"[<>*…|]|\.\.|yoy\.toml|case/|SHA256|^yoy |jinja", quoted)
        for name in FILE.findall(quoted)
    }
    assert sorted(name for name in named if not is_there(name)) == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_of_a_document_leads_somewhere(document: str) -> None:
    place = ROOT / document
    targets = re.findall(r"\]\(([^)#:]+)\)", place.read_text(encoding="utf-8"))
    assert [target for target in targets if not (place.parent / target).exists()] == []


def test_both_tutorials_show_the_same_commands() -> None:
    shown = [
        re.findall(r"^```sh\n(.*?)^```", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
        for name in ("docs/tutorial.md", "docs/zh/tutorial.md")
    ]
    assert shown[0] == shown[1]
    assert len(shown[0]) >= 6


def test_the_directions_in_the_architecture_are_those_that_are_held() -> None:
    from test_inner_architecture import INNER

    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    for stage, lines in INNER.items():
        shown = re.search(rf"^{stage} +(.*>.*)$", text, re.MULTILINE)
        assert shown is not None, f"{stage} is missing in ARCHITECTURE.md under Direction"
        order = re.findall(r"\w+", shown[1])
        rank = {name: number for number, line in enumerate(lines) for name in line}
        known = [rank[name] for name in order]
        assert known == sorted(known), f"{stage} is shown in another order than it is held"
