"""What every finding must be, whatever check made it."""

from __future__ import annotations

import re
from dataclasses import fields
from decimal import Decimal

import pytest

from checked_reports import pair, report
from yoy import lexicon
from yoy.checks.run import PAIR_CHECKS, REPORT_CHECKS
from yoy.model import Finding

BODY = (
    "全年收到行政复议申请154件,较上年上升1.32个百分点。其中受理134件,不予受理20件;审结110件,结案率82.09%。"
    "梳理出区级79项、街镇147项、居村8项,合计236项。审批事项总数由581项精简至558项,净减少23项。\n"
    "围绕机构改革、职能转变、制度建设、行政执法等三个方面开展工作。"
)
LATER = BODY.replace("82.09%", "84.09%").replace("合计236项", "合计234项")


def findings() -> list[Finding]:
    prior, current, both = pair(BODY, LATER)
    return [*prior.findings, *current.findings, *both.findings]


def test_a_finding_shows_formula_result_and_place() -> None:
    (ratio,) = [f for f in report(BODY).findings if f.check == "ratio"]
    assert ratio.formula == "110 / 134"
    assert ratio.recomputed == Decimal("0.8208955")
    assert ratio.stated == Decimal("0.8209")
    text = report(BODY).text
    assert "结案率82.09%" in ratio.spans[0].span.of(text)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_finding_has_a_sentence_in_both_languages(lang: str) -> None:
    assert findings()
    for finding in findings():
        sentence = lexicon.phrase("findings", finding.code, lang, **finding.args)
        assert "{" not in sentence
        assert sentence.rstrip("。.")


def test_every_code_has_both_languages() -> None:
    for code, entry in lexicon.data("words/findings").items():
        assert set(entry) == {"zh", "en"}, code
        assert set(re.findall(r"\{(\w+)", entry["zh"])) >= set(re.findall(r"\{(\w+)", entry["en"])) - {
            "part",
            "base",
        }


def test_keys_are_unique_and_survive_a_corrected_figure() -> None:
    first, corrected = report(BODY), report(LATER)
    keys = [finding.key for finding in first.findings]
    assert len(keys) == len(set(keys))
    by_key = {finding.key: finding for finding in corrected.findings}
    sums = [finding for finding in first.findings if finding.check == "sum"]
    assert {by_key[finding.key].verdict for finding in sums} == {"consistent"}
    assert {finding.verdict for finding in sums} == {"consistent", "inconsistent"}


def test_ids_name_one_finding_each() -> None:
    made = report(BODY).findings
    assert [finding.id for finding in made] == [f"f{number}" for number in range(1, len(made) + 1)]


def test_every_check_is_listed_with_words_for_its_name() -> None:
    names = {finding.check for finding in findings()}
    for name in names:
        assert lexicon.has_phrase("terms", f"check_{name}"), name
    assert len(REPORT_CHECKS) + len(PAIR_CHECKS) >= len(names)


def test_a_report_against_itself_is_wholly_reused() -> None:
    _, _, both = pair(BODY, BODY)
    assert both.reuse is not None
    assert {getattr(both.reuse, f.name) for f in fields(both.reuse) if f.name != "near"} == {
        Decimal("1.0000")
    }
    assert both.reuse.near == 0
    assert all(link.reuse is not None for link in both.sections if link.prior and link.current)


def test_nothing_in_common_is_not_reused() -> None:
    _, _, both = pair("推进义务教育优质均衡发展，新建学校三所。", "加强水库除险加固，疏浚河道若干公里。")
    assert both.reuse is not None
    assert both.reuse.identical == both.reuse.near == 0
    assert both.reuse.cosine < Decimal("0.3")
