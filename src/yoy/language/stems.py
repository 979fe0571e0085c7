"""Stems of English words, so that the same thing in another form of the word is the same thing.

New businesses registered; new business registrations: plurals, participles and the nouns made of
verbs come to one stem. It is light on purpose: what is left keeps at least five letters.
"""

from __future__ import annotations

import re
from functools import lru_cache

from yoy.lexicon import data

_PLURAL = re.compile(r"(?<=[a-z]{3})ies$|(?:(?<=[a-z])(?:ss|ch|sh|x)es|(?<=[a-z]{2}[^sui])s)$")
_SINGULAR = {"ies": "y", "sses": "ss", "ches": "ch", "shes": "sh", "xes": "x"}
_ENDING = re.compile(r"(?<=[a-z]{5})(?:at(?:ion|ed|ing|e)|ions?|ment|ed|ing|e)$|(?<=[a-z]{4})(?:ed|ing)$")

# Callers wait for calls; and what is left of registration.
_DOER = re.compile(r"(?<=[a-z]{4})(?:er|(?<=[^aeiou])r)$")


def singular(word: str) -> str:
    """A word in small letters without the ending of a plural."""
    return _PLURAL.sub(lambda ending: _SINGULAR.get(ending[0], ""), word)


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """What the forms of a word in small letters have in common: registered, registrations → regist."""
    own = data("synonyms")["en"]["own_stem"]
    one = word if word in own else singular(word)
    if one in own:
        return one
    return _DOER.sub("", _ENDING.sub("", one))
