"""The command loads what it needs and no more: a page of help at once, a first page without what only a site needs."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SITE_ONLY = {"matplotlib", "mkdocs", "PIL", "tinycss2"}  # charts, cards and styles are drawn when a site is built
FORMATS = {"bibtexparser", "mammoth", "markdown_it", "pylatexenc", "pypdfium2", "striprtf", "trafilatura"}
ROAD = {"fasttext", "jinja2", "jsonschema", "lxml", "markdown", "networkx", "numpy", "rich", "syntok", "yake", "yaml"}
SETTINGS = "title: Port\ntopics:\n  - {id: port, title: Port, scope: The port., terms: [port]}\n"
TEXT = "The council voted on Tuesday to widen the basin of the port. The port will open again in May, Ana Brandt said."
LOOK = """
import sys
from generator.__main__ import main
try:
    main()
finally:
    print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


def loaded(*arguments: str) -> set[str]:
    """The packages that the command has loaded at its end."""
    done = subprocess.run(
        [sys.executable, "-c", LOOK, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines()[-1].split())


def test_the_names_are_those_of_packages() -> None:
    assert [name for name in sorted(SITE_ONLY | FORMATS | ROAD | {"ftfy"}) if find_spec(name) is None] == []


@pytest.mark.parametrize("arguments", [("--help",), ("build", "--help"), ("--version",)], ids=" ".join)
def test_help_is_there_at_once(arguments: tuple[str, ...]) -> None:
    have = loaded(*arguments)
    assert {"click", "generator"} <= have
    assert have & (SITE_ONLY | FORMATS | ROAD | {"ftfy"}) == set()


def test_a_first_page_waits_for_no_format_that_is_not_there_and_for_no_site(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "port.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "briefing.yml").write_text(SETTINGS, encoding="utf-8")
    have = loaded("-q", "-C", str(tmp_path), "render")
    assert (tmp_path / "docs" / "topics" / "port.md").is_file()
    assert {"yake", "jsonschema"} <= have
    assert have & (SITE_ONLY | FORMATS | {"ftfy", "rich"}) == set()


def test_who_finds_nothing_changed_waits_for_no_reader_and_no_page(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "port.html").write_text(f"<h1>The port</h1><p>{TEXT}</p>", encoding="utf-8")
    (tmp_path / "briefing.yml").write_text(SETTINGS, encoding="utf-8")
    have = loaded("-q", "-C", str(tmp_path), "render")
    assert {"lxml", "yake"} <= have
    assert have & (SITE_ONLY | FORMATS | {"ftfy", "rich"}) <= {"trafilatura"}
    again = loaded("-q", "-C", str(tmp_path), "render")
    assert {"jsonschema", "yaml"} <= again
    assert again & (SITE_ONLY | FORMATS | ROAD | {"ftfy"}) == {"jsonschema", "yaml"}
