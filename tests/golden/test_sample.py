"""reports/sample/ is what yoy writes today: a reader of the repository sees every output.

`pytest tests/golden --update-golden` writes it anew.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

import yoy
from promises import keep
from yoy.writers.files import output_stem
from yoy.writers.json import document_of
from yoy.writers.options import WriteOptions
from yoy.writers.table import WRITERS

SAMPLE = Path(__file__).resolve().parents[2] / "reports" / "sample"
YEARS = ("2016", "2017", "2018")


@pytest.fixture(scope="module")
def comparison(fixtures: Path) -> yoy.Comparison:
    return yoy.compare([yoy.read(fixtures / "yunxi-fazhi" / f"{year}.txt") for year in YEARS])


def stem_of(comparison: yoy.Comparison) -> str:
    return output_stem([report.document for report in comparison.reports])


def made(comparison: yoy.Comparison, suffix: str) -> bytes:
    stem = stem_of(comparison)
    stream = io.BytesIO()
    options = WriteOptions(html_name=f"{stem}.html", workbook_name=f"{stem}.xlsx")
    WRITERS[suffix](comparison, stream, options)
    return stream.getvalue()


def parts(content: bytes, suffix: str) -> dict[str, bytes]:
    """An office file as its members, so that a difference has a name; other outputs whole."""
    if suffix not in (".xlsx", ".docx"):
        return {suffix: content}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_sample_is_what_yoy_writes(
    comparison: yoy.Comparison, suffix: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    expected = SAMPLE / f"{stem_of(comparison)}{suffix}"
    content = made(comparison, suffix)
    if request.config.getoption("--update-golden"):
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_bytes(content)
    now, then = parts(content, suffix), parts(expected.read_bytes(), suffix)
    if now != then:
        (tmp_path / f"actual{suffix}").write_bytes(content)
    assert list(now) == list(then)
    differing = [name for name in now if now[name] != then[name]]
    assert differing == [], f"differs from {expected.name}; what was written is in {tmp_path}"


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_writing_twice_gives_the_same_bytes(comparison: yoy.Comparison, suffix: str) -> None:
    assert made(comparison, suffix) == made(comparison, suffix)


def test_sample_keeps_the_promises(comparison: yoy.Comparison) -> None:
    keep(document_of(comparison))


def test_nothing_of_this_machine_is_in_the_sample() -> None:
    assert {file.suffix for file in SAMPLE.iterdir()} == set(WRITERS)
    for file in SAMPLE.iterdir():
        content = b"".join(parts(file.read_bytes(), file.suffix).values())
        assert str(Path.home()).encode() not in content
        assert str(SAMPLE.parent).encode() not in content
