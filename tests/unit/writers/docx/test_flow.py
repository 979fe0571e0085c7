"""Two short texts as one: what stands, what goes, what comes, and whose the ends of paragraphs are."""

from __future__ import annotations

import pytest

from property.test_promises import compared
from redlines import redline, shown

OPENING = "一、总体情况"
KEPT = "各街道认真办理群众来信，做到件件有回音。"
GONE = "编制河道整治方案并公示，涉及村居十一处。"
COME = "少年宫夏令营吸引了许多孩子，家长普遍满意。"
SHIFTED = "老旧电梯更新改造由房管部门牵头，资金专户管理。"


def lines(prior: str, current: str) -> list[str]:
    return shown(redline(compared(prior, current)))


@pytest.mark.parametrize(
    ("prior", "current", "expected"),
    [
        (
            f"{OPENING}\n{GONE}\n{KEPT}",
            f"{OPENING}\n{COME}\n{KEPT}",
            [OPENING, f"[-{GONE}-][-¶-]", f"{{+{COME}+}}{{+¶+}}", KEPT],
        ),
        (f"{OPENING}\n{KEPT}{GONE}", f"{OPENING}\n{KEPT}", [OPENING, f"{KEPT}[-{GONE}-]"]),
        (f"{OPENING}\n{KEPT}{GONE}", f"{OPENING}\n{COME}{KEPT}", [OPENING, f"{{+{COME}+}}{KEPT}[-{GONE}-]"]),
        (
            f"{OPENING}\n{KEPT}{SHIFTED}",
            f"{OPENING}\n{KEPT}\n{SHIFTED}",
            [OPENING, f"{KEPT}{{+¶+}}", SHIFTED],
        ),
        (
            f"{OPENING}\n{KEPT}\n{SHIFTED}",
            f"{OPENING}\n{KEPT}{SHIFTED}",
            [OPENING, f"{KEPT}[-¶-]", SHIFTED],
        ),
        (
            "全年受理来信581件，办结率为96%。",
            "全年受理来信558件，办结率为97%。",
            ["全年受理来信[-581件-]{+558件+}，办结率为[-96%-]{+97%+}。"],
        ),
    ],
)
def test_what_stands_goes_and_comes(prior: str, current: str, expected: list[str]) -> None:
    assert lines(prior, current) == expected


def test_the_last_paragraph_takes_the_end_before_it() -> None:
    """No paragraph follows that it could join: an empty one would be left."""
    assert lines(f"{OPENING}\n{KEPT}", f"{OPENING}\n{KEPT}\n{COME}") == [
        OPENING,
        f"{KEPT}{{+¶+}}",
        f"{{+{COME}+}}",
    ]
    assert lines(f"{OPENING}\n{KEPT}\n{GONE}", f"{OPENING}\n{KEPT}") == [
        OPENING,
        f"{KEPT}[-¶-]",
        f"[-{GONE}-]",
    ]


def test_last_paragraphs_of_both_years_share_an_end() -> None:
    assert lines(f"{OPENING}\n{KEPT}\n{GONE}", f"{OPENING}\n{KEPT}\n{COME}")[2:] == [
        f"[-{GONE}-]{{+{COME}+}}",
    ]


def test_a_moved_paragraph_is_a_move_of_both_its_ends() -> None:
    prior = f"{OPENING}\n{SHIFTED}\n{KEPT}\n{COME}\n二、下一步打算\n{GONE}"
    current = f"{OPENING}\n{KEPT}\n{COME}\n二、下一步打算\n{SHIFTED}\n{GONE}"
    made = lines(prior, current)
    assert made[1] == f"[<{SHIFTED}<][-¶-]"
    assert f"{{>{SHIFTED}>}}{{+¶+}}" in made
