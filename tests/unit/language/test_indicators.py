"""The controlled vocabulary of indicators."""

from __future__ import annotations

import pytest

from yoy.language.indicators import folded, vocabulary
from yoy.language.units import default_units
from yoy.options import UserIndicator


def ending(text: str) -> str | None:
    return next((one.indicator.id for one in vocabulary().endings(folded(text))), None)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("地区生产总值", "gdp"),
        ("规模以上工业增加值", "scale_industrial_value_added"),
        ("工业增加值", "industrial_value_added"),
        ("全市城镇新增就业", "urban_new_jobs"),
        ("新能源汽车产量", "new_energy_vehicle_output"),
        ("汽车年产量", "vehicle_output"),
        ("专精特新“小巨人”企业", "little_giants"),
        ("因公出国（境）费", "abroad"),
        ("空气质量优良天数比率", "good_air_share"),
        ("total revenue", "company_revenue"),
        ("汽车产量基地", None),
        ("养老", None),
    ],
)
def test_the_longest_words_at_the_end_win(text: str, concept: str | None) -> None:
    assert ending(text) == concept


def test_a_word_in_latin_letters_is_not_cut() -> None:
    assert ending("wholesales") is None


def test_every_indicator_is_whole() -> None:
    seen: dict[str, str] = {}
    for one in vocabulary().by_id.values():
        assert one.zh
        assert one.en
        assert one.units
        assert one.nature in ("flow", "stock", "rate")
        assert one.better in ("more", "less", "none")
        for alias in {folded(word) for word in (one.zh, *one.aliases, *one.alone)}:
            assert seen.setdefault(alias, one.id) == one.id, alias


def test_most_units_of_the_sets_are_known() -> None:
    table = default_units()
    families = {unit.family for name in table.names() if (unit := table.find(name))}
    named = {unit for one in vocabulary().by_id.values() for unit in one.units}
    known = {unit for unit in named if unit in families or table.find(unit)}
    assert len(known) > len(named) * 0.9


@pytest.mark.parametrize(
    ("concept", "kind", "unit", "fits"),
    [
        ("gdp", "level", "元", True),
        ("gdp", "level", "家", False),
        ("gdp", "change_rel", "%", True),
        ("gdp", "ratio", "%", False),
        ("urbanisation", "ratio", "%", True),
        ("urbanisation", "change_abs", "百分点", True),
        ("income_gap", "level", None, True),
        ("grain_output", "level", "斤", True),
    ],
)
def test_kind_and_unit_must_agree(concept: str, kind: str, unit: str | None, fits: bool) -> None:
    assert vocabulary().by_id[concept].fits(kind, unit) is fits  # type: ignore[arg-type]


def test_an_indicator_of_the_user_wins() -> None:
    own = UserIndicator(id="harbour_cranes", name="岸桥", units=("台",), aliases=("装卸桥",), better="more")
    known = vocabulary((own,))
    assert [one.indicator.id for one in known.endings("新增装卸桥")] == ["harbour_cranes"]
    assert known.by_id["harbour_cranes"].measured_in("台")
