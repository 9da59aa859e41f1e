"""`briefing withdraw` in a real git repository: the record stays, no word of the source is left, and what it costs is
named."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

from generator.data import __file__ as data_file
from tests.corrections_project import Run, commit, git, in_git, page, rendered
from tests.site_index import indexed

WHY = ("--because", "The paper took it back.", "--on", "2021-05-01")
APPROVED = "The city council approved the new port on 3 March 2021, the mayor Ana Lind said in a statement."
COSTS = "The port will cost 40 million euros and open in 2024, according to the council."
PROTEST = "Fishing crews protested outside the town hall for two hours."


@pytest.fixture
def harbour(project: Path, briefing: Run) -> Path:
    root = in_git(project)
    assert briefing("-C", root, "build")[0] == 0
    commit(root)
    return root


def everything(folder: Path) -> str:
    return "\n".join(
        path.read_text("utf-8", "replace")
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".md", ".html", ".json", ".xml", ".txt", ".bib")
    )


def test_every_word_goes_and_the_record_stays(harbour: Path, briefing: Run) -> None:
    code, out, err = briefing("-C", harbour, "withdraw", "sources/second.txt", *WHY)
    assert (code, err) == (0, "sources/second.txt.meta.yml: written; docs/ is fresh\n")
    assert out.splitlines() == [
        "withdrawn on 2021-05-01: sources/second.txt",
        "statements that lose their last source and are gone: 1",
        f"  f-6b098b8356 “{PROTEST}” (fishing)",
        "statements that lose an origin: 2",
        f"  f-a5cd5c7daa “{APPROVED}” (port): 2 of 3 origins left",
        f"  f-71f480b00b “{COSTS}” (port): 1 of 2 origins left",
    ]
    assert (harbour / "sources" / "second.txt.meta.yml").read_text(encoding="utf-8") == (
        "id: second\nwithdrawn: '2021-05-01'\nwithdrawn_because: The paper took it back.\nwithdrawn_by: Ida Berg\n"
    )
    assert git(harbour, "diff", "--stat", "--", "sources/second.txt") == ""
    assert briefing("-C", harbour, "build", "--strict")[0] == 0
    shown = everything(harbour / "docs") + everything(harbour / "site")
    assert not [words for words in (PROTEST, "approved by the city council", "45 million") if words in shown]
    gone = page(harbour, "sources/second.md")
    assert "# second { #source }" in gone
    assert "**Withdrawn on 1 May 2021**" in gone
    assert "The paper took it back.</span> (Ida Berg)" in gone
    assert "· Source withdrawn: [second](sources/second.md)" in page(harbour, "corrections.md")
    data = json.loads((harbour / "site" / "briefing.json").read_text(encoding="utf-8"))
    jsonschema.validate(data, json.loads((Path(data_file).with_name("export.schema.json")).read_text("utf-8")))
    assert [row["id"] for row in data["withdrawn"]] == ["second"]
    assert "second" not in [row["id"] for row in data["sources"]]
    assert not [page for page in indexed(harbour / "site") if "sources/second/" in page["url"]]


def test_the_record_stays_when_the_text_is_removed_too(harbour: Path, briefing: Run) -> None:
    briefing("-C", harbour, "withdraw", "second", *WHY)
    before = page(harbour, "sources/second.md")
    (harbour / "sources" / "second.txt").unlink()
    assert briefing("-C", harbour, "render", "--strict")[0] == 0
    assert page(harbour, "sources/second.md") == before
    code, out, said = briefing("-C", harbour, "check")
    assert (code, out, "second" in said) == (0, "", False)


def test_a_sidecar_keeps_what_it_says(harbour: Path, briefing: Run) -> None:
    sidecar = harbour / "sources" / "second.meta.yml"
    sidecar.write_text("# found by hand\npublisher: Coast Gazette\ntitle: A vote\nid: vote", encoding="utf-8")
    assert briefing("-C", harbour, "withdraw", "vote", *WHY, "--by", "Bo Ek")[0] == 0
    assert sidecar.read_text(encoding="utf-8") == (
        "# found by hand\npublisher: Coast Gazette\ntitle: A vote\nid: vote\n"
        "withdrawn: '2021-05-01'\nwithdrawn_because: The paper took it back.\nwithdrawn_by: Bo Ek\n"
    )
    assert "Coast Gazette" in page(harbour, "sources/vote.md")


def test_one_of_two_files_of_a_name_is_withdrawn_alone(harbour: Path, briefing: Run) -> None:
    (harbour / "sources" / "second.md").write_text("# Market\n\nForty stalls stood beside the harbour.\n", "utf-8")
    (harbour / "sources" / "second.meta.yml").write_text("publisher: Coast Gazette\n", encoding="utf-8")
    assert briefing("-C", harbour, "withdraw", "sources/second.txt", *WHY)[0] == 0
    _, _, data = rendered(harbour, briefing)
    assert [row["path"] for row in data["withdrawn"]] == ["sources/second.txt"]
    assert "sources/second.md" in [row["path"] for row in data["sources"]]


REFUSED = {
    "a source that is not there": (
        ("secnd", *WHY),
        "secnd: expected a source of this project, found none of that name; did you mean second?",
    ),
    "no reason": (("second", "--because", " "), "--because: expected a reason in words, found none"),
    "no day": (
        ("second", "--because", "x", "--on", "1 May"),
        "--on: expected a day such as 2026-11-28, found '1 May'",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_done_is_told_and_nothing_is_written(name: str, harbour: Path, briefing: Run) -> None:
    arguments, says = REFUSED[name]
    code, out, err = briefing("-C", harbour, "withdraw", *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(says)
    assert git(harbour, "status", "--porcelain") == ""


def test_a_page_edited_by_hand_stops_it_before_anything_is_written(harbour: Path, briefing: Run) -> None:
    edited = harbour / "docs" / "topics" / "port.md"
    edited.write_text(edited.read_text("utf-8") + "\nMine.\n", encoding="utf-8")
    code, out, err = briefing("-C", harbour, "withdraw", "second", *WHY)
    assert (code, out) == (2, "")
    assert "docs/topics/port.md: this generated page was edited by hand" in err
    assert not (harbour / "sources" / "second.txt.meta.yml").exists()


def test_twice_is_told(harbour: Path, briefing: Run) -> None:
    briefing("-C", harbour, "withdraw", "second", *WHY)
    code, _, err = briefing("-C", harbour, "withdraw", "second", *WHY)
    assert (code, err) == (2, "second: is withdrawn already\n")


def test_the_last_source_cannot_go(harbour: Path, briefing: Run) -> None:
    for name in ("second", "third", "fourth"):
        (harbour / "sources" / f"{name}.txt").unlink()
    code, out, err = briefing("-C", harbour, "withdraw", "first", *WHY)
    assert (code, out) == (2, "")
    assert err.startswith("sources/: expected at least one readable document, found none")


def test_a_sidecar_to_which_nothing_can_be_added_is_told(harbour: Path, briefing: Run) -> None:
    sidecar = harbour / "sources" / "second.meta.yml"
    sidecar.write_text("{publisher: Coast Gazette}\n", encoding="utf-8")
    code, out, err = briefing("-C", harbour, "withdraw", "second", *WHY)
    assert (code, out) == (2, "")
    assert re.match(r"second\.meta\.yml: the withdrawal cannot be added at its end: .*; write one key a line\n", err)
    assert sidecar.read_text(encoding="utf-8") == "{publisher: Coast Gazette}\n"


def test_all_entries_of_a_feed_are_withdrawn_with_their_file(harbour: Path, briefing: Run) -> None:
    entries = "".join(
        f"<item><title>Harbour news {n}</title><link>https://news.example/{n}</link><guid>{n}</guid>"
        f"<description>{words} stood beside the harbour for two days, and thousands came.</description></item>"
        for n, words in enumerate(("Forty stalls", "A tall ship"))
    )
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{entries}</channel></rss>'
    (harbour / "sources" / "news.rss").write_text(feed, encoding="utf-8")
    assert briefing("-C", harbour, "render", "--strict")[0] == 0
    code, out, _ = briefing("-C", harbour, "withdraw", "sources/news.rss", *WHY)
    assert (code, out.count("withdrawn on 2021-05-01: sources/news.rss#")) == (0, 2)
    _, _, data = rendered(harbour, briefing, "--strict")
    assert {row["title"] for row in data["withdrawn"]} == {"Harbour news 0", "Harbour news 1"}
    assert all("**Withdrawn on 1 May 2021**" in page(harbour, f"sources/{row['id']}.md") for row in data["withdrawn"])
