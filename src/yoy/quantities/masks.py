"""Stretches of text whose numbers are no quantities: dates, titles, names, enumerators, contacts.

They are found before the figures, so that the grammar of figures need not know them. The patterns,
with the reason each stands for, are lexicon/masks.toml.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from yoy import lexicon
from yoy.language.numerals import english_number_pattern
from yoy.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_HANZI_DIGITS = "一二三四五六七八九十百零〇两"
# The rest of a number whose digits are grouped: December 2,104 households.
_GROUP = re.compile(r",\d{3}(?!\d)")
_DIGITS = "0123456789"
# How far before a match its context is looked at, in characters.
_BEFORE = 70
_EDGE = " \t\u3000\xa0\n。；;：:！，,、"

# Full-width digits, letters and signs to the half-width ones, one for one, so that offsets hold.
_HALF = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)}
_HALF |= {code: code - 0xFEE0 for code in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_HALF |= {
    ord("％"): ord("%"),
    ord("．"): ord("."),
    **dict.fromkeys(map(ord, "\xa0\u2002\u2003\u2007\u2009\u200a\u202f"), ord(" ")),
    ord("＄"): ord("$"),
    ord("￡"): ord("£"),
}

_FULL = re.compile(f"[{''.join(map(chr, _HALF))}]+")


class Mask(NamedTuple):
    """A stretch that is set aside, and why."""

    span: Span
    reason: str


class MaskRule(NamedTuple):
    """What is set aside for which reason, unless something is in the match or before it."""

    name: str
    reason: str
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    unless_before: tuple[re.Pattern[str], ...]


def plain_text(text: str) -> str:
    """`text` with half-width digits, letters and signs, offsets unchanged."""
    return _FULL.sub(lambda match: match[0].translate(_HALF), text)


def find_masks(plain: str, language: str) -> tuple[Mask, ...]:
    """What is set aside in `plain` (see `plain_text`), in reading order, without overlaps."""
    taken = bytearray(len(plain))
    found: list[Mask] = []
    for rule in mask_rules(language):
        for span in found_by(rule, plain):
            if taken.find(1, span.start, span.end) >= 0 or _ends_inside_number(plain, span.end):
                continue
            behind_mask = (
                span.start > 0 and taken[span.start - 1]
            )  # 14.2025年: the number of a line ends there
            if not behind_mask and _begins_inside_number(plain, span.start):
                continue
            taken[span.start : span.end] = b"\x01" * len(span)
            found.append(Mask(span, rule.reason))
    return tuple(sorted(found, key=lambda mask: mask.span.start))


def found_by(rule: MaskRule, plain: str) -> Iterator[Span]:
    """What one rule finds by itself, in order, without blanks and stops at its ends."""
    end = 0
    for match in rule.pattern.finditer(plain):
        if match.start() < end:
            continue
        span = Span(*match.span("all"))
        end = span.end
        inner = _trimmed(plain, span)
        if len(inner) and not _excepted(rule, plain, span):
            yield inner


def _trimmed(plain: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and plain[start] in _EDGE:
        start += 1
    while end > start and plain[end - 1] in _EDGE:
        end -= 1
    return Span(start, end)


def _begins_inside_number(plain: str, start: int) -> bool:
    if plain[start] not in _DIGITS or not start:
        return False
    return plain[start - 1] in _DIGITS or (
        start > 1 and plain[start - 1] == "." and plain[start - 2] in _DIGITS
    )


def _ends_inside_number(plain: str, end: int) -> bool:
    if end >= len(plain) or plain[end - 1] not in _DIGITS:
        return False
    return plain[end] in _DIGITS or _GROUP.match(plain, end) is not None


def _excepted(rule: MaskRule, plain: str, match: Span) -> bool:
    if rule.unless and rule.unless.search(match.of(plain)):
        return True
    before = plain[max(0, match.start - _BEFORE) : match.start] if rule.unless_before else ""
    return any(pattern.search(before) for pattern in rule.unless_before)


@cache
def mask_rules(language: str) -> tuple[MaskRule, ...]:
    """The rules of a language, in their order."""
    return tuple(
        mask_rule(f"{language}.{name}", entry) for name, entry in lexicon.data("masks")[language].items()
    )


def mask_rule(name: str, entry: Mapping[str, Any]) -> MaskRule:
    """A rule as lexicon/masks.toml writes it."""
    pattern = _from_starts(entry["pattern"], entry.get("starts"))
    unless = entry.get("unless")
    before = (entry[key] for key in ("unless_before", "unless_far") if key in entry)
    return MaskRule(
        name=name,
        reason=entry["reason"],
        pattern=_compiled(pattern, entry, re.MULTILINE if entry.get("line") else 0),
        unless=_compiled(unless, entry) if unless else None,
        unless_before=tuple(_compiled(text, entry) for text in before),
    )


def _from_starts(pattern: str, starts: str | None) -> str:
    """`pattern` as the group "all", tried only where one of `starts` stands, not inside a number.

    What begins with a class of characters is found many times faster than what begins with a choice:
    the class is matched first, and the pattern from its place on by a look back.
    """
    if starts is None:
        return f"(?P<all>{pattern})"
    begin = starts.replace("{H}", _HANZI_DIGITS)
    return f"[{begin}](?<![0-9][0-9])(?<=(?=(?P<all>{pattern}))(?s:.))"


def _compiled(pattern: str, entry: Mapping[str, Any], flags: int = 0) -> re.Pattern[str]:
    """The pattern with its lists, hanzi digits, years and number words filled in."""
    for name in ("words", "before", "after"):
        if name in entry:
            pattern = pattern.replace(f"{{{name}}}", f"(?:{_choice(entry[name])})")
    filled = pattern.replace("{H}", f"[{_HANZI_DIGITS}]").replace("{Y}", "(?:19|20)\\d{2}")
    return re.compile(filled.replace("{W}", f"(?i:{english_number_pattern()})"), flags)


def _choice(words: Iterable[str]) -> str:
    """A choice of words, the longest first; any blanks may stand between the parts of one."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
