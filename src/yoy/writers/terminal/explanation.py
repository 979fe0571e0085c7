"""What led to a result, for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text

from yoy.lexicon import phrase
from yoy.writers.screen import screen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yoy.writers.screen import Screen

_MOST = 6


def print_explanation(found: Mapping[str, Any], lang: str) -> None:
    """Prints one explanation, as the plain values of `yoy explain --json`."""
    console = screen()
    title = phrase("explain", f"subject_{found['subject']}", lang)
    console.print(Text(f"{title} {found['title']}", style="bold underline"), soft_wrap=True)
    for code, value in found["facts"]:
        if value:
            console.print(Text(f"  {phrase('explain', code, lang)}: {value}"), soft_wrap=True)
    if found["alternatives"]:
        cuts = ", ".join(
            f"{phrase('explain', f'cut_{name}', lang)} {value}" for name, value in found["cuts"].items()
        )
        console.print(Text(f"  {phrase('explain', 'cuts', lang)}: {cuts}"), soft_wrap=True)
        console.print(Text(f"  {phrase('explain', 'alternatives', lang)}:", style="bold"))
    for alternative in found["alternatives"][:_MOST]:
        _print_alternative(console, alternative, lang)


def _print_alternative(console: Screen, found: Mapping[str, Any], lang: str) -> None:
    sides = [f"{found[side]['surface']} {found[side]['indicator']}" for side in ("prior", "current")]
    fate = phrase("explain", f"fate_{found['fate']}", lang)
    differs = [phrase("terms", f"incomparable_{code}", lang) for code in found["differs"]]
    unsure = [phrase("terms", f"incomparable_{code}", lang) + "?" for code in found["unsure"]]
    doubts = [phrase("explain", f"pair_doubt_{code}", lang) for code in found["doubts"]]
    told = " ".join([fate, *differs, *unsure, *doubts])
    console.print(Text(f"    {' → '.join(sides)}"), soft_wrap=True)
    margin = found["margin"]
    shown = f" {phrase('explain', 'cut_margin', lang)} {margin}" if margin is not None else ""
    console.print(Text(f"      {found['score']}{shown}  {told}"), soft_wrap=True)
    pieces = [
        f"{phrase('explain', 'evidence_' + p['name'], lang)} {p['amount']}×{p['weight']}"
        for p in found["evidence"]
    ]
    console.print(Text(f"      {'; '.join(pieces)}"), soft_wrap=True)
