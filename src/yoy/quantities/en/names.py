"""Names of the figures of an English report: subject of the sentence, noun before `of`, noun counted.

A subject that only points back (the increase, it, the Company) gives way to the last one that
names something, or to the section's title.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from yoy import lexicon
from yoy.quantities.context import without_approx
from yoy.quantities.en.nouns import OF_WHAT, change_name, counted_noun, name_words, tidy
from yoy.quantities.en.objects import given_for, moved_by, purpose_of
from yoy.quantities.en.set_phrases import Topic, told_of
from yoy.quantities.en.statements import behind_verb, is_telling, said_before, subject_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.quantities.drafts import Draft

NAME_LENGTH = 80
_FEW = 3
_LONGEST_TITLE = 50
_OFFSET = re.compile(r"^(?:partially\s+|primarily\s+)?(?:offset\s+by|due\s+to|driven\s+by)\s+", re.IGNORECASE)
_WHICH = re.compile(
    r"(?P<before>.*\S),?\s+which\s+(?:also\s+|had\s+|have\s+|has\s+)?[a-z]+(?:\s+(?:by|to|from|of))?$"
)
_INCREASE_IN = re.compile(
    r"\s*(?:increase|decrease|growth|decline|reduction|rise|fall|drop|improvement)\s+in\s+(?:the\s+|our\s+)?"
    r"(?P<what>[A-Za-z][\w’&/-]*(?:\s+(?!(?:was|were|is|are|in|to|from|due|reflect\w*|result\w*|primarily|driven|compared|over|which|that|as|on|by|for|with)\b)[\w’&/-]+){0,6})"
)
_SIZED = re.compile(
    r"\s+(?P<what>[A-Za-z][\w’&/-]*(?:\s+(?!(?:was|were|is|are|in|to|from|of|on|at|which|that|as|and|with|for|located|featuring)\b)[\w’&/-]+){0,4})"
)
_STAKE = re.compile(
    r"\s*(?P<stake>(?:[a-z-]+\s+){0,2}(?:interest|stake|ownership|shareholding|holding)s?(?:\s+in\s+(?:the\s+)?[A-Z][\w&.’-]*(?:\s+[A-Z][\w&’-]*){0,4})?)"
)
_OF_WHOLE = re.compile(r"\s*of\s+((?:(?!or\b|and\b|for\b|which\b)(?:(?:[A-Z]\.)+|[\w’'-]+)\s*){1,6})")
_OF = re.compile(r"(?P<noun>[^.;:]+?)\s+(?:of|totall?ing|amounting\s+to|worth)\s*$")
_IS_A = re.compile(r"\b(?:was|were|is|are|be)\s+an?\s+\S+$")
# The year of a figure stands in its own column.
_YEAR = re.compile(
    r"\s+(?:for|in|of|during)\s+(?:fiscal\s+(?:years?\s+)?|(?:the\s+)?(?:financial\s+)?year\s+)?(?:19|20)\d\d(?:[-–/]\d{2,4})?(?:\s+as\s+a\s+whole)?(?=$|[,:\s])"
)
_WORDS_BEFORE_OF = 9
_DEGREE = re.compile(
    r"^(?:higher|lower|increased|decreased|improved|strong|weaker|stronger)\s+(?=\S)", re.IGNORECASE
)
_ADVERB = re.compile(r"\s+(?:also|which|that|currently|further|primarily|only)$", re.IGNORECASE)
_MERE_CHANGE = re.compile(
    r"(?:^|\b)(?:an?|the|by|of|and|registered|reflected|average|annual|cumulative|year-on-year)\s+(?:\w+\s+){0,2}"
    r"(?:increase|decrease|reduction|decline|improvement|drop|rise|fall|growth)s?$|^(?:to|by)\s|^(?:year-on-year|annual|average)\s+\w+$",
    re.IGNORECASE,
)
# …, leaving a surplus of: the noun behind a participle and its article.
_GERUND = re.compile(r"^(?:.*[\s,])?(?:[a-z]+ing|subject\s+to)\s+(?:an?|the|its|our|their)\s+(?=[a-z])")
_MOVE = re.compile(
    r"\s*(?:,?\s*(?:or|and)?\s*(?:by|from|to|of|an?|increase|decrease|in the (?:current|prior) year)?\s*)*",
    re.IGNORECASE,
)


class _Place(NamedTuple):
    """What a namer is given: the figure, what was spoken of, the text, the sentence before the figure."""

    draft: Draft
    topic: Topic
    plain: str
    sentence: str


Namer = Callable[[_Place], str]


def name_passages(groups: Sequence[Sequence[Draft]], plain: str) -> None:
    """Fills `indicator` of the figures, given by passage; a topic lasts while the section does."""
    topic, section = Topic(), ""
    for group in groups:
        if group[0].section != section:
            topic, section = Topic(), group[0].section
        topic.here = False
        for draft in group:
            name, draft.named_by = _name(draft, topic, plain)
            draft.indicator = _cut(name)
            topic.here = True
        for draft in group:
            _like_its_level(draft, group)


def _like_its_level(draft: Draft, group: Sequence[Draft]) -> None:
    """A baseline is named as its level."""
    for level in group:
        if level.baseline is draft:
            draft.indicator, draft.named_by = level.indicator, level.named_by


def _name(draft: Draft, topic: Topic, plain: str) -> tuple[str, str]:
    """The name, and the namer that found it."""
    place = _Place(draft, topic, plain, said_before(draft, plain))
    for rule, namer in WHOLE_NAMERS:
        told = namer(place)
        if told:
            topic.full = topic.full if draft.kind.startswith("change") else told
            return told, rule
    rule, base = next(((rule, name) for rule, namer in NAMERS if (name := namer(place))), ("en.sentence", ""))
    rule, base = _named(place, rule, _bare(base))
    topic.full = base = _completed(place, base)
    return _of_kind(draft, base), rule


def _named(place: _Place, rule: str, base: str) -> tuple[str, str]:
    """`base`, or what it points back to where it names nothing itself."""
    words, topic = name_words(), place.topic
    at = re.match(r"(?:increase|decrease|growth|decline|change)s?\s+at\s+(?P<place>.+)", base, re.IGNORECASE)
    if at and topic.name:
        base = f"{topic.name.partition(', ')[0]}, {at['place']}"
    if len(base) >= _FEW and not words.generic.search(base) and not re.match(r"[$£€]?\d", base):
        return rule, base
    fronted = words.fronted.search(place.sentence)
    if fronted:
        return "en.fronted", tidy(fronted["subject"])
    if topic.name:
        return "en.topic", topic.name
    heading = _heading(place.draft)
    return ("en.heading", heading) if heading else ("en.sentence", base or tidy(place.sentence))


def _completed(place: _Place, base: str) -> str:
    """The name with whose it is, where, and under which title where many things have it."""
    words, draft = name_words(), place.draft
    if counted_noun(draft, place.plain):
        base = _of_whom(base, _bare(subject_of(place.sentence)))
    else:
        place.topic.name = base
    where = words.place.match(draft.setting.right)
    if where and where["place"][0].isupper() and where["place"].lower() not in base.lower():
        base = f"{base}, {where['place']}"
    vague = words.vague.fullmatch(base) and _title(draft)
    return f"{_title(draft)}: {base}" if vague else base


def _of_kind(draft: Draft, base: str) -> str:
    """The name of a change or of a share."""
    words = name_words()
    if draft.kind.startswith("change"):
        return change_name(base, draft, words)
    if draft.kind == "ratio" and re.match(r"\s*of\b", draft.setting.right):
        whole = _OF_WHOLE.match(draft.setting.right)
        return f"{base} {words.share} of {tidy(whole[1])}" if whole else base
    return base


def _accompanying(draft: Draft) -> str:
    """Inflation will be 2.3 per cent, with the underlying rate at 2 per cent: a name of its own."""
    found = name_words().accompanied.search(draft.setting.left)
    return tidy(found["what"]) if found else ""


def _of_whom(noun: str, subject: str) -> str:
    """24,000 rooms of which subject; nothing is added where the sentence has none of its own."""
    if not noun or not is_telling(subject) or len(noun) + len(subject) > NAME_LENGTH:
        return noun
    return noun if noun.rsplit(maxsplit=1)[-1] in subject else f"{noun}, {subject}"


def _of_what(draft: Draft) -> str:
    """What an amount is an amount of, where the words behind it say so and those before don't."""
    left = draft.setting.left.rstrip()
    if draft.kind != "level" or not re.search(
        r"(?:includ(?:ing|es|ed)|involves?|plus|of which)\s*$", without_approx(left, "en")
    ):
        return ""
    match = OF_WHAT.match(draft.setting.right)
    return tidy(match["what"]) if match else ""


def _moved(draft: Draft, topic: Topic) -> str:
    """From $3,522 million to $3,785 million: nothing but the movement since the figure before."""
    left = draft.setting.left
    if not draft.setting.previous or not topic.full:
        return ""
    bare = _MOVE.fullmatch(without_approx(left, "en"))
    return topic.full if bare else ""


def _sized(draft: Draft, plain: str) -> str:
    """A 21-acre oceanfront resort: the size of what is told behind."""
    what = _SIZED.match(draft.setting.right)
    if draft.unit not in _sizes() or what is None or "-" not in draft.figure.span.of(plain):
        return ""
    return f"{name_words().size} {tidy(what['what'])}"


def _sizes() -> frozenset[str]:
    words = lexicon.data("names")["en"]
    return frozenset(words["measures"]) - frozenset(words["timed"])


def _change_in(draft: Draft) -> str:
    """The 6% increase in Affiliate Fee revenue: what it is an increase in."""
    match = _INCREASE_IN.match(draft.setting.right) if draft.kind.startswith("change") else None
    return tidy(match["what"]) if match else ""


def _relative(sentence: str) -> str:
    """Distribution costs, which decreased $17 million: the noun before which."""
    match = _WHICH.search(sentence)
    return (
        tidy(" ".join(behind_verb(match["before"].rstrip(" ,")).split()[-_WORDS_BEFORE_OF:])) if match else ""
    )


def _stake(draft: Draft) -> str:
    """Our 50% interest in a company: the interest."""
    match = _STAKE.match(draft.setting.right) if draft.kind == "ratio" else None
    return tidy(match["stake"]) if match else ""


def _before_of(draft: Draft) -> str:
    """Benefit plan expenses of $698 million: the noun before `of`, back to a verb or an article."""
    left = without_approx(draft.setting.left, "en")
    match = _OF.search(left)
    if not match:
        return ""
    noun = behind_verb(match["noun"])
    if _IS_A.search(match["noun"]) and len(tidy(noun).split()) == 1:
        return ""  # income tax was a benefit of 4.5%: what was it?
    noun = (
        re.sub(r".*\b(?:in|to)\s+(?=\S+(?:\s+\S+)*$)", "", noun)
        if re.match(
            r"\s*(?:an?\s+)?(?:increase|decrease|growth|decline|reduction|improvement)s?\s+in\b", noun
        )
        else noun
    )
    noun = " ".join(noun.split()[-_WORDS_BEFORE_OF:])
    if _MERE_CHANGE.search(noun):
        return ""
    noun = tidy(_GERUND.sub("", tidy(noun)))
    purpose = purpose_of(draft) if len(noun.split()) < _FEW and draft.kind == "level" else ""
    return f"{noun} {purpose}" if noun and purpose else noun


def _bare(name: str) -> str:
    """A name without words of degree before it and adverbs behind."""
    return _ADVERB.sub("", _DEGREE.sub("", _OFFSET.sub("", name)))


def _heading(draft: Draft) -> str:
    return tidy(draft.setting.section.title) if draft.setting.section.level else ""


def _title(draft: Draft) -> str:
    """The section's title, unless it is a sentence."""
    title = _heading(draft)
    return title if len(title) <= _LONGEST_TITLE and "," not in title else ""


def _cut(name: str) -> str:
    """`name` without its year and at most as long as a row header can be, cut between words."""
    name = _YEAR.sub("", name) or name
    if len(name) <= NAME_LENGTH:
        return name
    return name[:NAME_LENGTH].rsplit(" ", 1)[0]


WHOLE_NAMERS: tuple[tuple[str, Namer], ...] = (
    ("en.set_phrase", lambda place: told_of(place.draft, place.topic, place.plain)),
    ("en.given_for", lambda place: given_for(place.draft)),
)
"""What names a figure whole, in the order in which it is tried."""
NAMERS: tuple[tuple[str, Namer], ...] = (
    ("en.counted", lambda place: counted_noun(place.draft, place.plain)),
    ("en.accompanying", lambda place: _accompanying(place.draft)),
    ("en.sized", lambda place: _sized(place.draft, place.plain)),
    ("en.moved_by", lambda place: moved_by(place.draft, place.sentence)),
    ("en.of_what", lambda place: _of_what(place.draft)),
    ("en.moved", lambda place: _moved(place.draft, place.topic)),
    ("en.change_in", lambda place: _change_in(place.draft)),
    ("en.relative", lambda place: _relative(place.sentence)),
    ("en.stake", lambda place: _stake(place.draft)),
    ("en.before_of", lambda place: _before_of(place.draft)),
    ("en.subject", lambda place: subject_of(place.sentence)),
)
"""What names the thing that a figure is of, in the order in which it is tried."""
