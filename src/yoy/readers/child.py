"""Work on a file in a process of its own, which may hang, crash or eat memory without harm."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

from yoy.errors import ReadError, TooLargeError
from yoy.lexicon import fail

STALL = 8.0
"""Seconds without a sign of life after which the child is ended."""
TOTAL = 300.0
ALIVE = b"."
DONE = b"="


def run_child(
    module: str, content: bytes, name: str, *, arguments: tuple[str, ...] = (), stall: float = STALL
) -> bytes:
    """What `python -m module` writes after `DONE`, given `content` on its standard input.

    Before that line the child writes a line `ALIVE` now and then.

    Raises:
        ReadError: the child ended without a result (`reader_died`) or was too slow (`too_slow`).
    """
    child = subprocess.Popen(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-P", "-m", module, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
    )
    assert child.stdin is not None
    assert child.stdout is not None
    lines: queue.Queue[bytes | None] = queue.Queue()
    threads = (
        threading.Thread(target=_feed, args=(child.stdin, content), daemon=True),
        threading.Thread(target=_listen, args=(child.stdout, lines), daemon=True),
    )
    try:
        for thread in threads:
            thread.start()
        result = _result(lines, name, stall)
    finally:
        child.kill()
        child.wait()
        for thread in threads:
            thread.join(STALL)
        child.stdout.close()
    if result is None:
        raise fail(ReadError, "reader_died", file=name)
    return result


def limit_memory(megabytes: int) -> None:
    """Keep this process below so much memory, where the system can."""
    try:
        import resource
    except ImportError:
        return
    size = megabytes << 20
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (size if hard < 0 else min(size, hard), hard))


def _environment() -> dict[str, str]:
    """The environment with this very package found first."""
    own = str(Path(__file__).resolve().parents[2])
    path = os.pathsep.join([own, *filter(None, [os.environ.get("PYTHONPATH")])])
    return {**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"}


def _feed(stream: IO[bytes], content: bytes) -> None:
    try:
        with stream:
            stream.write(content)
    except OSError:
        return  # the child ended first; its silence says so


def _listen(stream: IO[bytes], lines: queue.Queue[bytes | None]) -> None:
    for line in stream:
        lines.put(line.rstrip(b"\n"))
    lines.put(None)


def _result(lines: queue.Queue[bytes | None], name: str, stall: float) -> bytes | None:
    import time

    end = time.monotonic() + TOTAL
    while True:
        left = min(stall, end - time.monotonic())
        try:
            line = lines.get(timeout=max(0.01, left))
        except queue.Empty:
            raise fail(TooLargeError, "too_slow", file=name) from None
        if line is None:
            return None
        if line.startswith(DONE):
            return line[len(DONE) :]
