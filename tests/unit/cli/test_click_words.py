"""What click says to a person whose language is Chinese."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


def said(language: str, *arguments: str, asked: str = "") -> str:
    environment = {k: v for k, v in os.environ.items() if k not in {"LC_ALL", "LC_MESSAGES", "LANGUAGE"}}
    result = subprocess.run(
        [sys.executable, "-m", "yoy", *arguments],
        env={**environment, "LANG": language, "LANGUAGE": asked, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return result.stdout + result.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--help",), ("用法：", "选项", "显示本说明。")),
        (("compare", "--nonsense"), ("没有选项", "--nonsense", "用法说明见")),
        (("compare", "--formt"), ("没有选项", "--formt")),
        (("nonsense",), ("没有命令", "nonsense")),
        (("outline",), ("缺少参数",)),
        (("outline", "one.txt", "two.txt", "three.txt"), ("多出的参数",)),
        (("compare", "a.txt", "b.txt", "--lang", "fr"), ("取值无效", "不在可选值之列")),
        (("compare", "--lang"), ("选项 --lang 后面要有取值",)),
    ],
)
def test_click_speaks_chinese(arguments: tuple[str, ...], words: tuple[str, ...]) -> None:
    output = said("zh_CN.UTF-8", *arguments)
    for word in words:
        assert word in output
    for english in ("Usage:", "Options", "Error:", "No such", "Missing"):
        assert english not in output


def test_click_speaks_english_to_the_others() -> None:
    output = said("en_GB.UTF-8", "compare", "--nonsense")
    assert "Usage:" in output
    assert "No such option" in output


def test_the_language_of_the_rest_is_that_of_click_too() -> None:
    assert "没有选项" in said("zh_CN.UTF-8", "compare", "--nonsense", asked="de")
