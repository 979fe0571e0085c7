"""Text of several looks in a cell."""

from __future__ import annotations

from lxml import etree

from yoy.writers.excel.book.runs import escaped, fonts_of, plain_text, rich_text
from yoy.writers.excel.rows.layout import Rich, Run


def test_what_looks_like_markup_stays_text() -> None:
    assert etree.fromstring(plain_text("<b>&amp;</b>"))[0].text == "<b>&amp;</b>"
    assert escaped("推进公开") == "推进公开"


def test_blanks_at_the_ends_are_kept() -> None:
    assert 'xml:space="preserve"' in plain_text(" 公开")
    assert 'xml:space="preserve"' not in plain_text("公开")


def test_deleted_is_struck_out_and_inserted_underlined() -> None:
    fonts = fonts_of("zh")
    made = rich_text(Rich((Run("旧", "deleted"), Run("新", "inserted"), Run("同"))), fonts)
    runs = etree.fromstring(made)
    looks = [{child.tag for child in run[0]} for run in runs]
    assert "strike" in looks[0]
    assert "u" in looks[1]
    assert not {"strike", "u"} & looks[2]
    assert "".join(run[1].text or "" for run in runs) == "旧新同"
