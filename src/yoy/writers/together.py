"""The outputs of one run belong together: they take their places when all are written, or none does.

A run that is killed before leaves parts beside the outputs; one that is killed while the parts take their
places leaves a list of them, too. The next run into the same folder ends what was begun and removes the rest.
"""

from __future__ import annotations

import json
import os
import secrets
import stat
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Self

from yoy.errors import WriteError
from yoy.lexicon import fail

if TYPE_CHECKING:
    from collections.abc import Iterator

_PART, _LIST, _BEFORE = ".yoy.part", ".yoy.list", ".yoy.before"
_STEM = 40
"""Bytes of the target's name that the name of its part repeats."""


class Outputs:
    """Files on their way; use it as a context, which puts them all in place at its end."""

    def __init__(self) -> None:
        self._parts: dict[Path, Path] = {}
        self._held = ExitStack()
        self._cleared: set[Path] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        """Puts everything in place, unless something failed."""
        try:
            if kind is None and self._parts:
                if os.name == "nt":  # an open file cannot be renamed there
                    self._held.close()
                _put_in_place(self._parts)
        finally:
            with suppress(OSError):
                self._held.close()
            for part in self._parts.values():
                _remove(part)

    def read_from(self, target: Path) -> Path:
        """Where the content of an output can be read now."""
        return self._parts[target]

    @contextmanager
    def writing(self, target: Path) -> Iterator[BinaryIO]:
        """A stream to what will be `target`.

        Raises:
            WriteError: the folder cannot be made or written, or the target is no ordinary file.
        """
        with _told(target):
            folder = target.parent
            folder.mkdir(parents=True, exist_ok=True)
            if folder not in self._cleared:
                self._cleared.add(folder)
                clear(folder)
            if target.exists() and not target.is_file():
                raise fail(WriteError, "no_ordinary_file", file=target)
            part = _name_for(target, _PART)
            stream = self._held.enter_context(_made(part, target))
            self._parts[target] = part
            yield stream
            stream.flush()


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """A stream to a temporary file beside `target` that takes its place when all went well.

    Raises:
        WriteError: the folder cannot be made or written, or the target is held by a program.
    """
    with Outputs() as outputs, outputs.writing(target) as stream:
        yield stream


def clear(folder: Path) -> None:
    """Ends what a killed run began to put in place and removes what others left; runs at work keep theirs."""
    for begun in folder.glob(f".*{_LIST}"):
        if not _in_use(begun):
            _end(begun)
    for ending in (_PART, _BEFORE):
        for part in folder.glob(f".*{ending}"):
            if not _in_use(part):
                _remove(part)


@contextmanager
def _told(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise fail(WriteError, "cannot_write", file=target, reason=error.strerror or error) from error


def _name_for(target: Path, ending: str) -> Path:
    stem = target.name.encode()[:_STEM].decode(errors="ignore")
    return target.with_name(f".{stem}-{secrets.token_hex(4)}{ending}")


@contextmanager
def _made(part: Path, target: Path) -> Iterator[BinaryIO]:
    """A new file with the rights that new files have here, or those of the file it is to replace; locked."""
    handle = os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(handle, "wb") as stream:
        _lock(handle)
        if target.exists():
            part.chmod(stat.S_IMODE(target.stat().st_mode))
        yield stream


def _put_in_place(parts: dict[Path, Path]) -> None:
    """Renames every part; where one cannot be, those before it are taken back."""
    first = next(iter(parts))
    listed = _name_for(first, _LIST)
    content = [[str(part.absolute()), str(target.absolute())] for target, part in parts.items()]
    placed: list[_Placed] = []
    with _told(first), _made(listed, listed) as stream:
        stream.write(json.dumps(content).encode())
        stream.flush()
        try:
            for target, part in parts.items():
                with _told(target):
                    placed.append(_Placed(target))
                    part.replace(target)
                    placed[-1].done = True
        except BaseException:
            for one in placed:
                one.take_back()
            raise
        finally:
            _remove(listed)
            for one in placed:
                _remove(one.before)


class _Placed:
    """An output taking its place, with a second name for what was there."""

    def __init__(self, target: Path) -> None:
        self.target, self.done = target, False
        self.before = _name_for(target, _BEFORE)
        self._was_there = target.exists()
        with suppress(OSError):  # a file system without second names: nothing can be taken back there
            os.link(target, self.before)

    def take_back(self) -> None:
        """What was there before is there again."""
        if self.done and self.before.exists():
            self.before.replace(self.target)
        elif self.done and not self._was_there:
            _remove(self.target)


def _end(begun: Path) -> None:
    """Puts in place what a killed run had ready."""
    with suppress(OSError, ValueError, TypeError):
        for part, target in json.loads(begun.read_bytes()):
            ours = Path(part).name.endswith(_PART) and Path(part).parent == Path(target).parent
            if ours and Path(part).is_file():
                Path(part).replace(target)
    _remove(begun)


def _remove(part: Path) -> None:
    with suppress(OSError):
        part.unlink(missing_ok=True)


def _lock(handle: int) -> None:
    """Marks a file as in use while it is open; where that cannot be, an open file cannot be removed."""
    with suppress(ImportError, OSError):
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _in_use(part: Path) -> bool:
    try:
        import fcntl

        with part.open("rb") as stream:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except ImportError:
        return False
    except OSError:
        return True
    return False
