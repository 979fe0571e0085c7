"""Outputs of one run are all new or all old, and what a killed run left is ended or removed by the next."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from yoy.errors import WriteError
from yoy.writers.together import Outputs, clear, replacing

POSIX = pytest.mark.skipif(os.name != "posix", reason="rights and locks of a POSIX system")


def write(outputs: Outputs, *files: Path) -> None:
    for file in files:
        with outputs.writing(file) as stream:
            stream.write(b"new " + file.name.encode())


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_all_take_their_places_at_the_end(tmp_path: Path) -> None:
    one, two = tmp_path / "a.html", tmp_path / "deep" / "b.xlsx"
    with Outputs() as outputs:
        write(outputs, one, two)
        assert not one.exists()
        assert not two.exists()
        assert outputs.read_from(one).read_bytes() == b"new a.html"
    assert one.read_bytes() == b"new a.html"
    assert two.read_bytes() == b"new b.xlsx"
    assert (names(tmp_path), names(two.parent)) == (["a.html", "deep"], ["b.xlsx"])


def test_a_failure_leaves_all_that_was_there(tmp_path: Path) -> None:
    one, two = tmp_path / "a.html", tmp_path / "b.xlsx"
    one.write_bytes(b"old")
    outputs = Outputs()
    write(outputs, one, two)
    outputs.__exit__(ZeroDivisionError, ZeroDivisionError(), None)
    assert names(tmp_path) == ["a.html"]
    assert one.read_bytes() == b"old"


def test_where_one_cannot_take_its_place_the_others_go_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = tmp_path / "a.html", tmp_path / "b.xlsx"
    one.write_bytes(b"old")
    two.write_bytes(b"old")
    real = Path.replace

    def held(self: Path, target: Path) -> Path:
        if target == two and self.name.endswith(".part"):
            raise PermissionError(13, "Permission denied")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(WriteError) as caught, Outputs() as outputs:
        write(outputs, one, two)
    assert caught.value.slug == "cannot_write"
    assert (one.read_bytes(), two.read_bytes()) == (b"old", b"old")
    assert names(tmp_path) == ["a.html", "b.xlsx"]


KILLED = """
import os, signal, sys
from pathlib import Path
from yoy.writers import together
folder = Path(sys.argv[1])
if sys.argv[2] == "between":
    real, done = Path.replace, []
    def replace(self, target):
        if done:
            os.kill(os.getpid(), signal.SIGKILL)
        done.append(target)
        return real(self, target)
    Path.replace = replace
with together.Outputs() as outputs:
    for name in ("a.html", "b.xlsx"):
        with outputs.writing(folder / name) as stream:
            stream.write(b"new")
    if sys.argv[2] == "before":
        os.kill(os.getpid(), signal.SIGKILL)
"""


@POSIX
@pytest.mark.parametrize(("moment", "after"), [("before", b"old"), ("between", b"new")])
def test_a_killed_run_is_ended_or_undone_by_the_next(tmp_path: Path, moment: str, after: bytes) -> None:
    for name in ("a.html", "b.xlsx"):
        (tmp_path / name).write_bytes(b"old")
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), moment], check=False)
    assert done.returncode == -9
    assert len(names(tmp_path)) > 2
    write_other = tmp_path / "c.json"
    with replacing(write_other) as stream:
        stream.write(b"{}")
    assert names(tmp_path) == ["a.html", "b.xlsx", "c.json"]
    assert {(tmp_path / name).read_bytes() for name in ("a.html", "b.xlsx")} == {after}


@POSIX
def test_a_run_at_work_keeps_its_parts(tmp_path: Path) -> None:
    with Outputs() as outputs:
        write(outputs, tmp_path / "a.html")
        clear(tmp_path)
        assert outputs.read_from(tmp_path / "a.html").exists()
    assert names(tmp_path) == ["a.html"]


def test_a_list_that_someone_else_made_moves_nothing(tmp_path: Path) -> None:
    precious = tmp_path / "precious.txt"
    precious.write_text("kept", encoding="utf-8")
    (tmp_path / ".x.yoy.list").write_text(json.dumps([[str(precious), str(tmp_path / "a.html")]]))
    (tmp_path / ".y.yoy.list").write_text("[[[")
    clear(tmp_path)
    assert names(tmp_path) == ["precious.txt"]


@POSIX
@pytest.mark.parametrize(("umask", "mode"), [(0o077, 0o600), (0o022, 0o644), (0o002, 0o664)])
def test_new_files_have_the_rights_that_the_user_gives(tmp_path: Path, umask: int, mode: int) -> None:
    before = os.umask(umask)
    try:
        with replacing(tmp_path / "a.html") as stream:
            stream.write(b"x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.html").stat().st_mode) == mode


@POSIX
def test_a_file_keeps_its_rights(tmp_path: Path) -> None:
    target = tmp_path / "a.html"
    target.write_bytes(b"old")
    target.chmod(0o640)
    with replacing(target) as stream:
        stream.write(b"x")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.html").mkdir()
    with pytest.raises(WriteError) as caught, replacing(tmp_path / "a.html") as stream:
        stream.write(b"x")
    assert caught.value.slug == "no_ordinary_file"


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    target = tmp_path / "a.html"
    target.write_bytes(b"old")
    with pytest.raises(WriteError) as caught, replacing(target):
        raise OSError(28, "No space left on device")
    assert caught.value.slug == "cannot_write"
    assert names(tmp_path) == ["a.html"]
    assert target.read_bytes() == b"old"
