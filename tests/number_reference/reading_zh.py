"""A slow reader of Chinese numbers that anyone can follow: it cuts at the greatest word, again and again.

It reads only what `spelling_zh` writes, and knows nothing of the program.
"""

from __future__ import annotations

from fractions import Fraction

from number_reference.spelled import Reading

UNITS = (
    "平方米", "百分点", "小时", "公里", "人次", "元", "项", "件", "人", "个", "户", "家", "亩", "吨", "天", "年", "月", "倍", "%"
)  # fmt: skip
DIGITS = {
    "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9
}  # fmt: skip
SIZES = (("亿", 10**8), ("万", 10**4), ("千", 1000), ("百", 100), ("十", 10))
DASHES = ("至", "到", "—", "～", "-")
SAME = {
    "壹": "一", "贰": "二", "叁": "三", "肆": "四", "伍": "五", "陆": "六", "柒": "七", "捌": "八", "玖": "九",
    "拾": "十", "佰": "百", "仟": "千", "萬": "万", "億": "亿", "兩": "两",
    "，": ",", "．": ".", "％": "%", "－": "-", "−": "-",
}  # fmt: skip
HALF = Fraction(1, 2)


def read_chinese(surface: str) -> Reading:
    """The reading of a whole surface: sign, number, unit."""
    text = "".join(_same(sign) for sign in surface if sign not in " ,，")
    if text[0] in "-负":
        reading = read_chinese(text[1:])
        return reading._replace(low=-reading.low)
    return _range(text) or _share(text) or _days(text) or _counted(text)


def _same(sign: str) -> str:
    if "０" <= sign <= "９":
        return str("０１２３４５６７８９".index(sign))
    return SAME.get(sign, sign)


def _range(text: str) -> Reading | None:
    """300—500万元: what stands behind the second number and not behind the first belongs to both."""
    for dash in DASHES:
        first, found, second = text.partition(dash)
        if not found:
            continue
        high = read_chinese(second)
        low = read_chinese(first)
        last = _without_unit(second)[0][-1]
        scale = dict(SIZES[:2]).get(last, 1) if _without_unit(first)[0][-1] != last else 1
        return Reading(low.low * scale, high.low, high.unit)
    return None


def _share(text: str) -> Reading | None:
    """百分之三点五, 千分之三, 3‰, 三成半, 三分之二, 1/3."""
    for start, scale in (("百分之", 1), ("千分之", 10)):
        if text.startswith(start):
            return Reading(_number(text[len(start) :]) / scale, None, "%")
    if text.endswith("‰"):
        return Reading(_number(text[:-1]) / 10, None, "%")
    if "成" in text:
        tens, tail = text.split("成")
        ones = Fraction(5) if tail == "半" else _number(tail) if tail else 0
        return Reading(_number(tens) * 10 + ones, None, "%")
    if "分之" in text:
        bottom, top = text.split("分之")
        return Reading(_number(top) / _number(bottom), None, None)
    if "/" in text:
        top, bottom = text.split("/")
        return Reading(_number(top) / _number(bottom), None, None)
    return None


def _days(text: str) -> Reading | None:
    if "天" in text and text.endswith("小时"):
        days, hours = text.removesuffix("小时").split("天")
        return Reading(_number(days) * 24 + _number(hours), None, "小时")
    return None


def _counted(text: str) -> Reading:
    """A number with its unit; 半 is half of one wherever it stands; two digits side by side are two ends."""
    half = HALF if "半" in text else Fraction(0)
    number, unit = _without_unit(text.replace("半", ""))
    number = "".join(sign for sign in number if sign not in "多余几")
    for at in range(len(number) - 1):
        first, second = number[at], number[at + 1]
        if DIGITS.get(first, 0) and DIGITS.get(second) == DIGITS[first] + 1 and "点" not in number[:at]:
            low, high = number[: at + 1] + number[at + 2 :], number[:at] + number[at + 1 :]
            return Reading(_number(low), _number(high), unit)
    return Reading((_number(number) if number else 0) + half, None, unit)


def _without_unit(text: str) -> tuple[str, str | None]:
    for unit in UNITS:
        if text.endswith(unit):
            number = text[: -len(unit)]
            if unit in ("百分点", "小时", "月"):
                number = number.removesuffix("个")
            return number, None if unit == "月" else unit
    return text, None


def _number(text: str) -> Fraction:
    """Cuts at the greatest word: what stands before it is multiplied, what stands behind it is added."""
    for word, size in SIZES:
        before, found, behind = _cut_at_last(text, word)
        if found:
            head = _number(before) if before else Fraction(1)
            return head * size + (_number(behind) if behind else 0)
    return _digits(text)


def _cut_at_last(text: str, word: str) -> tuple[str, bool, str]:
    at = text.rfind(word)
    return (text, False, "") if at < 0 else (text[:at], True, text[at + 1 :])


def _digits(text: str) -> Fraction:
    """Digits of either kind, with a point of either kind."""
    value, place, after_point = Fraction(0), Fraction(1), False
    for sign in text:
        if sign in "点.":
            after_point = True
            continue
        digit = DIGITS[sign] if sign in DIGITS else int(sign)
        if after_point:
            place /= 10
            value += digit * place
        else:
            value = value * 10 + digit
    return value
