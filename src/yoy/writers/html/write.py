"""Comparison → one HTML file: rows first, then templates, then a policy that lets nothing else in."""

from __future__ import annotations

import base64
import hashlib
import json
from importlib.resources import files
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from markupsafe import Markup

from yoy.lexicon import data
from yoy.writers.decided import decided
from yoy.writers.html.environment import environment
from yoy.writers.html.paper import paper_rules
from yoy.writers.html.rows import pictures
from yoy.writers.html.rows import series as series_picture
from yoy.writers.html.rows.page import build_page
from yoy.writers.html.words import Words
from yoy.writers.options import language_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.model import Comparison
    from yoy.writers.options import WriteOptions

_STYLES = ("base", "top", "bar", "open", "text", "figures", "views", "phone", "print")
_SCRIPTS = ("page", "walk", "table", "search", "decide", "overview", "tip")
_HELD = 1 << 13
"""Pieces of the page that are written at once; most are some ten characters long."""


def write_html(comparison: Comparison, stream: BinaryIO, options: WriteOptions) -> None:
    """Writes the page as UTF-8. The same comparison and options give the same bytes."""
    pieces = _render(comparison, options)
    while held := list(islice(pieces, _HELD)):
        stream.write("".join(held).encode())


def _render(comparison: Comparison, options: WriteOptions) -> Iterator[str]:
    words = Words(language_of(comparison, options))
    page = build_page(comparison, words)
    title = words.t("running_title", title=page.title)
    style = _files("css", _STYLES, "css") + _spoken(words) + paper_rules(title, options.first_page)
    script = _files("js", _SCRIPTS, "js")
    templates = environment()
    templates.globals.update(
        t=words.t, term=words.term, open_phrase=words.open_phrase, in_doubt=words.in_doubt, lang=words.lang
    )
    return templates.get_template("page.html.j2").generate(
        page=page,
        options=options,
        decided=decided(comparison.settings),
        style=Markup(style),  # noqa: S704  # our own files; the title in it is escaped by css_string
        script=Markup(script),  # noqa: S704  # our own files
        policy=_policy(style, script),
        script_words=_script_words(words),
        pictures=pictures,
        series_picture=series_picture,
    )


def _files(folder: str, names: tuple[str, ...], suffix: str) -> str:
    here = files(__package__).joinpath(folder)
    return "".join(here.joinpath(f"{name}.{suffix}").read_text(encoding="utf-8") for name in names)


def _spoken(words: Words) -> str:
    """Words that the style adds: to inserted and deleted text, and to decisions on what has changed since."""
    said = {name: words.t(f"spoken_{name}") for name in ("ins", "del", "again")}
    return ":root{" + ";".join(f'--said-{name}:"{text}"' for name, text in said.items()) + "}\n"


def _policy(style: str, script: str) -> str:
    """A content policy under which only this style and this script work, and nothing is fetched."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _script_words(words: Words) -> Markup:
    """The phrases that the script needs, as JSON that can't close its element."""
    keys = [key for key in data("words/html") if key.startswith("js_")]
    said = {key.removeprefix("js_"): words.t(key) for key in keys} | words.rulings()
    text = json.dumps(said, ensure_ascii=True)
    return Markup(text.replace("<", "\\u003c").replace("&", "\\u0026"))  # noqa: S704  # escaped here
