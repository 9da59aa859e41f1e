"""Whatever a field of a source holds, pages keep their markup, and every file for machines can be read and says it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import feedparser
import pytest
import yaml
from bibtexparser.entrypoint import parse_string
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.config import parse
from generator.model import Site, SourceFile
from generator.pages.context import Context
from generator.pages.exports.bibliography import citations
from generator.pages.exports.web_feeds import feeds
from generator.pipeline import run
from tests.conftest import FIRST, SECOND, SETTINGS
from tests.pages.test_escape import ANY, seen

CONFIG = parse(SETTINGS, "briefing.yml")
HOLDERS = ("title", "author", "publisher", "origin", "note", "published", "url")


def made(fields: dict[str, str], text: str = FIRST) -> Site:
    """The site of a source with these `fields` beside it, and of another one."""
    beside = (("a.txt.meta.yml", json.dumps({"published": "2021-03-04", **fields}).encode()),)
    files = [SourceFile("sources/a.txt", text.encode("utf-8", "replace"), beside)]
    return run([*files, SourceFile("sources/b.txt", SECOND.encode())], CONFIG)


def tags(site: Site) -> dict[str, set[tuple[str, tuple[str, ...]]]]:
    """The elements of each page, with the names of their attributes."""
    pages = {page.path: seen(page.text.partition("\n---\n")[2]) for page in site.pages}
    return {
        path: {(tag, tuple(sorted(name for name, _ in attrs))) for tag, attrs in p.tags} for path, p in pages.items()
    }


PLAIN = set().union(*tags(made({"title": "A plain title", "author": "Ana Lind", "publisher": "The Ledger"})).values())


@pytest.mark.parametrize("name", ["title", "author", "publisher", "origin", "note"])
@settings(max_examples=4, deadline=None)
@given(text=ANY.filter(str.strip))
def test_any_text_in_a_field_makes_no_element(name: str, text: str) -> None:
    site = made({"title": "Basin", "author": "Ana Lind", "publisher": "The Ledger", name: text})
    for path, found in tags(site).items():
        assert found <= PLAIN, (path, found - PLAIN)


@settings(max_examples=6, deadline=None)
@given(text=ANY.filter(str.strip))
def test_any_text_in_a_paragraph_makes_no_element(text: str) -> None:
    site = made(
        {"title": "Basin", "author": "Ana Lind", "publisher": "The Ledger"}, f"{FIRST}\nThe port {text} opens.\n"
    )
    for path, found in tags(site).items():
        assert found <= PLAIN, (path, found - PLAIN)


@settings(max_examples=12, deadline=None)
@example(fields=dict.fromkeys(("title", "author", "publisher", "origin", "note"), "\x1b"))
@example(fields=dict.fromkeys(("title", "author", "publisher", "origin", "note"), "\u2800\ue000"))
@given(fields=st.fixed_dictionaries({name: ANY.filter(str.strip) for name in ("title", "author", "publisher", "note")}))
def test_files_for_machines_can_be_read(fields: dict[str, str]) -> None:
    site = made(fields)
    context = Context(site.brief, CONFIG)
    for asset in (
        *site.assets,
        *feeds(context, "https://owner.example/"),
        *citations(context, "https://owner.example/"),
    ):
        text = asset.data.decode("utf-8")
        if asset.path.endswith("json"):
            json.loads(text)
        elif asset.path.endswith(".xml"):
            assert not feedparser.parse(asset.data).bozo, text
        elif asset.path.endswith(".bib"):
            assert parse_string(text).failed_blocks == []
            assert len(parse_string(text).entries) == 2
    for page in site.pages:
        head = yaml.safe_load(page.text.split("\n---\n")[0].removeprefix("---\n"))
        assert isinstance(head, dict)
        assert all(isinstance(value, str) for key, value in head.items() if key in ("title", "description"))


@settings(max_examples=30, deadline=None)
@given(tail=ANY)
def test_any_address_is_a_link_of_the_web_or_none(tail: str) -> None:
    site = made({"title": "Basin"})
    (first, *_) = site.brief.analyses
    url = f"https://ledger.example/{tail}"
    article = replace(first.article, metadata=replace(first.article.metadata, url=url))
    brief: Any = replace(site.brief, analyses=(replace(first, article=article), *site.brief.analyses[1:]))
    for asset in citations(Context(brief, CONFIG), ""):
        text = asset.data.decode("utf-8")
        if asset.path.endswith(".bib"):
            assert parse_string(text).failed_blocks == []
        else:
            json.loads(text)
