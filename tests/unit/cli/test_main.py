"""Full disks, closed streams, old locales, pipes and Ctrl-C end in a word and an exit code."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

POSIX = pytest.mark.skipif(os.name != "posix", reason="streams and signals of a POSIX system")
REPORT = """某某区人民政府{year}年度法治政府建设情况报告
一、主要工作
全区审批事项总数为{figure}项。
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for year, figure in (("2017", "581"), ("2018", "558")):
        (tmp_path / f"{year}.txt").write_text(REPORT.format(year=year, figure=figure), encoding="utf-8")
    return tmp_path


def shell(folder: Path, line: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    command = line.replace("yoy", f"{sys.executable} -m yoy")
    environment = {**os.environ, **variables}
    return subprocess.run(
        ["/bin/sh", "-c", command], cwd=folder, env=environment, capture_output=True, timeout=120, check=False
    )


@POSIX
@pytest.mark.parametrize(
    ("redirected", "code"), [(">/dev/full", 2), (">&-", 0), (">&- 2>&-", 0), ("2>&-", 0), ("2>/dev/full", 0)]
)
def test_streams_that_take_nothing(folder: Path, redirected: str, code: int) -> None:
    done = shell(folder, f"yoy compare 2017.txt 2018.txt {redirected}")
    assert done.returncode == code
    assert b"Traceback" not in done.stderr
    assert len(list((folder / "reports").iterdir())) == 2


@POSIX
def test_names_with_hanzi_under_the_oldest_locale(folder: Path) -> None:
    done = shell(folder, "yoy compare 2017.txt 2018.txt", LC_ALL="C", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, b"")
    assert (folder / "reports" / "某某区人民政府-法治政府建设情况报告-2017-2018.xlsx").exists()


@POSIX
@pytest.mark.parametrize(
    "line",
    [
        "yoy compare pipe 2018.txt",
        "yoy compare 2017.txt 2018.txt --xlsx pipe.xlsx",
        "yoy compare 2017.txt 2018.txt --json pipe.json",
        "yoy compare 2017.txt 2018.txt --review pipe",
        "yoy compare 2017.txt 2018.txt --config pipe",
        "yoy check pipe",
    ],
)
def test_a_pipe_is_refused(folder: Path, line: str) -> None:
    for name in ("pipe", "pipe.xlsx", "pipe.json"):
        os.mkfifo(folder / name)
    done = shell(folder, line)
    assert done.returncode == 2
    assert b"no_ordinary_file" in done.stderr
    assert not (folder / "reports").exists() or not list((folder / "reports").glob("*.html"))


@POSIX
def test_control_c_is_told_by_the_exit_code(folder: Path) -> None:
    text = (folder / "2018.txt").read_text(encoding="utf-8")
    for year in ("2017", "2018"):
        body = "".join(f"{n}、第{n}类事项办结{n + 3}件，同比增长{n % 90}.5%。\n" for n in range(20_000))
        (folder / f"{year}.txt").write_text(text.replace("2018", year) + body, encoding="utf-8")
    command = [sys.executable, "-m", "yoy", "compare", "2017.txt", "2018.txt"]
    for started in (2, 8, 20):  # an interpreter that is still starting dies of the signal itself
        running = subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE)
        time.sleep(started)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)
        if running.returncode != -signal.SIGINT:
            break
    assert running.returncode == 130
    assert b"Traceback" not in said
