"""Styles, settings and footer of the redline: plain paper, headings that Word knows as such."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.writers.docx.package import FOOTER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.model import Language

FONTS = {"zh": ("Times New Roman", "仿宋", "黑体"), "en": ("Times New Roman", "SimSun", "SimHei")}
"""For letters, for hanzi of the text, and for hanzi of headings."""
_SIZES = {"zh": 24, "en": 22}
_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}
_HEADINGS = (32, 28, 26, 24, 24, 24)
"""Sizes of headings by level, in half points."""
_NO_INDENT = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'


def styles(lang: Language) -> Iterator[str]:
    """The styles, for the language of the report."""
    latin, hanzi, bold = FONTS[lang]
    fonts = f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:cs="{latin}" w:eastAsia="{hanzi}"/>'
    yield (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="{_SIZES[lang]}"/>'
        f'<w:szCs w:val="{_SIZES[lang]}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    indent = '<w:ind w:firstLineChars="200" w:firstLine="480"/>' if lang == "zh" else ""
    text = f'<w:spacing w:after="80" w:line="360" w:lineRule="auto"/>{indent}'
    yield _paragraph("Normal", "Normal", text, "", default=True)
    yield from _headings(f'<w:rFonts w:eastAsia="{bold}"/><w:b/>')
    plain = f'<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>{_NO_INDENT}'
    yield _paragraph("TableText", "Table Text", plain, '<w:sz w:val="18"/>')
    yield _paragraph("CommentText", "annotation text", plain, '<w:sz w:val="20"/>')
    yield _paragraph("Footer", "footer", f'{plain}<w:jc w:val="center"/>', '<w:sz w:val="18"/>')
    yield (
        '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/>'
        '<w:rPr><w:sz w:val="16"/></w:rPr></w:style>'
    )
    yield _tables()


def _headings(look: str) -> Iterator[str]:
    """The title and six levels of headings."""
    centred = f'<w:spacing w:before="240" w:after="240"/>{_NO_INDENT}<w:jc w:val="center"/>'
    yield _paragraph("Title", "Title", centred, f'{look}<w:sz w:val="36"/>')
    for level, size in enumerate(_HEADINGS, 1):
        spacing = (
            f'<w:keepNext/><w:spacing w:before="200" w:after="80"/>{_NO_INDENT}'
            f'<w:outlineLvl w:val="{level - 1}"/>'
        )
        yield _paragraph(f"Heading{level}", f"heading {level}", spacing, f'{look}<w:sz w:val="{size}"/>')


def _paragraph(name: str, title: str, paragraph: str, run: str, *, default: bool = False) -> str:
    first = ' w:default="1"' if default else ""
    based = "" if default else '<w:basedOn w:val="Normal"/>'
    return (
        f'<w:style w:type="paragraph"{first} w:styleId="{name}"><w:name w:val="{title}"/>{based}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _tables() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in sides)
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="85" w:type="dxa"/>'
        '<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr></w:style>'
    )


def settings(lang: Language) -> str:
    """What is changed by hand from here on is tracked, too."""
    return (
        '<w:trackRevisions/><w:characterSpacingControl w:val="compressPunctuation"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
        f' w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="{_LANGUAGES[lang]}"/>'
    )


def footer() -> str:
    """The page number."""
    return (
        '<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        '<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p>'
    )


def page(first_page: int) -> str:
    """Paper, margins, footer and the number of the first page."""
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="{FOOTER}"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1440" w:right="1418" w:bottom="1440" w:left="1418" w:header="851" w:footer="992"'
        f' w:gutter="0"/><w:pgNumType w:start="{first_page}"/></w:sectPr>'
    )
