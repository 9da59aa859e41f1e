"""The search index of a site: what is in it, that it is the same each time, and a build that cannot make it."""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html

Run = Callable[..., tuple[int, str, str]]


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def indexed(site: Path) -> dict[str, Any]:
    """What Pagefind keeps of each page, by its address."""
    kept = sorted((site / "pagefind" / "fragment").iterdir())
    pages = [json.loads(gzip.decompress(f.read_bytes()).removeprefix(b"pagefind_dcd")) for f in kept]
    return {page["url"]: page for page in pages}


def test_pages_are_found_by_what_they_say_and_leave_no_mark_of_it(project: Path, briefing: Run) -> None:
    (project / "docs").mkdir()
    (project / "docs" / "own.md").write_text("# Own\n\nKept by two people.\n", encoding="utf-8")
    (project / "docs" / "out.md").write_text("---\nsearch: {exclude: true}\n---\n# Out\n", encoding="utf-8")
    assert briefing("-C", project, "build")[0] == 0
    site = project / "site"
    pages = indexed(site)
    assert pages.keys() >= {"/", "/topics/port/", "/sources/first/", "/method/", "/own/"}
    assert not pages.keys() & {"/404.html", "/out/"}
    assert "¶ Kept by two people." in pages["/own/"]["content"]
    port = pages["/topics/port/"]
    assert port["meta"]["title"] == "The port" and port["meta"]["terms"] == "port · harbour"
    assert "The port will cost" in port["content"] and "Cite this page" not in port["content"]
    tree: Any = html.document_fromstring((site / "topics/port/index.html").read_bytes())
    ids = set(tree.xpath("//@id"))
    assert {anchor["id"] for anchor in port["anchors"]} <= ids
    assert not [path for path in site.rglob("*.html") if b"data-pagefind" in path.read_bytes()]
    assert not [path for path in site.rglob("*.html") if b"data-search-exclude" in path.read_bytes()]
    known = json.loads((site / "pagefind" / "pages.json").read_bytes())
    assert known["filters"]["topic"] == ["Fishing", "The port"]
    assert len(known["pages"]) == len(pages)


def test_the_same_sources_give_the_same_index(project: Path, briefing: Run) -> None:
    assert briefing("-C", project, "build")[0] == 0
    first = files(project / "site")
    assert briefing("-C", project, "build")[0] == 0
    assert files(project / "site") == first


def test_a_site_in_another_language_is_indexed_in_it(project: Path, briefing: Run) -> None:
    settings = project / "briefing.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "language: de\n", encoding="utf-8")
    assert briefing("-C", project, "build")[0] == 0
    entry = json.loads((project / "site" / "pagefind" / "pagefind-entry.json").read_bytes())
    assert list(entry["languages"]) == ["de"]
    script = next((project / "site").glob("assets/javascripts/search.*.js")).read_text(encoding="utf-8")
    assert "Alle Themen" in script


def test_where_there_is_no_pagefind_the_last_good_site_stays(
    project: Path, briefing: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert briefing("-C", project, "build")[0] == 0
    before = files(project / "site")
    (project / "sources" / "third.txt").write_text("A lighthouse\n\nThe port gets a lighthouse.\n", encoding="utf-8")
    none = tmp_path / "python"
    none.write_text("#!/bin/sh\necho No module named pagefind >&2\nexit 1\n", encoding="utf-8")
    none.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(none))
    code, out, err = briefing("-C", project, "build")
    assert (code, out) == (2, "")
    assert err.count("Pagefind could not index the site: No module named pagefind") == 1
    assert "pip install 'pagefind[bin]'" in err and "Traceback" not in err
    assert files(project / "site") == before


def test_mkdocs_own_plugin_may_stay_and_is_told_to_be_of_no_use(
    project: Path, briefing: Run, caplog: pytest.LogCaptureFixture
) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("plugins:\n", "plugins:\n  - search\n"), encoding="utf-8")
    assert briefing("-C", project, "build")[0] == 0
    assert [r.levelname for r in caplog.records if "`search` is no longer needed" in r.getMessage()] == ["INFO"]
    page: Any = html.document_fromstring((project / "site/index.html").read_bytes())
    assert len(page.find_class("md-search__input")) == 1
    assert not page.xpath("//form[@name='search'] | //*[@data-md-component='search']")
