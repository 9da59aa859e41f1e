"""`briefing explain`: why a statement, a source and a page say what they say."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]

SIDECAR = "publisher: Harbour Gazette\npublished: 2021-03-04\nadded: 2021-03-05\norigin: Council press office\n"
GENEROUS = "quotes: {max_share: 1}\n"


@pytest.fixture
def rendered(project: Path, briefing: Run) -> Path:
    settings = project / "briefing.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + GENEROUS, encoding="utf-8")
    (project / "sources" / "first.txt.meta.yml").write_text(SIDECAR, encoding="utf-8")
    assert briefing("-C", project, "render")[0] == 0
    return project


def facts(project: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((project / "docs" / ".statements.json").read_text("utf-8"))["facts"]
    return found


def shared(project: Path) -> dict[str, Any]:
    return next(fact for fact in facts(project) if len(fact["quotes"]) > 1 and "approved" in fact["text"])


def test_a_statement_tells_why_it_is_one_and_what_its_words_are_worth(rendered: Path, briefing: Run) -> None:
    fact = shared(rendered)
    code, out, _ = briefing("-C", rendered, "explain", fact["id"])
    assert code == 0
    lines = out.splitlines()
    assert lines[0] == f"{fact['id']}  {fact['text']}"
    assert "why one statement (groups form from a mean probability of 0.65)" in lines
    joined = next(line for line in lines if "shared: " in line)
    assert "for any pair -" in joined and "approv" in joined
    assert any(line.startswith("bottom line of port: ") for line in lines)


def test_an_origin_is_told_with_its_reason(rendered: Path, briefing: Run) -> None:
    out = briefing("-C", rendered, "explain", shared(rendered)["id"])[1]
    assert "origin Council press office (declared): declared in the source's metadata" in out


def test_a_quote_leads_to_its_statement(rendered: Path, briefing: Run) -> None:
    fact = shared(rendered)
    other = next(quote["id"] for quote in fact["quotes"] if quote["id"] != fact["id"])
    assert briefing("-C", rendered, "explain", other)[1].startswith(f"{fact['id']}  ")


def test_what_stayed_outside_is_told_with_what_keeps_it_apart(rendered: Path, briefing: Run) -> None:
    (rendered / "sources" / "third.txt").write_text(
        "Port vote denied\n\nThe mayor denied on Monday that the city council approved the new port on 3 March 2021.\n"
        "Nothing else about the harbour and its fishing boats was said there, and the hall was empty by noon.\n",
        encoding="utf-8",
    )
    briefing("-C", rendered, "render")
    out = briefing("-C", rendered, "explain", shared(rendered)["id"])[1]
    assert "kept apart: a denial" in out.partition("nearest that stayed outside")[2]


@pytest.mark.parametrize("asked", ["first", "sources/first.txt", "docs/sources/first.md"])
def test_a_source_tells_its_date_its_origin_and_what_each_sentence_scored(
    rendered: Path, briefing: Run, asked: str
) -> None:
    out = briefing("-C", rendered, "explain", asked)[1]
    assert out.startswith("first  sources/first.txt, read as text: Council approves the new port\n")
    assert "published 2021-03-04, from sidecar" in out
    assert "origin Council press office, declared in its metadata" in out
    assert "topics: port (own words " in out
    assert "summary: in the summary; stands by itself, worth " in out
    assert f"quoted in {facts(rendered)[0]['id'][:2]}" in out


def test_a_source_without_a_date_says_what_that_costs(rendered: Path, briefing: Run) -> None:
    out = briefing("-C", rendered, "explain", "second")[1]
    assert "published: no date found" in out
    assert "no publisher is known" in out


def test_a_page_lists_its_statements_by_weight(rendered: Path, briefing: Run) -> None:
    out = briefing("-C", rendered, "explain", "docs/topics/port.md")[1]
    assert "topic port: " in out and "topic fishing" not in out
    assert ", line 1 of the bottom line: " in out
    home = briefing("-C", rendered, "explain", "index.md")[1]
    assert "topic port: " in home and "topic fishing: " in home


def test_a_name_that_is_none_is_met_with_what_is_nearest(rendered: Path, briefing: Run) -> None:
    code, out, err = briefing("-C", rendered, "explain", "secnd")
    assert (code, out) == (2, "")
    assert "did you mean second" in err
