"""What a wheel carries compiled says the same as the sources it was made from."""

from __future__ import annotations

import importlib.util
import io
import json
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from builder import build_comparison
from yoy.writers.html import environment
from yoy.writers.html.write import write_html
from yoy.writers.options import WriteOptions

ROOT = Path(__file__).resolve().parents[2]
LEXICON = sorted((ROOT / "src" / "yoy" / "lexicon").rglob("*.toml"))


def page() -> bytes:
    stream = io.BytesIO()
    write_html(build_comparison(), stream, WriteOptions())
    return stream.getvalue()


def test_compiled_templates_make_the_same_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = page()
    environment.compile_into(tmp_path / "compiled")
    monkeypatch.setattr(environment, "COMPILED", tmp_path / "compiled")
    monkeypatch.setattr(environment, "_source", lambda name: pytest.fail(f"{name} was not compiled"))
    assert page() == expected


@pytest.mark.parametrize("file", LEXICON, ids=lambda file: file.stem)
def test_the_lexicon_can_be_said_in_json(file: Path) -> None:
    content = tomllib.loads(file.read_text(encoding="utf-8"))
    assert json.loads(json.dumps(content)) == content


@pytest.mark.skipif(importlib.util.find_spec("hatchling") is None, reason="needs hatchling")
def test_a_wheel_carries_both(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        names = wheel.namelist()
    templates = list((ROOT / "src" / "yoy" / "writers" / "html" / "templates").iterdir())
    folder = f"yoy/writers/html/{environment.COMPILED.name}/"
    assert sum(name.startswith(folder) for name in names) == len(templates)
    assert sum(name.startswith("yoy/lexicon/") and name.endswith(".json") for name in names) == len(LEXICON)
    assert len(names) == len(set(names))
