"""The value of a spreadsheet's cell as the sheet shows it: percentages, decimals, thousands, units, dates."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal

_PLACES = 10
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[[$][^\]-]*-?[^\]]*\]|\[[^\]]*\]|_.|\*.')
_DECIMALS = re.compile(r"[0#?]\.([0#?]+)")
_UNIT = re.compile(r'[0#?%]\s*"([^"]{1,8})"')
_SIGN = re.compile(r'^[^0#?]*?(?:"([$¥￥€£])"|\[\$([$¥￥€£])|([$¥￥€£]))')


def shown(value: object, number_format: str) -> str:
    """The text that a sheet shows for a value; dates as year-month-day."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, (int, float, Decimal)):
        return _number(Decimal(str(value)), number_format)
    return str(value)


def _number(value: Decimal, number_format: str) -> str:
    code = number_format.split(";", maxsplit=1)[0]
    bare = _LITERAL.sub("", code)
    if not re.search(r"[0#?]", bare) or bare.strip().lower() in ("general", "@") or "e+" in bare.lower():
        return _plain(round(value, _PLACES))
    percent = "%" in bare
    scaled = value * 100 if percent else value
    for _ in range(len(bare.rstrip("% ")) - len(bare.rstrip("% ").rstrip(","))):
        scaled /= 1000
    match = _DECIMALS.search(bare)
    decimals = match[1] if match else ""
    rounded = scaled.quantize(Decimal(1).scaleb(-len(decimals)), rounding=ROUND_HALF_UP)
    text = f"{rounded:,f}" if re.search(r"[0#?],[0#?]", bare) else f"{rounded:f}"
    if decimals.endswith("#") and "." in text:
        text = text.rstrip("0").rstrip(".")
    unit = _UNIT.search(code)
    sign = _SIGN.match(code)
    currency = next(filter(None, sign.groups()), "") if sign else ""
    head, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    return f"{head}{currency}{digits}{'%' if percent else ''}{unit[1] if unit else ''}"


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
