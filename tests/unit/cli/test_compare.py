"""The command line as a person meets it."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from promises import keep
from yoy.cli.inputs import split_label
from yoy.cli.main import cli
from yoy.readers.registry import read

PRIOR = """某某区人民政府2017年度法治政府建设情况报告
一、主要工作
全区审批事项总数为581项，新增注册企业28702户。办件满意率为96.5%。
二、存在的不足
一些部门的服务意识还不强，办事流程还需要进一步优化。
"""
CURRENT = """某某区人民政府2018年度法治政府建设情况报告
一、主要工作
全区审批事项总数由581项精简至558项，新增注册企业30484户。办件满意率为97.1%。
二、存在的不足
一些部门的服务意识还不强，办事流程还需要进一步优化。
"""


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    (tmp_path / "2017.txt").write_text(PRIOR, encoding="utf-8")
    (tmp_path / "2018.txt").write_text(CURRENT, encoding="utf-8")
    return tmp_path


def run(folder: Path, *arguments: str, code: int = 0) -> Result:
    runner = CliRunner()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        result = runner.invoke(cli, list(arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == code, result.output
    return result


def test_main_job(reports: Path) -> None:
    result = run(reports, "compare", "2017.txt", "2018.txt", "--json", "out.json")
    stem = "某某区人民政府-法治政府建设情况报告-2017-2018"
    assert sorted(p.name for p in (reports / "reports").iterdir()) == [f"{stem}.html", f"{stem}.xlsx"]
    for word in ("审批事项总数", "581项", "558项", "−23", "−4.0%", f"{stem}.xlsx"):
        assert word in result.output
    document = json.loads((reports / "out.json").read_text(encoding="utf-8"))
    keep(document)
    change = next(n for n in document["comparisons"][0]["numbers"] if n["difference"] == "-23")
    assert (change["relation"], change["growth"], change["unit"]) == ("down", "-0.0396", "项")


def test_outputs_where_asked(reports: Path) -> None:
    run(reports, "compare", "2017.txt", "2018.txt", "-o", "case", "--html", "case/page.html", "-q")
    assert (reports / "case" / "page.html").exists()
    assert len(list((reports / "case").glob("*.xlsx"))) == 1


def test_same_inputs_same_bytes(reports: Path) -> None:
    digests = []
    for name in ("one", "two"):
        run(reports, "compare", "2017.txt", "2018.txt", "-o", name, "--json", f"{name}/out.json", "-q")
        digests.append(
            [hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted((reports / name).iterdir())]
        )
    assert digests[0] == digests[1]


def test_json_does_not_depend_on_the_language(reports: Path) -> None:
    for lang in ("zh", "en"):
        run(reports, "compare", "2017.txt", "2018.txt", "--lang", lang, "--json", f"{lang}.json", "-q")
    assert (reports / "zh.json").read_bytes() == (reports / "en.json").read_bytes()


def test_exit_code_tells_differences(reports: Path) -> None:
    run(reports, "compare", "2017.txt", "2018.txt", "--exit-code", "-q", code=1)
    (reports / "copy.txt").write_text(CURRENT, encoding="utf-8")
    run(reports, "compare", "2018.txt", "copy.txt", "--exit-code", "-q", code=0)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("compare", "2017.txt"), ("needs two",)),
        (("compare", "2017.txt", "none.txt"), ("none.txt",)),
        (("compare", "2017.txt", "."), ("folder",)),
        (("compare", "2017.txt", "2018.txt", "--html", "2017.txt"), ("2017.txt",)),
        (("compare", "2017.txt", "2018.txt", "--config", "none.toml"), ("none.toml",)),
        (("compare", "20x8=2017.txt", "2018.txt"), ("20x8", "2018=report.txt")),
        (("outline", "none.txt"), ("none.txt",)),
    ],
)
def test_mistakes_are_said_with_advice(
    reports: Path, arguments: tuple[str, ...], words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    result = run(reports, *arguments, code=2)
    for word in words:
        assert word in result.output
    assert "Traceback" not in result.output


def test_a_failed_run_leaves_the_old_file(reports: Path) -> None:
    old = reports / "page.html"
    old.write_text("old", encoding="utf-8")
    run(reports, "compare", "2017.txt", "none.txt", "--html", "page.html", code=2)
    assert old.read_text(encoding="utf-8") == "old"


def test_labels_override_the_year(reports: Path) -> None:
    run(reports, "compare", "2001=2017.txt", "2002=2018.txt", "--json", "out.json", "-q")
    document = json.loads((reports / "out.json").read_text(encoding="utf-8"))
    assert [r["id"] for r in document["reports"]] == ["2001", "2002"]


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        ("2018=a.txt", ("2018", "a.txt")),
        ("a.txt", (None, "a.txt")),
        ("dir/x=y.txt", (None, "dir/x=y.txt")),
        ("2018=dir/x=y.txt", ("2018", "dir/x=y.txt")),
    ],
)
def test_labels_are_split(argument: str, expected: tuple[str | None, str]) -> None:
    assert split_label(argument) == expected


def test_two_reports_of_one_year_are_original_and_correction(reports: Path) -> None:
    (reports / "2018-更正.txt").write_text(CURRENT.replace("30484户", "30494户"), encoding="utf-8")
    result = run(reports, "compare", "2018.txt", "2018-更正.txt", "--json", "out.json", "--lang", "zh")
    document = json.loads((reports / "out.json").read_text(encoding="utf-8"))
    assert [r["id"] for r in document["reports"]] == ["2018", "2018-2"]
    assert [n["code"] for n in document["comparisons"][0]["notes"]] == ["same_year"]
    assert "更正稿" in result.output


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("2018年度", "2020年度"), "years_apart"),
        (("某某区人民政府", "别的区人民政府"), "different_issuer"),
        (("法治政府建设情况报告", "政务公开工作年度报告"), "different_kind"),
    ],
)
def test_unlike_reports_are_compared_with_a_warning_everywhere(
    reports: Path, change: tuple[str, str], code: str
) -> None:
    (reports / "other.txt").write_text(CURRENT.replace(*change), encoding="utf-8")
    result = run(
        reports, "compare", "2017.txt", "other.txt", "--json", "o.json", "--html", "o.html", "--lang", "zh"
    )
    document = json.loads((reports / "o.json").read_text(encoding="utf-8"))
    assert code in [n["code"] for n in document["comparisons"][0]["notes"]]
    from yoy.lexicon import phrase

    start = phrase("notes", code, "zh", prior="", current="")[:8]
    assert start in result.output
    assert start in (reports / "o.html").read_text(encoding="utf-8")


def test_the_manifest_checks(reports: Path) -> None:
    run(reports, "compare", "2017.txt", "2018.txt", "--manifest", "reports/SHA256SUMS", "-q")
    for line in (reports / "reports" / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        digest, name = line.split("  ", 1)
        assert hashlib.sha256((reports / "reports" / name).read_bytes()).hexdigest() == digest


@pytest.mark.parametrize("command", ["outline", "quantities"])
def test_values_between_stages(reports: Path, command: str) -> None:
    printed = run(reports, command, "2018.txt").output
    assert ("主要工作" if command == "outline" else "558项") in printed
    value = json.loads(run(reports, command, "2018.txt", "--json").output)
    assert value["sections" if command == "outline" else "quantities"]


def test_align_prints_links_and_writes_pins(reports: Path) -> None:
    printed = run(reports, "align", "2017.txt", "2018.txt", "--write-pins", "yoy.toml").output
    assert "主要工作" in printed
    assert '["一、主要工作", "一、主要工作"]' in (reports / "yoy.toml").read_text(encoding="utf-8")
    links = json.loads(run(reports, "align", "2017.txt", "2018.txt", "--json").output)
    assert any(link["pinned"] for link in links)


def test_check_needs_no_second_report(reports: Path) -> None:
    run(reports, "check", "2018.txt")
    assert isinstance(json.loads(run(reports, "check", "2017.txt", "2018.txt", "--json").output), list)


def test_python_dash_m_and_version() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "yoy", "--version"], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.startswith("yoy")


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_a_narrow_console_never_fails(reports: Path, encoding: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "yoy", "compare", "2017.txt", "2018.txt"],
        cwd=reports,
        env={"PYTHONIOENCODING": encoding, "PATH": "", "SYSTEMROOT": "", "LANG": "zh_CN.GBK"},
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr.decode(encoding, "replace")
    assert b"581" in done.stdout


def test_help_is_in_both_languages_and_instant() -> None:
    for lang, word in (("zh_CN.UTF-8", "命令"), ("C", "Commands")):
        done = subprocess.run(
            [sys.executable, "-X", "importtime", "-m", "yoy", "--help"],
            env={"LANG": lang, "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
            timeout=60,
        )
        assert word in done.stdout
        for heavy in ("openpyxl", "jinja2", "rapidfuzz", "lxml", "rich"):
            assert f" {heavy}\n" not in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["compare", "--foo"], "错误：没有选项 --foo。"),
        (["compare"], "错误：缺少参数"),
        (["compare", "a", "b", "--lang", "x"], "错误：'--lang' 的取值无效：'x' 不在可选值之列"),
        (["compare", "a", "b", "--date", "1"], "不符合格式"),
        (["compare", "a", "b", "-o"], "错误：选项 -o 后面要有取值。"),
        (["compar"], "错误：没有命令 compar。"),
    ],
)
def test_wrong_usage_is_told_in_chinese(words: list[str], said: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "yoy", *words],
        env={"LANG": "zh_CN.UTF-8", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert said in done.stderr
    assert not {"Error", "Usage", "Try"} & set(re.findall("[A-Za-z]+", done.stderr))


def test_pins_never_take_the_place_of_a_file(reports: Path) -> None:
    (reports / "yoy.toml").write_text('[lexicon]\nplaces = ["云溪区"]\n', encoding="utf-8")
    result = run(reports, "align", "2017.txt", "2018.txt", "--write-pins", "yoy.toml", code=2)
    assert "already_there" in result.output
    assert "云溪区" in (reports / "yoy.toml").read_text(encoding="utf-8")


def test_a_target_is_no_change_from_last_year(reports: Path) -> None:
    """The prior report's target stands apart from its result, in the summary and in the exit code."""
    (reports / "2019.txt").write_text(
        CURRENT + "三、2019年工作思路\n力争审批事项总数精简到550项以内，新增注册企业31000户。\n",
        encoding="utf-8",
    )
    (reports / "copy.txt").write_bytes((reports / "2019.txt").read_bytes())
    result = run(reports, "compare", "2018=2019.txt", "2019=copy.txt", "--lang", "zh")
    promised, changed = result.output.split("报告自己写明的变动")
    assert "550项" in promised
    assert "550项" not in changed


def test_a_reader_that_has_seen_enough_is_no_failure(reports: Path) -> None:
    done = subprocess.run(
        f"{sys.executable} -m yoy quantities 2018.txt | head -1",
        cwd=reports,
        shell=True,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert b"Traceback" not in done.stderr


def test_findings_of_a_report_in_the_middle_are_counted_once(reports: Path) -> None:
    wrong = "一、主要工作\n审结行政复议案件70件，其中维持29件，占43.4%。\n"
    (reports / "2018.txt").write_text(CURRENT.replace("一、主要工作\n", wrong), encoding="utf-8")
    later = CURRENT.replace("2018", "2019").replace("由581项精简至558项", "为540项")
    (reports / "2019.txt").write_text(later, encoding="utf-8")
    told = run(reports, "compare", "2017.txt", "2018.txt", "2019.txt").output
    counts = [int(count) for count in re.findall(r"不符 (\d+)", told)]
    assert counts == [1, 0]


def test_the_reason_of_the_system_is_told_in_the_language_of_the_message() -> None:
    from yoy.errors import WriteError
    from yoy.lexicon import explain, fail

    error = fail(WriteError, "cannot_write", file="x", reason="Permission denied")
    assert "没有权限" in explain(error, "zh")[0]
    assert "Permission denied" in explain(error, "en")[0]


def test_a_redline_is_written_where_it_is_asked_for(reports: Path) -> None:
    result = run(reports, "compare", "2017.txt", "2018.txt", "--docx", "修订稿.docx", "--manifest", "m.txt")
    assert "修订稿.docx" in result.output
    assert "修订稿.docx" in (reports / "m.txt").read_text(encoding="utf-8")
    assert "由581项精简至558项" in read(reports / "修订稿.docx").text


def test_a_redline_does_not_overwrite_a_report(reports: Path) -> None:
    run(reports, "compare", "2017.txt", "2018.txt", "--docx", "2017.txt", code=2)
    assert (reports / "2017.txt").read_text(encoding="utf-8") == PRIOR


def test_two_files_alone_are_compared(reports: Path) -> None:
    result = run(reports, "2018.txt", "2017.txt", "-o", "case")
    assert "2017 (2017.txt) → 2018 (2018.txt)" in result.output
    assert len(list((reports / "case").iterdir())) == 2
    assert "comparee" in run(reports, "comparee", "2017.txt", code=2).output


@pytest.mark.parametrize(("prior", "current"), [("上年", "本年"), ("prior", "current"), ("Prior", "本期")])
def test_labels_that_only_order(reports: Path, prior: str, current: str) -> None:
    for name, figure in (("a.txt", "581"), ("b.txt", "558")):
        (reports / name).write_text(f"一、工作\n审批事项总数为{figure}项。\n", encoding="utf-8")
    run(reports, f"{current}=b.txt", f"{prior}=a.txt", "--json", "none.json", "-q")
    none = json.loads((reports / "none.json").read_text(encoding="utf-8"))
    keep(none)
    assert [(one["id"], one["period"]) for one in none["reports"]] == [("prior", None), ("current", None)]
    assert none["comparisons"][0]["numbers"][0]["difference"] == "-23"
    run(reports, f"{current}=2018.txt", f"{prior}=2017.txt", "--json", "years.json", "-q")
    years = json.loads((reports / "years.json").read_text(encoding="utf-8"))
    assert [(one["id"], one["period"]) for one in years["reports"]] == [("2017", 2017), ("2018", 2018)]


def test_an_address_and_a_name_cut_in_two_get_advice(reports: Path) -> None:
    (reports / "某区 报告 2018.txt").write_text(CURRENT, encoding="utf-8")
    cut = run(reports, "compare", "2017.txt", "某区", "报告", "2018.txt", code=2)
    assert "blank_in_name" in cut.output
    assert '"某区 报告 2018.txt"' in cut.output
    assert "is_address" in run(reports, "https://example.org/2018.html", "2017.txt", code=2).output


def test_decisions_of_the_page_join_the_workbook_that_is_there(reports: Path) -> None:
    run(reports, "2017.txt", "2018.txt", "--json", "out.json", "-q")
    number = json.loads((reports / "out.json").read_text(encoding="utf-8"))["comparisons"][0]["numbers"][0]
    decision = {"key": number["key"], "kind": "pair", "comparison": "2017→2018", "ruling": "rejected"}
    whole = {"format": "yoy-decisions", "format_version": 1, "decisions": [decision]}
    (reports / "review.json").write_text(json.dumps(whole), encoding="utf-8")
    result = run(reports, "2017.txt", "2018.txt", "--json", "out.json", "--review", "review.json")
    assert "review.json" in result.output
    document = json.loads((reports / "out.json").read_text(encoding="utf-8"))
    keep(document)
    assert [one["ruling"] for one in document["settings"]["decisions"]] == ["rejected"]
    alone = [n for n in document["comparisons"][0]["numbers"] if n["reason"].get("reviewed") == "rejected"]
    assert sorted((n["prior"] is None, n["current"] is None) for n in alone) == [(False, True), (True, False)]
    (reports / "review.json").write_text("{}", encoding="utf-8")
    assert "not_decisions" in run(reports, "2017.txt", "2018.txt", "--review", "review.json", code=2).output


def test_check_names_what_does_not_agree_with_its_place(reports: Path) -> None:
    text = CURRENT + "三、数据\n检查企业40家，其中合格30家，合格率为70%。\n"
    (reports / "2018.txt").write_text(text, encoding="utf-8")
    short, whole = run(reports, "check", "2018.txt").output, run(reports, "check", "2018.txt", "--all").output
    assert "70%" in short
    assert re.search(r"2018 .*7", short)
    assert len(whole) >= len(short)
