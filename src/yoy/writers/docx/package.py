"""The files of a Word document, put together so that same inputs give same bytes."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, BinaryIO
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can hold: every part bears it."""
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {
    "styles": "styles",
    "settings": "settings",
    "comments": "comments",
    "footer1": "footer",
    "fontTable": "fontTable",
    "theme": "theme",
}
"""Parts beside the text, and what kind of part they are."""


def write_package(
    stream: BinaryIO, parts: Mapping[str, Iterable[str]], *, title: str, day: str, facts: Mapping[str, str]
) -> None:
    """Writes the parts of `word/` by their names, and what a package needs around them.

    Args:
        facts: what the document is made of, kept among its properties.
    """
    with zipfile.ZipFile(stream, "w") as archive:
        _add(archive, "[Content_Types].xml", [_content_types()])
        _add(archive, "_rels/.rels", [_package_relations()])
        _add(archive, "docProps/core.xml", [_core(title, day)])
        _add(archive, "docProps/custom.xml", [_custom(facts)])
        _add(archive, "word/_rels/document.xml.rels", [_document_relations()])
        for name, content in parts.items():
            _add(archive, f"word/{name}.xml", content)


def main_part(element: str, content: Iterable[str]) -> Iterable[str]:
    """The element of a part of the text, with the namespaces its markup uses."""
    yield f'<w:{element} xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}/relationships">'
    yield from content
    yield f"</w:{element}>"


def _add(archive: zipfile.ZipFile, name: str, content: Iterable[str]) -> None:
    member = zipfile.ZipInfo(name, _FIRST_DAY)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.create_system, member.external_attr = 3, 0o600 << 16
    archive.writestr(member, (_XML + "".join(content)).encode())


def _content_types() -> str:
    overrides = {f"/word/{name}.xml": f"{_TYPE}.{kind}+xml" for name, kind in _PARTS.items()}
    overrides["/word/theme.xml"] = "application/vnd.openxmlformats-officedocument.theme+xml"
    overrides["/word/document.xml"] = f"{_TYPE}.document.main+xml"
    overrides["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    overrides["/docProps/custom.xml"] = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    listed = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _relations(targets: Mapping[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _package_relations() -> str:
    return _relations(
        {
            "word/document.xml": f"{_OFFICE}/relationships/officeDocument",
            "docProps/core.xml": f"{_PACKAGE}/relationships/metadata/core-properties",
            "docProps/custom.xml": f"{_OFFICE}/relationships/custom-properties",
        }
    )


def _document_relations() -> str:
    return _relations({f"{name}.xml": f"{_OFFICE}/relationships/{kind}" for name, kind in _PARTS.items()})


FOOTER = f"rId{list(_PARTS).index('footer1') + 1}"
"""The relation by which the text names its footer."""


def _core(title: str, day: str) -> str:
    moment = f'xsi:type="dcterms:W3CDTF">{day}T00:00:00Z'
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>yoy</dc:creator>"
        f"<dcterms:created {moment}</dcterms:created><dcterms:modified {moment}</dcterms:modified>"
        "</cp:coreProperties>"
    )


def _custom(facts: Mapping[str, str]) -> str:
    listed = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name={quoteattr(name)}>'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(facts.items(), 2)
    )
    return (
        f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        f"{listed}</Properties>"
    )
