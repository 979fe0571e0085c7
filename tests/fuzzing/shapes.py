"""Reports of one shape over and over, in which time could grow faster than the text."""

from __future__ import annotations

import tempfile
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from yoy.readers.registry import read

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from yoy.model import Document

TITLE = "某某区人民政府{year}年度工作报告\n一、主要工作\n"
SHAPES: Mapping[str, Callable[[int, int], str]] = MappingProxyType(
    {
        "equal paragraphs": lambda n, year: "各部门认真落实各项工作要求。\n" * (n + year % 2),
        "two paragraphs in turn": lambda n, year: "甲部门认真落实要求。\n乙部门认真落实要求。\n" * (n // 2),  # noqa: ARG005
        "one sentence of like clauses": lambda n, year: (
            "".join(f"认真落实第{'甲乙丙丁戊己'[i * year % 6]}项要求，" for i in range(n // 4)) + "。\n"
        ),
        "one sentence of one character": lambda n, year: "的地"[year % 2] * n + "。\n",
        "sections": lambda n, year: "".join(f"（{i}）工作\n内容。\n" for i in range(n // 2)),  # noqa: ARG005
        "paragraphs all different": lambda n, year: "".join(
            f"第{i}项{chr(0x4E00 + (i * 7 + year) % 5000)}工作认真落实。\n" for i in range(n // 2)
        ),
    }
)


def reports_of(name: str, count: int) -> list[Document]:
    """Two years' reports of a shape with about `count` repeats."""
    with tempfile.TemporaryDirectory() as folder:
        documents = []
        for year in (2017, 2018):
            file = Path(folder) / f"{year}.txt"
            file.write_text(TITLE.format(year=year) + SHAPES[name](count, year), encoding="utf-8")
            documents.append(read(file))
    return documents
