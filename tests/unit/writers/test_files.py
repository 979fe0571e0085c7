"""Names of outputs come from a report's title: it can neither steer a terminal nor outgrow a file system."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from builder import build_comparison
from yoy.writers.files import output_stem
from yoy.writers.unseen import UNSEEN

DOCUMENTS = [report.document for report in build_comparison().reports]


def stem(title: str, issuer: str = "") -> str:
    return output_stem([replace(document, title=title, issuer=issuer) for document in DOCUMENTS])


@pytest.mark.parametrize(
    "title",
    [
        "年\x1b[31m报",
        "\u202e告报",
        "a\u2066b\u2069c",
        "\x9b2J工作",
        "零\u200b宽",
        "../../etc/passwd",
        "con\x00x",
    ],
)
def test_nothing_unseen_gets_into_a_name(title: str) -> None:
    made = stem(title, "某\u202d区")
    assert not UNSEEN.search(made)
    assert not set(made) & set('/\\:*?"<>|')


def test_a_name_fits_a_file_system() -> None:
    made = stem("总结" * 200, "人民政府" * 100)
    assert len(f".{made}.reviewed-2019-03-14-1530.xlsx".encode()) <= 255
    assert made.endswith("2018")


def test_a_name_of_nothing_has_still_the_years(tmp_path: Path) -> None:
    made = stem("\x1b\x1b", "\u200b")
    assert made
    (tmp_path / f"{made}.html").touch()
