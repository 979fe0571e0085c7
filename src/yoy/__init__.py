"""yoy: year-over-year comparison of annual reports.

Three lines do the whole job:

    comparison = yoy.compare([yoy.read("2017.txt"), yoy.read("2018.txt")])
    yoy.write(comparison, "2017-2018.xlsx")
    yoy.write(comparison, "2017-2018.html")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yoy.errors import YoyError
from yoy.version import __version__

if TYPE_CHECKING:
    from yoy.model import Comparison, Document
    from yoy.options import Options
    from yoy.pipeline import compare
    from yoy.readers.registry import read
    from yoy.writers.files import write

__all__ = ["Comparison", "Document", "Options", "YoyError", "__version__", "compare", "read", "write"]

_HOMES = {
    "Comparison": "yoy.model",
    "Document": "yoy.model",
    "Options": "yoy.options",
    "compare": "yoy.pipeline",
    "read": "yoy.readers.registry",
    "write": "yoy.writers.files",
}


def __getattr__(name: str) -> Any:
    """Imports a public name when it is first used, so that `yoy --help` is instant."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'yoy' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(home), name)
