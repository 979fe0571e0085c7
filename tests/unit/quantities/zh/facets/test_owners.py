"""Whose a figure is where its own words leave that out."""

from __future__ import annotations

import pytest

from checked_reports import report


@pytest.mark.parametrize(
    ("sentence", "qualifiers"),
    [
        ("滨江双城经济圈建设稳步推进，地区生产总值突破9000亿元。", ("滨江双城经济圈",)),
        ("全省经济平稳运行，地区生产总值突破9000亿元。", ()),
        ("推进滨江新区建设，地区生产总值突破9000亿元。", ()),
        ("市属企业完成投资55亿元、研发经费投入13亿元。", ("市属", "企业")),
        ("支持企业完成投资55亿元、研发经费投入13亿元。", ()),
        ("扣除自然因素影响后，空气优良天数比率96.7%。", ("除自然",)),
        ("扣除自然因素影响后，细颗粒物平均浓度27微克/立方米、空气优良天数比率96.7%。", ("除自然",)),
        ("扣除价格因素，居民人均可支配收入增长4%。", ("实际",)),
        ("扣除违规押金30万元。居民人均可支配收入增长4%。", ()),
    ],
)
def test_the_sentence_or_the_list_says_whose(sentence: str, qualifiers: tuple[str, ...]) -> None:
    assert report(sentence).figures.quantities[-1].qualifiers == qualifiers
