"""What is left of a whole: rests, later steps, and parts that leave nothing of their opposite."""

from __future__ import annotations

import pytest

from judging import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到申请70件，受理29件。", ["consistent 29件 = 29 <= 70"]),
        ("收到申请70件，受理70件。", ["consistent 70件 = 70 <= 70"]),
        ("收到申请70件，受理71件。", ["suspect 71件 = 71 <= 70"]),
        ("收到申请70件，未受理29件，受理79件。", ["consistent 29件 = 29 <= 70", "suspect 79件 = 79 <= 70"]),
        ("16个断面中有11个达标。", ["consistent 11个 = 11 <= 16"]),
        ("16个断面中有18个达标。", ["suspect 18个 = 18 <= 16"]),
        ("共办结258件，群众满意250件，无不满意的。", ["suspect 250件 = 258 - 250 - 0"]),
        ("共办结250件，群众满意250件，无不满意的。", []),
        ("共办结240件，群众满意250件，无不满意的。", []),  # the whole is elsewhere
        ("共办结258件，群众满意250件，无不满意件。", ["suspect 250件 = 258 - 250 - 0"]),
        ("共办结258件，群众满意250件，无不规范件。", []),  # the opposite of something else
        ("共办结258件，群众满意250件。无不满意件。", []),  # another sentence
        ("共办结258人，群众满意250件，无不满意件。", []),
        (
            "共办结258件，群众满意250件，群众在回访调查之中普遍表示对办理的过程以及办理的结果均予以充分的认可，无不满意件。",
            [],  # too far behind
        ),
    ],
)
def test_steps_and_remainders(text: str, expected: list[str]) -> None:
    assert said(text, "containment") == expected


@pytest.mark.parametrize(
    "text",
    [
        "上年结转12件，收到申请70件，受理79件。",  # carried over
        "收到申请70件，受理案卷79卷。",  # another unit
        "收到申请约70件，受理79件。",
        "收到申请70件，满意79件。",  # no step of the other
        "答复来信70件，受理79件。",  # a step before it
        "收到申请70.5万件，受理79万件。",
        "收到来信70件，各科室按照规定的程序和时限逐一登记、逐一研究、逐一答复、逐一回访，年内共受理申请79件。",
    ],
)
def test_what_is_no_step_is_left_alone(text: str) -> None:
    assert [line for line in said(text, "containment") if not line.startswith("consistent")] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("上报材料16件，除《甲》《乙》外，其余14件均已采用。", ["consistent 14件 = 16 - 2"]),
        ("上报材料16件，除《甲》《乙》外，其余15件均已采用。", ["suspect 15件 = 16 - 2"]),
        ("上报材料约16件，除《甲》《乙》外，其余15件均已采用。", []),
        ("上报材料16件，除《甲》《乙》外，其余约15件均已采用。", []),
        ("上报材料16篇，除《甲》《乙》外，其余15件均已采用。", []),
        ("除《甲》《乙》外，其余15件均已采用。", []),
        ("上报材料16件，除《甲》3件、《乙》外，其余14件均已采用。", []),  # counted, not named
        ("发现隐患356处，已整改342处，剩余14处。", ["consistent 14处 = 356 - 342"]),
        ("发现隐患356处，已整改342处，剩余15处。", ["inconsistent 15处 = 356 - 342"]),
        ("发现隐患342处，已整改356处，剩余15处。", []),
        ("发现隐患356处；已整改342处，剩余18处。", []),
        ("发现隐患356处，其中甲类12处，已整改342处，剩余18处。", []),  # of which whole is left open
        ("发现隐患356处，其中甲类342处，剩余18处。", []),  # nothing was done
    ],
)
def test_rests(text: str, expected: list[str]) -> None:
    assert said(text, "difference") == expected
