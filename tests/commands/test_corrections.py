"""Corrections through the command line, in a real git repository: each kind does what it says, lasts through new
sources and renamed files, and is told when its target has gone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.corrections_project import (
    AGAIN,
    APPROVED,
    BERTHS,
    COSTS,
    PROTEST,
    SIGNED,
    Run,
    aimed,
    commit,
    correct,
    dismissed,
    fact,
    git,
    in_git,
    page,
    quote,
    rendered,
    told,
)


@pytest.fixture
def harbour(project: Path) -> Path:
    return in_git(project)


def split_off(before: dict[str, Any]) -> str:
    other = quote(before, SIGNED)
    apart = f"    apart:\n      - quote: {other['id']}\n        words: {json.dumps(other['text'])}\n"
    return f"  - do: split\n{aimed(quote(before, APPROVED))}{apart}"


def joined(before: dict[str, Any]) -> str:
    other = quote(before, PROTEST)
    more = f"    with:\n      - quote: {other['id']}\n        words: {json.dumps(other['text'])}\n"
    return f"  - do: join\n{aimed(quote(before, BERTHS))}{more}"


Rows = Callable[[dict[str, Any]], str]
Holds = Callable[[dict[str, Any], Path], bool]

KINDS: dict[str, tuple[Rows, Holds]] = {
    "a bottom line": (
        lambda before: "  - do: bottom_line\n    topic: port\n    text: It is decided, as far as anyone says.\n",
        lambda data, root: (
            "is decided, as far as anyone says.</span> [the editor’s words, not a source’s: Bo Ek, 1 May"
            in page(root, "topics/port.md")
            and "is decided, as far as anyone says.</span>\n\n    [the editor’s words" in page(root, "index.md")
        ),
    ),
    "a note": (
        lambda before: "  - do: note\n    topic: fishing\n    text: Nobody was asked.\n",
        lambda data, root: (
            "Nobody was asked." in page(root, "topics/fishing.md") and "Nobody was asked." not in page(root, "index.md")
        ),
    ),
    "hide": (
        lambda before: f"  - do: hide\n{aimed(quote(before, PROTEST))}",
        lambda data, root: not any(PROTEST in path.read_text("utf-8") for path in root.glob("docs/**/*.md")),
    ),
    "hide on one topic": (
        lambda before: f"  - do: hide\n{aimed(quote(before, BERTHS))}    topic: port\n",
        lambda data, root: fact(data, BERTHS)["topics"] == ["fishing"],
    ),
    "pin": (
        lambda before: f"  - do: pin\n{aimed(quote(before, PROTEST))}",
        lambda data, root: (
            data["topics"][1]["bottom_line"][0]["facts"] == [quote(data, PROTEST)["id"]]
            and data["topics"][1]["facts"][0] == quote(data, PROTEST)["id"]
        ),
    ),
    "split": (split_off, lambda data, root: fact(data, SIGNED)["id"] != fact(data, APPROVED)["id"]),
    "join": (
        joined,
        lambda data, root: (
            fact(data, BERTHS)["id"] == fact(data, PROTEST)["id"]
            and set(fact(data, PROTEST)["topics"]) == {"port", "fishing"}
        ),
    ),
    "a date": (
        lambda before: f"  - do: date\n{aimed(quote(before, BERTHS))}    date: 2021-03-12\n",
        lambda data, root: (
            ["2021-03-12", "Friday", "a correction by Bo Ek"]
            in [[e["date"], e["from"], e["anchor"]] for e in data["timeline"]]
            and "“Friday”, date set by Bo Ek" in page(root, "timeline.md")
        ),
    ),
    "words that are no date": (
        lambda before: f"  - do: date\n{aimed(quote(before, BERTHS))}    date: none\n",
        lambda data, root: "Friday" not in {e["from"] for e in data["timeline"]},
    ),
    "a date that was not found": (
        lambda before: f"  - do: date\n{aimed(quote(before, PROTEST))}    said: for two hours\n    date: 2021-03\n",
        lambda data, root: ["2021-03", "for two hours"] in [[e["date"], e["from"]] for e in data["timeline"]],
    ),
    "a status": (
        lambda before: f"  - do: status\n{aimed(quote(before, SIGNED))}    status: ratified\n",
        lambda data, root: (
            fact(data, SIGNED)["status"] == "ratified"
            and {"ratified", "text finalised"} == {p["value"] for d in data["differences"] for p in d["positions"]}
        ),
    ),
    "no status": (
        lambda before: f"  - do: status\n{aimed(quote(before, SIGNED))}    status: none\n",
        lambda data, root: fact(data, SIGNED)["status"] is None and not data["differences"],
    ),
    "an origin": (
        lambda before: f"  - do: origin\n{aimed(quote(before, AGAIN))}    origin: Ana Lind\n",
        lambda data, root: fact(data, AGAIN)["origins"] == 2,
    ),
    "a speaker": (
        lambda before: f"  - do: origin\n{aimed(quote(before, SIGNED))}    origin: the town hall\n    speaker: none\n",
        lambda data, root: quote(data, SIGNED)["by"] is None and fact(data, SIGNED)["origins"] == 3,
    ),
    "a misspelling": (
        lambda before: "  - do: name\n    name: Ana Lind\n    misspelling: Anna Lind\n",
        lambda data, root: ["Ana Lind", ["Anna Lind"]] in [[n["name"], n["also_spelt"]] for n in data["names"]],
    ),
    "a name and its kind": (
        lambda before: "  - do: name\n    name: Mayor Ana Lind\n    spelling: Ana Lind\n    kind: organisation\n",
        lambda data, root: ["Mayor Ana Lind", "organisation"] in [[n["name"], n["kind"]] for n in data["names"]],
    ),
    "a difference": (dismissed, lambda data, root: not data["differences"] and not fact(data, SIGNED)["differences"]),
    "a slip": (
        lambda before: f"  - do: slip\n{aimed(quote(before, COSTS))}    slip: 45 million\n    meant: 40 million\n",
        lambda data, root: (
            "[“45 million” is a slip, says Bo Ek; meant:](" in page(root, "topics/port.md")
            and quote(data, COSTS)["text"].startswith("The port will cost 45 million")
        ),
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_does_what_it_says_and_is_listed(kind: str, harbour: Path, briefing: Run) -> None:
    row, holds = KINDS[kind]
    before = told(harbour, briefing)
    assert not (harbour / "docs" / "corrections.md").exists()
    correct(harbour, row(before))
    code, said, data = rendered(harbour, briefing, "--strict")
    assert (code, [line for line in said.splitlines() if "editorial/" in line]) == (0, [])
    assert holds(data, harbour)
    schema = json.loads((resources.files("generator.data") / "export.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(data, schema)
    (listed,) = data["corrections"]
    assert (listed["by"], listed["because"], listed["on"]) == ("Bo Ek", "It was wrong.", "2021-05-01")
    assert f'data-correction="{listed["id"]}">It was wrong.</span> (Bo Ek)' in page(harbour, "corrections.md")
    assert "[All corrections](corrections.md)" in page(harbour, "method.md")


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_lasts_when_a_source_is_renamed_and_another_comes(kind: str, harbour: Path, briefing: Run) -> None:
    """Ids change with the name of a file; the words do not. The correction holds, and the new id is told."""
    row, holds = KINDS[kind]
    correct(harbour, row(told(harbour, briefing)))
    commit(harbour)
    for name in ("first", "second", "third", "fourth"):
        git(harbour, "mv", f"sources/{name}.txt", f"sources/moved-{name}.txt")
    (harbour / "sources" / "a-new-one.txt").write_text(
        "Market day\n\nA market with forty stalls opened beside the harbour on 1 May 2021, and thousands came.\n",
        encoding="utf-8",
    )
    code, said, data = rendered(harbour, briefing)
    assert code == 0
    assert holds(data, harbour), said
    about_ids = [line for line in said.splitlines() if line.startswith("editorial/port.yml:2: ")]
    assert all("is no longer there; the correction holds by its words" in line for line in about_ids)
    assert briefing("-C", harbour, "check")[0] == (1 if about_ids else 0)
    file = harbour / "editorial" / "port.yml"
    for old, new in re.findall(r"the id (\S+) is .*; write `\w+: (\S+)`", "\n".join(about_ids)):
        file.write_text(file.read_text("utf-8").replace(old, new), encoding="utf-8")
    code, said, data = rendered(harbour, briefing, "--strict")
    assert (code, "editorial/" in said, holds(data, harbour)) == (0, False, True)


def test_a_name_of_its_own_keeps_ids_through_a_rename(harbour: Path, briefing: Run) -> None:
    (harbour / "sources" / "second.txt.meta.yml").write_text("id: second\n", encoding="utf-8")
    before = told(harbour, briefing)
    correct(harbour, f"  - do: hide\n{aimed(quote(before, PROTEST))}")
    commit(harbour)
    git(harbour, "mv", "sources/second.txt", "sources/other.txt")
    git(harbour, "mv", "sources/second.txt.meta.yml", "sources/other.txt.meta.yml")
    code, said, data = rendered(harbour, briefing, "--strict")
    assert (code, "editorial/" in said) == (0, False)
    assert [q["id"] for f in data["facts"] for q in f["quotes"] if q["source"] == "second"]
