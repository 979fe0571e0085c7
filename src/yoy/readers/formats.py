"""The one table of input formats: suffix → function that reads bytes; each loads its reader when called."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from yoy.readers.extraction import Extraction


def _text(content: bytes, name: str) -> Extraction:
    from yoy.readers.text import read_text

    return read_text(content, name)


def _html(content: bytes, name: str) -> Extraction:
    from yoy.readers.html.read import read_html

    return read_html(content, name)


def _mht(content: bytes, name: str) -> Extraction:
    from yoy.readers.mht import read_mht

    return read_mht(content, name)


def _markdown(content: bytes, name: str) -> Extraction:
    from yoy.readers.markdown import read_markdown

    return read_markdown(content, name)


def _docx(content: bytes, name: str) -> Extraction:
    from yoy.readers.docx.read import read_docx

    return read_docx(content, name)


def _pdf(content: bytes, name: str) -> Extraction:
    from yoy.readers.pdf.read import read_pdf

    return read_pdf(content, name)


def _workbook(content: bytes, name: str) -> Extraction:
    from yoy.readers.sheets import read_workbook

    return read_workbook(content, name)


def _delimited(content: bytes, name: str) -> Extraction:
    from yoy.readers.sheets import read_delimited

    return read_delimited(content, name)


def _office_sheets(content: bytes, name: str) -> Extraction:
    from yoy.readers.office import read_office_sheets

    return read_office_sheets(content, name)


def _office(content: bytes, name: str) -> Extraction:
    from yoy.readers.office import read_office

    return read_office(content, name)


READERS: Mapping[str, Callable[[bytes, str], Extraction]] = MappingProxyType(
    {
        ".txt": _text,
        ".html": _html,
        ".htm": _html,
        ".xhtml": _html,
        ".mht": _mht,
        ".mhtml": _mht,
        ".md": _markdown,
        ".markdown": _markdown,
        ".docx": _docx,
        ".pdf": _pdf,
        ".doc": _office,
        ".wps": _office,
        ".rtf": _office,
        ".odt": _office,
        ".xlsx": _workbook,
        ".xlsm": _workbook,
        ".csv": _delimited,
        ".tsv": _delimited,
        ".xls": _office_sheets,
        ".et": _office_sheets,
        ".ods": _office_sheets,
    }
)
