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
        ("城乡居民人均可支配收入分别增长5%、7%。", "5%", "income", ("城镇",)),
        ("城乡居民人均可支配收入分别增长5%、7%。", "7%", "income", ("农村",)),
        ("城乡居民收入倍差缩小至1.9。", "1.9", "income_gap", ()),
        ("各项存贷款余额分别增长6%、8%。", "6%", "deposits", ()),
        ("各项存贷款余额分别增长6%、8%。", "8%", "loans", ()),
        ("葡萄综合产值增长8%、出口增长50%。", "50%", "exports", ("葡萄",)),
        ("刑事、治安案件分别下降15%、13%。", "15%", "criminal_cases", ()),
        ("单位能耗、化学需氧量、氨氮排放量分别下降3%、4%、5%。", "3%", "energy_intensity", ()),
        ("氨氮、氮氧化物排放总量首次双双下降，分别下降2%和6%。", "6%", "nitrogen_oxides", ()),
        ("地区生产总值连跨两个千亿元台阶、增长5.6%。", "5.6%", "gdp", ()),
        ("农村生活污水治理（管控）率达58%。", "58%", "rural_sewage", ()),
        ("中欧班列（某城）累计开行260列。", "260列", "sino_european_trains", ("某城",)),
        ("新改造老旧小区30个。", "30个", "old_estates", ()),
        ("财政科技支出占一般公共预算支出比重达到3%。", "3%", None, ()),
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
        ("新增并网40万千瓦、发电量30亿度。", "30亿度", "level"),
        ("城乡居民收入年均分别增长5%、7%。", "7%", "average"),
        ("各商会、协会分别新设6家和3家。", "3家", "new"),
        ("城镇新增就业、新增贷款分别完成年计划的113%、125%。", "125%", "level"),
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


def test_a_share_of_a_named_whole_is_narrowed_by_it() -> None:
    figure = found("财政科技支出占一般公共预算支出比重达到3%。", "3%")
    assert figure.qualifiers == ("占一般公共预算支出",)
    assert found("新产品市场占有率达到3%。", "3%").qualifiers == ()


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        ("县域经济增速高于全省1个百分点。", "1个百分点", "县域经济增速与全省差距"),
        ("网络货运量、交易额分别增长3倍和2倍。", "2倍", "网络货运交易额同比变化"),
        ("电子材料营业收入增长10%、生物医药增长6%。", "6%", "生物医药营业收入同比变化"),
        ("旅游收入增长10%、接待游客增长6%。", "6%", "接待游客同比变化"),
        ("每个县办好1所公办高中。", "1所", "每个县办好公办高中"),
        ("引进纺织项目24个、建成投产17个。", "17个", "纺织项目建成投产数"),
        ("入库项目达到770个、总投资42亿元。", "42亿元", "入库项目总投资"),
        ("新增电力装机100万千瓦、总装机400万千瓦。", "400万千瓦", "电力总装机"),
        ("每千人托位、养老床位数分别达到4个、27张。", "27张", "每千人养老床位数"),
        ("低保、特困人员月标准分别提高到1100元、1900元。", "1100元", "低保月标准"),
        ("进口货值、入境游客、免税销售额分别增长3%、6%、9%。", "6%", "入境游客同比变化"),
        ("惠民工程、健身工程分别惠及35万人次、23万人次。", "23万人次", "健身工程惠及人次"),
        ("成立工作专班、出台20条措施。", "20条", "出台措施条数"),
        ("新（改）建农村公路100公里。", "100公里", "新改建农村公路长度"),
        ("通高速的县（市、区）达到12个。", "12个", "通高速的县数"),
        ("实施10大类55项民生实事。", "55项", "民生实事数"),
        ("两市都市圈131项高频事项通办。", "131项", "两市都市圈高频事项通办数"),
        ("多家工厂入选国家级绿色工厂，数量居全国第2位。", "第2位", "国家级绿色工厂数量全国排名"),
        ("新增五星级饭店10家。", "10家", "新增五星级饭店数"),
        ("成功签约项目投资35亿元，30批次外宾来访。", "30批次", "外宾来访批次"),
    ],
)
def test_names(text: str, surface: str, name: str) -> None:
    assert found(text, surface).indicator == name


def test_a_size_before_a_grade_is_no_figure() -> None:
    document = "洋浦港20万吨级泊位投用，支柱产业迈入万亿级规模，新增五星级饭店6家。"
    assert found(document, "6家").value == 6
    for surface in ("20万吨", "万亿", "五星级"):
        with pytest.raises(StopIteration):
            found(document, surface)
