"""Bytes to text: which encoding a file of unknown origin is in."""

from __future__ import annotations

import codecs
import unicodedata

from yoy.errors import ReadError
from yoy.language.hanzi import HANZI
from yoy.lexicon import data, fail

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ("gb18030", "utf-16-le", "utf-16-be")
_ENOUGH_COMMON = 0.5


def decode(content: bytes, name: str) -> tuple[str, str]:
    """Text of a plain-text file and the encoding used.

    A byte order mark decides; then UTF-8, which other encodings almost never form by chance; then
    the candidate whose text has the most common hanzi (findings.md: 60 of 60 short GBK paragraphs).

    Raises:
        ReadError: empty (`empty_file`), binary (`binary_file`) or in no known encoding.
    """
    if not content.strip():
        raise fail(ReadError, "empty_file", file=name)
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _strictly(content, encoding, name), encoding
    if looks_binary(content):
        raise fail(ReadError, "binary_file", file=name)
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _best_guess(content, name)


def looks_binary(content: bytes) -> bool:
    """Whether the first 4 kB hold bytes that no text has, unless they fit UTF-16."""
    head = content[:4096]
    if b"\0" not in head:
        return False
    even, odd = head[0::2], head[1::2]
    return max(even.count(0), odd.count(0)) < len(head) // 50 or min(even.count(0), odd.count(0)) > 0


def _strictly(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise fail(ReadError, "broken_encoding", file=name, encoding=encoding, offset=error.start) from None


def _best_guess(content: bytes, name: str) -> tuple[str, str]:
    scored: list[tuple[float, int, str, str]] = []
    for encoding in _CANDIDATES:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        scored.append((_plausibility(text), -len(scored), text, encoding))
    if not scored:
        raise fail(ReadError, "unknown_encoding", file=name)
    score, _, text, encoding = max(scored)
    if score < _ENOUGH_COMMON:
        raise fail(ReadError, "unknown_encoding", file=name)
    return text, encoding


def _plausibility(text: str) -> float:
    """Share of characters that are plain ASCII, common hanzi or usual punctuation, 0–1."""
    common = frozenset(data("encoding")["common_hanzi"])
    sample = text[:20_000]
    odd = sum(unicodedata.category(c) in ("Co", "Cn", "Cs", "Cc") for c in sample if c not in "\n\r\t\f")
    hanzi = HANZI.findall(sample)
    if not hanzi:
        return 1 - 2 * odd / max(1, len(sample)) if sample.isascii() else 0.0
    known = sum(c in common for c in hanzi) / len(hanzi)
    return min(1.0, known * 1.6) - odd / len(sample) * 5
