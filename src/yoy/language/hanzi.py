"""What counts as a Chinese character: the unified ideographs and their extension A."""

from __future__ import annotations

import re

HANZI = re.compile(r"[\u3400-\u9fff]")


def is_hanzi(sign: str) -> bool:
    """Whether one character is a Chinese one."""
    return "\u3400" <= sign <= "\u9fff"
