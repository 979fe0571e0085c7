"""The words of the page in one language."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.lexicon import has_phrase, phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yoy.model import Doubt, Finding, Language, Note, Scalar


# From which weight on a likeness is one in words; below it stands what differs, where that has words.
_TOLD = {
    "words": Decimal("0.6"),
    "section": Decimal("0.99"),
    "title": Decimal("0.5"),
    "body": Decimal("0.3"),
    "around": Decimal("0.3"),
}


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
        """A finding as a sentence; `longest` cuts what it quotes."""
        args = finding.args if longest is None else {k: _cut(v, longest) for k, v in finding.args.items()}
        return self._sentence("findings", finding.code, args)

    def why(self, reason: Mapping[str, Decimal | str] | Mapping[str, Decimal]) -> str:
        """Why two things were paired, as a reviewer says it: 名称不同，同节. Weights stay in the JSON document."""
        return self.join(self._why(code, value) for code, value in reason.items())

    def to_do(self, *codes: str) -> str:
        """What a person does about an open item; the first of the codes that has words."""
        key = next(code for code in codes if has_phrase("html", f"todo_{code}"))
        return self.t(f"todo_{key}")

    def join(self, parts: object) -> str:
        """Parts of a list, in the language's punctuation."""
        return ("，" if self.lang == "zh" else ", ").join(part for part in parts if part)  # type: ignore[attr-defined]

    def _why(self, code: str, value: Decimal | str) -> str:
        if isinstance(value, str):
            return self._if_known("reasons", f"{code}_{value}") or value
        told = _TOLD.get(code)
        if told is None:
            return self._if_known("reasons", code)
        return self._if_known("html", f"why_{code}_{'more' if value >= told else 'less'}")

    def _if_known(self, area: str, key: str) -> str:
        return phrase(area, key, self.lang) if has_phrase(area, key) else ""

    def _sentence(self, area: str, code: str, args: Mapping[str, Scalar]) -> str:
        if not has_phrase(area, code):
            return ": ".join((code, ", ".join(f"{key}={value}" for key, value in args.items())))
        return phrase(area, code, self.lang).format_map(_filled(args))


def _cut(value: Scalar, longest: int) -> Scalar:
    """Whole sentences cut short; names and figures as they are."""
    sentence = isinstance(value, str) and len(value) > 2 * longest
    return f"{value[:longest]}…" if sentence and isinstance(value, str) else value


class _Filled(dict[str, object]):
    """Arguments of a sentence; one that is not given leaves a gap that is seen."""

    def __missing__(self, key: str) -> str:
        return "…"


def _filled(args: Mapping[str, Scalar]) -> _Filled:
    return _Filled({key: "—" if value is None else value for key, value in args.items()})
