"""What this year's report has on a promise of last year: the sentence most like it, and its figures."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log
from typing import TYPE_CHECKING

from yoy.checks.years.pair_view import Outcome, clear_best
from yoy.checks.years.reuse import is_sentence
from yoy.language.tokens import grams, masked
from yoy.language.units import convert, same_family
from yoy.lexicon import data, pattern

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from yoy.checks.years.pair_view import PairView
    from yoy.model import Passage, Quantity

# Share of what a promise says, rare terms weighing more, that a sentence must have to be its evidence.
_FOUND = 0.34
# The same for a figure against what its target is called, and the lead it needs over the next best.
_FIGURE_FOUND = 0.5
# The same for the only figure of a sentence that speaks of the promise.
_NAMED_ALIKE = 0.4
_CLAUSES = re.compile(r"[，；;]|,\s")
_ENDING = re.compile(r"([a-z]{4})[a-z]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What was found; `passage` is None where the report is silent.

    Attributes:
        clause: the words of the passage that are most like the promise: 二期开工，一期建成 tells of two.
        agreed: whether figures and words of the promise lead to the same sentence.
    """

    passage: Passage | None
    outcomes: tuple[Outcome, ...]
    clause: str = ""
    agreed: bool = False


class Sources:
    """This year's report as a place to look for evidence."""

    def __init__(self, both: PairView) -> None:
        self._both = both
        terms = {
            passage.id: _terms(passage.span.of(both.current.text))
            for passage in both.current.passages
            if is_sentence(passage)
        }
        self._weights = _weights(terms.values())
        self._default = log(1 + len(both.current.passages))
        self._linked = {
            link.prior: link
            for link in both.pair.numbers
            if link.relation == "target_result" and link.current
        }
        results = [p for p in both.current.passages if p.id in terms and both.current.tells_results(p.id)]
        self._results = frozenset(passage.id for passage in results)
        self._spoken, self._having = _index(results, terms)
        self._names: dict[str, frozenset[str]] = {}
        self._told: dict[tuple[object, ...], list[Quantity]] = defaultdict(list)
        for figure in both.current.figures:
            if figure.passage in self._results and figure.role == "result":
                self._told[figure.kind, figure.direction].append(figure)

    def evidence(self, promise: Passage) -> Evidence:
        """The figures for the promise's targets and the sentence that speaks of it."""
        outcomes = tuple(self._outcomes(promise))
        wanted = _terms(promise.span.of(self._both.prior.text))
        passage = self._likest(wanted)
        if outcomes:
            told = self._both.current.passage.get(outcomes[0].result.passage)
            return Evidence(passage=told, outcomes=outcomes, agreed=told == passage)
        return Evidence(
            passage=passage,
            outcomes=self._said_there(promise, passage),
            clause=self._clause(wanted, passage) if passage else "",
        )

    def _clause(self, wanted: Sequence[str], passage: Passage) -> str:
        clauses = _CLAUSES.split(passage.span.of(self._both.current.text))
        scored = [(self._score(wanted, frozenset(_terms(clause))), clause) for clause in clauses]
        return max(scored, key=lambda each: each[0])[1]

    def _said_there(self, promise: Passage, passage: Passage | None) -> tuple[Outcome, ...]:
        """The only figure of the sentence found that can answer the only target of the promise."""
        if passage is None:
            return ()
        targets = [f for f in self._both.prior.of_passage.get(promise.id, ()) if f.role == "target"]
        if len(targets) != 1:
            return ()
        answers = [f for f in self._both.current.of_passage.get(passage.id, ()) if _answers(targets[0], f)]
        called = _terms(targets[0].indicator)
        answers = [f for f in answers if self._score(called, self._named(f)) >= _NAMED_ALIKE]
        return (Outcome(targets[0], answers[0], None, sure=False),) if len(answers) == 1 else ()

    def _outcomes(self, promise: Passage) -> Iterator[Outcome]:
        for target in self._both.prior.of_passage.get(promise.id, ()):
            link = self._linked.get(target.id)
            result = self._both.current.figure.get(link.current) if link and link.current else None
            if link is not None and result is not None:
                yield Outcome(target, result, link.id, sure=not link.confirm)
            elif target.role == "target":
                found = self._figure_for(target)
                if found is not None:
                    yield Outcome(target, found, None, sure=False)

    def _figure_for(self, target: Quantity) -> Quantity | None:
        """The result whose sentence and name say most of what the target is called."""
        prior = self._both.prior
        wanted = _terms(f"{target.indicator}{prior.lead(target)}{prior.tail(target)}")
        scored = (
            (self._score(wanted, self._named(figure)), figure)
            for figure in self._told.get((target.kind, target.direction), ())
            if _answers(target, figure)
        )
        return clear_best(scored, _FIGURE_FOUND)

    def _named(self, figure: Quantity) -> frozenset[str]:
        known = self._names.get(figure.id)
        if known is None:
            known = self._names[figure.id] = frozenset(_terms(self._both.current.label(figure)))
        return known

    def _likest(self, wanted: Sequence[str]) -> Passage | None:
        """The first of the sentences that say most of what is wanted."""
        whole = self._weight(wanted)
        said: dict[int, float] = defaultdict(float)
        for term in wanted:
            weight = self._weights.get(term, self._default)
            for at in self._having.get(term, ()):
                said[at] += weight
        if not said or not whole:
            return None
        most = max(said.values()) / whole
        best = min(at for at, weight in said.items() if weight / whole == most)
        return self._spoken[best] if most >= _FOUND else None

    def _score(self, wanted: Sequence[str], have: frozenset[str]) -> float:
        whole = self._weight(wanted)
        return self._weight([term for term in wanted if term in have]) / whole if whole else 0.0

    def _weight(self, terms: Sequence[str]) -> float:
        return sum(self._weights.get(term, self._default) for term in terms)


def _answers(target: Quantity, figure: Quantity) -> bool:
    """Whether a figure can be the result of a target: of its kind and family, and not a plan again."""
    return (
        figure.role == "result"
        and figure.kind == target.kind
        and figure.direction == target.direction
        and same_family(figure.unit, target.unit)
        and convert(figure.value, figure.unit, target.unit) is not None
    )


def _index(
    results: Iterable[Passage], terms: Mapping[str, Sequence[str]]
) -> tuple[list[Passage], dict[str, list[int]]]:
    """The sentences on results, the first of each wording; and for each term, which of them have it."""
    spoken: list[Passage] = []
    having: dict[str, list[int]] = {}
    known: set[frozenset[str]] = set()
    for passage in results:
        wording = frozenset(terms[passage.id])
        if wording in known:
            continue
        known.add(wording)
        for term in terms[passage.id]:
            having.setdefault(term, []).append(len(spoken))
        spoken.append(passage)
    return spoken, having


def _weights(sentences: Collection[Sequence[str]]) -> Mapping[str, float]:
    """Weight of each term, none of them twice in a sentence: how few sentences have it."""
    counts: Counter[str] = Counter()
    for terms in sentences:
        counts.update(terms)
    total = 1 + len(sentences)
    return {term: log(1 + total / count) for term, count in counts.items()}


@lru_cache(maxsize=1 << 12)
def _terms(text: str) -> tuple[str, ...]:
    """Pairs of hanzi, or the stems of words and their pairs: recycling and recycled are one."""
    return grams(_ENDING.sub(r"\1", masked(_empty().sub("", text))))


@cache
def _empty() -> re.Pattern[str]:
    """Words of intent, and others that say nothing of what was promised."""
    words = "|".join(map(re.escape, data("promises")["evidence"]["intent"]))
    return re.compile(f"{words}|{pattern('promises.evidence.empty').pattern}")
