"""What a maintainer says of publishers, and a feed of its entries, from the settings to the site."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

OPEN = "The harbour of Varn will stay closed until Friday.\n"
ALSO = "Until Friday the harbour of Varn will stay closed.\n"
RULES = """\
publishers:
  - {name: Harbour Gazette, aliases: [gazette.example], country: Norway, family: Fjord papers}
  - {name: Inland Courier, family: Fjord papers}
"""
FEED = """\
<?xml version="1.0"?><rss version="2.0"><channel><title>Planet Varn</title>
<item><title>Closed</title><source url="https://wire.example/rss">Harbour Wire</source>
<description>The harbour of Varn will stay closed until Friday.</description></item></channel></rss>
"""


@pytest.fixture
def papers(project: Path) -> Path:
    for old in (project / "sources").iterdir():
        old.unlink()
    write(project, "one.txt", f"Harbour shut\n\n{OPEN}")
    write(project, "one.meta.yml", "url: https://www.gazette.example/1\n")
    write(project, "two.txt", f"Ships wait\n\n{ALSO}")
    write(project, "two.meta.yml", "publisher: the inland courier\n")
    return project


def write(project: Path, name: str, text: str) -> None:
    (project / "sources" / name).write_text(text, encoding="utf-8")


def told(project: Path, briefing: Run) -> Iterator[dict[str, object]]:
    """The statements of several sources, as the data of the site have them."""
    assert briefing("-q", "-C", project, "build")[0] == 0
    data = json.loads((project / "site" / "briefing.json").read_text(encoding="utf-8"))
    return (f for f in data["facts"] if len({q["source"] for q in f["quotes"] + f["also"]}) > 1)


def test_two_papers_of_one_house_are_one_origin_and_the_pages_say_so(papers: Path, briefing: Run) -> None:
    settings = papers / "briefing.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8") + "quotes: {max_share: 1}\n" + RULES.replace(", family: Fjord papers", ""),
        encoding="utf-8",
    )
    (apart,) = told(papers, briefing)
    assert apart["origins"] == 2
    settings.write_text(settings.read_text(encoding="utf-8").partition("publishers:")[0] + RULES, encoding="utf-8")
    (together,) = told(papers, briefing)
    assert together["origins"] == 1
    assert "papers of one house (Fjord papers)" in (papers / "docs" / "topics" / "port.md").read_text(encoding="utf-8")
    page = (papers / "docs" / "sources" / "one.md").read_text(encoding="utf-8")
    assert "Harbour Gazette: Norway, of the house Fjord papers." in page
    assert "Inland Courier" in (papers / "docs" / "sources" / "two.md").read_text(encoding="utf-8")


def test_the_source_of_a_feed_s_entry_and_that_publisher_s_own_report_are_one_origin(
    papers: Path, briefing: Run
) -> None:
    settings = papers / "briefing.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "quotes: {max_share: 1}\n", encoding="utf-8")
    (papers / "sources" / "one.txt").unlink()
    (papers / "sources" / "one.meta.yml").unlink()
    write(papers, "two.meta.yml", "publisher: Harbour Wire\n")
    write(papers, "planet.rss", FEED)
    (fact,) = told(papers, briefing)
    assert fact["origins"] == 1
    pages = "".join(p.read_text(encoding="utf-8") for p in (papers / "docs" / "sources").glob("planet*.md"))
    assert "**Goes back to:** Harbour Wire (from the source of the feed’s entry)" in pages
