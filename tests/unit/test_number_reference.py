"""The slow reader of numbers against readings written by hand, and against every spelled number."""

from __future__ import annotations

from fractions import Fraction

import pytest

from number_reference.agreement import STYLES, surfaces
from number_reference.reading_en import read_english
from number_reference.reading_zh import read_chinese
from number_reference.spelled import Reading

READERS = {"zh": read_chinese, "en": read_english}
BY_HAND = (
    ("zh", "5,292.8万元", "52928000", None, "元"),
    ("zh", "三百二十一件", "321", None, "件"),
    ("zh", "十亿3000万元", "1030000000", None, "元"),
    ("zh", "3亿零500万元", "305000000", None, "元"),
    ("zh", "1亿2千5百万元", "125000000", None, "元"),
    ("zh", "九千九百九十九万亿零五元", "9999000000000005", None, "元"),
    ("zh", "三点零五亿元", "305000000", None, "元"),
    ("zh", "两千零五人", "2005", None, "人"),
    ("zh", "二十多万人", "200000", None, "人"),
    ("zh", "百分之三点五", "3.5", None, "%"),
    ("zh", "千分之三", "0.3", None, "%"),
    ("zh", "三成半", "35", None, "%"),
    ("zh", "两倍半", "2.5", None, "倍"),
    ("zh", "5个半百分点", "5.5", None, "百分点"),
    ("zh", "半个百分点", "0.5", None, "百分点"),
    ("zh", "三分之二", "2/3", None, None),
    ("zh", "四五亿元", "400000000", "500000000", "元"),
    ("zh", "两三百件", "200", "300", "件"),
    ("zh", "一百四五十家", "140", "150", "家"),
    ("zh", "３５８项", "358", None, "项"),
    ("zh", "负3.5亿元", "-350000000", None, "元"),
    ("zh", "300—500万元", "3000000", "5000000", "元"),
    ("zh", "300至5000件", "300", "5000", "件"),
    ("zh", "百分之五至百分之八", "5", "8", "%"),
    ("zh", "4天2小时", "98", None, "小时"),
    ("en", "1,234,567 cases", "1234567", None, "cases"),
    ("en", "1 234 567 cases", "1234567", None, "cases"),
    ("en", "3.2 million people", "3200000", None, "people"),
    ("en", "$1.2–1.5 billion", "1200000000", "1500000000", "$"),
    ("en", "twenty-one thousand four hundred and six cases", "21406", None, "cases"),
    ("en", "one billion two hundred million people", "1200000000", None, "people"),
    ("en", "half a million people", "500000", None, "people"),
    ("en", "three-quarters of a million people", "750000", None, "people"),
    ("en", "half a dozen schools", "6", None, "schools"),
    ("en", "two and a half hours", "2.5", None, "hours"),
    ("en", "an hour and a half", "1.5", None, "hours"),
    ("en", "1/3", "1/3", None, None),
    ("en", "(£456.7m)", "-456700000", None, "£"),
    ("en", "$-12.5 million", "-12500000", None, "$"),
    ("en", "3 1/2 acres", "3.5", None, "acres"),
    ("en", "3½ acres", "3.5", None, "acres"),
    ("en", "one in five", "1/5", None, None),
    ("en", "two or three hundred cases", "200", "300", "cases"),
    ("en", "between 5 and 8 per cent", "5", "8", "%"),
)


@pytest.mark.parametrize(("language", "surface", "low", "high", "unit"), BY_HAND)
def test_by_hand(language: str, surface: str, low: str, high: str | None, unit: str | None) -> None:
    assert READERS[language](surface) == Reading(Fraction(low), Fraction(high) if high else None, unit)


@pytest.mark.parametrize(("language", "style"), STYLES)
def test_the_slow_reader_finds_what_the_surface_was_made_from(language: str, style: str) -> None:
    for spelled in surfaces(language, style, 200, seed=7):
        assert READERS[language](spelled.surface) == spelled.truth, spelled.surface


def test_the_same_seed_makes_the_same_surfaces() -> None:
    assert surfaces("zh", "三成半", 20, seed=3) == surfaces("zh", "三成半", 20, seed=3)
    assert surfaces("zh", "三成半", 20, seed=3) != surfaces("zh", "三成半", 20, seed=4)
