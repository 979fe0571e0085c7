"""What the workbook says, in one language; a code without words is shown as it is, never lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yoy.lexicon import has_phrase, phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yoy.model import Doubt, Finding, Language, Note, Scalar


@dataclass(frozen=True, slots=True)
class Words:
    """Hands out phrases in `lang`."""

    lang: Language

    def say(self, key: str, **args: object) -> str:
        """A phrase of the workbook's own."""
        return phrase("excel", key, self.lang, **args)

    def term(self, group: str, code: str) -> str:
        """A term that all outputs share, such as the name of a relation."""
        key = f"{group}_{code}"
        return phrase("terms", key, self.lang) if has_phrase("terms", key) else code

    def in_doubt(self, code: Doubt) -> str:
        """What makes a reading uncertain."""
        return phrase("terms", "in_doubt", self.lang, why=self.term("doubt", code))

    def finding(self, finding: Finding) -> str:
        """What a check found, as a sentence."""
        return self._coded("findings", finding.code, finding.args)

    def note(self, note: Note) -> str:
        """A doubt of a stage, as a sentence."""
        return self._coded("notes", note.code, note.args)

    def _coded(self, area: str, code: str, args: Mapping[str, Scalar]) -> str:
        listed = ", ".join(f"{name}={value}" for name, value in args.items())
        if has_phrase(area, code):
            try:
                return phrase(area, code, self.lang, **args)
            except (KeyError, IndexError, ValueError):
                return f"{phrase(area, code, self.lang)} ({listed})"
        return f"{code} ({listed})" if listed else code
