"""What a figure is: concept, qualifiers, basis, subjects, and which namer named it."""

from __future__ import annotations

import pytest

from yoy.model import Document, Quantity, Source
from yoy.options import LexiconOptions
from yoy.outline.find import find_outline
from yoy.quantities.find import find_figures


def found(text: str, surface: str) -> Quantity:
    document = Document(
        source=Source(name="2024.txt", format="txt", encoding="utf-8", size=len(text), sha256="0" * 64),
        text=text,
        language="en" if text.isascii() else "zh",
        period=2024,
    )
    figures = find_figures(find_outline(document), LexiconOptions())
    return next(one for one in figures.quantities if one.surface == surface)


@pytest.mark.parametrize(
    ("text", "surface", "concept", "qualifiers"),
    [
        ("全市地区生产总值增长5.2%。", "5.2%", "gdp", ()),
        ("经济增长5.2%。", "5.2%", "gdp", ()),
        ("民营经济增长5.2%。", "5.2%", None, ("民营",)),
        ("农村居民人均可支配收入2.3万元。", "2.3万元", "income", ("农村",)),
        ("农民收入增长6.1%。", "6.1%", "income", ("农村",)),
        ("新能源汽车产量12万辆。", "12万辆", "new_energy_vehicle_output", ()),
        ("氢能汽车产量300辆。", "300辆", "vehicle_output", ("氢能",)),
        ("汽车产量基地3个。", "3个", None, ()),
        ("新认定省级高新技术企业40家。", "40家", "high_tech_enterprises", ("省级",)),
        (
            "规模以上工业增加值增长7%，增速居全省第3位。",
            "第3位",
            "scale_industrial_value_added",
            ("增速", "全省"),
        ),
        ("服务业增加值占地区生产总值比重达到51%。", "51%", "service_value_added", ("占地区生产总值",)),
        ("粮食播种面积40万亩、产量18万吨。", "18万吨", "grain_output", ()),
        ("“十五五”时期地区生产总值年均增长5%。", "5%", "gdp", ()),
        ("中欧班列带动进出口40亿元。", "40亿元", None, ()),
        ("全市进出口总值创历史新高，达到40亿元。", "40亿元", "foreign_trade", ()),
        ("各县高中扩建后的食堂12个。", "12个", None, ("高中",)),
    ],
)
def test_concept_and_qualifiers(
    text: str, surface: str, concept: str | None, qualifiers: tuple[str, ...]
) -> None:
    figure = found(text, surface)
    assert figure.concept == concept
    if concept:
        assert figure.qualifiers == qualifiers


@pytest.mark.parametrize(
    ("text", "surface", "basis"),
    [
        ("新增公园6个。", "6个", "new"),
        ("新增公园6个、绿道20公里。", "20公里", "new"),
        ("新增公园6个、改造绿道20公里。", "20公里", "level"),
        ("创新平台达到6个。", "6个", "level"),
        ("累计建成公园60个。", "60个", "cumulative"),
        ("全年累计接待游客60万人次。", "60万人次", "level"),
        ("新增上市公司3家、总数达到40家。", "40家", "cumulative"),
        ("工业投资年均增长8%。", "8%", "average"),
        ("PM2.5年均浓度30微克/立方米。", "30微克/立方米", "level"),
        ("民间投资占比达到60%。", "60%", "share"),
        ("森林覆盖率达到41%。", "41%", "level"),
        ("粮食产量连续6年稳定在20万吨以上。", "20万吨", "threshold"),
        ("城镇新增就业每年超过3万人。", "3万人", "threshold"),
        ("每年培训教师3万人次。", "3万人次", "average"),
        ("高铁里程居全省第2位。", "第2位", "rank"),
        ("城镇新增就业3万人。", "3万人", "new"),
        ("工业增加值达到300亿元。", "300亿元", "level"),
    ],
)
def test_basis(text: str, surface: str, basis: str) -> None:
    assert found(text, surface).basis == basis


@pytest.mark.parametrize(
    ("text", "surface", "subjects"),
    [
        ("基本养老、基本医疗保险参保率均达到96%。", "96%", ("基本养老参保率", "基本医疗保险参保率")),
        ("进口和出口双双增长8%。", "8%", ("进口", "出口")),
        ("人均可支配收入3万元。", "3万元", ()),
        ("进口、出口分别增长8%、9%。", "8%", ()),
    ],
)
def test_a_value_of_several(text: str, surface: str, subjects: tuple[str, ...]) -> None:
    assert found(text, surface).subjects == subjects


@pytest.mark.parametrize(
    ("text", "surface", "doubt"),
    [
        ("实施强基六大行动。", "六大", "list_count"),
        ("从五个方面推进改革。", "五个", "list_count"),
        ("办好四件实事。", "四件", "list_count"),
        ("搭建省市县三级平台。", "三级", "list_count"),
        ("新建六个公园。", "六个", None),
        ("办好民生实事20件。", "20件", None),
    ],
)
def test_counts_of_a_list_are_doubted(text: str, surface: str, doubt: str | None) -> None:
    assert found(text, surface).doubt == doubt


@pytest.mark.parametrize(
    ("text", "surface", "name", "named_by"),
    [
        ("工业投资增长9%，增速居全省第4位。", "第4位", "工业投资增速全省排名", "zh.rank"),
        ("工业投资增长9%、居全省第4位。", "第4位", "工业投资增速全省排名", "zh.rank"),
        ("生猪出栏实现翻番，由全省第9位升至第4位。", "第4位", "生猪出栏全省排名", "zh.rank"),
        ("新增上市公司3家、总数达到40家。", "40家", "上市公司总数", "zh.stock"),
        ("清洁能源装机占比50%、发电量占比45%。", "45%", "清洁能源发电量占比", "zh.part_of_last"),
        ("铜、镍产量分别增长8%、9%。", "8%", "铜产量同比变化", "zh.change_subject"),
        ("选派300名科技特派员到村服务。", "300名", "选派科技特派员到村服务人数", "zh.counted"),
        ("经济总量连跨2个百亿元台阶，达到900亿元。", "900亿元", "经济总量", "zh.unnamed"),
        ("城镇化率从2020年的51%提升到2025年的58%。", "58%", "城镇化率", "zh.clause"),
    ],
)
def test_the_namer_is_told(text: str, surface: str, name: str, named_by: str) -> None:
    figure = found(text, surface)
    assert (figure.indicator, figure.named_by) == (name, named_by)


@pytest.mark.parametrize(
    ("text", "surface", "concept", "basis"),
    [
        ("Total revenue increased 8% in the year.", "8%", "company_revenue", "level"),
        ("Net income was $3.2 million in the year.", "$3.2 million", "company_net_income", "level"),
        ("Exports grew by 3% per annum over five years.", "3%", None, "average"),
    ],
)
def test_english(text: str, surface: str, concept: str | None, basis: str) -> None:
    figure = found(text, surface)
    assert (figure.basis, figure.concept) == (basis, concept or figure.concept)
    assert (figure.named_by or "").startswith("en.")
