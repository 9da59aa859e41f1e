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

from tests.corrections_project import Run, aimed, commit, correct, fact, git, in_git, page, quote, rendered

APPROVED = "The city council approved the new port"
AGAIN = "The new port was approved"
SIGNED = "The council signed"
BERTHS = "Fishing crews will keep"
PROTEST = "Fishing crews protested"
COSTS = "The port will cost 45"


@pytest.fixture
def harbour(project: Path) -> Path:
    return in_git(project)


def told(project: Path, briefing: Run) -> dict[str, Any]:
    """The site's data before anything is corrected."""
    return rendered(project, briefing)[2]


def split_off(before: dict[str, Any]) -> str:
    other = quote(before, SIGNED)
    apart = f"    apart:\n      - quote: {other['id']}\n        words: {json.dumps(other['text'])}\n"
    return f"  - do: split\n{aimed(quote(before, APPROVED))}{apart}"


def joined(before: dict[str, Any]) -> str:
    other = quote(before, PROTEST)
    more = f"    with:\n      - quote: {other['id']}\n        words: {json.dumps(other['text'])}\n"
    return f"  - do: join\n{aimed(quote(before, BERTHS))}{more}"


def dismissed(before: dict[str, Any]) -> str:
    only = before["differences"][0]
    return f"  - do: dismiss\n{aimed({'id': only['id'], 'text': only['about']}, 'difference')}"


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
    for old, new in (re.search(r"the id (\S+) is .*; write `\w+: (\S+)`", line).groups() for line in about_ids):  # type: ignore[union-attr]
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


def test_a_target_that_has_gone_is_told_with_what_is_like_it(harbour: Path, briefing: Run) -> None:
    before = told(harbour, briefing)
    correct(
        harbour,
        f"  - do: pin\n{aimed(quote(before, COSTS))}",
        dismissed(before),
        "  - do: name\n    name: Ana Lind\n    spelling: Anna Lindh\n",
        f"  - do: hide\n{aimed({**quote(before, PROTEST), 'text': 'Fishing crews protested for two hours.'})}",
    )
    second = harbour / "sources" / "second.txt"
    second.write_text(second.read_text("utf-8").replace("cost 45 million", "cost about 46 million"), encoding="utf-8")
    (harbour / "sources" / "fourth.txt").unlink()
    code, said, data = rendered(harbour, briefing)
    lines = [line for line in said.splitlines() if line.startswith("editorial/")]
    changed = quote(data, "The port will cost about")
    assert code == 0
    assert lines == [
        "editorial/port.yml:2: no source has these words any more, so that the correction has no effect: “The port "
        "will cost 45 million euros, the newspaper reported.”; nearest: "
        f"`quote: {changed['id']}` “{changed['text']}” or "
        + " or ".join(f"`quote: {q['id']}` “{q['text']}”" for q in near(data, changed["id"], COSTS)),
        "editorial/port.yml:8: no source has these words any more, so that the correction has no effect: “"
        f"{before['differences'][0]['about']}”; nothing there is like it: leave the correction out",
        "editorial/port.yml:14: no source has the spelling, so that the correction has no effect: “Anna Lindh”; "
        "nearest: “Ana Lind”",
        f"editorial/port.yml:20: {quote(data, PROTEST)['id']} has other words than these, so that the correction has "
        f"no effect: “Fishing crews protested for two hours.”; nearest: `quote: {quote(data, PROTEST)['id']}` "
        f"“{quote(data, PROTEST)['text']}”",
    ]
    assert data["corrections"] == []
    assert briefing("-C", harbour, "build", "--strict")[0] == 1
    assert briefing("-C", harbour, "render", "--strict")[0] == 1
    code, _, said = briefing("-C", harbour, "check")
    assert (code, [line for line in said.splitlines() if line.startswith("editorial/")]) == (1, lines)


def near(data: dict[str, Any], first: str, words: str) -> list[dict[str, Any]]:
    """The quotes that are told as nearest beside the `first`."""
    from generator.editorial.nearest import nearest
    from generator.model import Target

    whole = "The port will cost 45 million euros, the newspaper reported."
    pool = [Target(q["id"], q["text"]) for f in data["facts"] for q in f["quotes"]]
    ids = [target.id for target in nearest(whole, pool)]
    assert ids[0] == first
    quotes = {q["id"]: q for f in data["facts"] for q in f["quotes"]}
    return [quotes[id] for id in ids[1:]]


def test_quotes_that_name_two_kinds_of_instrument_are_not_joined(harbour: Path, briefing: Run) -> None:
    (harbour / "sources" / "fifth.txt").write_text(
        "Treaty\n\nThe council signed the port treaty with the neighbours on 9 April 2021, the port office said.\n",
        encoding="utf-8",
    )
    before = told(harbour, briefing)
    treaty, other = quote(before, "The council signed the port treaty"), quote(before, "The council has finalised")
    more = f"    with:\n      - quote: {other['id']}\n        words: {json.dumps(other['text'])}\n"
    correct(harbour, f"  - do: join\n{aimed(treaty)}{more}")
    code, said, data = rendered(harbour, briefing)
    assert code == 0
    assert "editorial/port.yml:2: not told as one: it would tell two kinds of instrument as one (promise 4)" in said
    assert fact(data, treaty["text"])["id"] != fact(data, other["text"])["id"]
    assert data["corrections"] == []


def test_an_editor_quotes_word_for_word_or_not_at_all(harbour: Path, briefing: Run) -> None:
    good = "The council “approved the new port” in March."
    correct(harbour, f"  - do: bottom_line\n    topic: port\n    text: {good}\n")
    assert briefing("-C", harbour, "build", "--strict")[0] == 0
    site = harbour / "site"
    assert good in (site / "llms.txt").read_text(encoding="utf-8")
    assert (site / "corrections" / "index.html").is_file()
    correct(harbour, "  - do: bottom_line\n    topic: port\n    text: The council “rejected the new port” in March.\n")
    code, _, said = briefing("-C", harbour, "build")
    assert code == 2
    assert said == (
        "editorial/port.yml:2: promise 1: stands between quotation marks and in no source: “rejected the new port”; "
        "quote word for word, or leave the quotation marks out\n"
    )


def test_what_explain_prints_is_pasted(harbour: Path, briefing: Run) -> None:
    before = told(harbour, briefing)
    wrong = fact(before, SIGNED)
    code, out, _ = briefing("-C", harbour, "explain", wrong["id"])
    assert code == 0
    lines = "corrections:\n" + out.partition("\ncorrections:\n")[2]
    assert lines.count("  - do: ") == 3
    (harbour / "editorial").mkdir()
    file = harbour / "editorial" / "first.yml"
    file.write_text(lines, encoding="utf-8")
    code, _, said = briefing("-C", harbour, "render")
    assert (code, said.count("on: expected a day such as 2026-11-28, found")) == (2, 3)
    file.write_text(lines.replace("on: …", "on: 2021-05-01"), encoding="utf-8")
    code, said, data = rendered(harbour, briefing, "--strict")
    assert (code, {row["do"] for row in data["corrections"]}) == (0, {"hide", "split", "dismiss"})
    shown = str([data["facts"], data["timeline"], data["differences"]])
    assert [words in shown for words in (APPROVED, SIGNED, AGAIN)] == [False, False, True]


def test_a_long_quote_of_an_editor_is_told(harbour: Path, briefing: Run) -> None:
    settings = harbour / "briefing.yml"
    limited = settings.read_text("utf-8").replace("publish_full_text: true", "quotes: {max_words: 8}")
    settings.write_text(limited, encoding="utf-8")
    correct(
        harbour,
        "  - do: note\n    topic: port\n    text: “The city council approved the new port on 3 March 2021” it is.\n",
    )
    code, _, said = briefing("-C", harbour, "render")
    assert code == 2
    assert "editorial/port.yml:2: a quote of 11 words, where quotes.max_words is 8: “The city council" in said


def test_two_people_who_correct_do_not_meet_in_one_file(harbour: Path, briefing: Run) -> None:
    """Two branches that each add a file merge without a conflict, and both hold."""
    before = told(harbour, briefing)
    main = git(harbour, "branch", "--show-current").strip()
    git(harbour, "checkout", "-qb", "one")
    correct(harbour, f"  - do: hide\n{aimed(quote(before, PROTEST))}", name="one.yml")
    git(harbour, "add", "editorial")
    git(harbour, "commit", "-qm", "One")
    git(harbour, "checkout", "-q", main)
    correct(harbour, dismissed(before), name="other.yml")
    git(harbour, "add", "editorial")
    git(harbour, "commit", "-qm", "Other")
    git(harbour, "merge", "-q", "one")
    _, _, data = rendered(harbour, briefing, "--strict")
    assert {row["do"] for row in data["corrections"]} == {"hide", "dismiss"}


def test_what_an_editor_writes_is_text_on_every_page(harbour: Path, briefing: Run) -> None:
    odd = "'[x](javascript:1) <script>1</script> | {{ 1 }} \"\" **bold** `code`'"
    correct(harbour, f"  - do: bottom_line\n    topic: port\n    text: {odd}\n")
    file = harbour / "editorial" / "port.yml"
    file.write_text(file.read_text("utf-8").replace("It was wrong.", odd).replace("Bo Ek", odd), encoding="utf-8")
    assert briefing("-C", harbour, "build", "--strict")[0] == 0
    for path in ("corrections", "topics/port", ""):
        shown = (harbour / "site" / path / "index.html").read_text(encoding="utf-8")
        assert "<script>1" not in shown
        assert 'href="javascript' not in shown


def test_a_site_in_another_language_says_so_in_it(harbour: Path, briefing: Run) -> None:
    settings = harbour / "briefing.yml"
    settings.write_text("language: de\n" + settings.read_text("utf-8"), encoding="utf-8")
    correct(harbour, "  - do: note\n    topic: port\n    text: Niemand wurde gefragt.\n")
    assert briefing("-C", harbour, "render")[0] == 0
    assert "[Worte der Redaktion, nicht einer Quelle: Bo Ek, 1. Mai 2021](" in page(harbour, "topics/port.md")
    assert page(harbour, "corrections.md").startswith("---\n") and "# Berichtigungen {" in page(
        harbour, "corrections.md"
    )
