"""The words of click itself in the user's language.

Click asks gettext for each of its messages, but brings no catalogue in any language. Ours is
`locale/zh/LC_MESSAGES/yoy.mo`, made from `words/click.toml` by tests/golden/test_catalogue.py.
"""

from __future__ import annotations

import gettext
import os
from pathlib import Path

from yoy.cli.words import user_language

DOMAIN = "yoy"
CATALOGUES = Path(__file__).parent / "locale"


def translate_click() -> None:
    """Lets gettext find our catalogue; what has no entry there stays English.

    Gettext chooses by environment variables. Windows sets none of them, so the language found goes there.
    """
    os.environ["LANGUAGE"] = user_language()
    gettext.bindtextdomain(DOMAIN, CATALOGUES)
    gettext.textdomain(DOMAIN)
