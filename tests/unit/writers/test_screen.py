"""No text of a report steers the terminal, in a summary or in an explanation."""

from __future__ import annotations

import pytest

from yoy.writers.terminal.explanation import print_explanation

STEERING = "审批\x1b[2J事项\u202e总数"


def test_an_explanation_names_what_would_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    found = {"subject": "figure", "title": STEERING, "facts": [("sentence", STEERING)], "alternatives": []}
    print_explanation(found, "zh")
    shown = capsys.readouterr().out
    assert "审批" in shown
    assert "事项" in shown
    assert "\x1b[2J" not in shown
    assert "\u202e" not in shown
