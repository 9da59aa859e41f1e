"""The engines that build the site: MkDocs, its fork ProperDocs to the same bytes, and what Zensical takes of it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import lxml.html
import pytest

from generator.material.theme import OVERRIDES
from tests.conftest import ROOT

_GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')
LACKS = (
    "briefing.json",
    "briefing.schema.json",
    "cards",
    "llms.txt",
    "news.json",
    "pagefind",
    "sitemap.xml.gz",
    "sources.bib",
    "sources.csl.json",
)
"""What lies at the top of the site by MkDocs and not of Zensical's, which calls no plugin."""


def built(project: Path, *command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=project,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "SOURCE_DATE_EPOCH": "315532800",
            "SITE_URL": "https://owner.github.io/repo/",
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr + done.stdout


def files(folder: Path) -> dict[str, bytes]:
    found = {file.relative_to(folder).as_posix(): file for file in sorted(folder.rglob("*")) if file.is_file()}
    return {path: _GENERATOR.sub(b"", file.read_bytes()) for path, file in found.items()}


def test_properdocs_builds_the_same_bytes_but_for_its_name(project: Path) -> None:
    built(project, "generator", "-q", "render")
    built(project, "mkdocs", "build", "-q", "--strict", "-d", "by-mkdocs")
    built(project, "properdocs", "build", "-q", "--strict", "-f", "mkdocs.yml", "-d", "by-properdocs")
    one, other = files(project / "by-mkdocs"), files(project / "by-properdocs")
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []
    named = (project / "by-properdocs" / "index.html").read_text(encoding="utf-8")
    assert "ProperDocs" in named, "the second site was built by the fork"


@pytest.fixture
def by_both(project: Path) -> tuple[Path, Path]:
    """The site by Zensical, and by MkDocs, of the same pages."""
    pytest.importorskip("zensical", reason="Zensical has no wheel for this machine")
    built(project, "generator", "-q", "render")
    built(project, "mkdocs", "build", "-q", "--strict", "-d", "by-mkdocs")
    settings = f"INHERIT: mkdocs.yml\nsite_dir: by-zensical\ntheme:\n  custom_dir: {OVERRIDES}\n"
    (project / "zensical.yml").write_text(settings, encoding="utf-8")
    built(project, "zensical", "build", "--clean", "--strict", "-f", "zensical.yml")
    return project / "by-zensical", project / "by-mkdocs"


def test_zensical_makes_the_same_pages_with_our_templates(by_both: tuple[Path, Path]) -> None:
    zensical, mkdocs = ([p.relative_to(site).as_posix() for p in sorted(site.rglob("*.html"))] for site in by_both)
    assert zensical == mkdocs
    assert [page for page in mkdocs if said(by_both[0] / page) != said(by_both[1] / page)] == ["404.html"]
    topic = tree(by_both[0] / "topics" / "port" / "index.html")
    assert topic.xpath("//meta[@property='og:title']/@content") == ["The port"]
    assert json.loads(topic.xpath("//script[@type='application/ld+json']/text()")[0])["name"] == "The port"
    assert [link for link in topic.xpath("//link[@rel='stylesheet']/@href") if link.endswith("/briefing.css")]
    assert len(tree(by_both[0] / "sitemap.xml").xpath("//loc")) == len(mkdocs) - 1


def test_what_zensicals_site_lacks(by_both: tuple[Path, Path]) -> None:
    zensical, mkdocs = ({path.name for path in site.iterdir()} for site in by_both)
    assert tuple(sorted(mkdocs - zensical)) == LACKS, "keep LACKS and the decision on engines true"
    topic = tree(by_both[0] / "topics" / "port" / "index.html")
    assert not topic.xpath("//details[@class='cite'] | //link[@type='application/atom+xml']")
    assert topic.xpath("//title/text()") == ["The port - Briefing"], "the title is that of mkdocs.yml"


def tree(file: Path) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(file.read_bytes())


def said(file: Path) -> str:
    """The words of a page, without what the theme and our plugin put around them."""
    (article,) = tree(file).xpath("//article")
    around = "self::nav or self::button or self::details[@class='cite'] or contains(@class, 'print-only')"
    for part in article.xpath(f".//*[{around} or contains(@class, 'follow')]"):
        part.drop_tree()
    return "".join(article.text_content().split())


def test_the_decision_on_engines_lists_what_zensical_lacks() -> None:
    told = next(ROOT.glob("docs/decisions/*-engines.md")).read_text(encoding="utf-8")
    assert [name for name in LACKS if name not in told] == []
