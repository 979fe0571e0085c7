"""Words, units and patterns as data, and the few functions that hand them out.

`*.toml` hold what the stages need of a language. `words/*.toml` hold everything shown to a user,
each entry with `zh` and `en` side by side.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from yoy.errors import YoyError

Failure = TypeVar("Failure", bound="YoyError")


@cache
def data(name: str) -> Mapping[str, Any]:
    """The lexicon file `name`.toml; an installed package holds it as JSON too, which is read faster.

    Raises:
        FileNotFoundError: no such file.
    """
    here = files(__package__)
    made = here.joinpath(f"{name}.json")
    if made.is_file():
        found: Mapping[str, Any] = json.loads(made.read_bytes())
        return found
    import tomllib

    return tomllib.loads(here.joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a language or the trade says, as a pattern with its proof.

    Attributes:
        name: the path of file and keys, such as figures.zh.gloss.
        examples: texts in which the pattern is found; counter_examples: texts in which it isn't.
        source: where the rule comes from: a standard, a grammar, a measured fact.
    """

    name: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()
    source: str = ""


def _entry(path: str) -> Any:
    name, *keys = path.split(".")
    entry: Any = data(name)
    for key in keys:
        entry = entry[key]
    return entry


def choice(patterns: Iterable[str]) -> str:
    """A choice of patterns, the longest first."""
    return "|".join(sorted(patterns, key=len, reverse=True))


def alternatives(words: Iterable[str]) -> str:
    """A choice of words as they are written, the longest first."""
    return choice(map(re.escape, words))


_LIST = re.compile(r"\{([a-z_]+(?:\.[a-z_]+)*)\}")


def _filled(text: str, path: str) -> str:
    """`text` with {name} put in: a list of words of its own section, or of another by its whole path."""

    def words(match: re.Match[str]) -> str:
        name = match[1]
        entry = _entry(name) if "." in name else _entry(path.rpartition(".")[0]).get(name)
        if not isinstance(entry, list):
            return match[0]
        return f"(?:{choice(entry)})"

    return _LIST.sub(words, text)


@cache
def rule(path: str, flags: int = 0) -> Rule:
    """The rule under a path of file and keys, compiled once.

    An entry is a table of `pattern`, `examples`, `counter_examples` and `source`; {name} in a pattern
    stands for any word of the list of that name in the same section.

    Raises:
        KeyError: no such entry.
    """
    entry = _entry(path)
    if isinstance(entry, str):
        return Rule(name=path, pattern=re.compile(entry, flags))
    return Rule(
        name=path,
        pattern=re.compile(_filled(entry["pattern"], path), flags),
        examples=tuple(entry["examples"]),
        counter_examples=tuple(entry["counter_examples"]),
        source=entry["source"],
    )


def pattern(path: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of the rule under a path of file and keys, such as figures.zh.gloss.

    Raises:
        KeyError: no such entry.
    """
    return rule(path, flags).pattern


@cache
def rules(path: str, flags: int = 0) -> tuple[Rule, ...]:
    """The rules of a table of rules, in the order of the file.

    Raises:
        KeyError: no such table.
    """
    return tuple(rule(f"{path}.{name}", flags) for name in _entry(path))


@cache
def either(path: str, flags: int = 0) -> re.Pattern[str]:
    """What any rule of a table of rules finds, as one pattern.

    Raises:
        KeyError: no such table.
    """
    return re.compile("|".join(f"(?:{one.pattern.pattern})" for one in rules(path, flags)), flags)


def phrase(area: str, key: str, lang: str, **args: object) -> str:
    """The words of `words/<area>.toml` for `key` in `lang` (zh or en), with `args` filled in.

    Raises:
        KeyError: no such entry.
    """
    template: str = data(f"words/{area}")[key][lang]
    return template.format_map(args) if args else template


def has_phrase(area: str, key: str) -> bool:
    """Whether `words/<area>.toml` has an entry `key`."""
    return key in data(f"words/{area}")


def fail(kind: type[Failure], slug: str, **args: object) -> Failure:
    """An error of `kind` with message and hint from words/errors.toml, to be raised by the caller.

    Raises:
        KeyError: the slug is not in words/errors.toml.
    """
    entry = data("words/errors")[slug]
    text_args = {name: str(value) for name, value in args.items()}
    return kind(
        entry["en"].format_map(text_args),
        hint=entry["hint_en"].format_map(text_args),
        slug=slug,
        args_by_name=text_args,
    )


def explain(error: YoyError, lang: str) -> tuple[str, str]:
    """Message and hint of an error in `lang`."""
    entry = data("words/errors").get(error.slug)
    if entry is None:
        return error.message, error.hint
    args = {name: _system_word(value, lang) for name, value in error.args_by_name.items()}
    return entry[lang].format_map(args), entry[f"hint_{lang}"].format_map(args)


def _system_word(value: str, lang: str) -> str:
    """What the operating system gave as the reason, in `lang` where it is one of the usual ones."""
    known = data("words/system").get(value)
    return str(known[lang]) if known else value
