"""What is added in several places is added in all of them: each failure names the place that is missing."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest

from source_codes import JUDGED_ENDINGS, argument, calls, is_made, is_made_by_judging, modules, texts, tree
from yoy import model
from yoy.align.figures.pair import _TOLD
from yoy.align.figures.weights import WEIGHTS
from yoy.checks.run import PAIR_CHECKS, REPORT_CHECKS, SERIES_CHECKS
from yoy.errors import YoyError
from yoy.lexicon import data, has_phrase
from yoy.options import Options, as_settings

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
SCHEMA = json.loads(files("yoy.writers").joinpath("comparison.schema.json").read_text(encoding="utf-8"))
OUTPUT = (DOCS / "output.md").read_text(encoding="utf-8")
CASES = json.loads((ROOT / "tests" / "cases" / "checks.json").read_text(encoding="utf-8"))

# How the model's own lists of values are put into words: prefix of words/terms.toml by type.
WORDED = {
    "number": model.NumberRelation,
    "section": model.SectionRelation,
    "passage": model.PassageRelation,
    "passage_kind": model.PassageKind,
    "edit": model.EditClass,
    "quantity": model.QuantityKind,
    "role": model.Role,
    "verdict": model.Verdict,
    "promise": model.PromiseStatus,
    "incomparable": model.Incomparable,
    "doubt": model.Doubt,
}
# Where those lists stand in the schema: record and key by type.
IN_SCHEMA = {
    ("finding", "verdict"): model.Verdict,
    ("passage", "kind"): model.PassageKind,
    ("passage", "part"): model.Part,
    ("quantity", "kind"): model.QuantityKind,
    ("quantity", "direction"): model.Direction,
    ("quantity", "role"): model.Role,
    ("quantity", "basis"): model.Basis,
    ("quantity", "mark"): model.Mark,
    ("quantity", "doubt"): model.Doubt,
    ("set_aside", "doubt"): model.Doubt,
    ("section_pair", "relation"): model.SectionRelation,
    ("passage_pair", "relation"): model.PassageRelation,
    ("number", "relation"): model.NumberRelation,
    ("number", "incomparable"): model.Incomparable,
    ("promise", "status"): model.PromiseStatus,
    ("open_item", "kind"): model.OpenKind,
}


def enum(record: str, key: str) -> set[str]:
    return {value for value in SCHEMA["$defs"][record]["properties"][key]["enum"] if value is not None}


def checks_made() -> set[str]:
    """The names that findings are given: `check` in the JSON output."""
    made = {n for _, call in calls("make_finding", "checks") for n in texts(argument(call, 1, "check"))}
    return made | {n for _, call in calls("judged", "checks") for n in texts(argument(call, 1, "check"))}


def codes_made() -> Iterator[str]:
    """The codes of sentences that are written out in full or follow from a judgement."""
    for _, call in calls("make_finding", "checks"):
        yield from texts(argument(call, 3, "code"))
    for _, call in calls("judged", "checks"):
        for code in texts(argument(call, 2, "code")):
            yield from (f"{code}_{ending}" for ending in JUDGED_ENDINGS)


CHECKS = sorted(checks_made())


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_is_in_every_place(check: str) -> None:
    assert check in enum("finding", "check"), (
        f"add “{check}” to finding.check in writers/comparison.schema.json"
    )
    assert has_phrase("terms", f"check_{check}"), f"add [check_{check}] to lexicon/words/terms.toml"
    assert re.search(rf"\b{check}\b", OUTPUT), f"name “{check}” in docs/output.md under “A finding”"


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_is_tested(check: str) -> None:
    """By a sentence in tests/cases/checks.json or by a test of the checks that names it."""
    told = {line.split()[0] for case in CASES for line in (*case["alarms"], *case["confirms"])}
    named = re.compile(rf"[\"']{check}[\"' ]")
    tested = any(
        named.search(test.read_text(encoding="utf-8"))
        for test in (ROOT / "tests" / "unit" / "checks").rglob("test_*.py")
    )
    assert check in told or tested, f"add sentences for “{check}” to tests/cases/checks.json"


def test_every_check_that_is_written_is_run() -> None:
    """A module of checks that defines `check_…` has it in one of the tables of checks/run.py."""
    tables = (REPORT_CHECKS, PAIR_CHECKS, SERIES_CHECKS)
    run = {function.__name__ for table in tables for function in table.values()}
    text = {module: module.read_text(encoding="utf-8") for module in modules("checks")}
    written = {
        name: module.name
        for module, source in text.items()
        if module.name != "run.py"
        for name in re.findall(r"^def (check_\w+)", source, re.MULTILINE)
    }
    idle = {name: module for name, module in written.items() if name not in run}
    assert idle == {}, "add them to REPORT_CHECKS, PAIR_CHECKS or SERIES_CHECKS in checks/run.py"


def test_every_sentence_of_a_finding_exists() -> None:
    missing = [code for code in sorted(set(codes_made())) if not has_phrase("findings", code)]
    assert missing == [], "add them to lexicon/words/findings.toml, in zh and en"


def test_no_sentence_is_left_over() -> None:
    idle = [
        code for code in data("words/findings") if not (is_made(code, "checks") or is_made_by_judging(code))
    ]
    assert idle == [], "no check makes these codes: take them out of lexicon/words/findings.toml"
    named = {key.removeprefix("check_") for key in data("words/terms") if key.startswith("check_")}
    assert named == set(CHECKS), "names of checks in lexicon/words/terms.toml and checks that are made"


def test_every_note_has_its_words_and_every_word_its_note() -> None:
    made = {code for _, call in calls("Note") for code in texts(argument(call, 1, "code"))}
    missing = sorted(code for code in made if not has_phrase("notes", code))
    assert missing == [], "add them to lexicon/words/notes.toml"
    idle = [code for code in data("words/notes") if not is_made(code)]
    assert idle == [], "no stage makes these notes: take them out of lexicon/words/notes.toml"


def reasons_made() -> set[str]:
    """Why numbers are set aside: by the masks of the lexicon, and by the reading itself."""
    masks = {entry["reason"] for language in data("masks").values() for entry in language.values()}
    read = {why for _, call in calls("Aside", "quantities") for why in texts(argument(call, 1, "reason"))}
    return masks | read | {"shell", "bare"}


def test_every_reason_to_set_a_number_aside_is_in_every_place() -> None:
    for reason in sorted(reasons_made()):
        assert has_phrase("terms", f"aside_{reason}"), f"add [aside_{reason}] to lexicon/words/terms.toml"
        assert re.search(rf'"reason": "[^"]*\b{reason}\b', OUTPUT), (
            f"name “{reason}” in docs/output.md under set_aside"
        )


def test_no_reason_to_set_aside_is_left_over() -> None:
    named = {key.removeprefix("aside_") for key in data("words/terms") if key.startswith("aside_")}
    assert named - reasons_made() == set(), (
        "nothing is set aside for these: take them out of words/terms.toml"
    )


def test_every_evidence_of_a_pair_has_its_words() -> None:
    unexplained = [name for name in (*WEIGHTS, "bias") if not has_phrase("explain", f"evidence_{name}")]
    assert unexplained == [], "add them to lexicon/words/explain.toml as evidence_…"
    untold = [name for name in _TOLD if not has_phrase("reasons", name)]
    assert untold == [], "add them to lexicon/words/reasons.toml"


def test_no_evidence_of_a_pair_is_left_over() -> None:
    """A reason is a code, or a code with a value (reviewed: accepted)."""
    idle = [
        name
        for name in data("words/reasons")
        if not is_made(name, "align") and not all(is_made(part, "align") for part in name.split("_", 1))
    ]
    assert idle == [], "nothing gives these reasons: take them out of lexicon/words/reasons.toml"


def test_every_slug_of_an_error_is_raised() -> None:
    idle = [slug for slug in data("words/errors") if not is_made(slug)]
    assert idle == [], "nothing raises these: take them out of words/errors.toml and docs/messages.md"


def settings_in(group: Mapping[str, object], prefix: str = "setting") -> Iterator[str]:
    for name, value in group.items():
        if isinstance(value, dict) and name != "flags":
            yield from settings_in(value, f"{prefix}_{name}")
        else:
            yield f"{prefix}_{name}"


def test_every_setting_has_its_words_on_the_cover() -> None:
    missing = [key for key in settings_in(as_settings(Options())) if not has_phrase("excel", key)]
    assert missing == [], "add them to lexicon/words/excel.toml"


def test_every_kind_of_error_is_raised() -> None:
    raised = {ast.unparse(call.args[0]) for _, call in calls("fail") if call.args}
    listed = {
        node.id for module in modules() for node in ast.walk(tree(module)) if isinstance(node, ast.Name)
    }
    kinds = {kind.__name__ for kind in YoyError.__subclasses__()}
    assert kinds - raised - listed == set(), "nothing raises these: take them out of errors.py"


def test_every_key_of_the_output_is_described() -> None:
    keys = {key for record in SCHEMA["$defs"].values() for key in record.get("properties", {})}
    missing = sorted(key for key in keys if not re.search(rf'"{key}"', OUTPUT))
    assert missing == [], "describe them in docs/output.md"


@pytest.mark.parametrize("prefix", WORDED)
def test_every_value_of_the_model_has_its_word(prefix: str) -> None:
    missing = [v for v in get_args(WORDED[prefix]) if not has_phrase("terms", f"{prefix}_{v}")]
    assert missing == [], f"add them to lexicon/words/terms.toml as {prefix}_…"


@pytest.mark.parametrize(("record", "key"), IN_SCHEMA)
def test_schema_and_model_list_the_same_values(record: str, key: str) -> None:
    assert enum(record, key) == set(get_args(IN_SCHEMA[record, key]))
