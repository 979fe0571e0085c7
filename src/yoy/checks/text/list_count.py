"""A count beside the list it counts: 六个方面 after seven items, 四个方面 before three, 四级 of three."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from yoy.checks.finding import make_finding
from yoy.checks.patterns import pattern, words
from yoy.language.numerals import read_numeral
from yoy.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.checks.view import View
    from yoy.model import Finding, Passage, Quantity
    from yoy.options import Options

_BRACKETS = re.compile(r"《[^》]*》|“[^”]*”|（[^）]*）|\([^)]*\)|「[^」]*」")
_QUOTED = re.compile(r"《[^》]*》|“[^”]*”|「[^」]*」")
_STOP = re.compile(r"[。！？!?；;：:\n]")
_COMMA = re.compile(r"[，,]")
_SMALLEST_LIST = 3
_FURTHEST = 2


class _Listed(NamedTuple):
    """How many items a list can be said to have."""

    least: int
    most: int
    span: Span


def check_list_count(view: View, _options: Options) -> Iterator[Finding]:
    """Lists before their count, lists after it, and grades (四级) that are named another number of times."""
    if view.report.document.language == "en":
        yield from _english(view)
        return
    for passage in view.passages:
        if passage.kind in ("sentence", "item"):
            yield from _counted_before(view, passage)
    yield from _announced(view)
    yield from _grades(view)


def _counted_before(view: View, passage: Passage) -> Iterator[Finding]:
    """甲、乙、丙等三个方面."""
    text = passage.span.of(view.text)
    for match in pattern("list_count", "counted_before").finditer(text):
        if _is_quoted(text, match.start()):
            continue
        stated = _number(match["count"])
        listed = _list_before(text[: match.start()])
        if stated is None or listed is None:
            continue
        if listed.least < _SMALLEST_LIST and not (stated == listed.least and not match["open"]):
            continue
        if not match["open"] and _is_an_item(text[: match.start()], match["measure"]):
            continue
        count = listed.most if stated >= listed.most else max(listed.least, stated)
        open_list = bool(match["open"])
        agrees = count == stated or (open_list and stated > count)
        if abs(count - stated) > _FURTHEST or (open_list and stated > count):
            continue
        at = passage.span.start + match.start("count")
        span = Span(passage.span.start + listed.span.start, passage.span.start + match.end())
        yield _finding(view, at, match["count"] + match["measure"], stated, count, span, agrees=agrees)


def _is_an_item(before: str, measure: str) -> bool:
    """Whether a count is itself an item of what stands before it: 文化节及十大活动, 确保七大战役."""
    return measure in words("list_count", "of_names") or bool(
        pattern("list_count", "goes_on").search(_QUOTED.sub("", before))
    )


def _english(view: View) -> Iterator[Finding]:
    """Our three priorities are safe homes, clean streets and a working harbour: only confirmed."""
    for passage in view.passages:
        text = passage.span.of(view.text)
        match = (
            pattern("list_count", "english").search(text) if passage.kind in ("sentence", "item") else None
        )
        stated = _number(match["count"]) if match else None
        if match is None or stated is None:
            continue
        items = [item for item in re.split(r",| and ", match["list"]) if item.strip()]
        if len(items) == stated:
            at = passage.span.start + match.start("count")
            yield _finding(view, at, match["count"], stated, len(items), passage.span, agrees=True)


def _is_quoted(text: str, at: int) -> bool:
    """Whether `at` stands inside a title or a slogan (“两个维护”)."""
    return (
        any(span.start() <= at < span.end() for span in _QUOTED.finditer(text))
        or text[at - 1 : at] in "“「《"
    )


def _list_before(text: str) -> _Listed | None:
    """The items joined by 、 right before a count."""
    bare = _BRACKETS.sub(lambda found: "〇" * len(found[0]), text)
    start = max((found.end() for found in _STOP.finditer(bare)), default=0)
    stretch = bare[start:]
    cue = _cue(stretch)
    if cue is None or pattern("list_count", "counted_before").search(stretch[cue:]) or "等" in stretch[cue:]:
        start += max((found.end() for found in _COMMA.finditer(stretch)), default=0)
    else:
        start += cue
    items = bare[start:].split("、")
    if (
        len(items) < _SMALLEST_LIST - 1
        or any(not item.strip() for item in items)
        or re.search(r"\d", bare[start:])
    ):
        return None
    inner = bool(pattern("list_count", "joins_in_item").search(items[-1]))
    commas = len(_COMMA.findall(bare[start:]))
    return _Listed(len(items), len(items) + inner + commas, Span(start, len(text)))


def _cue(stretch: str) -> int | None:
    """Where the list opened by 围绕 and the like begins, when commas stand inside it."""
    found = pattern("list_count", "opens_list").match(stretch)
    if (
        found is None
        or "、" not in stretch[found.end() :].split("，", maxsplit=1)[0].split(",", maxsplit=1)[0]
    ):
        return None
    return found.end()


def _announced(view: View) -> Iterator[Finding]:
    """主要有四个方面：一是…二是…, and 重点做好十方面工作 before sections (一)…(十)."""
    for index, passage in enumerate(view.passages):
        if passage.kind not in ("sentence", "item"):
            continue
        found = _announcement(passage.span.of(view.text))
        if found is None:
            continue
        match, stated = found
        count = _items_from(view, index) or _sections_from(view, index)
        if count is None or count < _SMALLEST_LIST - 1 or abs(count - stated) > _FURTHEST + 1:
            continue
        at = passage.span.start + match.start("count")
        surface = match["count"] + (match["measure"] or "")
        yield _finding(view, at, surface, stated, count, passage.span, agrees=count == stated)


@lru_cache(maxsize=1 << 12)
def _announcement(text: str) -> tuple[re.Match[str], int] | None:
    """A count at the end of a sentence, or of what stands before its colon or its first 一是."""
    first = pattern("list_count", "first_item").search(text)
    head = text[: first.start()] if first else text.rstrip().rstrip("：:。；;")
    match = pattern("list_count", "count_at_end").search(head)
    if match is None or not pattern("list_count", "announced").search(
        match["rest"] or match["measure"] or ""
    ):
        return None
    stated = _number(match["count"])
    return (match, stated) if stated is not None and stated > 1 else None


def _items_from(view: View, index: int) -> int | None:
    """The last ordinal of the run 一是, 二是, … that opens in this passage or the next."""
    passages, item = view.passages[index : index + 40], pattern("list_count", "item")
    expected, started = 1, False
    for offset, passage in enumerate(passages):
        for match in item.finditer(passage.span.of(view.text)):
            if _number(match["number"]) == expected:
                expected, started = expected + 1, True
            elif started:
                return expected - 1
        if not started and offset >= 1:
            return None
        if started and passage.kind == "heading" and offset:
            break
    return expected - 1 if started else None


def _sections_from(view: View, index: int) -> int | None:
    """How many subsections follow directly, when this passage is the last before the first of them."""
    passage = view.passages[index]
    following = view.passages[index + 1] if index + 1 < len(view.passages) else None
    if following is None or following.kind != "heading":
        return None
    children = [section for section in view.section.values() if section.parent == passage.section]
    if not children or children[0].heading.start != following.span.start or children[0].number is None:
        return None
    return len(children)


def _grades(view: View) -> Iterator[Finding]:
    """四级网评员 and, in the same paragraph, 三级网评员."""
    seen: dict[tuple[int, str], tuple[int, Span]] = {}
    for match in pattern("contradiction", "grades").finditer(view.text):
        stated = _number(match["count"])
        paragraph = view.paragraph(match.start()).start
        span = Span(match.start(), match.end("count") + 1)
        key = next((k for k in seen if k[0] == paragraph and _same_noun(k[1], match["noun"])), None)
        if stated is None:
            continue
        if key is None:
            seen[paragraph, match["noun"]] = (stated, span)
            continue
        first, place = seen[key]
        if first != stated:
            listed = _list_before(view.text[paragraph : match.start()])
            if listed is None or listed.least != stated:
                continue
            named = stated
            yield _finding(
                view, place.start, view.text[place.start : place.end], first, named,
                Span(place.start, place.end), agrees=False,
            )  # fmt: skip


def _same_noun(first: str, second: str) -> bool:
    shorter = min(len(first), len(second), 3)
    return shorter >= _SMALLEST_LIST and first[:shorter] == second[:shorter]


def _finding(
    view: View, at: int, surface: str, stated: int, count: int, span: Span, *, agrees: bool
) -> Finding:
    figure = _figure_at(view, at)
    return make_finding(
        view,
        "list_count",
        "consistent" if agrees else "suspect",
        "list_count_agrees" if agrees else "list_count_differs",
        subject=f"count of {surface[-1]}",
        claimed=figure,
        spans=[(view, span)],
        args={"surface": surface, "named": count, "claimed": stated},
    )


def _figure_at(view: View, at: int) -> Quantity | None:
    passage = view.passage_at(at)
    figures = view.of_passage.get(passage.id, ()) if passage else ()
    return next((figure for figure in figures if figure.span.start <= at < figure.span.end), None)


def _number(surface: str) -> int | None:
    numeral = read_numeral(surface)
    return int(numeral.value) if numeral else None
