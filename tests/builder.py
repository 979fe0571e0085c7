"""A small, realistic comparison of three years, made by hand, for the tests of the writers.

A report is written line by line: `label kind text`. Lines with one label in two years are paired;
`{581项:审批事项总数}` is a figure with its indicator. Nothing here uses the stages that find these
things in real reports.
"""

from __future__ import annotations

import difflib
import hashlib
import itertools
import re
from dataclasses import dataclass, field, replace
from decimal import Decimal

from yoy.align.keys import with_passage_keys, with_section_keys
from yoy.checks.headline import headline_of
from yoy.checks.marks import with_marks
from yoy.checks.open_items import open_items
from yoy.checks.thresholds import with_flags
from yoy.language.identity import Occurrences
from yoy.model import (
    Cell,
    Comparison,
    Document,
    Edit,
    Figures,
    Finding,
    Lineage,
    Note,
    Operand,
    Outline,
    Passage,
    PassagePair,
    Place,
    Promise,
    Quantity,
    QuantityPair,
    Report,
    ReportPair,
    ReportSpan,
    Reuse,
    Section,
    SectionPair,
    Series,
    SetAside,
    Source,
    Span,
    Table,
    TablePair,
)
from yoy.options import FlagOptions, Options, as_settings

DRAFTS = {
    2016: """
x0 shell 云溪区人民政府门户网站　打印本页
h0 head1 云溪区2016年度法治政府建设情况报告
p0 para 2016年，云溪区深入推进依法行政，现将有关情况报告如下。
h1 head2 一、依法全面履行政府职能
a1 para 深化行政审批制度改革，全区审批事项总数{612项:全区审批事项总数}。
a2 sent 网上办理率{71.4%:网上办理率}。
b1 para 加强事中事后监管，开展双随机检查{1803户次:双随机检查户次}。
h2 head2 二、存在的不足
c1 para 一些部门运用法治思维的能力还不强。
""",
    2017: """
x0 shell 云溪区人民政府门户网站　打印本页
h0 head1 云溪区2017年度法治政府建设情况报告
p0 para 2017年，云溪区深入推进依法行政，现将有关情况报告如下。
h1 head2 一、依法全面履行政府职能
h11 head3 （一）深化行政审批制度改革
a1 para 全区审批事项总数精简至{581项:全区审批事项总数}。
a2 sent 网上办理率{76.5%:网上办理率}，比上年提高5.1个百分点。
a3 sent 各部门严格执行一次告知、限时办结等制度。
a4 sent 窗口服务满意率保持在较高水平。
a5 sent 材料齐全的当场受理，材料不全的一次告知。
a6 sent 对外公布办事指南，接受社会监督。
a7 para 推行“互联网+政务服务”，全年网上答复咨询{3860件:网上答复咨询}。
h12 head3 （二）加强事中事后监管
b1 para 开展双随机检查{2112户次:双随机检查户次}，发现问题线索{314条:问题线索}。
b2 sent 全部问题已整改到位。
h13 head3 （三）行政复议和应诉
d1 para 收到行政复议申请{120件:行政复议申请}，审结{98件:审结复议案件}，审结率为{81.67%:复议审结率}。
t0 para 表1　行政处罚情况（单位：件）
tr0 row 部门	立案	办结
tr1 row 市场监管局	{402:立案}	{388:办结}
tr2 row 城管执法局	{1260:立案}	{1207:办结}
tr3 row 烟草专卖局	{33:立案}	{33:办结}
h2 head2 二、存在的不足
c1 para 一些部门运用法治思维的能力还不强。
c2 sent 行政执法队伍的专业水平有待提高。
h3 head2 三、下一步工作
e1 para 2018年，全区审批事项总数压减至{550项:全区审批事项总数}以内。
e2 para 年内建成统一的行政执法公示平台。
""",
    2018: """
x0 shell 云溪区人民政府门户网站　打印本页　分享到
h0 head1 云溪区2018年度法治政府建设情况报告
p0 para 2018年，云溪区深入推进依法行政，现将有关情况报告如下。
h1 head2 一、依法全面履行政府职能
h12 head3 （一）事中事后监管不断加强
b1 para 开展双随机检查{2460户次:双随机检查户次}，发现问题线索{314条:问题线索}。
b2 sent 基本完成整改。
h11 head3 （二）行政审批制度改革进一步深化
a1 para 全区审批事项总数由{581项:全区审批事项总数}精简至{558项:全区审批事项总数}。
a2 sent 网上办理率{83.2%:网上办理率}，比上年提高6.7%。
a3 sent 各部门严格执行一次告知、限时办结等制度。
a4 sent 窗口服务满意率保持在较高水平。
a5 sent 材料齐全的当场受理，材料不全的一次告知。
a6 sent 对外公布办事指南，接受社会监督。
f1 para 新设“一网通办”窗口{46个:一网通办窗口}，平均办理时间{98小时:平均办理时间}。
h13 head3 （三）行政复议和应诉
d1 para 收到行政复议申请{154件:行政复议申请}，审结{110件:审结复议案件}，审结率为{82.09%:复议审结率}。
t0 para 表1　行政处罚情况（单位：件）
tr0 row 部门	立案	办结
tr1 row 市场监管局	{455:立案}	{388:办结}
tr2 row 城管执法局	{1260:立案}	{1211:办结}
tr4 row 文化执法大队	{58:立案}	{51:办结}
h2 head2 二、存在的不足
c1 para 一些部门运用法治思维的能力还不强。
c2 sent 行政执法队伍的专业水平有待进一步提高。
h3 head2 三、2019年工作打算
e3 para 2019年，推进行政规范性文件集中清理。
""",
}

_FIGURE = re.compile(r"\{([^:{}]+):([^{}]+)\}")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_TOKEN = re.compile(r"\d+(?:\.\d+)?[%项件条个户次小时]*|[A-Za-z]+|\s+|.", re.DOTALL)
_KIND = {"shell": "shell", "row": "table_row", "item": "item"}


@dataclass
class Draft:
    """What a draft has become so far: the text and the things found in it."""

    year: int
    text: str = ""
    labels: dict[str, str] = field(default_factory=dict)
    passages: list[Passage] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    aside: list[SetAside] = field(default_factory=list)
    rows: list[tuple[Cell, ...]] = field(default_factory=list)


def _add_line(draft: Draft, label: str, kind: str, marked: str, keys: Occurrences) -> None:
    if kind != "sent" and draft.text:
        draft.text += "\n"
    start, passage = len(draft.text), f"p{len(draft.passages)}"
    if kind.startswith("head") and draft.sections:
        _open_section(draft, int(kind[-1]) - 1, marked, Span(start, start + len(marked)))
    if not draft.sections:
        draft.sections.append(
            Section(id="s0", parent=None, level=0, number=None, title="", heading=Span(0, 0), span=Span(0, 0))
        )
    section = draft.sections[-1].id
    position = 0
    for found in _FIGURE.finditer(marked):
        draft.text += marked[position : found.start()]
        _add_figure(
            draft, found[1], found[2], section=section, passage=passage, keys=keys, in_row=kind == "row"
        )
        position = found.end()
    draft.text += marked[position:]
    span = Span(start, len(draft.text))
    name = "heading" if kind.startswith("head") else _KIND.get(kind, "sentence")
    draft.passages.append(Passage(id=passage, section=section, kind=name, span=span))  # type: ignore[arg-type]
    draft.labels[label] = passage
    if kind == "row":
        draft.rows.append(_cells(draft.text[start:], start))


def _cells(line: str, start: int) -> tuple[Cell, ...]:
    cells = []
    for text in line.split("\t"):
        cells.append(Cell(text=text, span=Span(start, start + len(text))))
        start += len(text) + 1
    return tuple(cells)


def _open_section(draft: Draft, level: int, line: str, heading: Span) -> None:
    found = re.match(r"([一二三四]、|（[一二三四]）)?(.*)", line)
    assert found is not None
    parent = next(s.id for s in reversed(draft.sections) if s.level < level or s.level == 0)
    draft.sections.append(
        Section(
            id=f"s{len(draft.sections)}",
            parent=parent,
            level=level,
            number=found[1],
            title=found[2],
            heading=heading,
            span=heading,
        )
    )


def _add_figure(
    draft: Draft, surface: str, indicator: str, *, section: str, passage: str, keys: Occurrences, in_row: bool
) -> None:
    number = _NUMBER.search(surface)
    assert number is not None
    start = len(draft.text)
    draft.text += surface
    unit = surface[number.end() :] or "件"
    quantum = Decimal(1).scaleb(-len(number[0].partition(".")[2]))
    draft.quantities.append(
        Quantity(
            id=f"q{len(draft.quantities)}",
            key=keys.key(section, indicator, unit),
            span=Span(start, start + len(surface)),
            surface=surface,
            value=Decimal(number[0]),
            unit=unit,
            kind="ratio" if unit == "%" else "level",
            quantum=quantum,
            indicator=indicator,
            period=str(draft.year),
            section=section,
            passage=passage,
            role="target" if "压减至" in draft.text[-30:] else "result",
            table="t0" if in_row else None,
            row=len(draft.rows) if in_row else None,
            column=(1 if indicator == "立案" else 2) if in_row else None,
        )
    )


def _close_sections(draft: Draft) -> tuple[Section, ...]:
    closed = []
    for index, section in enumerate(draft.sections):
        later = (s.heading.start for s in draft.sections[index + 1 :] if s.level <= section.level)
        end = next(later, len(draft.text))
        start = 0 if section.level == 0 else section.heading.start
        closed.append(replace(section, span=Span(start, end if section.level else len(draft.text))))
    return tuple(closed)


def _set_aside(draft: Draft) -> tuple[SetAside, ...]:
    taken = [q.span for q in draft.quantities]
    found = []
    for match in re.finditer(r"\d+(?:\.\d+)?(年度?|个百分点|%)?", draft.text):
        span = Span(*match.span())
        if not any(span.overlaps(other) for other in taken):
            reason = "date" if "年" in match[0] else "name"
            found.append(SetAside(span=span, surface=match[0], reason=reason))
    return tuple(found)


def build_report(year: int) -> tuple[Report, dict[str, str]]:
    """The report of that year, and its passages by the labels of the draft."""
    draft, keys = Draft(year), Occurrences()
    for line in DRAFTS[year].strip().splitlines():
        label, kind, marked = line.split(" ", 2)
        _add_line(draft, label, kind, marked, keys)
    title = f"云溪区{year}年度法治政府建设情况报告"
    sections = _close_sections(draft)
    sections = (replace(sections[0], title=title), *sections[1:])
    at = draft.text.find(title)
    rows = tuple(draft.rows)
    tables: tuple[Table, ...] = ()
    if rows:
        span = Span(rows[0][0].span.start, rows[-1][-1].span.end)
        tables = (Table(id="t0", span=span, caption="表1　行政处罚情况", unit="件", rows=rows),)
    document = Document(
        source=Source(
            name=f"{year}.txt",
            format="txt",
            encoding="utf-8",
            size=len(draft.text.encode()),
            sha256=hashlib.sha256(draft.text.encode()).hexdigest(),
        ),
        text=draft.text,
        language="zh",
        period=year,
        delivered=year + 1,
        title=title,
        title_span=Span(at, at + len(title)),
        issuer="江州市云溪区人民政府",
        metadata={"publish_date": f"{year + 1}-02-06", "document_number": f"云府〔{year + 1}〕6号"},
        places=(Place(span=Span(0, len(draft.text)), page=1, paragraph=1),),
        tables=tables,
    )
    report = Report(
        id=str(year),
        outline=Outline(document=document, sections=sections, passages=tuple(draft.passages)),
        figures=Figures(quantities=tuple(draft.quantities), set_aside=_set_aside(draft)),
    )
    return report, draft.labels


def _edits(prior: str, current: str, at: tuple[int, int]) -> tuple[Edit, ...]:
    a, b = _TOKEN.findall(prior), _TOKEN.findall(current)
    starts_a, starts_b = [at[0]], [at[1]]
    for token in a:
        starts_a.append(starts_a[-1] + len(token))
    for token in b:
        starts_b.append(starts_b[-1] + len(token))
    edits = []
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        old, new = "".join(a[i1:i2]), "".join(b[j1:j2])
        edits.append(
            Edit(
                tag=tag,
                prior=Span(starts_a[i1], starts_a[i2]),
                current=Span(starts_b[j1], starts_b[j2]),
                edit_class=None if tag == "equal" else _class_of(old, new),  # type: ignore[arg-type]
            )
        )
    return tuple(edits)


def _class_of(old: str, new: str) -> str:
    if re.fullmatch(r"20\d\d", old) and re.fullmatch(r"20\d\d", new):
        return "year"
    if re.fullmatch("[一二三]", old) and re.fullmatch("[一二三]", new):
        return "numbering"
    return "figure" if re.search(r"\d", old + new) else "wording"


def _passage_pair(prior: Report, current: Report, old: Passage, new: Passage, *, moved: bool) -> PassagePair:
    one, two = old.span.of(prior.text), new.span.of(current.text)
    score = Decimal(str(round(difflib.SequenceMatcher(None, one, two, autojunk=False).ratio(), 2)))
    return PassagePair(
        prior=(old.id,),
        current=(new.id,),
        relation="same" if one == two else "edited",
        score=score,
        moved=moved,
        edits=_edits(one, two, (old.span.start, new.span.start)),
    )


def _passages(
    prior: Report, current: Report, old: dict[str, str], new: dict[str, str]
) -> tuple[PassagePair, ...]:
    by_id = {p.id: p for p in prior.outline.passages}, {p.id: p for p in current.outline.passages}
    moved = {"h12", "b1", "b2"} if current.id == "2018" else set()
    pairs = []
    for label, passage in new.items():
        if label in old:
            pair = _passage_pair(
                prior, current, by_id[0][old[label]], by_id[1][passage], moved=label in moved
            )
        else:
            pair = PassagePair(prior=(), current=(passage,), relation="added", score=Decimal(0))
        pairs.append(pair)
    gone = [p for label, p in old.items() if label not in new]
    return (
        *pairs,
        *(PassagePair(prior=(p,), current=(), relation="removed", score=Decimal(0)) for p in gone),
    )


def _sections(
    prior: Report, current: Report, old: dict[str, str], new: dict[str, str]
) -> tuple[SectionPair, ...]:
    one = {p.id: p.section for p in prior.outline.passages if p.kind == "heading"}
    two = {p.id: p.section for p in current.outline.passages if p.kind == "heading"}
    titles = {s.id: s for s in prior.outline.sections}, {s.id: s for s in current.outline.sections}
    pairs: list[SectionPair] = []
    for label, passage in new.items():
        if passage not in two:
            continue
        s2 = two[passage]
        if label not in old:
            pairs.append(SectionPair(prior=(), current=(s2,), relation="added", score=Decimal(0)))
            continue
        s1 = one[old[label]]
        same = titles[0][s1].title.replace(prior.id, "") == titles[1][s2].title.replace(current.id, "")
        pairs.append(
            SectionPair(
                prior=(s1,),
                current=(s2,),
                relation="same" if same else "renamed",
                score=Decimal("0.94"),
                moved=label == "h12" and current.id == "2018",
                reason={"title": Decimal("0.71"), "body": Decimal("0.94")},
                confirm=label == "h3",
            )
        )
    gone = [one[p] for label, p in old.items() if label not in new and p in one]
    return (
        *pairs,
        *(SectionPair(prior=(s,), current=(), relation="removed", score=Decimal(0)) for s in gone),
    )


def _number(index: int, old: Quantity | None, new: Quantity | None) -> QuantityPair:
    known = new or old
    assert known is not None
    difference = growth = None
    relation = "added" if old is None else "removed"
    if old and new:
        difference = new.value - old.value
        growth = round(difference / old.value, 4) if old.value else None
        relation = "up" if difference > 0 else "down" if difference < 0 else "unchanged"
        if old.role == "target":
            relation = "target_result"
    return QuantityPair(
        id=f"n{index}",
        key=known.key,
        prior=old.id if old else None,
        current=new.id if new else None,
        indicator=known.indicator,
        unit=known.unit,
        relation=relation,  # type: ignore[arg-type]
        score=Decimal("0.94") if old and new else Decimal(0),
        difference=difference,
        growth=growth,
        confirm=known.indicator == "问题线索",
    )


def _numbers(prior: Report, current: Report) -> tuple[QuantityPair, ...]:
    left = list(prior.figures.quantities)
    pairs: list[QuantityPair] = []
    for new in current.figures.quantities:
        rows = (_first_cell(prior, q) == _first_cell(current, new) for q in left)
        matches = [q for q, fits in zip(left, rows, strict=True) if fits and q.indicator == new.indicator]
        levels = [q for q in matches if q.role == "result"] or matches
        old = levels[0] if levels and new.surface != "581项" else None
        if old:
            left.remove(old)
        pairs.append(_number(len(pairs), old, new))
    return (*pairs, *(_number(len(pairs) + i, q, None) for i, q in enumerate(left)))


def _first_cell(report: Report, quantity: Quantity) -> str | None:
    if quantity.row is None:
        return None
    return report.document.tables[0].rows[quantity.row][0].text


def _finding(report: Report, number: int, check: str, verdict: str, claim: str, **more: object) -> Finding:
    at = report.text.index(claim)
    claimed = next((q.id for q in report.figures.quantities if q.span.overlaps(Span(at, at + 1))), None)
    return Finding(
        id=f"f{number}",
        key=f"{number:010x}",
        check=check,
        verdict=verdict,  # type: ignore[arg-type]
        report=report.id,
        code=f"{check}_differs" if verdict == "inconsistent" else f"{check}_agrees",
        claimed=claimed,
        spans=(ReportSpan(report=report.id, span=Span(at, at + len(claim))),),
        **more,  # type: ignore[arg-type]
    )


REUSE = Reuse(
    identical=Decimal("0.31"),
    near=Decimal("0.12"),
    cosine=Decimal("0.93"),
    jaccard=Decimal("0.71"),
    edit=Decimal("0.66"),
    simple=Decimal("0.64"),
)


def _pair(prior: Report, current: Report, old: dict[str, str], new: dict[str, str]) -> ReportPair:
    tables: tuple[TablePair, ...] = ()
    if prior.document.tables and current.document.tables:
        tables = (
            TablePair(
                prior=("t0",),
                current=("t0",),
                score=Decimal("0.9"),
                rows=((0, 0), (1, 1), (2, 2), (3, None), (None, 3)),
                columns=((0, 0), (1, 1), (2, 2)),
            ),
        )
    sections = _sections(prior, current, old, new)
    return ReportPair(
        prior=prior.id,
        current=current.id,
        sections=tuple(replace(s, reuse=REUSE) if s.prior and s.current else s for s in sections),
        passages=_passages(prior, current, old, new),
        tables=tables,
        numbers=_numbers(prior, current),
        reuse=REUSE,
    )


def _judged(report: Report) -> Report:
    """The 2018 report with what its checks found."""
    by_surface = {q.surface: q.id for q in report.figures.quantities}
    findings = (
        _finding(
            report,
            1,
            "ratio",
            "inconsistent",
            "82.09%",
            operands=(Operand(report="2018", quantity=by_surface["110件"]),),
            formula="110 / 154",
            recomputed=Decimal("0.7142857"),
            stated=Decimal("0.8209"),
        ),
        _finding(report, 2, "unit_misuse", "suspect", "提高6.7%"),
        _finding(report, 3, "difference", "consistent", "581项", formula="581 - 558", recomputed=Decimal(23)),
    )
    notes = (Note(stage="outline", code="heading_repeated", args={"number": "（一）"}, span=Span(0, 4)),)
    return replace(report, findings=findings, notes=notes)


def _compared(pair: ReportPair, prior: Report, old: dict[str, str], new: dict[str, str]) -> ReportPair:
    promises = (
        Promise(
            key="a" * 10,
            prior=(old["e1"],),
            current=(new["a1"],),
            status="behind",
            numbers=(pair.numbers[0].id,),
        ),
        Promise(key="b" * 10, prior=(old["e2"],), current=(), status="not_mentioned"),
    )
    gone = _finding(prior, 9, "dropped_indicator", "suspect", "3860件")
    return replace(pair, promises=promises, findings=(gone,))


def build_comparison(years: tuple[int, ...] = (2017, 2018), flags: FlagOptions | None = None) -> Comparison:
    """The comparison of these years, two or three of 2016, 2017 and 2018."""
    options = Options(flags=flags or FlagOptions())
    built = {year: build_report(year) for year in years}
    reports = {year: (_judged(r) if year == 2018 else r) for year, (r, _) in built.items()}
    pairs: list[ReportPair] = []
    for one, two in itertools.pairwise(years):
        old, new = built[one][1], built[two][1]
        pair = _pair(reports[one], reports[two], old, new)
        if (one, two) == (2017, 2018):
            pair = _compared(pair, reports[one], old, new)
        pairs.append(_in_front(reports[one], reports[two], pair, options.flags, is_first=not pairs))
    return Comparison(
        settings=as_settings(options),
        reports=with_marks(tuple(reports.values()), pairs),
        pairs=tuple(pairs),
        series=_series(reports),
        lineages=(
            Lineage(
                key="c" * 10,
                title="存在的不足",
                sections={
                    str(y): tuple(s.id for s in r.outline.sections if "不足" in s.title)
                    for y, r in reports.items()
                },
            ),
        ),
    )


def _in_front(
    prior: Report, current: Report, pair: ReportPair, flags: FlagOptions, *, is_first: bool
) -> ReportPair:
    """The pair with keys, flags, headline and open items, as the pipeline gives them."""
    pair = replace(
        pair,
        sections=with_section_keys(prior, current, pair.sections),
        passages=with_passage_keys(prior, current, pair.passages),
        numbers=with_flags(pair.numbers, flags),
    )
    return replace(
        pair,
        headline=headline_of(pair, prior, current),
        open=open_items(pair, prior, current, is_first=is_first),
    )


def _series(reports: dict[int, Report]) -> tuple[Series, ...]:
    if len(reports) < 3:
        return ()
    series = []
    for indicator, unit in (("全区审批事项总数", "项"), ("网上办理率", "%"), ("双随机检查户次", "户次")):
        points = {}
        for year, report in reports.items():
            found = [q for q in report.figures.quantities if q.indicator == indicator and q.role == "result"]
            points[str(year)] = found[-1].id if found else None
        series.append(Series(key=indicator[:10], indicator=indicator, unit=unit, points=points))
    return tuple(series)
