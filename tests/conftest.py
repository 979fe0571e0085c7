"""What all tests share: where the reports are, and the switch that renews golden files."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
FIXTURES = ROOT / "fixtures"
SHARED = ROOT.parent / "shared"
ON_CI = bool(os.environ.get("CI"))

# In CI the same examples every time, so that a change is judged by what it changes; elsewhere new ones.
settings.register_profile("ci", derandomize=True)
if ON_CI:
    settings.load_profile("ci")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.fixture(scope="session")
def fixtures() -> Path:
    return FIXTURES


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real reports and labels beside the checkout; only the workshop has it."""
    if not SHARED.is_dir():
        pytest.skip("the folder of real reports (../shared) is not on this machine")
    return SHARED


def require(program: str) -> str:
    """The path of a program; without it the test is skipped, in CI it fails."""
    path = shutil.which(program)
    if path is None:
        if ON_CI:
            pytest.fail(f"{program} is required in CI and missing")
        pytest.skip(f"{program} is not installed")
    return path
