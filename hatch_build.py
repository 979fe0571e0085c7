"""What a wheel carries besides the sources: its templates compiled, its lexicon as JSON.

Both are read where they are there, so that no run begins with compiling and parsing. An editable
installation has neither: it always works from the sources.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Compiled(BuildHookInterface[Any]):
    """Adds them to the wheel under construction."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make them in a folder of their own, which is laid over the package."""
        self.folder = Path(tempfile.mkdtemp())
        if version == "editable":
            return
        source = Path(self.root, "src")
        sys.path.insert(0, str(source))
        sys.dont_write_bytecode = True
        from yoy.writers.html.environment import COMPILED, compile_into

        compile_into(self.folder / "writers" / "html" / COMPILED.name)
        lexicon_as_json(source / "yoy" / "lexicon", self.folder / "lexicon")
        build_data["force_include"][str(self.folder)] = "yoy"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the folder."""
        del version, build_data, artifact_path
        shutil.rmtree(self.folder)


def lexicon_as_json(lexicon: Path, target: Path) -> None:
    """Write every file of the lexicon as JSON under `target`."""
    for file in lexicon.rglob("*.toml"):
        made = target / file.relative_to(lexicon).with_suffix(".json")
        made.parent.mkdir(parents=True, exist_ok=True)
        content = tomllib.loads(file.read_text(encoding="utf-8"))
        made.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
