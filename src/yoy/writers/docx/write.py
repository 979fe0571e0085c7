"""The redline: last year's report turned into this year's by changes that Word can accept and reject."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO
from xml.sax.saxutils import escape, quoteattr

from yoy.version import __version__
from yoy.writers.docx.asked import Comment, comments_on, first_key
from yoy.writers.docx.dates import day_of
from yoy.writers.docx.ends import settled
from yoy.writers.docx.flow import both_texts
from yoy.writers.docx.links import find_links
from yoy.writers.docx.looks import FONTS, footer, page, settings, styles
from yoy.writers.docx.markup import Markup, Signature
from yoy.writers.docx.package import main_part, write_package
from yoy.writers.docx.sides import Side, written
from yoy.writers.docx.theme import font_table, theme
from yoy.writers.docx.words import Words
from yoy.writers.options import language_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from yoy.model import Comparison, Document
    from yoy.writers.docx.items import Key
    from yoy.writers.options import WriteOptions


def write_redline(comparison: Comparison, stream: BinaryIO, options: WriteOptions) -> None:
    """Writes the newest two reports as one Word document with tracked changes.

    Accepting all changes gives this year's text, rejecting all last year's, page furniture aside.
    """
    pair = comparison.pairs[-1]
    prior = Side(comparison.report(pair.prior), "prior")
    current = Side(comparison.report(pair.current), "current")
    words = Words(language_of(comparison, options))
    is_first = pair is comparison.pairs[0]
    asked = comments_on(pair, prior, current, words, is_first=is_first)
    comments = [_guide(comparison, prior, current, words), *asked]
    items = settled(both_texts(prior, current, find_links(pair, prior, current)))
    day = day_of(current.report.document, options.date)
    moment = f"{day}T00:00:00Z"
    signature = Signature(author=words.say("author"), noise=words.say("author_noise"), day=day)
    markup = Markup(signature, _by_key(comments), len(comments))
    body = [*markup.body(items), page(options.first_page)]
    lang = current.report.document.language
    write_package(
        stream,
        {
            "document": main_part("document", ("<w:body>", *body, "</w:body>")),
            "styles": main_part("styles", styles(lang)),
            "settings": main_part("settings", (settings(lang),)),
            "comments": main_part("comments", _comments(comments, words.say("author_comments"), moment)),
            "footer1": main_part("ftr", (footer(),)),
            "fontTable": main_part("fonts", (font_table(FONTS[lang]),)),
            "theme": (theme(*FONTS[lang][:2]),),
        },
        title=written(current.report.document.title),
        day=day,
        facts=_facts(prior.report.document, current.report.document),
    )


def _guide(comparison: Comparison, prior: Side, current: Side, words: Words) -> Comment:
    """How to read the redline, and what isn't in it: a comment at its beginning."""
    say, documents = words.say, (prior.report.document, current.report.document)
    lines = [
        say(
            "guide",
            prior=prior.report.id,
            prior_file=documents[0].source.name,
            current=current.report.id,
            current_file=documents[1].source.name,
        ),
        say("guide_noise", noise=say("author_noise")),
        say("guide_open", count=len(comparison.pairs[-1].open)),
    ]
    if len(comparison.reports) > 2:  # noqa: PLR2004 - a pair
        lines.append(say("guide_newest", count=len(comparison.reports)))
    left_out = sum(map(_left_out, (prior, current)))
    if left_out:
        lines.append(say("guide_shell", count=left_out))
    lines += [line for document in documents for line in _own_revisions(document, words)]
    return Comment(first_key(prior, current), tuple(lines))


def _left_out(side: Side) -> int:
    """Characters of page furniture."""
    passages = (passage for passage in side.report.outline.passages if passage.kind == "shell")
    return sum(len("".join(passage.span.of(side.report.text).split())) for passage in passages)


def _own_revisions(document: Document, words: Words) -> Iterator[str]:
    """What is said of changes that an input already bears."""
    for note in document.notes:
        if note.code == "tracked_changes":
            yield words.say("guide_revisions", file=document.source.name, count=note.args["count"])


def _by_key(comments: Sequence[Comment]) -> dict[Key, list[int]]:
    """The numbers of the comments by what they hang on."""
    found: dict[Key, list[int]] = {}
    for number, comment in enumerate(comments):
        found.setdefault(comment.key, []).append(number)
    return found


def _comments(comments: Sequence[Comment], author: str, moment: str) -> Iterable[str]:
    for number, comment in enumerate(comments):
        lines = "".join(
            f'<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>{_MARK if not index else ""}'
            f'<w:r><w:t xml:space="preserve">{escape(written(line))}</w:t></w:r></w:p>'
            for index, line in enumerate(comment.lines)
        )
        yield (
            f'<w:comment w:id="{number}" w:author={quoteattr(author)} w:date="{moment}" w:initials="yoy">'
            f"{lines}</w:comment>"
        )


_MARK = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'


def _facts(prior: Document, current: Document) -> dict[str, str]:
    """Sources and their digests, and what made the document."""
    return {
        "yoy": __version__,
        "prior": written(prior.source.name),
        "prior sha256": prior.source.sha256,
        "current": written(current.source.name),
        "current sha256": current.source.sha256,
    }
