"""Formulas that people wrote in columns of their own, made independent of where the columns stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from openpyxl.utils import column_index_from_string

from yoy.lexicon import data
from yoy.model import RowFormula

if TYPE_CHECKING:
    from collections.abc import Mapping

SAFE = frozenset(data("formulas")["harmless"])
"""Functions that reckon with what is in the cells, and neither fetch, send nor run anything."""
_FUNCTION = re.compile(r"([A-Za-z_][A-Za-z0-9_.]*)\s*\(")
_TEXT = re.compile(r'"(?:[^"]|"")*"')
_TOKEN = re.compile(
    r'"(?:[^"]|"")*"'  # text
    r"|(?P<elsewhere>'(?:[^']|'')*'!|\[|\w+!|\{)"  # other sheets, files, arrays
    r"|(?<![A-Za-z0-9_.$])\$?(?P<column>[A-Z]{1,3})\$?(?P<row>\d+)(?![\w(.:])(?!\s*:)"
    r"|(?P<range>:)"
)


def harmless(formula: str) -> bool:
    """Whether a formula only reckons: no function that fetches or runs, no other program (=cmd|…)."""
    bare = _TEXT.sub('""', formula)
    return "|" not in bare and all(name.upper() in SAFE for name in _FUNCTION.findall(bare))


def portable(formula: str, row: int, names: Mapping[int, str]) -> RowFormula | None:
    """A formula over its own row with the names of columns in it, None for any other formula.

    Args:
        formula: as in the cell, with its equals sign.
        row: the row it stands in.
        names: names of columns by position.
    """
    if not harmless(formula):
        return None
    made: list[str] = []
    position = 0
    for found in _TOKEN.finditer(formula):
        if found["elsewhere"] or found["range"]:
            return None
        if found["column"] is None:
            continue
        name = names.get(column_index_from_string(found["column"]))
        if int(found["row"]) != row or name is None:
            return None
        made.extend((formula[position : found.start()], "{" + name + "}"))
        position = found.end()
    return RowFormula("".join((*made, formula[position:])))
