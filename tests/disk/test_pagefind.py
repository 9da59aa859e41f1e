"""The search index: the same pages give the same bytes, and what goes wrong is told in words."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from generator.disk import index_site
from generator.errors import BriefingError
from generator.material.search_page import Passage, SearchPage, staged


def page(title: str, text: str, language: str = "en") -> str:
    return staged(SearchPage(title, (Passage(text, "a"),)), language)


PAGES = {f"p{n}/index.html": page(f"Page {n}", f"Berth {n} lies at quay {n % 7}.") for n in range(40)}


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_the_same_pages_give_the_same_bytes_whatever_their_order(tmp_path: Path) -> None:
    index_site(PAGES, tmp_path / "one")
    index_site(dict(reversed(PAGES.items())), tmp_path / "other")
    assert tree(tmp_path / "one") == tree(tmp_path / "other")


def test_only_what_a_browser_asks_for_is_kept_and_an_older_index_goes(tmp_path: Path) -> None:
    (tmp_path / "pagefind").mkdir()
    (tmp_path / "pagefind" / "old.pf_meta").write_text("old", encoding="utf-8")
    index_site(PAGES, tmp_path)
    kinds = {
        path.split("/")[1].split(".")[0] if path.count("/") == 1 else path.split("/")[1] for path in tree(tmp_path)
    }
    assert kinds == {"pagefind", "pagefind-entry", "wasm", "index", "fragment"}
    assert "pagefind/old.pf_meta" not in tree(tmp_path)
    assert not list(tmp_path.glob("pagefind/*ui*"))


def test_each_page_has_the_name_that_pagefind_gives_it(tmp_path: Path) -> None:
    texts = {path: page(path, path) for path in ("index.html", "own.html", "a/index.html", "my index.html")}
    names = index_site(texts, tmp_path)
    assert names.keys() == texts.keys()
    assert {f"pagefind/fragment/{name}.pf_fragment" for name in names.values()} < tree(tmp_path).keys()


def test_no_page_no_index(tmp_path: Path) -> None:
    assert index_site({}, tmp_path) == {}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("language", "program"), [("de", "de"), ("ja", "unknown"), ("zh", "unknown")])
def test_a_language_without_stemmer_has_the_program_for_any(tmp_path: Path, language: str, program: str) -> None:
    index_site({"index.html": page("T", "Text", language)}, tmp_path)
    entry = json.loads((tmp_path / "pagefind" / "pagefind-entry.json").read_text(encoding="utf-8"))
    assert list(entry["languages"]) == [language]
    assert [path.name for path in tmp_path.glob("pagefind/wasm.*")] == [f"wasm.{program}.pagefind"]


def test_settings_of_other_uses_of_pagefind_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index_site(PAGES, tmp_path / "one")
    (tmp_path / "pagefind.toml").write_text('root_selector = "nothing"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_ROOT_SELECTOR", "nothing")
    index_site(PAGES, tmp_path / "other")
    assert tree(tmp_path / "one") == tree(tmp_path / "other")


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("#!/bin/sh\necho 'No module named pagefind' >&2\nexit 1\n", "No module named pagefind"),
        ("#!/bin/sh\nexit 3\n", "it said nothing"),
        ("#!/bin/sh\nexit 0\n", "it wrote no index"),
        ("no program", "Exec format error"),
    ],
)
def test_what_goes_wrong_is_told_and_nothing_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, said: str
) -> None:
    site = tmp_path / "site"
    index_site(PAGES, site)
    before = tree(site)
    broken = tmp_path / "python"
    broken.write_text(program, encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(broken))
    with pytest.raises(BriefingError) as told:
        index_site(PAGES, site)
    (problem,) = told.value.problems
    assert str(problem).startswith("pagefind/: Pagefind could not index the site: ")
    assert said in problem.message
    assert "pip install 'pagefind[bin]'" in str(problem.hint)
    assert tree(site) == before
