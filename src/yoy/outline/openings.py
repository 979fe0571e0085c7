"""What a passage opens: the time and the part that its first words turn the text to, and for how long."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from yoy.language.years import five_year_plans, years_back
from yoy.lexicon import pattern
from yoy.outline.titles import told_years

if TYPE_CHECKING:
    from collections.abc import Callable
    from re import Match

    from yoy.model import Document, Part

Reach = Literal["passage", "paragraph", "section"]


class Opening(NamedTuple):
    """A turn of the text.

    Attributes:
        part: what the text does from here; None where only its time changes.
        period: the time it speaks of; None where only the part changes.
        reach: how far that holds unless something else opens.
        counted: the years are told by their number (五年来): inside a plan they are those of the plan.
        whole: the years of a plan that is named and not over yet, which a chapter of plans plans for.
    """

    part: Part | None
    period: str | None
    reach: Reach
    whole: str | None = None
    counted: bool = False


def opening_of(surface: str, document: Document, *, leads: bool) -> Opening | None:
    """What a Chinese passage opens, or None.

    Args:
        surface: the passage.
        document: the report, whose year says what is past and what is to come.
        leads: whether the passage stands at the head of its paragraph.
    """
    if document.period is None:
        return _part_alone(surface, leads=leads)
    lead = pattern("parts.zh.openings.lead").match(surface)
    start = lead.end() if lead else 0
    goal = _goals(surface, document)
    if goal is not None:
        return goal
    for name, made in _OPENINGS:
        match = pattern(f"parts.zh.openings.{name}").match(surface, start)
        found = made(match, document) if match else None
        if found is not None:
            return found if leads or found.reach == "passage" else _inside(name, found)
    return _part_alone(surface, leads=leads)


def _inside(name: str, opening: Opening) -> Opening:
    """The same in the middle of a paragraph, where one year holds for that, and its number for a sentence."""
    if opening.period is None or "/" in opening.period:
        return opening
    return opening._replace(reach="passage" if name == "year" else "paragraph")


def _goals(surface: str, document: Document) -> Opening | None:
    """A sentence that sets targets, for the year or the plan that it names."""
    goal = pattern("parts.zh.openings.targets").search(surface)
    if goal is None or document.period is None:
        return None
    said = surface[: goal.start()]
    named = pattern("parts.zh.times.plan").search(said)
    years = told_years(five_year_plans()[named["plan"]], document.period) if named else None
    if pattern("parts.zh.times.this_year").search(said) and _next(document):
        return Opening("plan", str(document.period + 1), "passage")
    return Opening("plan", years.period if years and years.ahead else None, "passage")


def _part_alone(surface: str, *, leads: bool) -> Opening | None:
    if pattern("parts.zh.openings.next_step").match(surface.strip()):
        return Opening("plan", None, "section")
    aware = pattern("parts.zh.openings.aware").search(surface)
    if aware or pattern("parts.zh.openings.problems").search(surface):
        return Opening("problems", None, "section" if leads else "paragraph")
    return None


def _next(document: Document) -> bool:
    """Whether 今年 is the year after the one reported on."""
    return document.period is not None and document.delivered == document.period + 1


def _counted_years(match: Match[str], document: Document) -> Opening | None:
    """这五年 opens what follows; 近三年 speaks of its own sentence."""
    assert document.period is not None
    reach: Reach = "passage" if match.group().lstrip().startswith("近") else "section"
    return Opening("review", years_back(match, document.period), reach, counted=True)


def _five_years(_: Match[str], document: Document) -> Opening | None:
    assert document.period is not None
    return Opening("review", f"{document.period - 4}/{document.period}", "section", counted=True)


def _of_five_years(match: Match[str], document: Document) -> Opening | None:
    found = _five_years(match, document)
    return found._replace(reach="passage") if found else None


def _plan(match: Match[str], document: Document) -> Opening | None:
    assert document.period is not None
    years = five_year_plans()[match["plan"]]
    time = told_years(years, document.period)
    is_open = not time.ahead and int(years[-4:]) > document.period
    return Opening("plan" if time.ahead else "review", time.period, "section", years if is_open else None)


def _next_years(_: Match[str], document: Document) -> Opening | None:
    assert document.period is not None
    return Opening("plan", f"{document.period + 1}/{document.period + 5}", "section", counted=True)


def _plan_text(_: Match[str], __: Document) -> Opening | None:
    return Opening("plan", None, "section")


def _last_year(_: Match[str], document: Document) -> Opening | None:
    return Opening("review", str(document.period), "section")


def _of_last_year(_: Match[str], document: Document) -> Opening | None:
    return Opening(None, str(document.period), "passage") if _next(document) else None


def _year(match: Match[str], document: Document) -> Opening | None:
    """A year: the one reported on and the next turn the text; an earlier one is of its sentence."""
    assert document.period is not None
    year = int(match["year"])
    if year == document.period:
        holds = match["holds"] or match["just"]
        return Opening("review", match["year"], "section" if holds else "passage")
    if year == document.period + 1:
        return Opening("plan", match["year"], "section") if match["holds"] else None
    earlier = year < document.period and match["holds"] in ("，", ",")
    return Opening("review", match["year"], "passage") if earlier else None


def _this_year(_: Match[str], document: Document) -> Opening | None:
    return Opening("plan", str(document.delivered), "section") if _next(document) else None


def _year_plan(match: Match[str], document: Document) -> Opening | None:
    assert document.period is not None
    year = int(match["year"] or match["goal"])
    return Opening("plan", str(year), "section") if year > document.period else None


_OPENINGS: tuple[tuple[str, Callable[[Match[str], Document], Opening | None]], ...] = (
    ("these_years", _five_years),
    ("counted_years", _counted_years),
    ("of_five_years", _of_five_years),
    ("plan", _plan),
    ("plan_text", _plan_text),
    ("next_years", _next_years),
    ("last_year", _last_year),
    ("of_last_year", _of_last_year),
    ("year_plan", _year_plan),
    ("year", _year),
    ("this_year", _this_year),
)
