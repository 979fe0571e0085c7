"""Which part of a web page is the report: known containers, else where the sentences are."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from yoy.lexicon import data
from yoy.readers.html.index import is_index

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]{0,40}line-through", re.IGNORECASE)
_STRUCK_TAGS = frozenset(("s", "strike", "del"))
_SENTENCE = re.compile(r"[。；，！？]|[.,;!?](?:\s|$)")
_GOOD_LENGTH = 20
_SHARE = 0.85
_CONTAINER_SHARE = 0.5
_FURNITURE_SHARE = 0.3
_LINK_SHARE = 0.6
_LINKS = 4


class Content(NamedTuple):
    """The element that holds the report, elements inside it that are furniture, and how much stands outside.

    `outside` counts characters of sentences.
    """

    root: HtmlElement
    dropped: frozenset[HtmlElement]
    outside: int = 0


class _Weight(NamedTuple):
    """Characters under an element: all, in links, in sentences; and the number of links."""

    text: int
    link: int
    good: int
    links: int


def is_inline(tag: object) -> bool:
    """Whether text runs on through an element; unknown names with a prefix (ix:nonFraction) do too."""
    return isinstance(tag, str) and (
        tag in _names("inline_tags") or (":" in tag and tag not in _names("invisible_tags"))
    )


def is_invisible(element: HtmlElement) -> bool:
    """Whether a browser shows nothing of an element."""
    if element.tag in _names("invisible_tags") or not isinstance(element.tag, str):
        return True
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and _HIDDEN.search(style) is not None)


def is_struck(element: HtmlElement) -> bool:
    """Whether a browser shows an element struck through: deleted, and no part of what the page says."""
    if element.tag in _STRUCK_TAGS:
        return True
    style = element.get("style")
    return style is not None and _STRUCK.search(style) is not None


def find_content(body: HtmlElement) -> Content:
    """The smallest element with nearly all sentences of the page, furniture inside it named."""
    weights = _weigh(body)
    root = _known_container(body, weights)
    if root is None:
        root = _drill(body, weights)
    return Content(root, frozenset(_furniture(root, weights)), weights[body].good - weights[root].good)


def _weigh(body: HtmlElement) -> dict[HtmlElement, _Weight]:
    """Weights of every visible block element, from the leaves up."""
    from lxml import etree

    weights: dict[HtmlElement, _Weight] = {}
    stack: list[list[int]] = [[0, 0, 0, 0]]
    owns: list[list[str]] = [[]]
    linked = 0
    walker = etree.iterwalk(body, events=("start", "end"))
    for event, element in walker:
        tag = element.tag
        if event == "start":
            if is_invisible(element):
                walker.skip_subtree()
                stack.append([-1, 0, 0, 0])
                continue
            stack.append([0, 0, 0, 0])
            if not is_inline(tag):
                owns.append([])
            linked += tag == "a" and _leads_away(element)
            _add(stack[-1], owns[-1], element.text, linked)
            continue
        counts = stack.pop()
        if counts[0] >= 0:
            away = tag == "a" and _leads_away(element)
            linked -= away
            counts[3] += away
            if not is_inline(tag):
                counts[2] += _good("".join(owns.pop()))
                weights[element] = _Weight(*counts)
            for index in range(4):
                stack[-1][index] += counts[index]
        if element is not body:
            _add(stack[-1], owns[-1], element.tail, linked)
    return weights


def _add(counts: list[int], own: list[str], text: str | None, linked: int) -> None:
    if not text or text.isspace():
        return
    size = len(text.strip())
    counts[0] += size
    if linked:
        counts[1] += size
    else:
        own.append(text)


def _good(own: str) -> int:
    size = len(own.strip())
    return size if size >= _GOOD_LENGTH and _SENTENCE.search(own) else 0


def _leads_away(link: HtmlElement) -> bool:
    """Whether a link leaves the page: those within it are the report's own contents list."""
    target = link.get("href")
    return target is not None and not str(target).startswith("#")


@cache
def _names(key: str) -> frozenset[str]:
    return frozenset(name.lower() for name in data("containers")[key])


def _marked(element: HtmlElement, ids: str, classes: str) -> bool:
    own = str(element.get("id") or "").lower()
    return own in _names(ids) or any(
        name in _names(classes) for name in str(element.get("class") or "").lower().split()
    )


def _known_container(body: HtmlElement, weights: dict[HtmlElement, _Weight]) -> HtmlElement | None:
    total = weights[body].good
    best: HtmlElement | None = None
    for element in body.iter("div", "td", "article", "section", "span"):
        weight = weights.get(element)
        if weight is None or weight.good < _CONTAINER_SHARE * total or not weight.good:
            continue
        if _marked(element, "content_ids", "content_classes") and (
            best is None or weight.good > weights[best].good
        ):
            best = element
    return best


def _drill(body: HtmlElement, weights: dict[HtmlElement, _Weight]) -> HtmlElement:
    total = weights[body].good
    node = body
    while total:
        heavy = [c for c in node if c in weights and weights[c].good >= _SHARE * total and c.tag != "p"]
        if not heavy:
            break
        node = heavy[0]
    return _whole_table(node, body)


def _whole_table(node: HtmlElement, body: HtmlElement) -> HtmlElement:
    """A row or cell that was drilled into is a layout cell; a body or row is given up to its table."""
    while node is not body and node.tag in ("tbody", "thead", "tr"):
        parent = node.getparent()
        if parent is None:
            break
        node = parent
    return node


def _furniture(root: HtmlElement, weights: dict[HtmlElement, _Weight]) -> Iterator[HtmlElement]:
    """The outermost elements that are furniture."""
    limit = weights[root].good * _FURNITURE_SHARE
    decided: set[HtmlElement] = set()
    for element in root.iter():
        weight = weights.get(element)
        if weight is None or element is root or weight.good > limit:
            continue
        if element.getparent() in decided:
            decided.add(element)
        elif element.tag in _names("furniture_tags") or _marked(element, "furniture", "furniture"):
            decided.add(element)
            yield element
        elif weight.links >= _LINKS and weight.link > _LINK_SHARE * weight.text and not weight.good:
            decided.add(element)
            if not is_index(element):
                yield element
