"""The templates of the page: how they are read, and how an installed package carries them compiled."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FunctionLoader, ModuleLoader, StrictUndefined
from jinja2.bccache import bc_version

from yoy.writers.html.markup import cell, visible
from yoy.writers.unseen import labelled

COMPILED = Path(__file__).with_name(f"compiled_{bc_version}")
"""Where compiled templates are: Jinja counts its version up whenever older code would not run."""


def environment() -> Environment:
    """Templates that escape by default and fail on a name that isn't there.

    Compiled ones are taken where the package holds them for this version of Jinja; else the sources.
    """
    made = Environment(
        loader=ChoiceLoader([ModuleLoader(COMPILED), FunctionLoader(_source)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    made.filters.update(cell=cell, visible=visible)
    return made


def compile_into(folder: Path) -> None:
    """Write every template as a module of Python into `folder`, for a package to carry."""
    made = environment()
    folder.mkdir(parents=True)
    for template in files(__package__).joinpath("templates").iterdir():
        code = made.compile(_source(template.name), template.name, raw=True, defer_init=True)
        target = folder / ModuleLoader.get_module_filename(template.name)
        target.write_text(code, encoding="utf-8")


def _source(name: str) -> str:
    return files(__package__).joinpath("templates", name).read_text(encoding="utf-8")


def _finalize(value: Any) -> Any:
    """Plain text in attributes and labels: characters that can't be seen are named."""
    return labelled(value) if type(value) is str else value
