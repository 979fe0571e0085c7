"""Which lines are headings, how they are numbered and how general they are."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from yoy.language.hanzi import HANZI
from yoy.language.numbering import Numbered, numbering
from yoy.language.years import versus
from yoy.lexicon import data
from yoy.model import Span
from yoy.outline.chapters import chapter_lines, rank_above, without_glossary, without_strays
from yoy.outline.lines import Heading, covered
from yoy.outline.long_titles import with_open_titles
from yoy.outline.titles import announcement

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from yoy.model import Document, HeadingHint
    from yoy.outline.lines import Line

_LETTERS = re.compile(r"[A-Za-z\u3400-\u9fff]")
_STOP = re.compile(r"[。！？!?]")
# A term and its explanation, as in a list of terms at the end of a report.
_DEFINITION = re.compile(r"[：:].{6,}[。；;，,]")
_YEAR = re.compile(r"(?:19|20)\d\d年")
_LIST_END = "；;，,、"
_TITLE_END = "。．.：:；;，,"
_LATIN_STOP = re.compile(r"[.!?:;,”\"]$|\.\s")
_CAPS_RANK, _SPACED_RANK, _PLAIN_RANK = 100.0, 101.0, 102.0
_LONG_LINE = 60
_CAPITALISED = 0.6
_HANZI_TITLE = (4, 30)
_ORDINAL = "ordinal"
_SENTENCE = re.compile(r"^[A-Z].*[a-z)”\"][.:]$")
_SENTENCE_WORDS = 5
# What is left of 2012 vs. 2011 without the word between.
_BARE_YEARS = re.compile(r"(?:19|20)\d{2}\s+(?:19|20)\d{2}")


def find_headings(document: Document, lines: Sequence[Line]) -> tuple[Heading, ...]:
    """The headings of a document in reading order.

    Numbered lines and run-in titles (`1、标题。正文…`) first; lines that the format marks as
    headings; unnumbered lines where English or a text without numbering has them.
    """
    hints = {hint.span.start: hint for hint in document.hints}
    texts = [line for line in lines if line.kind == "text" and not _is_title(document, line)]
    found = [h for line in texts if (h := _numbered(document, line, hints)) is not None]
    found = _with_title_below(document, found, texts)
    found = _without_paragraph_numbers(with_open_titles(document, found, texts))
    found = _without_plain_items(found, texts)
    found.extend(_hinted(document, texts, hints, found))
    if document.language == "zh":
        found = without_strays(document, sorted(found, key=lambda heading: heading.span), texts)
        found.extend(_chapters(document, texts, found))
    if document.language == "en" or not found:
        found.extend(_unnumbered(document, texts, covered(found, texts)))
    ordered = sorted(found, key=lambda heading: heading.span)
    return tuple(ordered if document.language == "en" else without_glossary(document, ordered))


def _chapters(document: Document, texts: Sequence[Line], found: Sequence[Heading]) -> Iterator[Heading]:
    """Unnumbered chapter lines, above the numbered headings; notes stand beside the chapters."""
    rank = rank_above(found, _PLAIN_RANK)
    lines = chapter_lines(document, texts, found)
    titles = [line.span.of(document.text).strip() for line, _ in lines]
    if all(announcement(title, document).part == "notes" for title in titles):
        rank = min((heading.rank for heading in found), default=rank)
    for (line, depth), title in zip(lines, titles, strict=True):
        yield Heading(line.span, None, title, rank + depth / 4, "chapter_line")


def _is_title(document: Document, line: Line) -> bool:
    return document.title_span is not None and document.title_span.overlaps(line.span)


def _limits() -> Mapping[str, int]:
    limits: Mapping[str, int] = data("headings")["limits"]
    return limits


def _numbered(document: Document, line: Line, hints: Mapping[int, HeadingHint]) -> Heading | None:
    numbered = numbering(document.text, line.span.start, line.span.end)
    if numbered is None:
        return None
    rest = document.text[numbered.end : line.span.end]
    if not rest:
        number = numbered.number.strip("：:、 ")
        return Heading(line.span, number, "", float(numbered.style.rank), numbered.style.name)
    if not _LETTERS.search(rest) or _is_measure(numbered, rest):
        return None
    stop = _STOP.search(rest)
    if stop is None or stop.end() == len(rest):
        end = line.span.end if _stands_alone(rest, hinted=line.span.start in hints) else None
    elif document.language == "zh" and numbered.style.run_in and stop.end() <= _limits()["run_in_title"]:
        end = numbered.end + stop.end()
    else:
        end = None
    if end is None or (document.language == "en" and _reads_on(numbered, rest)):
        return None
    rank = float(numbered.style.rank)
    if numbered.style.name == "markdown":
        rank += numbered.number.count("#") / 10
    elif numbered.style.name == "decimal":
        rank += len(re.findall(r"\d+", numbered.number)) / 10
    title = document.text[numbered.end : end].strip().rstrip(_TITLE_END).strip("# ")
    shown = None if numbered.style.name == "markdown" else numbered.number
    return Heading(Span(line.span.start, end), shown, title, rank, numbered.style.name)


def _with_title_below(document: Document, found: Sequence[Heading], texts: Sequence[Line]) -> list[Heading]:
    """Numbers that stand alone on a line take the title from the next; else they are the title."""
    following = {line.span.start: below for line, below in pairwise(texts)}
    numbered = {heading.span.start for heading in found}
    is_title = _looks_like_title if document.language == "en" else _looks_like_hanzi_title
    made = []
    for heading in found:
        below = following.get(heading.span.start)
        if heading.title:
            made.append(heading)
        elif (
            below
            and below.span.start not in numbered
            and is_title(_YEAR.sub("", below.span.of(document.text)))
        ):
            span = Span(heading.span.start, below.span.end)
            made.append(heading._replace(span=span, title=below.span.of(document.text)))
        else:
            made.append(heading._replace(number=None, title=heading.number or ""))
    return made


def _is_measure(numbered: Numbered, rest: str) -> bool:
    """Whether a decimal "number" is really a figure that a line break cut off: 2.5 微克."""
    return numbered.style.name == "decimal" and not re.match(r"[A-Z\u3400-\u9fff“《]", rest)


def _stands_alone(rest: str, *, hinted: bool) -> bool:
    if hinted:
        return True
    limit = _limits()["title" if HANZI.search(rest) else "english_title"]
    if len(rest) > limit or rest[-1] in _LIST_END or "\t" in rest:
        return False
    return not _DEFINITION.search(rest)


def _reads_on(numbered: Numbered, rest: str) -> bool:
    """Whether an English numbered line is a sentence, not a title."""
    if numbered.style.name in ("item", "part_en", "chapter", "markdown"):
        return len(rest.split()) > 2 * _limits()["english_words"]
    return bool(_LATIN_STOP.search(rest)) or len(rest.split()) > _limits()["english_words"]


def _without_paragraph_numbers(found: list[Heading]) -> list[Heading]:
    """Drops a plain arabic style that counts the paragraphs of the whole text (147. …)."""
    limit = _limits()["paragraph_numbers"]
    numbers = [int(n[0]) for h in found if h.style == "arabic" and (n := re.findall(r"\d+", h.number or ""))]
    if numbers and max(numbers) > limit and len(set(numbers)) > limit:
        return [heading for heading in found if heading.style != "arabic"]
    return found


def _without_plain_items(found: list[Heading], texts: Sequence[Line]) -> list[Heading]:
    """Drops 一是… lines that form a list: a heading of that kind has text below it."""
    starts = [line.span.start for line in texts]
    position = {start: index for index, start in enumerate(starts)}
    ordinals = {position[h.span.start] for h in found if h.style == _ORDINAL}
    opened = {position[h.span.start] for h in found}

    def heads_text(heading: Heading) -> bool:
        at = position[heading.span.start]
        return at + 1 < len(texts) and at + 1 not in opened and at + 1 not in ordinals

    kept = [h for h in found if h.style != _ORDINAL or (heads_text(h) and len(h.span) <= _LONG_LINE)]
    if sum(h.style == _ORDINAL for h in kept) * 2 < len(ordinals):
        return [h for h in kept if h.style != _ORDINAL]
    return kept


def _hinted(
    document: Document,
    texts: Sequence[Line],
    hints: Mapping[int, HeadingHint],
    found: Sequence[Heading],
) -> Iterator[Heading]:
    """Lines that the format calls headings and that bear no number.

    Their rank follows the numbered headings of the same format level.
    """
    taken = covered(found, texts)
    ranks: dict[int, float] = {}
    for heading in found:
        hint = hints.get(heading.span.start)
        if hint:
            ranks[hint.level] = min(heading.rank, ranks.get(hint.level, heading.rank))
    for line in texts:
        hint = hints.get(line.span.start)
        if hint is None or line.span.start in taken or not _LETTERS.search(document.text, *_ends(line.span)):
            continue
        title = line.span.of(document.text).strip().rstrip(_TITLE_END)
        yield Heading(line.span, None, title, _rank_of(hint.level, ranks), "hint")


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _rank_of(level: int, ranks: Mapping[int, float]) -> float:
    if level in ranks:
        return ranks[level]
    above = [known for known in ranks if known < level]
    if above:
        return ranks[max(above)] + level / 100
    return min(ranks.values(), default=0.0) - 1 + level / 100


def _unnumbered(document: Document, texts: Sequence[Line], taken: set[int]) -> Iterator[Heading]:
    """Short lines without a stop above running text, such as MEDIA NETWORKS or Cable Networks."""
    test = _looks_like_title if document.language == "en" else _looks_like_hanzi_title
    candidates: list[Heading] = []
    below: Heading | None = None
    for line, following in reversed(list(pairwise(texts))):
        text = line.span.of(document.text)
        if line.span.start in taken or not test(text):
            below = None
            continue
        rank = _SPACED_RANK if line.gap == "blank" else _PLAIN_RANK
        rank = _CAPS_RANK if versus().sub("", text).isupper() else rank
        opens_text = following.span.start in taken or _is_running(following.span.of(document.text))
        if opens_text or (below is not None and rank < below.rank):
            below = Heading(line.span, None, text, rank, "plain")
            candidates.append(below)
        else:
            below = None
    candidates.reverse()
    repeated = Counter(heading.title for heading in candidates)
    for heading in candidates:
        if repeated[heading.title] <= len(candidates) // 10 + 2:
            yield heading._replace(title=heading.title.strip())


def _looks_like_title(text: str) -> bool:
    """Whether an English line is worded as a title; the stop of `vs.` ends no sentence."""
    small = data("headings")["patterns"]["small_words"]
    text, years = versus().subn("", text)
    if years and not _LETTERS.search(text):
        return bool(_BARE_YEARS.fullmatch(text))
    words = [word for word in re.findall(r"[A-Za-z][\w’'&-]*", text) if word.lower() not in small]
    if (
        not words
        or len(text.split()) > _limits()["english_words"]
        or _LATIN_STOP.search(text)
        or "\t" in text
    ):
        return False
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "“\"'"):
        return False
    share = sum(word[0].isupper() for word in words) / len(words)
    return bool(share >= _CAPITALISED)


def _is_running(text: str) -> bool:
    """Whether a line is running text: long, or a short English sentence."""
    return len(text) >= _LONG_LINE or (
        bool(_SENTENCE.search(text)) and len(text.split()) >= _SENTENCE_WORDS and not HANZI.search(text)
    )


def _looks_like_hanzi_title(text: str) -> bool:
    shortest, longest = _HANZI_TITLE
    if not shortest <= len(text) <= longest or not _LETTERS.search(text):
        return False
    return not re.search(r"[。，；：！？,;:!?\t\d]", text)
