"""Corrections through the command line: what is told of one whose target has gone, what editors write and quote, and
what may stand beside it."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.corrections_project import (
    AGAIN,
    APPROVED,
    COSTS,
    PROTEST,
    SIGNED,
    Run,
    aimed,
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
