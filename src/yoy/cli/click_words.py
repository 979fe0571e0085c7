"""The words of click itself in the user's language.

Click asks gettext for each of its messages, but brings no catalogue in any language; and gettext finds
one by environment variables that Windows doesn't set. So click is handed our own words.
"""

from __future__ import annotations

from importlib import import_module

from yoy.cli.words import user_language
from yoy.lexicon import data

_MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "types")


def translate_click() -> None:
    """Let click say what it says in the user's language; what has no entry stays English."""
    language = user_language()
    if language == "en":
        return
    words = data("words/click")

    def one(message: str) -> str:
        entry = words.get(message)
        return str(entry[language]) if entry else message

    def counted(single: str, several: str, count: int) -> str:
        return one(single if count == 1 else several)

    for name in _MODULES:
        module = import_module(f"click.{name}")
        for hook, function in (("_", one), ("ngettext", counted)):
            if hasattr(module, hook):
                setattr(module, hook, function)
