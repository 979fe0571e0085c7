"""Damaged files end in an error that a person can act on: no traceback, no hang, no flood of memory."""

from __future__ import annotations

import os
import random
import resource
import time
import zipfile
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from conftest import FIXTURES, ON_CI, require
from saving import lines_of, save_docx, save_html
from yoy.errors import ReadError
from yoy.readers.formats import READERS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ROUNDS = int(os.environ.get("YOY_DAMAGED_FILES", "1000" if ON_CI else "120"))
"""How many damaged files a run reads."""
SECONDS = 10
LIBREOFFICE_SECONDS = 65
"""LibreOffice has its own limit of a minute; on a busy machine its mere start takes ten seconds."""
MEGABYTES = 1024
_INNER = (".docx", ".html", ".mht", ".md", ".txt", ".pdf")


@pytest.fixture(scope="module")
def valid(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A sound file of each format that is read without other programs."""
    folder = tmp_path_factory.mktemp("valid")
    source = FIXTURES / "yunxi-fazhi" / "2018.txt"
    lines = lines_of(source)
    save_docx(lines, folder / "a.docx")
    save_html(lines, folder / "a.html")
    page = (folder / "a.html").read_bytes()
    table = b"\n\n| \xe9\xa1\xb9\xe7\x9b\xae | 2017 |\n|---|---|\n| a | 1 |\n"
    return {
        ".docx": (folder / "a.docx").read_bytes(),
        ".html": page,
        ".mht": b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" + page,
        ".md": source.read_bytes() + table,
        ".txt": source.read_bytes(),
        ".pdf": small_pdf(),
    }


def small_pdf() -> bytes:
    """A PDF of two pages written by hand."""
    text = b"BT /F1 12 Tf 72 720 Td (Report 2018. Revenue rose to 558 million.) Tj ET 72 700 200 20 re S"
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 6 0 R >> >> >>"
    )
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R 5 0 R] /Count 2 >>",
        page,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
        page,
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    made = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(bodies, start=1):
        offsets.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return (
        made
        + b"xref\n0 7\n0000000000 65535 f \n"
        + table
        + b"trailer << /Size 7 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(made)
    )


def flipped(content: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(chance.choice((1, 3, 20, 200))):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    return bytes(damaged)


def cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def torn(content: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randrange(len(content)) for _ in range(2))
    return content[:start] + content[end:]


def doubled(content: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randrange(len(content)) for _ in range(2))
    return content[:end] + content[start:end] * chance.choice((1, 2, 30)) + content[end:]


def noisy(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content))
    return content[:at] + chance.randbytes(chance.choice((1, 64, 5000))) + content[at:]


def mixed_inside(content: bytes, chance: random.Random) -> bytes:
    """A package whose main part is damaged while the zip around it is sound."""
    if not content.startswith(b"PK"):
        return flipped(content, chance)
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            how = chance.choice((flipped, cut, torn, doubled)) if name.startswith("word/") else None
            new.writestr(name, how(part, chance) if how else part)
    return made.getvalue()


DAMAGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    flipped,
    cut,
    torn,
    doubled,
    noisy,
    mixed_inside,
)


def outcome(suffix: str, content: bytes) -> str:
    """The text that reading gives, or the message of its ReadError."""
    try:
        return READERS[suffix](content, f"damaged{suffix}").text
    except ReadError as error:
        return f"{error.message} {error.hint}"


def check_survives(suffix: str, content: bytes, seconds: float = SECONDS) -> None:
    """Reading gives text or a ReadError, in time."""
    begun = time.monotonic()
    outcome(suffix, content).encode("utf-8")
    assert time.monotonic() - begun < seconds


def memory() -> int:
    """Megabytes that this process, or its largest child, has ever used."""
    return (
        max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        >> 10
    )


@pytest.mark.parametrize("suffix", _INNER)
def test_damaged_files_end_in_an_error_or_in_text(suffix: str, valid: dict[str, bytes]) -> None:
    for seed in range(ROUNDS // len(_INNER)):
        chance = random.Random(f"{suffix}{seed}")
        damage = chance.choice(DAMAGES)
        check_survives(suffix, damage(valid[suffix], chance))
    assert memory() < MEGABYTES


@pytest.mark.parametrize("suffix", sorted({*_INNER, ".mhtml", ".htm"}))
@pytest.mark.parametrize("content", sorted(_INNER))
def test_a_wrong_suffix_is_no_traceback(suffix: str, content: str, valid: dict[str, bytes]) -> None:
    check_survives(suffix, valid[content])


@pytest.mark.parametrize("suffix", sorted(READERS))
@pytest.mark.parametrize(
    "content", [b"", b"\0", b"\xff\xfe", b"PK\x03\x04", b"%PDF-1.7", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
)
def test_stubs_of_files_are_refused(suffix: str, content: bytes) -> None:
    check_survives(suffix, content)


def package_of(part: bytes) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", part)
    return made.getvalue()


_W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@cache
def bombs() -> dict[str, tuple[str, bytes]]:
    """Files made to exhaust a reader."""
    laughs = b'<!DOCTYPE d [<!ENTITY a "ha">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 20) for i in range(9)
    )
    outside = b'<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    document = b"<w:document %s><w:body><w:p><w:r><w:t>%%s</w:t></w:r></w:p></w:body></w:document>" % _W
    deep = b"<w:document %s><w:body>" % _W + b"<w:sdt><w:sdtContent>" * 20000
    inner = BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 400_000_000)
    cells = b"<td colspan=1000000 rowspan=1000000>1</td>" * 300
    return {
        "a zip that unpacks to 400 MB": (".docx", inner.getvalue()),
        "entities that multiply": (".docx", package_of(laughs + b"]>" + document % b"&j;")),
        "an entity that is a file": (".docx", package_of(outside + document % b"&a;")),
        "20,000 levels of a document": (".docx", package_of(deep)),
        "a zip in a zip": (".docx", package_of(inner.getvalue()[:100_000])),
        "100,000 levels of a page": (".html", b"<html><body>" + b"<div>" * 100_000 + b"text" * 9),
        "100,000 levels of inline tags": (".html", b"<html><body><p>" + b"<b>" * 100_000 + b"text" * 9),
        "tables in tables": (".html", b"<table><tr><td>1</td><td>" * 3_000),
        "cells over a million rows": (".html", b"<table>" + (b"<tr>" + cells + b"</tr>") * 30 + b"</table>"),
        "a page of entities": (".html", b"<p>" + b"&amp;" * 2_000_000),
        "brackets that backtrack": (".md", b"[" * 200_000 + b"**" * 100_000 + b"| " * 100_000),
        "rows of bars": (".txt", b"|||||||||1\n" * 200_000),
        "a parcel in a parcel": (".mht", b"Content-Type: multipart/mixed; boundary=a\n\n--a\n" * 3_000),
    }


@pytest.mark.parametrize("name", sorted(bombs()))
def test_files_made_to_exhaust_a_reader_are_survived(name: str) -> None:
    suffix, content = bombs()[name]
    check_survives(suffix, content)
    assert memory() < MEGABYTES


def test_an_entity_never_brings_in_a_file() -> None:
    suffix, content = bombs()["an entity that is a file"]
    with pytest.raises(ReadError) as caught:
        READERS[suffix](content, "a.docx")
    assert "root:" not in caught.value.message


def test_an_encrypted_office_file_says_so() -> None:
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    for suffix in (".docx", ".doc"):
        with pytest.raises(ReadError) as caught:
            READERS[suffix](content, "a.docx")
        assert caught.value.slug == "encrypted_file"


def test_libreoffice_survives_damaged_files(valid: dict[str, bytes], shared: Path) -> None:
    require("soffice")
    sound = (shared / "data" / "loader-samples" / "legacy_sample.doc").read_bytes()
    for seed in range(10 if ROUNDS >= 1000 else 3):
        chance = random.Random(f"doc{seed}")
        check_survives(".doc", chance.choice(DAMAGES[:5])(sound, chance), LIBREOFFICE_SECONDS)
