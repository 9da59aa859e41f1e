"""The engines that build the site: MkDocs, its fork ProperDocs to the same bytes, and what Zensical takes of it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.material.theme import OVERRIDES
from tests.conftest import ROOT

_GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')
_PLUGINS = {"briefing", "awesome-nav"}  # Zensical runs no plugins
LACKS = ("briefing.json", "feed.xml", "sources.bib")
"""What a site has of our plugin, which Zensical does not run."""


def built(project: Path, *command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "315532800", "SITE_URL": ""},
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


def test_zensical_builds_the_pages_with_our_templates_and_lacks_what_plugins_make(project: Path) -> None:
    pytest.importorskip("zensical", reason="Zensical has no wheel for this machine")
    built(project, "generator", "-q", "render")
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    lines = [line for line in settings.splitlines() if line.strip().removeprefix("- ") not in _PLUGINS]
    text = "\n".join(lines).replace("  name: material\n", "  name: material\n  custom_dir: overrides\n", 1)
    assert "custom_dir: overrides" in text
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    shutil.copytree(OVERRIDES, project / "overrides")
    built(project, "zensical", "build", "--clean")
    site = project / "site"
    for page in ("index.html", "topics/port/index.html", "sources/first/index.html", "404.html", "sitemap.xml"):
        assert (site / page).is_file(), page
    topic = (site / "topics" / "port" / "index.html").read_text(encoding="utf-8")
    assert 'assets/stylesheets/briefing.css"' in topic and '"@type": "Report"' in topic
    assert [path for path in LACKS if (site / path).exists()] == [], "Zensical makes more now: say so in the decision"


def test_the_decision_on_engines_lists_what_zensical_lacks() -> None:
    told = next(ROOT.glob("docs/decisions/*-engines.md")).read_text(encoding="utf-8")
    assert all(f"`{name}`" in told for name in LACKS)
