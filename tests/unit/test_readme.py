"""The two READMEs show the same commands, and what they point to is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
READMES = ("README.md", "README.zh.md")


def commands(name: str) -> list[str]:
    return re.findall(
        r"^```sh\n(.*?)^```", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )


def test_both_languages_show_the_same_two_commands() -> None:
    assert commands("README.md") == commands("README.zh.md")
    assert len(commands("README.md")) == 2


@pytest.mark.parametrize("name", READMES)
def test_every_link_and_picture_is_there(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#]+)", text) + re.findall(r'src="([^"]+)"', text)
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []
