"""A module's unit test is found by its name: src/yoy/align/keys.py has tests/unit/align/test_keys.py.

Where one module has several, the aspect follows the name: test_pair_english.py.
"""

from __future__ import annotations

from pathlib import Path

UNIT = Path(__file__).resolve().parent
SOURCE = UNIT.parents[1] / "src" / "yoy"
WITHOUT = 0.65
"""Share of the modules without a unit test of their name; this may only fall."""


def modules() -> list[Path]:
    return sorted(
        module.relative_to(SOURCE).with_suffix("")
        for module in SOURCE.rglob("*.py")
        if module.stem not in ("__init__", "__main__")
    )


def named_after(module: Path) -> list[Path]:
    return list((UNIT / module.parent).glob(f"test_{module.name}*.py"))


def test_every_unit_test_stands_beside_its_module() -> None:
    """Those at the top are about the whole tree, and name no module."""
    known = {module.as_posix() for module in modules()}
    for test in sorted(UNIT.rglob("test_*.py")):
        room = test.parent.relative_to(UNIT)
        if room == Path():
            continue
        words = test.stem.removeprefix("test_").split("_")
        names = {(room / "_".join(words[:count])).as_posix() for count in range(1, len(words) + 1)}
        assert names & known, f"{test.relative_to(UNIT)} names no module of {room.as_posix()}"


def test_fewer_and_fewer_modules_are_without() -> None:
    without = [module.as_posix() for module in modules() if not named_after(module)]
    share = len(without) / len(modules())
    assert share <= WITHOUT, f"a new module wants a test of its name: {without}"
