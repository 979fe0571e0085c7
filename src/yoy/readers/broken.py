"""Numbers that a narrow line of Chinese breaks in two."""

from __future__ import annotations

import re

from yoy.language.hanzi import HANZI

_END = re.compile(r"\d[.．]?$")
_ON = re.compile(r"\d|[.．]\d|[,，]\d{3}(?!\d)|[%％‰]")
_DECIMALS = re.compile(r"\d{1,4}\s*[%％‰万亿元个千百倍]")


def breaks_number(line: str, following: str) -> bool:
    """Whether a line breaks inside a number, which `following` goes on with.

    In a sentence of Chinese two numbers have words or stops between them; in English a blank may part two.
    """
    if not (_END.search(line) and HANZI.search(line)):
        return False
    return (_DECIMALS if line[-1] in ".．" else _ON).match(following) is not None
