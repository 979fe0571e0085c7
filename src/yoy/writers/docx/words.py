"""What the redline says in its comments, in one language; a code without words is shown as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yoy.lexicon import has_phrase, phrase

if TYPE_CHECKING:
    from yoy.model import Finding, Language


@dataclass(frozen=True, slots=True)
class Words:
    """Hands out phrases in `lang`."""

    lang: Language

    def say(self, key: str, **args: object) -> str:
        """A phrase of the redline's own."""
        return phrase("docx", key, self.lang, **args)

    def term(self, group: str, code: str) -> str:
        """A term that all outputs share, such as the name of a check."""
        key = f"{group}_{code}"
        return phrase("terms", key, self.lang) if has_phrase("terms", key) else code

    def finding(self, finding: Finding) -> str:
        """What a check found, as a sentence."""
        if not has_phrase("findings", finding.code):
            return finding.code
        args = {name: "—" if value is None else value for name, value in finding.args.items()}
        return phrase("findings", finding.code, self.lang).format_map(_Filled(args))


class _Filled(dict[str, object]):
    """Arguments of a sentence; one that is not given leaves a gap that is seen."""

    def __missing__(self, key: str) -> str:
        return "…"
