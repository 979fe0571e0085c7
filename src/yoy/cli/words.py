"""The language a person at this terminal reads, and the words of the command line in it."""

from __future__ import annotations

import locale
import os
from functools import cache
from typing import TYPE_CHECKING

from yoy.lexicon import phrase

if TYPE_CHECKING:
    from yoy.model import Language


@cache
def user_language() -> Language:
    """Zh where the environment or the system asks for Chinese, else en."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable)
        if value:
            return _language(value)
    return _language(locale.getlocale()[0] or "")


def _language(name: str) -> Language:
    return "zh" if name.lower().startswith(("zh", "chinese")) else "en"


def say(key: str, **args: object) -> str:
    """The words of `words/cli.toml` in the user's language."""
    return phrase("cli", key, user_language(), **args)
