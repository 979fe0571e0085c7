from __future__ import annotations

import pytest

from yoy.align.figures.evidence.wording import Wording
from yoy.options import LexiconOptions

ZH = Wording("zh", LexiconOptions(places=("云溪区",)), ["江州市人民政府"])
EN = Wording("en", LexiconOptions(), [])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("全区行政审批事项总量", "审批事项总数"),
        ("PM2.5年均浓度", "细颗粒物平均浓度"),
        ("云溪区行政复议结案率", "复议结案率"),
        ("新建绿道", "新增绿道"),
        ("2018年度审结案件", "审结件数"),
        ("地区生产总值增速", "国内生产总值增长"),
    ],
)
def test_what_auditors_read_as_the_same(first: str, second: str) -> None:
    assert ZH.canonical(first).split() == ZH.canonical(second).split()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("受理件数", "不予受理件数"),
        ("有法定期限的事项", "没有法定期限的事项"),
        ("进口额", "出口额"),
        ("成年人案件", "未成年人案件数，未成年人"),
        ("达标断面", "不达标断面"),
        ("一般公共预算收入", "一般公共预算支出"),
        ("食品抽检", "药品抽检"),
    ],
)
def test_what_excludes_each_other(first: str, second: str) -> None:
    one, other = ZH.contrast("", first), ZH.contrast("", second)
    assert ZH.opposed(one, other)
    assert ZH.opposed(other, one)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("取缔无证无照经营", "会同街镇取缔"),
        ("不动产登记", "不动产登记办理"),
        ("食品、药品抽检", "药品抽检"),
        ("非遗项目", "非物质文化遗产项目"),
        ("无障碍设施", "设施"),
        ("新增岗位", "岗位"),
    ],
)
def test_what_does_not(first: str, second: str) -> None:
    assert not ZH.opposed(ZH.contrast("", first), ZH.contrast("", second))


def test_growth_and_decline_are_one_indicator_of_two_directions() -> None:
    pair = [ZH.contrast("", name, is_change=True) for name in ("进出口总额增长", "进出口总额下降")]
    assert not ZH.opposed(*pair)
    levels = [ZH.contrast("", name) for name in ("支出增长", "支出压减")]
    assert ZH.opposed(*levels)


def test_new_and_cumulative_have_different_bases() -> None:
    assert ZH.rescoped(ZH.contrast("", "新增入驻企业"), ZH.contrast("", "累计入驻企业"))
    assert not ZH.rescoped(ZH.contrast("", "新增入驻企业"), ZH.contrast("", "入驻企业"))


def test_the_users_synonyms_win() -> None:
    mine = Wording("zh", LexiconOptions(synonyms=(("甲类事项", "审批事项"),)), [])
    assert mine.canonical("审批事项") == "甲类事项"


def test_pieces_are_pairs_of_hanzi_and_whole_words() -> None:
    assert ZH.pieces("环境质量") == ("环境", "境质", "质量")
    assert ZH.pieces("net result 件") == ("net", "result", "件")
    assert ZH.pieces("") == ()


def test_english_words_are_whole() -> None:
    assert EN.canonical("Total revenues of the year").split() == ["revenue"]
    assert EN.opposed(EN.contrast("", "domestic sales"), EN.contrast("", "international sales"))
    assert EN.opposed(EN.contrast("", "complaints not upheld"), EN.contrast("", "complaints upheld"))
