"""Writes docs/licences.md: what is installed with yoy, in which version CI uses it, under which licence.

usage: python docs/make_licences.py

Run in an environment with all extras but `ocr` and `mutation`, made with -c .ci/constraints.txt.
"""

from __future__ import annotations

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs" / "licences.md"
HEAD = """# Licences of what yoy uses

Made by `python docs/make_licences.py` from what the packages themselves declare. The versions are those of
.ci/constraints.txt, with which CI runs; pyproject.toml says which others are accepted. yoy is under MIT
and it holds no code of any of them.

The extras `ocr` (rapidocr, Apache-2.0; onnxruntime, MIT) and `mutation` (cosmic-ray, MIT) are left out here.
Chromium, LibreOffice and poppler are programs of the system, used where they are there; axe-core (MPL-2.0) is
fetched by CI to look at the page and is no part of it.
"""


def needed(name: str, extras: frozenset[str] = frozenset()) -> set[str]:
    """The packages that one needs here, with what those need, by the names of their own."""
    found: set[str] = set()
    for line in distribution(name).requires or ():
        wanted = Requirement(line)
        here = wanted.marker is None or any(
            wanted.marker.evaluate({"extra": extra}) for extra in {"", *extras}
        )
        if here and wanted.name != name and (own := _named(wanted.name)) and own not in found:
            found |= {own, *needed(own, frozenset(wanted.extras))}
    return found


def _named(name: str) -> str | None:
    try:
        return canonical(distribution(name).metadata["Name"])
    except PackageNotFoundError:
        return None


def canonical(name: str) -> str:
    """A package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def licence(package: Distribution) -> str:
    """What a package says of its licence: the expression, else the classifiers, else the field."""
    told = package.metadata

    def first(field: str) -> str:
        return str(next(iter(told.get_all(field) or ()), ""))

    if first("License-Expression"):
        return first("License-Expression")
    classes = [
        one.rpartition(" :: ")[2] for one in told.get_all("Classifier") or () if one.startswith("License ::")
    ]
    named = [one for one in classes if one != "OSI Approved"]
    return ", ".join(named) or (first("License") or "not declared").splitlines()[0]


def main() -> None:
    """Writes the page."""
    program = needed("yoy")
    tools = needed("yoy", frozenset({"test", "dev"})) - program
    lines = [HEAD]
    for title, names in (("With the program", program), ("For tests and development only", tools)):
        lines += [f"## {title}", "", "| package | version | licence |", "|---|---|---|"]
        packages = [distribution(name) for name in sorted(names)]
        lines += [f"| {canonical(p.metadata['Name'])} | {p.version} | {licence(p)} |" for p in packages]
        lines.append("")
    TARGET.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
