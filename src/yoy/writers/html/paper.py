"""The page on paper: sizes after GB/T 9704, paging that can continue another document's."""

from __future__ import annotations

# GB/T 9704-2012: A4, head margin 37 mm, binding margin 28 mm, text block 156 mm × 225 mm; page
# numbers 7 mm below the block between 一字线, odd ones right, even ones left, one character in.
_RULES = """@page{{size:A4;margin:37mm 26mm 35mm 28mm;
@top-center{{content:{title};font:9pt/1.4 {song};color:#333;vertical-align:bottom;padding-bottom:4mm}}}}
@page :first{{@top-center{{content:none}}}}
@page :{odd}{{margin-left:28mm;margin-right:26mm;
@bottom-right{{content:"— " counter(page) " —";font:14pt/1 {song};
vertical-align:top;padding:7mm 14pt 0 0}}}}
@page :{even}{{margin-left:26mm;margin-right:28mm;
@bottom-left{{content:"— " counter(page) " —";font:14pt/1 {song};
vertical-align:top;padding:7mm 0 0 14pt}}}}
"""
_SONG = '"Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif'


def paper_rules(title: str, first_page: int) -> str:
    """The @page rules with a running title; `first_page` decides which sheets bear even numbers.

    A browser calls the first sheet a right one whatever its number is.
    """
    odd, even = ("right", "left") if first_page % 2 else ("left", "right")
    rules = _RULES.format(title=css_string(title), odd=odd, even=even, song=_SONG)
    start = f"@media print{{html{{counter-reset:page {first_page - 1}}}}}\n" if first_page != 1 else ""
    return rules + start


def css_string(text: str) -> str:
    """A CSS string in which every character but letters and digits is escaped by its code."""
    return '"' + "".join(c if c.isascii() and c.isalnum() else _escaped(c) for c in text) + '"'


def _escaped(character: str) -> str:
    code = ord(character)
    return "\\fffd " if code < 0x20 or 0xD800 <= code <= 0xDFFF else f"\\{code:x} "  # noqa: PLR2004  # ranges of Unicode
