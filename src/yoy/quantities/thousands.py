"""Whether a comma between digits belongs to the number, decided once for a document.

In a report with ASCII punctuation `列全市第2,117项` is rank 2 and then 117 items.
"""

from __future__ import annotations

import re

# Each begins with the one character it is found by, which the engine looks for faster than for a choice.
_HANZI_COMMA = re.compile(r",(?<=[\u4e00-\u9fff%\d)），],)(?=[\u4e00-\u9fff“])")
_GROUPED = re.compile(r"\d(?<![\d.,]\d)\d{0,2}(?:,\d{3})+(?!\d)")
_CERTAIN = re.compile(
    r"[\d$¥￥£€](?<![\d.,].)(?:(?<=\d)\d{0,2}(?:(?:,\d{3}){2,}(?!\d)|,\d{3}\.\d)"
    r"|(?<=[$¥￥£€])\s?\d{1,3},\d{3})"
)
_LONG = re.compile(r"[1-9](?<![\d.,].)\d{3,}(?![\d年.,])")
_ORDINAL = re.compile(r"第\s?$")


def groups_thousands(plain: str, language: str) -> tuple[bool, int | None]:
    """Whether `d,ddd` is one number in this text, and where the first doubtful one stands.

    English text and text with full-width commas group by commas. Where the comma is also the
    punctuation, grouping must show elsewhere: in a number of three groups, with decimals or behind
    a currency sign, or in several numbers while none of four digits is printed without.
    """
    if language == "en" or plain.count("，") >= len(_HANZI_COMMA.findall(plain)):
        return True, None
    if _CERTAIN.search(plain):
        return True, None
    grouped = [
        match for match in _GROUPED.finditer(plain) if not _ORDINAL.search(plain[: match.start()][-2:])
    ]
    if len(grouped) > 1 and len(_LONG.findall(plain)) < len(grouped):
        return True, None
    doubtful = _GROUPED.search(plain)
    return False, doubtful.start() if doubtful else None
