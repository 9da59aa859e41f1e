"""A project of documents that attack: every payload of tests/fixtures/vectors.yml in fields of every format.

A vector is one payload in one place. Each has a number, which its call `pwn(number)` would tell a browser, and a word,
`vec` and the number, by which it is found again where a page shows it. Markup of a web page is dealt both as text that
the page shows and as markup of its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from tests.vector_deck import Deck, Vector, line
from tests.vector_documents import documents

__all__ = ["SECRET", "Vector", "write"]

SECRET = "canary-of-a-file-that-no-page-includes"
_ROUNDS = 3


def write(project: Path) -> tuple[Vector, ...]:
    """Writes sources/, editorial/, briefing.yml and a file that no page may include to `project`; every vector."""
    deck = Deck()
    for folder in ("sources", "editorial"):
        (project / folder).mkdir(parents=True)
    for number in range(1, _ROUNDS + 1):
        for name, data in documents(deck):
            (project / "sources" / name.replace("N", str(number), 1)).write_bytes(data)
    (project / "briefing.yml").write_text(_settings(deck), encoding="utf-8")
    (project / "editorial" / "own.yml").write_text(_corrections(deck), encoding="utf-8")
    (project / "secret.txt").write_text(SECRET, encoding="utf-8")
    return tuple(deck.vectors)


def _settings(deck: Deck) -> str:
    topics = [
        {"id": name, "title": deck.text("topic, title"), "scope": deck.text("topic, scope"), "terms": terms}
        for name, terms in (("port", ["port", deck.text("topic, term")]), ("basin", ["basin"]), ("fish", ["fishermen"]))
    ]
    names = [{"name": deck.text("name", line), "aliases": ["Vellmar"]}]
    publishers = [
        {"name": deck.text("publisher", line), "aliases": ["ledger.example"], "family": deck.text("family", line)}
    ]
    said: dict[str, Any] = {"title": deck.text("site, title"), "description": deck.text("site, description")}
    said |= {"publish_full_text": True}
    return yaml.safe_dump({**said, "topics": topics, "names": names, "publishers": publishers}, allow_unicode=True)


def _corrections(deck: Deck) -> str:
    rows = [
        {"do": do, "topic": topic, "text": deck.text(f"correction, {do}"), "by": deck.text("correction, by"),
         "because": deck.text("correction, because"), "on": "2020-10-09"}
        for do in ("bottom_line", "note") for topic in ("port", "basin")
    ]  # fmt: skip
    return json.dumps({"corrections": rows})
