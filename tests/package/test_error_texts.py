"""What an error says can be printed and published, whatever it quotes: it stands on one line and moves no cursor."""

from __future__ import annotations

from generator.errors import Problem, UnreadableError


def test_a_reason_that_quotes_a_strange_name_is_one_line() -> None:
    error = UnreadableError("its entry a\x1b[2J\nb\u202e.html is broken")
    assert str(error) == error.published == "its entry a\ufffd[2J b\ufffd.html is broken"


def test_a_problem_with_a_strange_file_moves_no_cursor() -> None:
    assert str(Problem("sources/a\x1b[2J.txt", "skipped", hint="x\x07")) == "sources/a\ufffd[2J.txt: skipped; x\ufffd"
