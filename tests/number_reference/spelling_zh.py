"""Chinese numbers spelled out in every style that reports use, each from a value chosen first."""

from __future__ import annotations

import random
from fractions import Fraction

from number_reference.spelled import Made, Style, decimal, grouped, whole

FRAMES = {
    "amount": ("全区总量为{}。", "本期数量达到{}，保持稳定。", "经统计，全区总数为{}。"),
    "share": ("合格的占{}。", "参加的占{}，情况良好。"),
    "points": ("占比提高{}。", "覆盖率下降{}，变化不大。"),
    "times": ("总量是原来的{}。", "规模相当于原先的{}，情况良好。"),
    "growth": ("同比增速为{}。", "增速由正转负，为{}，总体平稳。"),
    "net": ("收支净额为{}。", "净增量达到{}，变化不大。"),
    "time": ("平均办理时间为{}。", "全程用时{}，情况良好。"),
}
DIGITS = "零一二三四五六七八九"
UNITS = ("元", "项", "件", "人", "公里", "个", "户", "家", "亩", "吨")
# What is counted by the ten thousand, and so stands behind 万 and 亿.
BULK = ("元", "人", "件", "户", "亩", "吨", "平方米", "人次")
MYRIADS = {"万": 10**4, "亿": 10**8, "万亿": 10**12}
FULL = str.maketrans("0123456789.,%-", "０１２３４５６７８９．，％－")
TRADITIONAL = str.maketrans("万亿两", "萬億兩")
FINANCIAL = str.maketrans("一二三四五六七八九十百千两", "壹贰叁肆伍陆柒捌玖拾佰仟贰")


def _two(rng: random.Random, word: str, *, first: bool) -> str:
    """二 mostly is 两 before 百 and 千 at the beginning."""
    return "两" if first and word in ("百", "千") and rng.random() < 0.7 else "二"


def _section(number: int, rng: random.Random, *, first: bool) -> str:
    """Below ten thousand: 二千零五, 三百二十一, 十二."""
    text, skipped = "", False
    for word, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, number = divmod(number, size)
        if not digit:
            skipped = skipped or bool(text)
            continue
        if skipped and number + digit * size:
            text, skipped = text + "零", False
        spoken = DIGITS[digit] if digit != 2 else _two(rng, word, first=first and not text)
        text += word if word == "十" and digit == 1 and first and not text else spoken + word
    return text


def hanzi(number: int, rng: random.Random, *, first: bool = True) -> str:
    """A whole number in words, up to 10^16: 九千万零五, 三万零二十亿."""
    for word, size in (("亿", 10**8), ("万", 10**4)):
        if number >= size:
            head, rest = divmod(number, size)
            start = "两" if head == 2 else hanzi(head, rng, first=first)
            gap = "零" if 0 < rest < size // 10 else ""
            return start + word + gap + (hanzi(rest, rng, first=False) if rest else "")
    return "两" if number == 2 and first else _section(number, rng, first=first)


def _hanzi_decimal(rng: random.Random, most: int) -> tuple[str, Fraction]:
    printed, value = decimal(rng, 0, most, 2)
    before, _, after = printed.partition(".")
    head = hanzi(int(before), rng).replace("两", "二") if int(before) else "零"
    return f"{head}点" + "".join(DIGITS[int(digit)] for digit in after), value


def _plain(rng: random.Random) -> Made:
    number, unit = whole(rng, 2, 10**7), rng.choice(UNITS)
    return Made(f"{number}{unit}", Fraction(number), unit)


def _spaced(rng: random.Random) -> Made:
    made = rng.choice((_plain, _scaled))(rng)
    digits = made.surface.rstrip("".join(set("".join((*UNITS, *BULK, *MYRIADS)))))
    return made._replace(surface=f"{digits} {made.surface[len(digits) :]}")


def _grouped(rng: random.Random) -> Made:
    number, unit = whole(rng, 1000, 10**16 - 1), rng.choice(UNITS)
    return Made(f"{grouped(str(number))}{unit}", Fraction(number), unit)


def _grouped_scaled(rng: random.Random) -> Made:
    printed, value = decimal(rng, 1000, 10**6, 2)
    return Made(f"{grouped(printed)}万元", value * 10**4, "元")


def _scaled(rng: random.Random) -> Made:
    printed, value = decimal(rng, 0, 9999, 3)
    word, unit = rng.choice(list(MYRIADS)), rng.choice(BULK)
    return Made(f"{printed}{word}{unit}", value * MYRIADS[word], unit)


def _scaled_whole(rng: random.Random) -> Made:
    number, word, unit = whole(rng, 2, 9999), rng.choice(list(MYRIADS)), rng.choice(BULK)
    return Made(f"{number}{word}{unit}", Fraction(number * MYRIADS[word]), unit)


def _words(rng: random.Random) -> Made:
    number, unit = whole(rng, 3, 9999), rng.choice(UNITS)
    return Made(hanzi(number, rng) + unit, Fraction(number), unit)


def _large_words(rng: random.Random) -> Made:
    number, unit = whole(rng, 10**4, 10**16 - 1), rng.choice(BULK)
    return Made(hanzi(number, rng) + unit, Fraction(number), unit)


def _two_inside(rng: random.Random) -> Made:
    """五千两百八十九元, 三千两百万人: 两 inside is the number two, not the weight."""
    number, unit = rng.randint(1, 9) * 1000 + rng.randint(200, 299), rng.choice(BULK)
    word, size = rng.choice((("", 1), ("万", 10**4)))
    return Made(hanzi(number, rng).replace("二百", "两百") + word + unit, Fraction(number * size), unit)


def _traditional(rng: random.Random) -> Made:
    made = _large_words(rng)
    return made._replace(surface=made.surface.translate(TRADITIONAL))


def _financial(rng: random.Random) -> Made:
    number = whole(rng, 20, 10**12)
    return Made(hanzi(number, rng).translate(FINANCIAL) + "元", Fraction(number), "元")


def _point(rng: random.Random) -> Made:
    text, value = _hanzi_decimal(rng, 99)
    unit = rng.choice(("公里", "吨", "亩", "平方米"))
    return Made(text + unit, value, unit)


def _scaled_point(rng: random.Random) -> Made:
    text, value = _hanzi_decimal(rng, 9999)
    word, unit = rng.choice(list(MYRIADS)), rng.choice(BULK)
    return Made(text + word + unit, value * MYRIADS[word], unit)


def _words_then_digits(rng: random.Random) -> Made:
    """十亿3000万元."""
    high, low, unit = whole(rng, 2, 9999), whole(rng, 1000, 9999), rng.choice(BULK)
    return Made(f"{hanzi(high, rng)}亿{low}万{unit}", Fraction(high * 10**8 + low * 10**4), unit)


def _digit_sections(rng: random.Random) -> Made:
    """12亿3456万7890元, 3亿零500万元."""
    parts = (("亿", 10**8), ("万", 10**4), ("", 1))
    number = whole(rng, 2, 9999)
    first = rng.randint(0, 1)
    text, value = f"{number}{parts[first][0]}", number * parts[first][1]
    for word, size in parts[first + 1 : first + rng.randint(2, 3)]:
        number = whole(rng, 1, 9999)
        text += ("零" if number < 1000 else "") + f"{number}{word}"
        value += number * size
    unit = rng.choice(BULK)
    return Made(text + unit, Fraction(value), unit)


def _digit_words(rng: random.Random) -> Made:
    """1亿2千5百万元, 3万5千件."""
    unit, ten_thousands = rng.choice(BULK), rng.random() < 0.5
    head, thousands, hundreds = rng.randint(1, 99), rng.randint(1, 9), rng.randint(0, 9)
    tail = f"{thousands}千" + (f"{hundreds}百" if hundreds else "")
    small = thousands * 1000 + hundreds * 100
    if ten_thousands:
        return Made(f"{head}万{tail}{unit}", Fraction(head * 10**4 + small), unit)
    return Made(f"{head}亿{tail}万{unit}", Fraction(head * 10**8 + small * 10**4), unit)


def _more_words(rng: random.Random) -> Made:
    """二十多万人, 三百余件."""
    tens, more = rng.randint(2, 9) * rng.choice((10, 100, 1000)), rng.choice("多余")
    word = rng.choice(("", "万", "亿"))
    unit = rng.choice(BULK if word else UNITS)
    return Made(hanzi(tens, rng) + more + word + unit, Fraction(tens * MYRIADS.get(word, 1)), unit)


def _more_digits(rng: random.Random) -> Made:
    """4800余万元, 3万多件, 3.5亿余元."""
    number, more, unit = rng.randint(2, 99) * 100, rng.choice("多余"), rng.choice(BULK)
    word = rng.choice(("万", "亿"))
    order = rng.choice((f"{more}{word}", f"{word}{more}"))
    return Made(f"{number}{order}{unit}", Fraction(number * MYRIADS[word]), unit)


def _odd(rng: random.Random) -> Made:
    """十几万人, 三十几人."""
    tens, word = rng.randint(1, 9) * 10, rng.choice(("", "万", "亿"))
    unit = rng.choice(BULK if word else ("人", "家", "户", "项"))
    return Made(hanzi(tens, rng) + "几" + word + unit, Fraction(tens * MYRIADS.get(word, 1)), unit)


def _percent(rng: random.Random) -> Made:
    printed, value = decimal(rng, 0, 120, 2)
    return Made(f"{printed}%", value, "%", "share")


def _percent_words(rng: random.Random) -> Made:
    if rng.random() < 0.5:
        number = rng.randint(1, 150)
        return Made(f"百分之{hanzi(number, rng).replace('两', '二')}", Fraction(number), "%", "share")
    text, value = _hanzi_decimal(rng, 99)
    return Made(f"百分之{text}", value, "%", "share")


def _permille(rng: random.Random) -> Made:
    if rng.random() < 0.5:
        printed, value = decimal(rng, 0, 20, 2)
        return Made(f"{printed}‰", value / 10, "%", "share")
    text, value = _hanzi_decimal(rng, 20)
    return Made(f"千分之{text}", value / 10, "%", "share")


def _tenths(rng: random.Random) -> Made:
    """三成, 三成半, 七成六."""
    tens, extra = rng.randint(2, 9), rng.randint(0, 9)
    text = ("两" if tens == 2 else DIGITS[tens]) + "成"
    if extra == 5 or rng.random() < 0.3:
        return Made(f"{text}半", Fraction(tens * 10 + 5), "%", "share")
    return Made(text + (DIGITS[extra] if extra else ""), Fraction(tens * 10 + extra), "%", "share")


def _times(rng: random.Random) -> Made:
    if rng.random() < 0.5:
        printed, value = decimal(rng, 1, 30, 2)
        return Made(f"{printed}倍", value, "倍", "times")
    number = rng.randint(2, 30)
    return Made(f"{hanzi(number, rng)}倍", Fraction(number), "倍", "times")


def _times_half(rng: random.Random) -> Made:
    number = rng.randint(1, 12)
    head = str(number) if rng.random() < 0.5 else hanzi(number, rng)
    return Made(f"{head}倍半", number + Fraction(1, 2), "倍", "times")


def _points(rng: random.Random) -> Made:
    if rng.random() < 0.7:
        printed, value = decimal(rng, 0, 40, 2)
        return Made(f"{printed}个百分点", value, "百分点", "points")
    number = rng.randint(2, 40)
    return Made(f"{hanzi(number, rng)}个百分点", Fraction(number), "百分点", "points")


def _points_half(rng: random.Random) -> Made:
    number = rng.randint(0, 12)
    head = str(number) if rng.random() < 0.5 else hanzi(number, rng)
    text = f"{head}个半百分点" if number else "半个百分点"
    return Made(text, number + Fraction(1, 2), "百分点", "points")


def _half_inside(rng: random.Random) -> Made:
    """两个半小时."""
    number, unit = rng.randint(1, 11), rng.choice(("小时", "月"))
    head = str(number) if rng.random() < 0.4 else hanzi(number, rng)
    counted = None if unit == "月" else unit  # 月 and 个月 are both names for the unit
    return Made(f"{head}个半{unit}", number + Fraction(1, 2), counted, "time")


def _half_behind(rng: random.Random) -> Made:
    """三亩半, 两天半."""
    number, unit = rng.randint(1, 15), rng.choice(("亩", "公里", "吨", "天", "年"))
    head = str(number) if rng.random() < 0.4 else hanzi(number, rng)
    frame = "time" if unit in ("天", "年") else "amount"
    return Made(f"{head}{unit}半", number + Fraction(1, 2), unit, frame)


def _days_and_hours(rng: random.Random) -> Made:
    days, hours = rng.randint(1, 30), rng.randint(1, 23)
    return Made(f"{days}天{hours}小时", Fraction(days * 24 + hours), "小时", "time")


def _fraction(rng: random.Random) -> Made:
    bottom = rng.choice((2, 3, 4, 5, 6, 7, 8, 9, 10))
    top = rng.randint(1, bottom - 1)
    below = DIGITS[bottom] if bottom < 10 else "十"
    return Made(f"{below}分之{DIGITS[top]}", Fraction(top, bottom), None, "share")


def _slash(rng: random.Random) -> Made:
    bottom = rng.randint(2, 10)
    top = rng.randint(1, bottom - 1)
    return Made(f"{top}/{bottom}", Fraction(top, bottom), None, "share")


def _neighbours(rng: random.Random) -> tuple[str, int]:
    digit = rng.randint(1, 8)
    pairs = {1: "一两", 2: "两三"}
    return pairs.get(digit, DIGITS[digit] + DIGITS[digit + 1]), digit


def _between(rng: random.Random) -> Made:
    """四五亿元, 两三百件, 三四十人, 六七个."""
    text, digit = _neighbours(rng)
    word, size = rng.choice((("", 1), ("十", 10), ("百", 100), ("千", 1000), ("万", 10**4), ("亿", 10**8)))
    if size == 10:
        text = text.replace("两", "二")
    unit = rng.choice(BULK if size > 1000 else UNITS)
    return Made(f"{text}{word}{unit}", Fraction(digit * size), unit, high=Fraction((digit + 1) * size))


def _between_behind(rng: random.Random) -> Made:
    """十七八万人, 二十五六人, 一百四五十家."""
    text, digit = _neighbours(rng)
    text = text.replace("两", "二")
    word, size = rng.choice((("", 1), ("万", 10**4), ("亿", 10**8)))
    unit = rng.choice(BULK if size > 1 else ("人", "家", "户", "项"))
    if rng.random() < 0.3:
        hundreds, digit = rng.randint(1, 9), rng.randint(3, 8)
        head, ends = f"{DIGITS[hundreds]}百", (hundreds * 100 + digit * 10, hundreds * 100 + digit * 10 + 10)
        text = f"{DIGITS[digit]}{DIGITS[digit + 1]}十"
    else:
        tens = rng.randint(1, 9) * 10
        head, ends = hanzi(tens, rng), (tens + digit, tens + digit + 1)
    return Made(f"{head}{text}{word}{unit}", Fraction(ends[0] * size), unit, high=Fraction(ends[1] * size))


def _full_width(rng: random.Random) -> Made:
    made = rng.choice((_plain, _scaled, _scaled_whole, _percent, _points))(rng)
    return made._replace(surface=made.surface.translate(FULL))


def _full_width_grouped(rng: random.Random) -> Made:
    number = whole(rng, 10**6, 10**12)
    return Made(f"{grouped(str(number)).translate(FULL)}元", Fraction(number), "元")


def _negative(made: Made, mark: str) -> Made:
    frame = "growth" if made.unit == "%" else "net"
    return made._replace(surface=f"{mark}{made.surface}", low=-made.low, frame=frame)


def _minus_word(rng: random.Random) -> Made:
    made = rng.choice((_scaled, _words, _percent, _percent_words))(rng)
    return _negative(made, "负")


def _minus_sign(rng: random.Random) -> Made:
    made = rng.choice((_scaled, _percent, _plain))(rng)
    return _negative(made, rng.choice("-－−"))


def _ends(rng: random.Random, most: int) -> tuple[int, int]:
    low = rng.randint(2, most)
    return low, low + rng.randint(1, most)


def _range(rng: random.Random) -> Made:
    (low, high), unit = _ends(rng, 900), rng.choice(UNITS)
    dash = rng.choice(("至", "到", "—", "-", "～"))
    return Made(f"{low}{dash}{high}{unit}", Fraction(low), unit, high=Fraction(high))


def _range_scaled(rng: random.Random) -> Made:
    """300—500万元, 3万至5万人."""
    (low, high), unit, word = _ends(rng, 900), rng.choice(BULK), rng.choice(("万", "亿"))
    size, own = MYRIADS[word], rng.choice(("", word))
    dash = rng.choice(("至", "—", "-", "～"))
    return Made(f"{low}{own}{dash}{high}{word}{unit}", Fraction(low * size), unit, high=Fraction(high * size))


def _range_percent(rng: random.Random) -> Made:
    low, high = _ends(rng, 40)
    own, dash = rng.choice(("%", "")), rng.choice(("至", "—", "-"))
    return Made(f"{low}{own}{dash}{high}%", Fraction(low), "%", "share", Fraction(high))


def _range_words(rng: random.Random) -> Made:
    (low, high), unit = _ends(rng, 20), rng.choice(UNITS)
    first, second = hanzi(low, rng), hanzi(high, rng)
    return Made(f"{first}{rng.choice('至到')}{second}{unit}", Fraction(low), unit, high=Fraction(high))


def _range_percent_words(rng: random.Random) -> Made:
    low, high = _ends(rng, 40)
    first, second = (hanzi(number, rng).replace("两", "二") for number in (low, high))
    return Made(f"百分之{first}至百分之{second}", Fraction(low), "%", "share", Fraction(high))


STYLES: dict[str, Style] = {
    "558项": _plain,
    "558 项": _spaced,
    "1,234,567元": _grouped,
    "5,292.8万元": _grouped_scaled,
    "3.5亿元": _scaled,
    "350万元": _scaled_whole,
    "三百二十一件": _words,
    "九千万零五元": _large_words,
    "五千两百八十九元": _two_inside,
    "三億五千萬元": _traditional,
    "叁佰贰拾壹元": _financial,
    "三点五公里": _point,
    "三点五亿元": _scaled_point,
    "十亿3000万元": _words_then_digits,
    "3亿零500万元": _digit_sections,
    "1亿2千5百万元": _digit_words,
    "二十多万人": _more_words,
    "4800余万元": _more_digits,
    "十几万人": _odd,
    "3.5%": _percent,
    "百分之三点五": _percent_words,
    "千分之三": _permille,
    "三成半": _tenths,
    "3.5倍": _times,
    "两倍半": _times_half,
    "0.35个百分点": _points,
    "5个半百分点": _points_half,
    "两个半小时": _half_inside,
    "三亩半": _half_behind,
    "4天2小时": _days_and_hours,
    "三分之二": _fraction,
    "1/3": _slash,
    "四五亿元": _between,
    "十七八万人": _between_behind,
    "３５８项": _full_width,
    "１，２３４，５６７元": _full_width_grouped,
    "负3.5亿元": _minus_word,
    "-3.5亿元": _minus_sign,
    "300—500件": _range,
    "300—500万元": _range_scaled,
    "5%—8%": _range_percent,
    "三至五个": _range_words,
    "百分之五至百分之八": _range_percent_words,
}
