"""Keys that outlive a new year, a new place and a new value."""

from __future__ import annotations

import pytest

from yoy.language.identity import Occurrences, bare_title, stable_key


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("一、2018年度法治政府建设", "法治政府建设"),
        ("2019年公共法律服务", "公共法律服务"),
        ("（三）2018—2019年工作", "工作"),
        ("1.1 背景", "背景"),
        ("Item 1A. Risk Factors", "riskfactors"),
        ("“放管服”改革", "放管服改革"),
        ("Ｐ２Ｐ 监管", "p2p监管"),
    ],
)
def test_titles_without_what_every_year_changes(title: str, bare: str) -> None:
    assert bare_title(title) == bare


def test_keys_name_things_not_places() -> None:
    assert stable_key("a", None, "b") == stable_key("a", "", "b")
    assert stable_key("a", "b") != stable_key("ab", "")
    first, second = Occurrences(), Occurrences()
    assert [first.key("x"), first.key("y"), first.key("x")] == [
        second.key("x"),
        second.key("y"),
        second.key("x"),
    ]
    assert len({first.key("x"), first.key("x")}) == 2
