"""Sentences and reports nobody would write, made of the pieces that reports are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

PIECES: Mapping[str, tuple[str, ...]] = {
    "zh": (
        *"一二三四五六七八九十百千万亿零〇两第其中共达为约近超以上多余增降，。；：、（）()“”《》—-－～·.%％+/",
        *(
            "件",
            "户",
            "人次",
            "个百分点",
            "亿元",
            "万元",
            "微克/立方米",
            "平方公里",
            "成",
            "倍",
            "名",
            "位",
            "批",
            "天",
            "小时",
        ),
        *(
            "同比增长",
            "比上年下降",
            "由",
            "精简至",
            "增长到",
            "分别",
            "均",
            "排名全市第",
            "占比",
            "其中",
            "包括",
            "累计",
            "新增",
        ),
        *(
            "2018年",
            "1—9月",
            "“十三五”",
            "〔2018〕29号",
            "上半年",
            "截至12月底",
            "2015-2020年",
            "全年",
            "今年以来",
        ),
        *(
            "审批事项",
            "新增企业",
            "办结率",
            "人均可支配收入",
            "行政复议案件",
            "空气质量优良率",
            "全区",
            "某某镇",
        ),
        *(
            "\n",
            "\n一、",
            "\n（二）",
            "\n3、",
            "\n第一章 ",
            "\n| ",
            " | ",
            "\t",
            " ",
            "\u3000",
            "\u200b",
            "\u202e",
            "\x1b[",
        ),
    ),
    "en": (
        *".,;:()[]%$£€-–—/'\"&+ ",
        *(
            "hundred",
            "thousand",
            "million",
            "billion",
            "dozen",
            "half",
            "a quarter of",
            "two-thirds",
            "twenty-one",
            "zero",
        ),
        *(
            " million",
            "bn",
            "m",
            " per cent",
            " percentage points",
            " employees",
            " tonnes",
            " CO2",
            "x",
            " basis points",
        ),
        *(
            " increased by ",
            " to ",
            " from ",
            " compared with ",
            " of which ",
            " respectively",
            " more than ",
            " about ",
        ),
        *(
            "2018",
            "FY2018",
            "31 December 2018",
            "Q3",
            "the year ended ",
            "2017/18",
            "1990s",
            "No. 5",
            "Item 1A.",
        ),
        *("revenue", "net profit", "headcount", "the Group", "customers", "emissions", "Note 12", "page 5"),
        *(
            "\n",
            "\n1.1 ",
            "\n# ",
            "\n## ",
            "\nPART II\n",
            "\n- ",
            "\n| ",
            " | ",
            "\t",
            "\u00a0",
            "\u200b",
            "\u202e",
            "\x1b[",
        ),
    ),
}
"""What each language's reports are put together from."""
TITLES = {"zh": "某某区人民政府{year}年度工作报告\n", "en": "Example Council Annual Report {year}\n"}


def number(chance: Random) -> str:
    """Digits as somebody might print them, and as nobody would."""
    digits = "".join(chance.choices("0123456789", k=chance.choice((1, 1, 2, 3, 4, 7, 30))))
    form = chance.randrange(7)
    if form == 0:
        return f"{digits}.{chance.randrange(1000)}"
    if form == 1:
        return f"{int(digits):,}"
    if form == 2:
        return digits.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789"})
    return digits


def sentence(chance: Random, lang: str, most: int = 40) -> str:
    """Up to `most` pieces and numbers in a row; now and then one piece over and over."""
    if chance.random() < 0.02:
        return chance.choice(PIECES[lang]) * chance.randrange(1, 400)
    pieces = [
        number(chance) if chance.random() < 0.25 else chance.choice(PIECES[lang])
        for _ in range(chance.randrange(1, most))
    ]
    return "".join(pieces)


def report(chance: Random, lang: str, year: int, shared: list[str]) -> str:
    """A report of which each sentence may be one of `shared`, as it is or with another number."""
    lines = []
    for _ in range(chance.randrange(1, 25)):
        line = chance.choice(shared) if shared and chance.random() < 0.7 else sentence(chance, lang)
        lines.append(line.replace("1", str(chance.randrange(10))) if chance.random() < 0.3 else line)
    return TITLES[lang].format(year=year) + "\n".join(lines) + "\n"
