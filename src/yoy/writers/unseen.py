"""Characters of a report that print nothing, turn the text round or steer a terminal."""

from __future__ import annotations

import re

# Letters and marks that print nothing though Unicode doesn't call them controls or formats:
# combining grapheme joiner, Hangul fillers, Khmer inherent vowels, Mongolian selectors, Braille
# blank, variation selectors.
_BLANKS = "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0"
UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    rf"\ud800-\udfff\ufeff\ufff0-\uffff\U000e0000-\U000e0fff\U0010fffe\U0010ffff{_BLANKS}]"
)
"""Tabs and ends of lines are not among them."""


def labelled(text: str) -> str:
    """`text` as plain text in which characters that can't be seen are named by their code."""
    return UNSEEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)
