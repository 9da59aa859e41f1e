"""Addresses last: an `id` keeps a source's page where it is, and what was called otherwise leads on."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from tests.corrections_project import Run, commit, git, in_git, page, rendered
from tests.site_index import indexed


@pytest.fixture
def harbour(project: Path) -> Path:
    return in_git(project)


def found(tree: html.HtmlElement, path: str) -> list[str]:
    values = tree.xpath(path)
    return [str(value) for value in values] if isinstance(values, list) else []


def test_an_id_keeps_the_page_of_a_renamed_source(harbour: Path, briefing: Run) -> None:
    sidecar = harbour / "sources" / "second.txt.meta.yml"
    sidecar.write_text("id: vote-of-march\ntitle: The vote\n", encoding="utf-8")
    briefing("-C", harbour, "render")
    before = page(harbour, "sources/vote-of-march.md")
    commit(harbour)
    git(harbour, "mv", "sources/second.txt", "sources/a.txt")
    git(harbour, "mv", "sources/second.txt.meta.yml", "sources/a.txt.meta.yml")
    assert briefing("-C", harbour, "render", "--strict")[0] == 0
    assert page(harbour, "sources/vote-of-march.md").splitlines()[2:] == [
        line.replace("sources/second.txt", "sources/a.txt") for line in before.splitlines()[2:]
    ]


def test_a_name_that_nothing_keeps_is_told(harbour: Path, briefing: Run) -> None:
    """What would keep the old address is said when it goes, for a source and for a topic."""
    briefing("-C", harbour, "render")
    git(harbour, "mv", "sources/third.txt", "sources/fleet.txt")
    settings = harbour / "briefing.yml"
    settings.write_text(settings.read_text("utf-8").replace("- id: port\n", "- id: haven\n"), encoding="utf-8")
    code, _, said = briefing("-C", harbour, "render")
    assert code == 0
    assert (
        "docs/sources/third.md: is gone, and docs/sources/fleet.md says what it said; for its address to lead there, "
        "write `formerly: [third]` in the file beside the source\n"
        "docs/topics/port.md: is gone, and docs/topics/haven.md says what it said; for its address to lead there, "
        "write `formerly: [port]` of the topic in briefing.yml\n"
    ) in said
    (harbour / "sources" / "fleet.txt.meta.yml").write_text("formerly: [third]\n", encoding="utf-8")
    _, _, said = briefing("-C", harbour, "render")
    assert "is gone" not in said
    (harbour / "sources" / "fleet.txt").unlink()
    (harbour / "sources" / "fleet.txt.meta.yml").unlink()
    assert "is gone" not in briefing("-C", harbour, "render")[2]


def test_an_old_name_leads_on_in_docs_and_site(harbour: Path, briefing: Run) -> None:
    (harbour / "sources" / "second.txt.meta.yml").write_text(
        "id: vote\ntitle: The vote\nformerly: [second, protest]\n", encoding="utf-8"
    )
    settings = harbour / "briefing.yml"
    settings.write_text(
        settings.read_text("utf-8").replace("  - id: port\n", "  - id: haven\n    formerly: [port]\n"), encoding="utf-8"
    )
    own = harbour / "docs" / "ours.md"
    own.parent.mkdir()
    own.write_text("# Ours\n\n[The vote](sources/protest.md) on [the port](topics/port.md).\n", encoding="utf-8")
    assert briefing("-C", harbour, "build", "--strict")[0] == 0
    assert "[This page has moved to The vote](vote.md)" in page(harbour, "sources/second.md")
    for path, target in (("sources/second", "../vote/"), ("sources/protest", "../vote/"), ("topics/port", "../haven/")):
        made = html.document_fromstring((harbour / "site" / path / "index.html").read_bytes())
        assert found(made, "//meta[@http-equiv='refresh']/@content") == [f"1; url={target}"]
        assert found(made, "//meta[@name='robots']/@content") == ["noindex"]
        scripts = found(made, "//script[starts-with(., 'location.replace')]/text()")
        assert scripts == [f'location.replace("{target}" + location.hash)']
    home = html.document_fromstring((harbour / "site" / "index.html").read_bytes())
    listed = found(home, "//nav[contains(@class, 'md-nav--primary')]//a/@href")
    assert "topics/haven/" in listed
    assert "topics/port/" not in listed
    assert not [page for page in indexed(harbour / "site") if "topics/port/" in page["url"]]
    assert briefing("-C", harbour, "render", "--check")[0] == 0


def test_a_page_that_is_there_goes_before_one_that_moved(harbour: Path, briefing: Run) -> None:
    (harbour / "sources" / "second.txt.meta.yml").write_text("id: vote\nformerly: first\n", encoding="utf-8")
    assert briefing("-C", harbour, "render", "--strict")[0] == 0
    assert "has moved" not in page(harbour, "sources/first.md")


def test_two_files_of_one_id_are_told(harbour: Path, briefing: Run) -> None:
    for name in ("second", "third"):
        (harbour / "sources" / f"{name}.txt.meta.yml").write_text("id: vote\n", encoding="utf-8")
    code, said, data = rendered(harbour, briefing, "--strict")
    assert code == 1
    assert "sources/third.txt: skipped: id: another source is called 'vote': sources/second.txt\n" in said
    assert [row["path"] for row in data["sources"] if row["id"] == "vote"] == ["sources/second.txt"]


@pytest.mark.parametrize("value", ["Vote", "index", "a--b", "x" * 61, "../x"])
def test_an_id_that_is_no_name_of_a_page_is_told(value: str, harbour: Path, briefing: Run) -> None:
    (harbour / "sources" / "second.txt.meta.yml").write_text(f"id: {value}\n", encoding="utf-8")
    _, _, said = briefing("-C", harbour, "render")
    expected = "line 1: id: expected up to 60 lower-case letters, digits and single hyphens, not `index`, found "
    assert expected in said
