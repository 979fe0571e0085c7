"""Markdown: the text without its marks, headings as hints, tables as tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yoy.model import Note
from yoy.readers.broken import breaks_number
from yoy.readers.encoding import decode
from yoy.readers.extraction import Extraction
from yoy.readers.identity.titles import confirmed_title
from yoy.readers.layout.blocks import Grid, Paragraph, assemble, clean, join_lines
from yoy.readers.layout.rows import GridCell, GridRow
from yoy.readers.limits import check_size
from yoy.readers.raised import down, settled, unmarked, up
from yoy.readers.text import one_line_end

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from yoy.readers.layout.blocks import Block

_HEADING = re.compile(r" {0,3}(#{1,6})\s")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)\s*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_TABLE_RULE = re.compile(r":?-+:?")
_BULLET = re.compile(r"\s*[-*+]\s+(?:\[[ xX]\]\s+)?")
_QUOTE = re.compile(r"(?:\s*>\s?)+")
_RULE = re.compile(r"\s*(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})")
_OPENS = re.compile(r"\s*(?:[-*+]\s|\d{1,3}[.)、]|[（(]?[一二三四五六七八九十]{1,3}[、)）])")
_FINISHED = re.compile(r"[。！？!?；;：:.]\s*$|\s{2}$|\\$")
_WRAPPED = 60
"""Columns from which a line may have been broken only to keep the source narrow."""
_STRUCK = re.compile(r"~~([^~\n]{1,1000})~~")
_SHOWN = 40
_INLINE: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\n]{0,1000}\)"), ""),
    (re.compile(r"\[([^\[\]\n]{1,300})\]\([^()\n]{0,1000}\)"), r"\1"),
    (re.compile(r"\[([^\[\]\n]{1,300})\]\[[^\[\]\n]{0,300}\]"), r"\1"),
    (re.compile(r"\*\*(?=\S)([^*\n]{1,1000})(?<=\S)\*\*"), r"\1"),
    (re.compile(r"__(?=\S)([^_\n]{1,1000})(?<=\S)__"), r"\1"),
    (re.compile(r"(?<!\*)\*(?=[^\s*])([^*\n]{1,1000})(?<=[^\s*])\*(?!\*)"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=[^\s_])([^_\n]{1,1000})(?<=[^\s_])_(?![\w_])"), r"\1"),
    (_STRUCK, ""),
    (re.compile(r"`{1,3}([^`\n]{1,1000})`{1,3}"), r"\1"),
    (re.compile(r"<sup>([^<>\n]{1,80})</sup>|\^(\d{1,3})\^"), lambda match: up(match[1] or match[2])),
    (re.compile(r"<sub>([^<>\n]{1,80})</sub>"), lambda match: down(match[1])),
    (re.compile(r"\[\^([^\[\]\s]{1,20})\]"), r"[\1]"),
    (re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>"), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])"), r"\1"),
)


def read_markdown(content: bytes, name: str) -> Extraction:
    """Extraction of a Markdown file.

    Raises:
        ReadError: see `decode`.
        TooLargeError: larger than a text can be.
    """
    check_size(content, name)
    text, encoding = decode(content, name)
    front, body = _front_matter(one_line_end(unmarked(text)).lstrip("\ufeff"))
    made = assemble(_Walk().blocks(body.split("\n")))
    return Extraction(
        text=made.text,
        format="md",
        encoding=encoding,
        title=confirmed_title(front.get("title", ""), made.text),
        metadata={key: value for key, value in front.items() if key in ("publish_date", "publisher")},
        places=made.places,
        tables=made.tables,
        hints=made.hints,
        shell=made.shell,
        notes=_notes(body),
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """Fields between two lines of dashes at the start, and the rest."""
    match = re.match(r"---\n((?:[^\n]*\n){0,40}?)---\n", text)
    if not match:
        return {}, text
    names = {"date": "publish_date", "author": "publisher"}
    fields = re.findall(r"^([A-Za-z_]+)\s*:\s*(.+)$", match[1], re.MULTILINE)
    return {names.get(key, key): value.strip(" \"'") for key, value in fields}, text[match.end() :]


def plain(text: str) -> str:
    """A line without the marks of emphasis, links and code."""
    for pattern, shown in _INLINE:
        text = pattern.sub(shown, text)
    return clean(settled(text))


def _notes(body: str) -> tuple[Note, ...]:
    struck = _STRUCK.findall(body)
    args = {"count": len(struck), "first": struck[0][:_SHOWN]} if struck else {}
    return (Note(stage="read", code="struck_text", args=args),) if struck else ()


def _whole(lines: Sequence[str]) -> list[str]:
    """Lines of a paragraph, numbers that were broken at their ends whole."""
    made: list[str] = []
    for line in lines:
        if made and breaks_number(made[-1], line):
            made[-1] += line
        else:
            made.append(line)
    return made


@dataclass(slots=True)
class _Walk:
    """One pass over the lines; the paragraph being read lives here."""

    lines: list[str] = field(default_factory=list)
    fence: str = ""

    def blocks(self, source: list[str]) -> Iterator[Block]:
        index = 0
        while index < len(source):
            rows = 0 if self.fence else _table_rows(source, index)
            if rows:
                yield from self._flush()
                yield _grid(source[index : index + rows])
                index += rows
                continue
            yield from self._line(source[index])
            index += 1
        yield from self._flush()

    def _line(self, line: str) -> Iterator[Block]:
        fence = _FENCE.match(line)
        if self.fence or fence:
            yield from self._flush()
            yield from self._fenced(line, fence)
            return
        heading = _HEADING.match(line)
        underline = _UNDERLINE.fullmatch(line)
        if heading:
            yield from self._flush()
            title = line[heading.end() :].rstrip().rstrip("#").strip()
            yield Paragraph(text=plain(title), level=len(heading[1]))
        elif underline and len(self.lines) == 1 and len(line.strip()) > 1:
            yield Paragraph(text=plain(self.lines.pop()), level=1 if "=" in line else 2)
        elif not line.strip() or _RULE.fullmatch(line):
            yield from self._flush()
        else:
            line = _QUOTE.sub("", line, count=1) if _QUOTE.match(line) else line
            broken = len(self.lines) > 1 and breaks_number(self.lines[-1], line)
            if self.lines and not broken and not _wraps(self.lines[-1], line):
                yield from self._flush()
            self.lines.append(line)

    def _fenced(self, line: str, fence: re.Match[str] | None) -> Iterator[Block]:
        if not self.fence and fence:
            self.fence = fence[1][0] * 3
        elif fence and fence[1].startswith(self.fence):
            self.fence = ""
        else:
            yield Paragraph(text=line)

    def _flush(self) -> Iterator[Block]:
        if self.lines:
            bullet = _BULLET.match(self.lines[0])
            first = self.lines[0][bullet.end() if bullet else 0 :]
            yield Paragraph(text=join_lines(_whole([plain(line) for line in [first, *self.lines[1:]]])))
            self.lines = []


def _wraps(line: str, following: str) -> bool:
    """Whether a line was broken only for the width of the source."""
    columns = len(line) + sum(ord(char) > 0x2E7F for char in line)  # noqa: PLR2004 - first CJK block
    return columns >= _WRAPPED and not _FINISHED.search(line) and not _OPENS.match(following)


def _table_rows(source: list[str], index: int) -> int:
    """How many lines from here are a table: a head, a rule and rows with bars."""
    if index + 1 >= len(source) or "|" not in source[index] or "|" not in source[index + 1]:
        return 0
    if not all(_TABLE_RULE.fullmatch(cell.strip()) for cell in _inner(source[index + 1]).split("|")):
        return 0
    end = index + 2
    while end < len(source) and "|" in source[end]:
        end += 1
    return end - index


def _inner(line: str) -> str:
    """A row without the bars at its ends."""
    return line.strip().removeprefix("|").removesuffix("|")


def _grid(lines: list[str]) -> Grid:
    rows = []
    for index, line in enumerate(lines):
        if index == 1:
            continue
        cells = re.split(r"(?<!\\)\|", _inner(line))
        rows.append(GridRow(cells=tuple(GridCell(text=plain(c), header=index == 0) for c in cells)))
    return Grid(rows=tuple(rows))
