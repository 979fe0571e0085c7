"""A sound file of each format that is read within this process, to be damaged."""

from __future__ import annotations

import tempfile
from pathlib import Path

from saving import save_docx, save_html

LINES = [
    "某某区人民政府2018年度工作报告",
    "一、主要工作",
    "（一）简政放权。全区审批事项558项，同比下降4.0%。",
    "二、不足",
]


def valid_files() -> dict[str, bytes]:
    """A sound file of each format that is read within this process."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        save_docx(LINES, folder / "a.docx")
        save_html(LINES, folder / "a.html")
        page, text = (folder / "a.html").read_bytes(), "\n".join(LINES).encode()
        return {
            ".docx": (folder / "a.docx").read_bytes(),
            ".html": page,
            ".mht": b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" + page,
            ".md": text + "\n\n| 项目 | 2017 |\n|---|---|\n| 甲 | 1 |\n".encode(),
            ".txt": text,
        }
