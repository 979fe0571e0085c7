"""What the title of a section announces."""

from __future__ import annotations

import pytest

from yoy.language.roles import SectionRole, role_of_title, sole_role_of_title


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("下一步工作打算", "plan"),
        ("存在的不足", "problems"),
        ("2017年工作回顾", "results"),
        ("Looking ahead", "plan"),
        ("推进政务公开", None),
    ],
)
def test_a_title_announces_one_thing(title: str, role: SectionRole | None) -> None:
    assert role_of_title(title) == sole_role_of_title(title) == role


def test_a_title_of_two_things_tells_nothing_for_sure() -> None:
    assert sole_role_of_title("存在问题和下一步打算") is None
