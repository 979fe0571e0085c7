"""One indicator with two values in one report, and “1+16” beside “1+14” for the same thing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from yoy.checks.finding import make_finding, plain
from yoy.checks.patterns import pattern, words
from yoy.checks.view import counted
from yoy.language.similarity import containment, dice, grams
from yoy.language.tokens import masked
from yoy.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from yoy.checks.view import View
    from yoy.model import Finding, Quantity
    from yoy.options import Options

_ALIKE = 0.8
_LOCAL = 0.6
# Share of the shorter clause that the longer one has, where the names are the same words in any order.
_INSIDE = 0.9
_LARGE = 1000
# Two large counts differ by little: by less than one in so many.
_LITTLE = 50
_MANY = 4
_LIKE_NAMES = 0.5
_SHORTEST = 5
_BEHIND = 16
_NAME_BRACKET = re.compile(r"[（(][^（）()]*[)）]")
_TITLE = re.compile(r"《[^》]+》|“\d+条”")


class _Named(NamedTuple):
    """A figure with the letters and terms of its name, bare of filler, and the words of its clause.

    `agent` is what its clause says before the name: who did it (各街道办理…); `behind` what the sentence
    goes on with; `scope` what narrows it (省级), `scopes` what narrows any figure of its sentence,
    and `titles` the documents that it names.
    """

    figure: Quantity
    agent: str
    letters: str
    name: Mapping[str, int]
    words: str
    behind: Mapping[str, int] = {}
    scope: frozenset[str] = frozenset()
    scopes: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()

    @property
    def clause(self) -> Mapping[str, int]:
        """The terms of its clause, bare of filler."""
        return grams(masked(_bare(self.words)))


class _Earlier:
    """Figures of one unit and period, found by their names."""

    def __init__(self) -> None:
        self._all: list[_Named] = []
        self._by_letters: dict[str, list[int]] = {}
        self._by_term: dict[str, list[int]] = {}

    def add(self, one: _Named) -> None:
        """Keeps a figure for those to come."""
        place = len(self._all)
        self._all.append(one)
        self._by_letters.setdefault(one.letters, []).append(place)
        for term in one.name:
            self._by_term.setdefault(term, []).append(place)

    def near(self, one: _Named) -> Iterator[_Named]:
        """All whose name can be that of `one`, in the order they came.

        Two multisets of n and m terms that reach a Dice of `_ALIKE` share at least
        n·_ALIKE / (2 - _ALIKE) terms, so that of any n + 1 less that number one is shared.
        """
        count = sum(one.name.values())
        spare = count - int(count * _ALIKE / (2 - _ALIKE) - 1e-9)
        rarest = sorted(one.name, key=lambda term: len(self._by_term.get(term, ())))[:spare]
        places = set(self._by_letters.get(one.letters, ()))
        places.update(*(self._by_term.get(term, ()) for term in rarest))
        return (self._all[place] for place in sorted(places))


def check_contradiction(view: View, _options: Options) -> Iterator[Finding]:
    """Schemes (“1+16”) and levels that name the same thing and differ."""
    yield from _schemes(view)
    swapped = list(_swapped(view))
    yield from swapped
    if view.report.document.language == "en":
        return
    told = {found.claimed for found in swapped}
    yield from (found for found in _levels(view) if found.claimed not in told)


def _schemes(view: View) -> Iterator[Finding]:
    """“1+16”考核断面 and “1+14”考核断面."""
    seen: list[tuple[str, str, Span]] = []
    for match in pattern("contradiction", "scheme").finditer(view.text):
        noun, numbers = match["noun"], f"{match['first']}+{match['second']}{match['rest']}"
        span = Span(match.start(), match.end("noun"))
        earlier = next((known for known in seen if known[0][:4] == noun[:4] and len(noun) > 3), None)  # noqa: PLR2004 - four hanzi name a thing
        if earlier is not None and earlier[1] != numbers:
            yield make_finding(
                view,
                "contradiction",
                "suspect",
                "scheme_differs",
                subject=noun[:4],
                spans=[(view, span), (view, earlier[2])],
                args={"first": earlier[1], "second": numbers, "noun": noun[:4]},
            )
        elif earlier is None:
            seen.append((noun, numbers, span))


def _levels(view: View) -> Iterator[Finding]:
    """Counts of running text whose names are the same, in two sentences, with two values."""
    earlier: dict[tuple[str | None, str | None], _Earlier] = {}
    for figure in view.figures:
        name = _name(view, figure)
        if name is None:
            continue
        one = _named(view, name, figure)
        others = earlier.setdefault((figure.unit, figure.period), _Earlier())
        other = next((each for each in others.near(one) if _contradict(one, each)), None)
        if other is not None:
            yield _finding(view, figure, other.figure)
        others.add(one)


def _named(view: View, name: str, figure: Quantity) -> _Named:
    sentence, around = view.sentence(figure), view.lead(figure) + view.tail(figure)
    return _Named(
        figure=figure,
        agent=_agent(view.lead(figure), figure.indicator),
        letters="".join(sorted(name)),
        name=grams(name),
        words=around,
        behind=grams(masked(_NAME_BRACKET.sub("", view.text[figure.span.end : sentence.end]))[:_BEHIND]),
        scope=_scopes(around),
        scopes=_scopes(sentence.of(view.text)),
        titles=frozenset(_TITLE.findall(sentence.of(view.text))),
    )


def _scopes(text: str) -> frozenset[str]:
    return frozenset(word for word in words("basis", "scope") if word in text)


def _agent(lead: str, indicator: str) -> str:
    before, found, _ = lead.partition(indicator[:2])
    return _bare(before).strip() if found else ""


def _bare(words: str) -> str:
    return pattern("contradiction", "filler").sub("", words)


def _name(view: View, figure: Quantity) -> str | None:
    """What a result is called, without filler; None for what can have many values."""
    if figure.kind != "level" or figure.role != "result" or figure.table is not None or figure.partial:
        return None
    if not counted(figure) or figure.value < 10 or not view.tells_results(figure.passage):  # noqa: PLR2004 - small counts recur
        return None
    name = masked(_bare(figure.indicator))
    if len(name) < _SHORTEST or pattern("contradiction", "deeds").search(view.label(figure)):
        return None
    local = view.lead(figure) + view.tail(figure)
    if any(pattern("carry", kind).search(local) for kind in ("opening", "closing")):
        return None
    before = view.text[view.sentence(figure).start : figure.span.start]
    return None if pattern("restated", "last_year").search(before) else name


def _contradict(one: _Named, two: _Named) -> bool:
    """Whether two figures of one unit and period are of one name and differ."""
    figure, other = one.figure, two.figure
    if figure.value == other.value or figure.passage == other.passage:
        return False
    if figure.baseline == other.id or other.baseline == figure.id or _of_others(one, two):
        return False
    if one.letters == two.letters:
        first, second = one.clause, two.clause
        return max(containment(first, second), containment(second, first)) >= _INSIDE
    shorter, longer = sorted((len(one.letters), len(two.letters)))
    if 2 * shorter < _ALIKE * (shorter + longer):  # their pairs of characters cannot reach it
        return False
    return dice(one.name, two.name) >= _ALIKE and dice(one.clause, two.clause) >= _LOCAL


def _of_others(one: _Named, two: _Named) -> bool:
    """Whether two clauses differ in doer, scope, named documents or verb."""
    first, second = one.agent, two.agent
    if bool(first and second and first != second) or first.startswith("各") != second.startswith("各"):
        return True
    if not (one.scope <= two.scopes and two.scope <= one.scopes) or one.titles != two.titles:
        return True
    short = max(len(one.words), len(two.words)) <= _SHORTEST
    told = min(sum(one.behind.values()), sum(two.behind.values())) >= _SHORTEST
    return short and told and dice(one.behind, two.behind) < _LOCAL


def _swapped(view: View) -> Iterator[Finding]:
    """30848户 and 30484户: the same digits in another order, of things of one name."""
    groups: dict[tuple[str | None, str | None], list[Quantity]] = {}
    for figure in view.figures:
        if (
            figure.kind == "level"
            and figure.role == "result"
            and figure.table is None
            and figure.value >= _LARGE
            and counted(figure)
            and view.tells_results(figure.passage)
        ):
            groups.setdefault((figure.unit, figure.period), []).append(figure)
    pairs = [pair for group in groups.values() for pair in _nearly(group)]
    for earlier, later in sorted(pairs, key=lambda pair: pair[1].span.start):
        if _same_noun(view, later, earlier):
            yield _finding(view, earlier, later, "digits_swapped")


def _nearly(group: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Large counts that differ by little, or only in the order of their digits, the earlier one first."""
    ordered = sorted(group, key=lambda figure: figure.value)
    values = [figure.value for figure in ordered]
    of_digits: dict[str, list[Quantity]] = {}
    for figure in group:
        reach = figure.value / _LITTLE
        least, most = bisect_left(values, figure.value - reach), bisect_right(values, figure.value + reach)
        digits = of_digits.setdefault("".join(sorted(f"{figure.value:f}")), [])
        near = {other.id: other for other in (*ordered[least:most], *digits)}
        for other in sorted(near.values(), key=lambda each: each.span.start):
            if other.span.start >= figure.span.start:
                break
            if other.value != figure.value and other.passage != figure.passage:
                yield other, figure
        digits.append(figure)


def _same_noun(view: View, figure: Quantity, other: Quantity) -> bool:
    """Whether the last words before two figures are the same: 新增注册企业, 新登记企业."""
    names = [_bare(view.lead(each)).strip() for each in (figure, other)]
    if any(pattern("ratio", "inner").search(name) or len(name) < _MANY for name in names):
        return False
    shared = len(set(names[0]) & set(names[1]))
    return names[0][-2:] == names[1][-2:] and 2 * shared >= _LIKE_NAMES * (
        len(set(names[0])) + len(set(names[1]))
    )


def _finding(view: View, figure: Quantity, other: Quantity, code: str = "two_values") -> Finding:
    return make_finding(
        view,
        "contradiction",
        "suspect",
        code,
        claimed=figure,
        operands=[(view, other)],
        formula=f"{plain(figure.value)} = {plain(other.value)}",
        recomputed=other.value,
        stated=figure.value,
        args={"other": other.surface},
    )
