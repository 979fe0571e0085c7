"""What is installed is bounded, the versions of CI are within the bounds, and every licence is listed."""

from __future__ import annotations

import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DECLARED = [
    Requirement(line)
    for line in chain(
        PROJECT["project"]["dependencies"],
        *PROJECT["project"]["optional-dependencies"].values(),
        PROJECT["build-system"]["requires"],
        PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["custom"]["dependencies"],
    )
    if not line.startswith("yoy[")
]
BY_HAND = {"rapidocr", "onnxruntime", "cosmic-ray"}
"""Named in the words of docs/licences.md, above its tables."""


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def constrained() -> dict[str, str]:
    lines = (ROOT / ".ci" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line.split("==") for line in lines if not line.startswith("#")]
    return {canonical(name): version for name, version in pins}


@pytest.mark.parametrize("requirement", DECLARED, ids=str)
def test_every_dependency_has_a_lower_and_an_upper_bound(requirement: Requirement) -> None:
    assert {"<", ">="} == {bound.operator for bound in requirement.specifier}


@pytest.mark.skipif(not (ROOT / ".ci").exists(), reason="the sources of a release hold no .ci")
def test_the_versions_of_ci_are_within_the_bounds() -> None:
    pins = constrained()
    for requirement in DECLARED:
        name = canonical(requirement.name)
        if name not in {"rapidocr", "onnxruntime"}:
            assert requirement.specifier.contains(pins[name]), requirement


@pytest.mark.skipif(not (ROOT / ".ci").exists(), reason="the sources of a release hold no .ci")
def test_every_licence_is_listed_with_the_version_of_ci() -> None:
    page = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    listed = dict(re.findall(r"^\| ([a-z0-9-]+) \| (\d\S*) \| (?!not declared)", page, re.MULTILINE))
    pins = constrained()
    assert all(pins[name] == version for name, version in listed.items())
    for name in {canonical(requirement.name) for requirement in DECLARED}:
        assert name in (page if name in BY_HAND else listed)
