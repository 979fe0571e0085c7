"""The words of the page in one language."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.lexicon import has_phrase, phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

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

    def finding(self, finding: Finding) -> str:
        """A finding as a sentence."""
        return self._sentence("findings", finding.code, finding.args)

    def reason(self, reason: Mapping[str, Decimal | str]) -> str:
        """Why two things were paired, as a short list."""
        return self.join(f"{self._reason(code)} {_short(value)}".strip() for code, value in reason.items())

    def join(self, parts: object) -> str:
        """Parts of a list, in the language's punctuation."""
        return ("，" if self.lang == "zh" else ", ").join(part for part in parts if part)  # type: ignore[attr-defined]

    def _reason(self, code: str) -> str:
        return phrase("reasons", code, self.lang) if has_phrase("reasons", code) else code

    def _sentence(self, area: str, code: str, args: Mapping[str, Scalar]) -> str:
        if not has_phrase(area, code):
            return ": ".join((code, ", ".join(f"{key}={value}" for key, value in args.items())))
        return phrase(area, code, self.lang).format_map(_filled(args))


class _Filled(dict[str, object]):
    """Arguments of a sentence; one that is not given leaves a gap that is seen."""

    def __missing__(self, key: str) -> str:
        return "…"


def _filled(args: Mapping[str, Scalar]) -> _Filled:
    return _Filled({key: "—" if value is None else value for key, value in args.items()})


def _short(value: Decimal | str) -> str:
    return str(round(value, 2)) if isinstance(value, Decimal) else value
