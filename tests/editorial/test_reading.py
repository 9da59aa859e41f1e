"""Mistakes in editorial/ are met like those of the settings: all at once, each with its file and line, what was
expected and found, and what may be meant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.editorial import parse_all
from generator.errors import BriefingError
from generator.model import FixDate, FixName, Hide, Target

SIGNED = "    by: Bo Ek\n    because: It was wrong.\n    on: 2021-05-01\n"
QUOTE = "    quote: f-0123456789\n    words: It was so.\n"


def problems(*rows: str, text: str = "") -> list[str]:
    written = text or "corrections:\n" + "".join(f"  - {row.rstrip()}\n{SIGNED}" for row in rows)
    with pytest.raises(BriefingError) as caught:
        parse_all([("editorial/a.yml", written)], ["port", "fishing"])
    return [str(problem) for problem in caught.value.problems]


ID = "expected the id of a statement or quote, such as f-0123456789"
MISTAKES: dict[str, tuple[str, list[str]]] = {
    "a verb that is none": (
        f"do: hid\n{QUOTE}",
        [
            "editorial/a.yml:2: corrections.1.do: expected one of bottom_line, note, hide, pin, split, join, date, "
            'status, origin, name, dismiss, slip, found "hid"'
        ],
    ),
    "no verb": (QUOTE.strip(), ["editorial/a.yml:2: corrections.1: `do` is missing: one of bottom_line, note, hide, "]),
    "a key of another verb": (
        f"do: hide\n{QUOTE}    tpic: port\n",
        ["editorial/a.yml:5: corrections.1.tpic: unknown setting; did you mean 'topic'?"],
    ),
    "a key that is missing": (
        "do: hide\n    quote: f-0123456789\n",
        [
            "editorial/a.yml:2: corrections.1: `words` is missing: The words of that quote, by which it is found again "
            "once the id has changed."
        ],
    ),
    "an id of another kind": (
        "do: hide\n    quote: d-0123456789\n    words: x\n",
        [f'editorial/a.yml:3: corrections.1.quote: {ID}, found "d-0123456789"'],
    ),
    "a topic that is none": (
        "do: note\n    topic: prt\n    text: x\n",
        ["editorial/a.yml:3: corrections.1.topic: expected the id of a topic, found 'prt'; did you mean 'port'?"],
    ),
    "a topic that is like none": (
        "do: note\n    topic: 5g\n    text: x\n",
        ["editorial/a.yml:3: corrections.1.topic: expected the id of a topic, found '5g'; topics here: port, fishing"],
    ),
    "a status that is none": (
        f"do: status\n{QUOTE}    status: sealed\n",
        [
            "editorial/a.yml:5: corrections.1.status: expected one of proposed, announced, agreed, text finalised, "
            'approved for signing, signed, ratified, in force, none, found "sealed"'
        ],
    ),
    "a date that is none": (
        f"do: date\n{QUOTE}    date: 2021-02-30\n",
        ["editorial/a.yml:5: corrections.1.date: expected an EDTF date such as 2020-10-07, found '2021-02-30'"],
    ),
    "words that are not in the quote": (
        f"do: slip\n{QUOTE}    slip: what\n    meant: that\n",
        ["editorial/a.yml:5: corrections.1.slip: expected words that stand in `words`, found 'what'"],
    ),
    "a name of which nothing is said": (
        "do: name\n    name: Ana Lind\n",
        [
            "editorial/a.yml:3: corrections.Ana Lind.name: expected spelling, misspelling, another or kind beside it, "
            "found 'Ana Lind'"
        ],
    ),
    "nothing to part": (
        f"do: split\n{QUOTE}    apart: []\n",
        ["editorial/a.yml:5: corrections.1.apart: expected at least 1 item, found []"],
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_its_line(name: str) -> None:
    row, expected = MISTAKES[name]
    found = problems(row)
    assert len(found) == len(expected), found
    assert [said.startswith(wanted) for said, wanted in zip(found, expected, strict=True)] == [True], found


def test_a_day_that_is_none_is_told() -> None:
    written = f"corrections:\n  - do: hide\n{QUOTE}{SIGNED}".replace("2021-05-01", "2021-05-32")
    assert problems(text=written) == [
        "editorial/a.yml:7: corrections.1.on: expected a day of the calendar, found '2021-05-32'"
    ]


def test_all_files_are_told_at_once() -> None:
    one = f"corrections:\n  - do: hidden\n{SIGNED}  - do: hide\n    qote: f-0123456789\n    words: x\n{SIGNED}"
    with pytest.raises(BriefingError) as caught:
        parse_all([("editorial/a.yml", one), ("editorial/b.yml", "nothing"), ("editorial/c.yml", "a: [")], ["port"])
    said = [str(problem) for problem in caught.value.problems]
    assert [line.split(": ")[0] for line in said] == [
        "editorial/a.yml:2",
        "editorial/a.yml:6",
        "editorial/a.yml:7",
        "editorial/b.yml",
        "editorial/c.yml:1",
    ]
    assert "editorial/b.yml: expected a list `corrections:`, found none" in said


def test_what_is_corrected_twice_is_told() -> None:
    row = f"do: status\n{QUOTE}    status: signed\n"
    other = f"do: status\n{QUOTE}    status: none\n"
    assert problems(row, other) == [
        "editorial/a.yml:9: corrects what editorial/a.yml:2 corrects already; leave one of them"
    ]
    own = "do: bottom_line\n    topic: port\n    text: {}\n"
    assert len(problems(own.format("One."), own.format("Another."))) == 1


def test_every_value_is_text() -> None:
    """`on` is no truth value, a year is no number, and `no` says no."""
    text = f"corrections:\n  - do: hide\n    quote: f-0123456789\n    words: no\n{SIGNED}"
    text += f"  - do: name\n    name: 2006\n    spelling: 06\n{SIGNED}"
    hide, name = parse_all([("a.yml", text)], [])
    assert isinstance(hide, Hide)
    assert (hide.target, hide.signed.on, hide.signed.line) == (Target("f-0123456789", "no"), "2021-05-01", 2)
    assert isinstance(name, FixName)
    assert (name.name, name.spelling) == ("2006", "06")


def test_none_takes_away() -> None:
    text = f"corrections:\n  - do: date\n{QUOTE}    date: none\n{SIGNED}"
    (date,) = parse_all([("a.yml", text)], [])
    assert isinstance(date, FixDate)
    assert date.date is None


def test_a_mistake_stops_a_build_and_nothing_is_written(
    project: Path, briefing: Callable[..., tuple[int, str, str]]
) -> None:
    folder = project / "editorial"
    folder.mkdir()
    (folder / "a.yml").write_text("corrections: []\n", encoding="utf-8")
    (folder / "b.yaml").write_bytes(b"corrections:\n\xff\n")
    (folder / "README.md").write_text("# Ours\n", encoding="utf-8")
    code, out, err = briefing("-C", project, "build")
    assert (code, out) == (2, "")
    assert sorted(err.splitlines()) == [
        "editorial/a.yml:1: corrections: expected at least 1 item, found []",
        "editorial/b.yaml:2: expected UTF-8 text; save the file as UTF-8",
    ]
    assert not (project / "docs").exists()


def test_no_folder_is_no_correction() -> None:
    assert parse_all([], ["port"]) == ()
