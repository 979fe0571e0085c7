"""The redline of every fixture: it gives both texts, and opens as Word wants it."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import docx
import pytest

from conftest import FIXTURES
from hostile_text import HOSTILE
from property.test_promises import compared
from redlines import W, part, redline, resolved, shown, text_of, written_text
from yoy.model import Comparison, Note
from yoy.pipeline import compare
from yoy.readers.registry import read

SUFFIXES = (".txt", ".html")
PAIRS = [
    pytest.param(pair, id=f"{folder.name}-{pair[1].stem}")
    for folder in sorted(path for path in FIXTURES.iterdir() if path.is_dir())
    for pair in pairwise(sorted(file for file in folder.iterdir() if file.suffix in SUFFIXES))
]
CHANGES = ("ins", "del", "moveFrom", "moveTo", "moveFromRangeStart", "moveToRangeStart", "pPrChange")


@pytest.fixture(scope="module", params=PAIRS)
def comparison(request: pytest.FixtureRequest) -> Comparison:
    return compare([read(path) for path in request.param])


@pytest.fixture(scope="module")
def content(comparison: Comparison) -> bytes:
    return redline(comparison)


@pytest.fixture(scope="module")
def yunxi() -> Comparison:
    return compare([read(FIXTURES / "yunxi-fazhi" / f"{year}.txt") for year in (2017, 2018)])


def comments(content: bytes) -> list[str]:
    root = part(content, "word/comments.xml")
    return ["\n".join("".join(map(str, p.itertext())) for p in comment) for comment in root]


def changes(content: bytes) -> Iterator[tuple[str, str]]:
    """Author and date of every change."""
    for element in part(content).iter(*(f"{W}{name}" for name in CHANGES)):
        yield str(element.get(f"{W}author")), str(element.get(f"{W}date"))


def test_accepting_all_gives_this_years_text(comparison: Comparison, content: bytes) -> None:
    assert text_of(resolved(content, "accept")) == written_text(comparison.reports[-1])


def test_rejecting_all_gives_last_years_text(comparison: Comparison, content: bytes) -> None:
    assert text_of(resolved(content, "reject")) == written_text(comparison.reports[0])


@pytest.mark.parametrize("way", ["accept", "reject"])
def test_no_empty_paragraph_is_left(content: bytes, way: str) -> None:
    """But between tables, which would become one, and behind the last."""
    body = part(resolved(content, way)).find(f"{W}body")
    assert body is not None
    for paragraph in body.iterfind(f"{W}p"):
        before = paragraph.getprevious()
        behind_table = before is not None and before.tag == f"{W}tbl"
        assert behind_table or "".join(map(str, paragraph.itertext())).strip()


def test_every_change_has_its_own_number(content: bytes) -> None:
    root = part(content)
    numbers = Counter(e.get(f"{W}id") for e in root.iter() if e.get(f"{W}author") is not None)
    assert numbers
    assert max(numbers.values()) == 1
    referred = {e.get(f"{W}id") for e in root.iter(f"{W}commentReference")}
    assert not referred & set(numbers)


def test_moves_have_both_ends(content: bytes) -> None:
    root = part(content)
    starts = {way: list(root.iter(f"{W}move{way}RangeStart")) for way in ("From", "To")}
    names = {way: [str(e.get(f"{W}name")) for e in found] for way, found in starts.items()}
    assert sorted(names["From"]) == sorted(names["To"]) == sorted(set(names["To"]))
    for way, found in starts.items():
        ends = [e.get(f"{W}id") for e in root.iter(f"{W}move{way}RangeEnd")]
        assert ends == [e.get(f"{W}id") for e in found]


def test_every_open_item_is_a_comment_that_is_hung_up_once(comparison: Comparison, content: bytes) -> None:
    told = comments(content)
    assert len(told) == len(comparison.pairs[-1].open) + 1
    root = part(content)
    for element in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        numbers = sorted(int(str(e.get(f"{W}id"))) for e in root.iter(f"{W}{element}"))
        assert numbers == list(range(len(told)))


def test_same_bytes_twice(comparison: Comparison, content: bytes) -> None:
    assert redline(comparison) == content


def test_word_processors_open_it(content: bytes) -> None:
    document = docx.Document(io.BytesIO(content))
    assert document.paragraphs
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_changes_bear_the_day_of_publication(yunxi: Comparison) -> None:
    assert {date[:10] for _, date in changes(redline(yunxi))} == {"2019-01-31"}
    assert {date[:10] for _, date in changes(redline(yunxi, date="2019-03-01"))} == {"2019-03-01"}


def test_noise_has_an_author_of_its_own(yunxi: Comparison) -> None:
    root = part(redline(yunxi))
    texts: dict[str, set[str]] = {}
    for element in root.iter(f"{W}del", f"{W}ins"):
        text = "".join(t.text or "" for t in element.iter(f"{W}t", f"{W}delText"))
        texts.setdefault(str(element.get(f"{W}author")), set()).add(text)
    noise = texts["yoy 年份、编号、标点"]
    assert {"2017年", "2018年", "，"} <= noise
    assert not any(re.search(r"\d+项|\d+件|\d%", text) for text in noise)
    assert {"372项", "446项"} <= texts["yoy 变化"]


def test_comments_say_what_is_asked_with_formula_and_number(yunxi: Comparison) -> None:
    told = comments(redline(yunxi))
    assert "全部接受，得到 2018；全部拒绝，得到 2017" in told[0]
    assert [text.split("\n")[0] for text in told[1:4]] == [
        "索引号 A-1 不符",
        "索引号 A-2 不符",
        "索引号 A-3 不符",
    ]
    wrong = [text for text in told if "不符" in text.split("\n")[0]]
    assert wrong
    assert all("请对照原始资料核对" in text and "核对：" in text for text in wrong)
    assert any(re.search(r"算式：.*[+×÷−]", text) for text in wrong)
    assert any("未再列示" in text.split("\n")[0] and "→ —" in text for text in told)


def test_comments_in_the_language_that_was_asked_for(yunxi: Comparison) -> None:
    told = comments(redline(yunxi, lang="en"))
    assert "accept all for 2018" in told[0]
    assert told[1].startswith("No. A-1: ")


def test_a_comment_stands_at_its_figure(yunxi: Comparison) -> None:
    content = redline(yunxi)
    root = part(content)
    pair, prior = yunxi.pairs[0], {q.id: q for q in yunxi.reports[0].figures.quantities}
    numbers = {number.id: number for number in pair.numbers}
    for index, item in enumerate(pair.open, 1):
        number = numbers.get(item.number or "")
        if item.kind == "dropped" and number is not None:
            start = root.find(f".//{W}commentRangeStart[@{W}id='{index}']")
            assert start is not None
            paragraph = start.getparent()
            assert paragraph is not None
            assert prior[str(number.prior)].surface in "".join(map(str, paragraph.itertext()))


def test_headings_are_headings(yunxi: Comparison) -> None:
    document = docx.Document(io.BytesIO(resolved(redline(yunxi), "accept")))
    styles = {p.text: str(p.style.style_id if p.style else "") for p in document.paragraphs}
    assert styles["江州市云溪区人民政府2018年度法治政府建设情况报告"] == "Title"
    assert Counter(styles.values())["Heading1"] >= 3
    assert all(len(text) < 60 for text, style in styles.items() if style.startswith("Heading"))


def test_three_reports_give_the_newest_two() -> None:
    reports = [read(FIXTURES / "yunxi-fazhi" / f"{year}.txt") for year in (2016, 2017, 2018)]
    content = redline(compare(reports))
    assert text_of(resolved(content, "reject")) == written_text(compare(reports[:2]).reports[1])
    assert "给出了 3 份报告" in comments(content)[0]


def test_changes_that_an_input_bears_are_told(yunxi: Comparison) -> None:
    older, newer = yunxi.reports
    note = Note(stage="read", code="tracked_changes", args={"count": 7})
    document = replace(newer.document, notes=(note,))
    tracked = replace(newer, outline=replace(newer.outline, document=document))
    told = comments(redline(replace(yunxi, reports=(older, tracked))))
    assert "2018.txt 自带 7 处修订，读取时视为已接受" in told[0]


def test_a_redline_is_itself_a_report_with_changes_of_its_own(yunxi: Comparison, tmp_path: Path) -> None:
    """Read as accepted, it is this year's report; that it bore changes is told."""
    path = tmp_path / "2018.docx"
    path.write_bytes(redline(yunxi))
    again = compare([read(FIXTURES / "yunxi-fazhi" / "2017.txt"), read(path)])
    content = redline(again)
    assert text_of(resolved(content, "accept")) == written_text(yunxi.reports[1])
    assert text_of(resolved(content, "reject")) == written_text(yunxi.reports[0])
    assert re.search(r"2018.docx 自带 \d+ 处修订", comments(content)[0])


def test_page_furniture_is_left_out_and_told(yunxi: Comparison) -> None:
    content = redline(yunxi)
    assert "不属于正文的" in comments(content)[0]
    shell = [p for p in yunxi.reports[1].outline.passages if p.kind == "shell"]
    text = text_of(resolved(content, "accept"))
    assert shell
    assert all(p.span.of(yunxi.reports[1].text) not in text.split("\n") for p in shell)


def test_hostile_words_stay_words() -> None:
    words = [word for word in HOSTILE if not re.search("[\ud800-\udfff]", word)]  # no file holds these
    prior, current = ("一、总体情况\n" + "\n".join(f"{word}办结{n}件。" for word in words) for n in (12, 13))
    comparison = compared(prior, current)
    content = redline(comparison)
    assert text_of(resolved(content, "accept")) == written_text(comparison.reports[1])
    assert any("<script>" in line for line in shown(content))
