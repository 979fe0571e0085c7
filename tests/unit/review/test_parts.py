"""What a workbook holds that could not be carried over."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart
from openpyxl.worksheet.worksheet import Worksheet

from builder import build_comparison
from yoy.errors import WriteError, YoyError
from yoy.model import Comparison, Language, Review
from yoy.review.read import parse_review, read_review
from yoy.writers.excel.write import write_workbook
from yoy.writers.options import WriteOptions

Edit = Callable[[Workbook], None]


def written(comparison: Comparison, review: Review | None = None, lang: Language = "zh") -> bytes:
    stream = io.BytesIO()
    write_workbook(comparison, stream, WriteOptions(review=review, date="2019-03-01", lang=lang))
    return stream.getvalue()


def edited(content: bytes, edit: Edit) -> bytes:
    book = load_workbook(io.BytesIO(content))
    edit(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return build_comparison()


@pytest.fixture(scope="module")
def content(comparison: Comparison) -> bytes:
    return written(comparison)


def with_member(content: bytes, name: str, data: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(stream, "w") as copy:
        for member in source.infolist():
            copy.writestr(member, source.read(member))
        copy.writestr(name, data)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("member", "slug"),
    [
        ("xl/threadedComments/threadedComment1.xml", "review_holds_threaded"),
        ("xl/vbaProject.bin", "review_holds_macro"),
        ("xl/pivotTables/pivotTable1.xml", "review_holds_pivot"),
        ("xl/externalLinks/externalLink1.xml", "review_holds_external"),
    ],
)
def test_what_would_be_lost_is_refused(content: bytes, member: str, slug: str) -> None:
    with pytest.raises(WriteError) as raised:
        parse_review(with_member(content, member, b"<x/>"), "x.xlsx")
    assert raised.value.slug == slug


def test_shapes_and_charts_of_others_are_refused(content: bytes) -> None:
    def chart(book: Workbook) -> None:
        worksheet = book["指标变动"]
        assert isinstance(worksheet, Worksheet)
        Worksheet.add_chart(worksheet, BarChart(), "B9")

    with pytest.raises(WriteError) as raised:
        parse_review(edited(content, chart), "x.xlsx")
    assert raised.value.slug == "review_holds_chart"
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(stream, "w") as copy:
        for member in source.infolist():
            data = source.read(member)
            if member.filename == "xl/drawings/drawing1.xml":
                data = data.replace(b"</wsDr>", b"<sp><x/></sp></wsDr>").replace(
                    b"</xdr:wsDr>", b"<xdr:sp/></xdr:wsDr>"
                )
            copy.writestr(member, data)
    with pytest.raises(WriteError) as raised:
        parse_review(stream.getvalue(), "x.xlsx")
    assert raised.value.slug == "review_holds_shape"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not really", b"\xd0\xcf\x11\xe0 old excel"])
def test_what_is_no_workbook_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(content)
    with pytest.raises(YoyError):
        read_review(path)
