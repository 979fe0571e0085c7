"""The words of the page in one language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yoy.lexicon import data, has_phrase, phrase
from yoy.writers.items.grounds import grounds_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from yoy.model import Doubt, Finding, Language, Note, Scalar


@dataclass(frozen=True, slots=True)
class Words:
    """Looks phrases up for the page's language; templates call it `t`, `term`."""

    lang: Language

    def t(self, key: str, **args: object) -> str:
        """A phrase of the page's own words."""
        return phrase("html", key, self.lang, **args)

    def term(self, group: str, code: str | None) -> str:
        """A shared term; a code without one is shown as it is."""
        key = f"{group}_{code}"
        return phrase("terms", key, self.lang) if has_phrase("terms", key) else str(code or "")

    def in_doubt(self, code: Doubt) -> str:
        """What makes a reading uncertain."""
        return phrase("terms", "in_doubt", self.lang, why=self.term("doubt", code))

    def note(self, note: Note) -> str:
        """A note as a sentence."""
        return self._sentence("notes", note.code, note.args)

    def finding(self, finding: Finding, longest: int | None = None) -> str:
        """A finding as a sentence; `longest` cuts the sentences that it quotes."""
        args = finding.args if longest is None else {k: _cut(v, longest) for k, v in finding.args.items()}
        return self._sentence("findings", finding.code, args)

    def why(self, reason: Mapping[str, Decimal | str] | Mapping[str, Decimal]) -> str:
        """Why two things were paired, as a reviewer says it; weights stay in the JSON document."""
        return grounds_words(reason, self.lang)

    def open_phrase(self, key: str) -> str:
        """A phrase of the open items, which every output names alike."""
        return phrase("open", key, self.lang)

    def rulings(self) -> dict[str, str]:
        """What a person can decide, in the words of the workbook's columns."""
        keys = [key for key in data("words/excel") if key.startswith(("status_", "ruling_"))]
        return {key: phrase("excel", key, self.lang) for key in keys}

    def join(self, parts: object) -> str:
        """Parts of a list, in the language's punctuation."""
        return ("，" if self.lang == "zh" else ", ").join(part for part in parts if part)  # type: ignore[attr-defined]

    def _sentence(self, area: str, code: str, args: Mapping[str, Scalar]) -> str:
        if not has_phrase(area, code):
            return ": ".join((code, ", ".join(f"{key}={value}" for key, value in args.items())))
        return phrase(area, code, self.lang).format_map(_filled(args))


def _cut(value: Scalar, longest: int) -> Scalar:
    """A whole sentence cut short; names and figures as they are."""
    return f"{value[:longest]}…" if isinstance(value, str) and len(value) > 2 * longest else value


class _Filled(dict[str, object]):
    """Arguments of a sentence; one that is not given leaves a gap that is seen."""

    def __missing__(self, key: str) -> str:
        return "…"


def _filled(args: Mapping[str, Scalar]) -> _Filled:
    return _Filled({key: "—" if value is None else value for key, value in args.items()})
