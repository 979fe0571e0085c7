"""English numbers spelled out in every style that reports use, each from a value chosen first."""

from __future__ import annotations

import random
from fractions import Fraction
from math import gcd

from number_reference.spelled import Made, Style, decimal, grouped, whole

FRAMES = {
    "amount": (
        "The total for the whole district was {}.",
        "Over the year the office recorded {}.",
        "The total reached {}, which is in line with the plan.",
    ),
    "share": ("It covers {} of the schools.", "The work was finished in {} of the schools."),
    "rate": ("The rate was {}.", "The rate for the district stood at {}, as planned."),
    "points": ("The rate rose by {}.", "The rate fell by {}, which was expected."),
    "times": ("The total is {} the earlier level.",),
    "time": ("The average wait was {}.", "The work took {} to finish."),
    "money": ("Total spending was {}.", "Spending on the programme came to {}, as planned."),
    "beside": ("The cost of the programme ({}) was met in full.",),
}
NOUNS = ("people", "cases", "schools", "homes", "acres", "miles", "tonnes", "visitors")
LENGTHS = ("acres", "miles", "tonnes", "hectares")
SIGNS = ("$", "£", "€", "HK$", "US$")
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SHORT = {"k": 10**3, "m": 10**6, "bn": 10**9}
ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
PARTS = {2: "half", 3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 8: "eighth", 10: "tenth"}
VULGAR = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3)}
HALF = Fraction(1, 2)


def words(number: int, *, joint: str = " and ", comma: str = "") -> str:
    """A whole number in words: twenty-one thousand four hundred and six."""
    for scale, size in reversed(SCALES.items()):
        if number >= size:
            rest = number % size
            text = f"{words(number // size, joint=joint)} {scale}"
            gap = joint if rest < 100 else f"{comma} "
            return text + (gap + words(rest, joint=joint, comma=comma) if rest else "")
    if number >= 100:
        rest = number % 100
        return f"{ONES[number // 100]} hundred" + (joint + words(rest) if rest else "")
    if number < 20:
        return ONES[number]
    return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")


def _joint(rng: random.Random) -> str:
    return rng.choice((" and ", " and ", " "))


def _grouped(rng: random.Random) -> Made:
    number, noun = whole(rng, 1000, 10**16 - 1), rng.choice(NOUNS)
    return Made(f"{grouped(str(number))} {noun}", Fraction(number), noun)


def _plain(rng: random.Random) -> Made:
    number, noun = whole(rng, 2, 10**6), rng.choice(NOUNS)
    return Made(f"{number} {noun}", Fraction(number), noun)


def _spaced(rng: random.Random) -> Made:
    number, noun = whole(rng, 10**6, 10**10), rng.choice(NOUNS)
    return Made(f"{grouped(str(number)).replace(',', ' ')} {noun}", Fraction(number), noun)


def _decimal(rng: random.Random) -> Made:
    (printed, value), noun = decimal(rng, 0, 10**5, 2), rng.choice(LENGTHS)
    return Made(f"{grouped(printed)} {noun}", value, noun)


def _scaled(rng: random.Random) -> Made:
    (printed, value), noun = decimal(rng, 0, 999, 2), rng.choice(NOUNS)
    scale = rng.choice(list(SCALES))
    return Made(f"{printed} {scale} {noun}", value * SCALES[scale], noun)


def _money(rng: random.Random) -> Made:
    sign, (printed, value) = rng.choice(SIGNS), decimal(rng, 0, 9999, 2)
    scale = rng.choice(("million", "billion", "trillion"))
    return Made(f"{sign}{grouped(printed)} {scale}", value * SCALES[scale], sign, "money")


def _money_plain(rng: random.Random) -> Made:
    sign, number = rng.choice(SIGNS), whole(rng, 2, 10**13)
    return Made(f"{sign}{grouped(str(number))}", Fraction(number), sign, "money")


def _money_short(rng: random.Random) -> Made:
    sign, (printed, value), scale = rng.choice(SIGNS), decimal(rng, 0, 999, 2), rng.choice(list(SHORT))
    return Made(f"{sign}{printed}{scale}", value * SHORT[scale], sign, "money")


def _beside(rng: random.Random) -> Made:
    """(£456.7m) behind the noun it is the price of: the brackets belong to the sentence."""
    return _money_short(rng)._replace(frame="beside")


def _bracketed(rng: random.Random) -> Made:
    """A loss as accountants print it: £(456.7)m, $(12.5) million."""
    sign, (printed, value) = rng.choice(SIGNS), decimal(rng, 0, 999, 2)
    scale, size = rng.choice((*SHORT.items(), *((f" {name}", size) for name, size in SCALES.items())))
    return Made(f"{sign}({printed}){scale}", -value * size, sign, "money")


def _bracketed_whole(rng: random.Random) -> Made:
    """Spending was (£456.7m): the sentence has no other amount, so the brackets are its sign."""
    made = _bracketed(rng)
    return made._replace(surface=f"({made.surface.replace('(', '').replace(')', '')})")


def _minus_behind(rng: random.Random) -> Made:
    """$-12.5 million."""
    made = rng.choice((_money, _money_short, _money_plain))(rng)
    digits = made.surface.removeprefix(made.unit or "")
    return made._replace(surface=f"{made.unit}{rng.choice('-−')}{digits}", low=-made.low)


def _minus_before(rng: random.Random) -> Made:
    """-$12.5 million."""
    made = rng.choice((_money, _money_short, _money_plain))(rng)
    return made._replace(surface=f"{rng.choice('-−')}{made.surface}", low=-made.low)


def _minus_percent(rng: random.Random) -> Made:
    made = _percent(rng)
    return made._replace(surface=f"{rng.choice('-−')}{made.surface}", low=-made.low)


def _minus_word(rng: random.Random) -> Made:
    made = _percent(rng)
    return made._replace(surface=f"minus {made.surface}", low=-made.low)


def _words(rng: random.Random) -> Made:
    number, noun = whole(rng, 2, 999_999), rng.choice(NOUNS)
    return Made(f"{words(number, joint=_joint(rng))} {noun}", Fraction(number), noun)


def _large_words(rng: random.Random) -> Made:
    number, noun = whole(rng, 10**6, 10**15 - 1), rng.choice(NOUNS)
    return Made(f"{words(number, joint=_joint(rng))} {noun}", Fraction(number), noun)


def _comma_words(rng: random.Random) -> Made:
    number, noun = whole(rng, 10**6, 10**12 - 1), rng.choice(NOUNS)
    return Made(f"{words(number, comma=',')} {noun}", Fraction(number), noun)


def _a_scale(rng: random.Random) -> Made:
    """a hundred schools, a million people."""
    scale, size = rng.choice((("hundred", 100), *SCALES.items()))
    noun = rng.choice(NOUNS)
    return Made(f"a {scale} {noun}", Fraction(size), noun)


def _half_scale(rng: random.Random) -> Made:
    """half a million people, three-quarters of a billion dollars."""
    (scale, size), noun = rng.choice(list(SCALES.items())[1:]), rng.choice(NOUNS)
    text, part = rng.choice(
        (("half a", HALF), ("a quarter of a", Fraction(1, 4)), ("three-quarters of a", Fraction(3, 4)))
    )
    return Made(f"{text} {scale} {noun}", part * size, noun)


def _and_half_scale(rng: random.Random) -> Made:
    """three and a half million people."""
    (scale, size), noun = rng.choice(list(SCALES.items())), rng.choice(NOUNS)
    number = rng.randint(1, 20)
    return Made(f"{words(number)} and a half {scale} {noun}", (number + HALF) * size, noun)


def _dozen(rng: random.Random) -> Made:
    noun = rng.choice(NOUNS)
    text, number = rng.choice((("a dozen", 12), ("half a dozen", 6), ("two dozen", 24), ("three dozen", 36)))
    return Made(f"{text} {noun}", Fraction(number), noun)


def _hours(rng: random.Random) -> Made:
    """two and a half hours, half an hour, an hour and a half."""
    number, unit = rng.randint(0, 12), rng.choice(("hours", "days", "years"))
    one = unit[:-1]
    article = "an" if one == "hour" else "a"
    if number == 0:
        return Made(f"half {article} {one}", HALF, unit, "time")
    if number == 1:
        return Made(f"{article} {one} and a half", 1 + HALF, unit, "time")
    return Made(f"{words(number)} and a half {unit}", number + HALF, unit, "time")


def _and_part(rng: random.Random) -> Made:
    """five and a quarter miles."""
    number, noun = rng.randint(1, 20), rng.choice(LENGTHS)
    text, part = rng.choice((("a half", HALF), ("a quarter", HALF / 2), ("three-quarters", 3 * HALF / 2)))
    return Made(f"{words(number)} and {text} {noun}", number + part, noun)


def _mixed(rng: random.Random) -> Made:
    """3 1/2 acres."""
    number, noun = rng.randint(1, 40), rng.choice(LENGTHS)
    top, bottom = rng.choice(((1, 2), (1, 4), (3, 4), (1, 3), (2, 3)))
    return Made(f"{number} {top}/{bottom} {noun}", number + Fraction(top, bottom), noun)


def _vulgar(rng: random.Random) -> Made:
    """3½ acres."""
    number, noun = rng.randint(1, 40), rng.choice(LENGTHS)
    part = rng.choice(list(VULGAR))
    return Made(f"{number}{part} {noun}", number + VULGAR[part], noun)


def _slash(rng: random.Random) -> Made:
    bottom = rng.randint(2, 10)
    top = rng.randint(1, bottom - 1)
    return Made(f"{top}/{bottom}", Fraction(top, bottom), None, "share")


def _part(rng: random.Random) -> Made:
    """a third, one-third, two thirds, three-quarters, nine tenths."""
    bottom = rng.choice(list(PARTS))
    top = rng.choice([top for top in range(1, bottom) if gcd(top, bottom) == 1])
    if top == 1:
        start = "" if bottom == 2 else rng.choice(("a ", "one ", "one-"))
        if bottom == 8 and start == "a ":
            start = "an "
        return Made(f"{start}{PARTS[bottom]}", Fraction(1, bottom), None, "share")
    return Made(f"{ONES[top]}{rng.choice(' -')}{PARTS[bottom]}s", Fraction(top, bottom), None, "share")


def _percent(rng: random.Random) -> Made:
    printed, value = decimal(rng, 0, 99, 2)
    return Made(f"{printed}{rng.choice(('%', ' per cent', ' percent'))}", value, "%", "rate")


def _percent_words(rng: random.Random) -> Made:
    number, unit = rng.randint(1, 99), rng.choice((" per cent", " percent"))
    if rng.random() < 0.3 and number < 20:
        return Made(f"{words(number)} and a half{unit}", number + HALF, "%", "rate")
    return Made(f"{words(number)}{unit}", Fraction(number), "%", "rate")


def _points(rng: random.Random) -> Made:
    choice = rng.randint(0, 2)
    if choice == 0:
        number = rng.randint(2, 400)
        return Made(f"{number} basis points", Fraction(number), "basis points", "points")
    if choice == 1:
        number = rng.randint(2, 30)
        return Made(f"{words(number)} percentage points", Fraction(number), "percentage points", "points")
    printed, value = decimal(rng, 0, 40, 2)
    return Made(f"{printed} percentage points", value, "percentage points", "points")


def _points_half(rng: random.Random) -> Made:
    number = rng.randint(0, 9)
    if not number:
        return Made("half a percentage point", HALF, "percentage points", "points")
    return Made(f"{words(number)} and a half percentage points", number + HALF, "percentage points", "points")


def _times(rng: random.Random) -> Made:
    if rng.random() < 0.5:
        printed, value = decimal(rng, 1, 30, 2)
        return Made(f"{printed} times", value, "times", "times")
    number, half = rng.randint(2, 12), rng.random() < 0.3
    text = f"{words(number)} and a half times" if half else f"{words(number)} times"
    return Made(text, number + HALF * half, "times", "times")


def _one_in(rng: random.Random) -> Made:
    """one in five schools is a fifth of them; five schools it is not."""
    number = rng.randint(2, 12)
    return Made(f"one in {words(number)}", Fraction(1, number), None, "share")


def _ends(rng: random.Random, most: int) -> tuple[int, int]:
    low = rng.randint(2, most)
    return low, low + rng.randint(1, most)


def _range(rng: random.Random) -> Made:
    """300 to 500 cases, 1,200–1,500 cases, between 300 and 500 cases."""
    (low, high), noun = _ends(rng, rng.choice((90, 900, 90_000))), rng.choice(NOUNS)
    shape = rng.choice(("{} to {}", "{}–{}", "{}-{}", "between {} and {}"))
    text = shape.format(grouped(str(low)), grouped(str(high)))
    return Made(f"{text} {noun}", Fraction(low), noun, high=Fraction(high))


def _range_money(rng: random.Random) -> Made:
    """$1.2–1.5 billion, $1.2 billion to $1.5 billion."""
    tenths, scale, sign = _ends(rng, 900), rng.choice(list(SCALES)), rng.choice(SIGNS)
    low, high = (f"{end // 10}.{end % 10}" for end in tenths)
    shape = rng.choice(("{0}{1}–{2} {3}", "{0}{1}-{2} {3}", "{0}{1} {3} to {0}{2} {3}", "{0}{1} to {0}{2} {3}"))  # fmt: skip
    ends = [Fraction(end * SCALES[scale], 10) for end in tenths]
    return Made(shape.format(sign, low, high, scale), ends[0], sign, "money", ends[1])


def _range_percent(rng: random.Random) -> Made:
    low, high = _ends(rng, 40)
    shape = rng.choice(("{}–{}%", "{}% to {}%", "{} to {} per cent", "between {} and {} per cent"))
    return Made(shape.format(low, high), Fraction(low), "%", "rate", Fraction(high))


def _range_words(rng: random.Random) -> Made:
    """two or three hundred cases, twenty to thirty schools."""
    noun, low = rng.choice(NOUNS), rng.randint(2, 8)
    scale, size = rng.choice((("hundred", 100), ("thousand", 1000), ("million", 10**6)))
    if rng.random() < 0.5:
        text = f"{words(low)} {rng.choice(('or', 'to'))} {words(low + 1)} {scale} {noun}"
        return Made(text, Fraction(low * size), noun, high=Fraction((low + 1) * size))
    low, high = _ends(rng, 40)
    return Made(f"{words(low)} to {words(high)} {noun}", Fraction(low), noun, high=Fraction(high))


STYLES: dict[str, Style] = {
    "1,234,567 cases": _grouped,
    "558 cases": _plain,
    "1 234 567 cases": _spaced,
    "1,234.5 acres": _decimal,
    "3.2 million people": _scaled,
    "$3.2 million": _money,
    "$1,234,567": _money_plain,
    "£456.7m": _money_short,
    "the cost (£456.7m)": _beside,
    "£(456.7)m": _bracketed,
    "(£456.7m)": _bracketed_whole,
    "$-12.5 million": _minus_behind,
    "-$12.5 million": _minus_before,
    "-3.5 per cent": _minus_percent,
    "minus 3.5 per cent": _minus_word,
    "twenty-one thousand four hundred and six": _words,
    "one billion two hundred million": _large_words,
    "one million, two hundred thousand": _comma_words,
    "a million people": _a_scale,
    "half a million people": _half_scale,
    "three and a half million people": _and_half_scale,
    "a dozen schools": _dozen,
    "two and a half hours": _hours,
    "five and a quarter miles": _and_part,
    "3 1/2 acres": _mixed,
    "3½ acres": _vulgar,
    "1/3 of": _slash,
    "two-thirds of": _part,
    "3.5 per cent": _percent,
    "forty-two per cent": _percent_words,
    "0.35 percentage points": _points,
    "half a percentage point": _points_half,
    "2.5 times": _times,
    "one in five": _one_in,
    "300 to 500 cases": _range,
    "$1.2–1.5 billion": _range_money,
    "5–8 per cent": _range_percent,
    "two or three hundred cases": _range_words,
}
