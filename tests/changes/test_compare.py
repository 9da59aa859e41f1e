"""What changed from one state to another, in facts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from generator.changes import as_json, as_lines, as_markdown, compare, in_short, read_snapshot, record
from generator.errors import BriefingError

TITLES = {"gazette": "Ferry to run", "courier": "Pier is old"}
_WORDS = "The ferry will run from May."


def fact(id: str, text: str = _WORDS, status: str | None = None, **quotes: str) -> dict[str, Any]:
    shown = [{"id": quote, "source": source, "text": text} for quote, source in quotes.items()]
    return {"id": id, "text": text, "topics": ["sea"], "status": status, "quotes": shown, "also": [], "differences": []}


def difference(*sides: str, id: str = "d-1") -> dict[str, Any]:
    positions = [{"value": side, "quotes": [], "also": []} for side in sides]
    return {"id": id, "topics": ["sea"], "kind": "figure", "about": "Boats", "positions": positions}


def state(*facts: Mapping[str, Any], differences: tuple[Mapping[str, Any], ...] = (), titles: Any = TITLES) -> bytes:
    sources = [{"id": id, "title": title} for id, title in titles.items()]
    data = {"version": 1, "sources": sources, "facts": list(facts), "differences": list(differences)}
    return json.dumps(data).encode()


def changes(old: bytes, new: bytes) -> list[tuple[str, str]]:
    found = compare(read_snapshot(old.decode(), "old"), read_snapshot(record(new), "new"))
    return [(change.kind, change.id) for change in found.changes]


ONE = fact("q-1", a="gazette")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (state(ONE), state(ONE), []),
        (state(), state(ONE), [("new", "q-1")]),
        (state(ONE), state(), [("gone", "q-1")]),
        (state(ONE), state(fact("q-1", a="gazette", b="courier")), [("gained", "q-1")]),
        (state(fact("q-1", a="gazette", b="courier")), state(ONE), [("lost", "q-1")]),
        (state(ONE), state(fact("q-1", status="signed", a="gazette")), [("revised", "q-1")]),
        (state(ONE), state(fact("q-1", "Ferries will run.", a="gazette")), [("revised", "q-1")]),
        (state(), state(differences=(difference("3", "4"),)), [("disputed", "d-1")]),
        (state(differences=(difference("3", "4"),)), state(), [("settled", "d-1")]),
        (
            state(differences=(difference("3", "4"),)),
            state(differences=(difference("3", "4", "5"),)),
            [("disputed", "d-1")],
        ),
    ],
)
def test_each_kind_of_change(old: bytes, new: bytes, told: list[tuple[str, str]]) -> None:
    assert changes(old, new) == told


def test_a_statement_that_an_older_quote_leads_now_is_the_same_one() -> None:
    assert changes(state(ONE), state(fact("q-0", z="courier", a="gazette"))) == [("gained", "q-0")]


def test_a_statement_whose_words_a_source_altered_is_revised_and_not_gone() -> None:
    now = fact("q-9", "The ferry will run from June.", c="gazette")
    assert changes(state(ONE), state(now)) == [("revised", "q-9")]


def test_other_words_of_the_source_or_like_words_of_another_are_new() -> None:
    other = fact("q-9", "Tickets cost four euros a head.", c="gazette")
    assert changes(state(ONE), state(other)) == [("new", "q-9"), ("gone", "q-1")]
    elsewhere = fact("q-9", "The ferry will run from June.", c="courier")
    assert changes(state(ONE), state(elsewhere)) == [("new", "q-9"), ("gone", "q-1")]


def test_an_old_statement_is_taken_once() -> None:
    now = state(
        fact("q-2", "The ferry will run from June.", b="gazette"), fact("q-3", "The ferry runs in May.", c="gazette")
    )
    assert changes(state(ONE), now) == [("new", "q-3"), ("revised", "q-2")]


OLD = state(ONE, differences=(difference("3", "4"),), titles={"gazette": "Ferry to run", "gone": "Old @news #7"})
NEW = state(fact("q-1", a="gazette", b="courier"), fact("q-5", "Ask @port, see #12.", e="courier"))


def found() -> Any:
    return compare(read_snapshot(OLD.decode(), "old"), read_snapshot(NEW.decode(), "new"))


def test_two_lines_say_what_changed() -> None:
    assert in_short(found()) == ("statements: 1 new, 1 gained a source", "differences: 1 no more")
    same = read_snapshot(OLD.decode(), "old")
    assert in_short(compare(same, same)) == ("statements: none changed", "differences: none changed")


def test_the_text_names_sources_and_statements() -> None:
    assert list(as_lines(found())) == [
        "+ courier: Pier is old",
        "- gone: Old @news #7",
        "",
        "New statements (1)",
        "  q-5  Ask @port, see #12. (courier)",
        "",
        "Gained a source (1)",
        "  q-1  The ferry will run from May. (courier)",
        "",
        "Differences no more (1)",
        "  d-1  Boats: 3 / 4",
    ]
    same = read_snapshot(OLD.decode(), "old")
    assert list(as_lines(compare(same, same))) == ["no statement and no difference changed"]


def test_markdown_calls_nobody_and_links_nothing() -> None:
    told = as_markdown(found())
    assert "@port" not in told and "@news" not in told and " #12" not in told and " #7" not in told
    assert "- Ask @<!-- -->port" in told


def test_json_has_each_change() -> None:
    data = json.loads(as_json(found()))
    assert (data["sources_added"], data["sources_removed"]) == (["courier"], ["gone"])
    assert [row["kind"] for row in data["changes"]] == ["new", "gained", "settled"]
    assert data["changes"][1]["sources"] == ["courier"]


@pytest.mark.parametrize("text", ["{", "[]", '{"version": 2}', '{"version": 1}', '{"version": 1, "sources": [3]}'])
def test_what_is_no_data_of_a_briefing_is_refused_in_words(text: str) -> None:
    with pytest.raises(BriefingError, match=r"old\.json: expected the data of a briefing"):
        read_snapshot(text, "old.json")


def test_a_record_has_a_line_for_each_thing_and_no_words_of_hidden_quotes() -> None:
    hidden = {**ONE, "also": [{"source": "courier", "paragraph": 2, "text": "kept back"}]}
    told = record(state(hidden))
    assert "kept back" not in told
    assert len([line for line in told.splitlines() if line.startswith("  {")]) == 3
