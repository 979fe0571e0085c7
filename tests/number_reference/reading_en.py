"""A slow reader of English numbers that anyone can follow: it goes from word to word and adds up.

It reads only what `spelling_en` writes, and knows nothing of the program.
"""

from __future__ import annotations

from fractions import Fraction

from number_reference.spelled import Reading

ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "a": 1, "an": 1,
}  # fmt: skip
SIZES = {
    "dozen": 12, "thousand": 10**3, "k": 10**3, "million": 10**6, "m": 10**6, "billion": 10**9,
    "bn": 10**9, "trillion": 10**12,
}  # fmt: skip
PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
ADDED = {"and a half": Fraction(1, 2), "and a quarter": Fraction(1, 4), "and three-quarters": Fraction(3, 4)}
VULGAR = {"½": " 1/2", "¼": " 1/4", "¾": " 3/4", "⅓": " 1/3"}
UNITS = (
    "percentage points", "percentage point", "basis points", "per cent", "percent", "%", "times", "people",
    "cases", "schools", "homes", "acres", "miles", "tonnes", "visitors", "hectares", "hours", "hour", "days",
    "day", "years", "year",
)  # fmt: skip
CALLED = {"per cent": "%", "percent": "%", "percentage point": "percentage points", "hour": "hours", "day": "days", "year": "years"}  # fmt: skip
SIGNS = ("HK$", "US$", "$", "£", "€")
BETWEEN = (" to ", " or ", "–")


def read_english(surface: str) -> Reading:
    """The reading of a whole surface: sign, currency, number, unit."""
    text = surface.replace("−", "-")
    for mark, spaced in VULGAR.items():
        text = text.replace(mark, spaced)
    text, negative = _sign(text)
    text, unit = _unit(text)
    low, high = _ends(text.strip())
    if text.startswith("one in "):
        low = 1 / low
    return Reading(-low if negative else low, high, unit)


def _sign(text: str) -> tuple[str, bool]:
    """Without what makes it negative: a leading minus, one behind the currency, brackets."""
    if "(" in text:
        return text.replace("(", "").replace(")", ""), True
    if text.startswith("minus "):
        return text.removeprefix("minus "), True
    for start in ("", *SIGNS):
        if text.startswith(f"{start}-"):
            return start + text[len(start) + 1 :], True
    return text, False


def _unit(text: str) -> tuple[str, str | None]:
    """The number without its unit; currency signs and % go wherever they stand."""
    for sign in SIGNS:
        if text.startswith(sign):
            return text.replace(sign, ""), sign
    for unit in UNITS:
        before, found, behind = text.rpartition(unit)
        if found and behind in ("", " and a half"):
            return before.replace("%", "") + behind, CALLED.get(unit, unit)
    return text, None


def _ends(text: str) -> tuple[Fraction, Fraction | None]:
    """Both ends of a range; a scale that only the second one has belongs to both."""
    if text.startswith("between "):
        text = text.removeprefix("between ").replace(" and ", " to ")
    if text.startswith("one in "):
        return _number(text.removeprefix("one in ")), None
    if text[0].isdigit():
        text = text.replace("-", "–")
    for mark in BETWEEN:
        first, found, second = text.partition(mark)
        if found:
            last = second.split()[-1]
            shared = SIZES.get(last, 100 if last == "hundred" else 1) if last not in first else 1
            return _number(first) * shared, _number(second)
    return _number(text), None


def _number(text: str) -> Fraction:
    """The sum of the numbers in the text, each multiplied by the scales that follow it."""
    for phrase, part in ADDED.items():
        before, found, scale = text.partition(phrase)
        if found:
            return (_number(before) + part) * SIZES.get(scale.strip(), 1)
    total, below = Fraction(0), Fraction(0)
    for word in _split(text):
        if word == "hundred":
            below *= 100
        elif word in SIZES:
            total, below = total + below * SIZES[word], Fraction(0)
        elif word.rstrip("s") in PARTS:
            below = (below or Fraction(1)) / PARTS[word.rstrip("s")]
        elif word in ("a", "an", "of", "and") and below:
            continue
        elif word != "and":
            below += ONES[word] if word in ONES else _printed(word)
    return total + below


def _split(text: str) -> list[str]:
    """Words; a group of three digits behind digits continues them, and 456.7m is two words."""
    words: list[str] = []
    for piece in text.replace("-", " ").split():
        word = piece.rstrip(",") if not piece[0].isdigit() else piece.replace(",", "")
        if words and words[-1].isdigit() and word.isdigit() and len(word) == 3:
            words[-1] += word
            continue
        digits = word.rstrip("kmbn") if word[0].isdigit() else word
        words += [digits, word[len(digits) :]] if len(digits) < len(word) else [word]
    return words


def _printed(word: str) -> Fraction:
    top, slash, bottom = word.partition("/")
    return Fraction(int(top), int(bottom)) if slash else Fraction(word)
