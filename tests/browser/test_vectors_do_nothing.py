"""A site made of documents that attack (tests/vectors.py): nothing in it runs, asks another host, or is markup of a
document. Every page is opened once; what is found is told by the number of its vector."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import feedparser
import pytest
import yaml
from bibtexparser.entrypoint import parse_string
from lxml import etree, html
from playwright.sync_api import Browser, Page

from tests.browser.conftest import ADDRESS, ROOT, Watch, serving
from tests.vector_deck import EVIL, TOTAL, Vector
from tests.vectors import SECRET, write

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
MARKUP: dict[str, Any] = yaml.safe_load((ROOT / "tests/fixtures/markup.yml").read_text(encoding="utf-8"))
COUNT = "window.hits = []; window.pwn = number => window.hits.push(number)"
FORMATS = (
    "text, sidecar, RIS, CSL, BibTeX, front matter, Markdown, HTML, JSON-LD, DOCX, RTF, PDF, EPUB, ZIP, RSS, Atom, "
    "mail, mail in a mail, saved page, topic, site, correction, withdrawn"
)
LINKS = ("href", "src", "action", "formaction", "data", "poster", "xlink:href", "srcset", "cite", "background", "ping")


@dataclass(frozen=True, slots=True)
class Attacked:
    """The vectors, and the project whose site was made of them."""

    vectors: tuple[Vector, ...]
    project: Path

    @property
    def site(self) -> Path:
        return self.project / "site"

    def pages(self) -> Iterator[tuple[str, Any]]:
        """Every page of the site by its path, parsed."""
        for path in sorted(self.site.rglob("*.html")):
            yield path.relative_to(self.site).as_posix(), html.fromstring(path.read_bytes())


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Attacked:
    """The project, built with the extensions of Markdown that a maintainer may switch on beside those that it has."""
    project = tmp_path_factory.mktemp("attacked")
    vectors = write(project)
    settings = (ROOT / "generator/data/mkdocs.yml").read_text(encoding="utf-8").rstrip()
    wider = "".join(f"\n  - {name}" for name in MARKUP["wider"])
    (project / "mkdocs.yml").write_text(settings + wider + "\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "generator", "-q", "-C", str(project), "build"],
        env={**os.environ, "SITE_URL": ADDRESS}, cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return Attacked(vectors, project)


def test_vectors_are_of_every_format_and_reach_pages(attacked: Attacked) -> None:
    whole = "\n".join(str(page.text_content()) for _, page in attacked.pages())
    whole += (attacked.site / "briefing.json").read_text(encoding="utf-8")
    reached = {vector.number for vector in attacked.vectors if vector.word in whole}
    places = {vector.place for vector in attacked.vectors}
    print(f"{len(attacked.vectors)} vectors in {len(places)} places, {len(reached)} of them reach the site")
    assert len(attacked.vectors) >= 150
    assert len(reached) >= 150
    seen = {vector.place.partition(",")[0] for vector in attacked.vectors if vector.number in reached}
    formats = set(FORMATS.split(", "))
    assert formats - seen == set()


def foreign(page: Any) -> set[str]:
    """The elements and attributes of a page that neither the theme nor a template of ours writes."""
    allowed = {tag: set(names.split()) for tag, names in MARKUP["elements"].items()}
    everywhere = set(MARKUP["everywhere"].split())
    found = set()
    for element in page.iter():
        tag = str(element.tag) if isinstance(element.tag, str) else type(element).__name__
        extra = set(element.attrib) - everywhere - allowed.get(tag, set())
        found |= {f"{tag} {name}" for name in extra if not name.startswith("data-md-")}
        found |= set() if tag in allowed else {tag}
    return found


def leading(page: Any) -> set[str]:
    """The addresses of a page that lead to something else than the web, or fetch from another host."""
    found = set()
    for element in page.iter(etree.Element):
        for value in (str(element.get(name) or "") for name in LINKS):
            scheme = re.match(r"([a-zA-Z][\w+.-]*):", re.sub(r"[\x00-\x20]", "", value))  # as browsers read it
            ours = scheme is None or scheme[1].lower() in ("https", "http") or value.startswith("data:image/svg")
            found |= set() if ours and (element.tag == "a" or EVIL not in value) else {value}
    return found


def test_no_page_has_an_element_or_attribute_that_is_not_ours(attacked: Attacked) -> None:
    assert {(path, one) for path, page in attacked.pages() for one in foreign(page)} == set()


def test_every_link_is_of_the_web_or_of_the_site(attacked: Attacked) -> None:
    assert {(path, one) for path, page in attacked.pages() for one in leading(page)} == set()


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("<p onclick=x>x</p>", {"p onclick"}),
        ("<p style=x>x</p>", {"p style"}),
        ("<iframe srcdoc=x></iframe>", {"iframe", "iframe srcdoc"}),
        ("<a href='java\tscript:x'>x</a>", {"java\tscript:x"}),
        ("<a href=' javascript:x'>x</a>", {" javascript:x"}),
        ("<img src=https://evil.example/x>", {"https://evil.example/x"}),
    ],
)
def test_what_got_through_would_be_found(markup: str, found: set[str]) -> None:
    page = html.fromstring(f"<html><body>{markup}</body></html>")
    assert foreign(page) | leading(page) == found


def test_scripts_and_styles_are_those_of_a_page_without_documents(attacked: Attacked) -> None:
    def inline(page: Any) -> set[str]:
        found = [one for one in page.iter("script", "style") if not str(one.get("type") or "").endswith("json")]
        return {re.sub(r'"base": *"[^"]*"', "", str(one.text or "")) for one in found}

    pages = dict(attacked.pages())
    ours = inline(pages["404.html"])
    for path, page in pages.items():
        assert not any("pwn(" in text for text in inline(page) - ours), path


def test_no_template_and_no_file_is_put_in(attacked: Attacked) -> None:
    for folder in (attacked.site, attacked.project / "docs"):
        for file in (path for path in folder.rglob("*") if path.is_file()):
            data = file.read_bytes()
            assert SECRET.encode() not in data, file
            assert TOTAL.encode() not in data, file
            assert b"root:x:0:0" not in data, file
    assert not list(attacked.project.rglob("pwned"))


def test_data_feeds_and_references_parse(attacked: Attacked) -> None:
    site = attacked.site
    for file in (*site.rglob("*.json"), *site.rglob("*.geojson")):
        json.loads(file.read_text(encoding="utf-8"))
    feeds = [file for file in site.rglob("*.xml") if "sitemap" not in file.name]
    for file in feeds:
        assert b"<!DOCTYPE" not in file.read_bytes()
        assert not feedparser.parse(file.read_bytes()).bozo, file
    assert feeds
    for path, page in attacked.pages():
        for script in page.xpath("//script[@type='application/ld+json']"):
            json.loads(script.text)
        assert len(page.xpath("//title")) == 1, path
    library = parse_string((site / "sources.bib").read_text(encoding="utf-8"))
    assert library.failed_blocks == []
    assert not any(
        r"\input" in field.value.replace(r"\textbackslash", "") for e in library.entries for field in e.fields
    )
    for file in site.rglob("*.csv"):
        for row in csv.reader(file.read_text(encoding="utf-8").splitlines()):
            assert not any(cell.startswith(tuple("=+-@\t\r")) for cell in row), (file, row)


def test_front_matter_is_ours(attacked: Attacked) -> None:
    known = set(MARKUP["front"].split())
    for file in sorted((attacked.project / "docs").rglob("*.md")):
        head = file.read_text(encoding="utf-8").split("\n---\n")[0].removeprefix("---\n")
        said = yaml.safe_load(head)
        assert isinstance(said, dict) and set(said) <= known, (file.name, set(said) - known)


def test_nothing_runs_and_nothing_is_asked_of_another_host(attacked: Attacked, browser: Browser, watch: Watch) -> None:
    paths = sorted(file.parent.relative_to(attacked.site).as_posix() for file in attacked.site.rglob("index.html"))
    with serving(attacked.site) as served:
        context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
        context.add_init_script(COUNT)
        watch.on(context, served.root)
        page = context.new_page()
        for path in paths:
            page.goto(served.root + ("" if path == "." else f"{path}/"))
            _touch(page)
            assert page.evaluate("window.hits") == [], path
            assert page.url.startswith(served.root), path
        for asked in ("vec", "basin", "script", "Vellmar", "img onerror"):
            page.goto(f"{served.root}?q={asked}")
            page.locator(".md-search-result__list a").first.wait_for(timeout=10_000)
            assert page.evaluate("window.hits") == [], asked
        context.close()
    print(f"{len(paths)} pages opened in Chromium, {len(attacked.vectors)} vectors, nothing ran")
    assert (watch.errors, watch.foreign) == ([], [])


def test_what_ran_would_be_found(attacked: Attacked, browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "404.html").touch()
    (tmp_path / "index.html").write_text("<article><b onmouseover=pwn(2)>x</b></article><script>pwn(1)</script>")
    with serving(tmp_path) as served:
        context = browser.new_context()
        context.add_init_script(COUNT)
        page = context.new_page()
        page.goto(served.root)
        _touch(page)
        assert page.evaluate("window.hits") == [1, 2]
        context.close()


def _touch(page: Page) -> None:
    """What a reader may do without leaving the page: every handler in the article is asked, every part opened."""
    page.evaluate("""() => {
        for (const one of document.querySelectorAll("details")) one.open = true
        for (const one of document.querySelectorAll("article *"))
            for (const kind of ["mouseover", "focus", "toggle", "error", "load"]) one.dispatchEvent(new Event(kind))
    }""")
