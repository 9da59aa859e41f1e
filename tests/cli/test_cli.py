"""The command's contract: exit codes, messages in full, JSON, and nothing written where something is wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests.conftest import ROOT

Run = Callable[..., tuple[int, str, str]]


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def parsed(path: Path) -> Any:
    return html.document_fromstring(path.read_bytes())


def test_build_makes_a_site_and_fresh_docs(project: Path, briefing: Run) -> None:
    code, out, err = briefing("-C", project, "build", "--strict")
    assert (code, out) == (0, "")
    assert [line for line in err.splitlines() if line.startswith("built site/ from 2 sources into 2 topics, ")]
    site = project / "site"
    for path in (
        "index.html",
        "topics/port/index.html",
        "sources/first/index.html",
        "briefing.json",
        "pagefind/pagefind-entry.json",
        "pagefind/pages.json",
    ):
        assert (site / path).is_file(), path
    data = json.loads((site / "briefing.json").read_text(encoding="utf-8"))
    assert [t["id"] for t in data["topics"]] == ["port", "fishing"]
    assert briefing("-C", project, "render", "--check")[0] == 0


def test_a_title_is_text_wherever_the_theme_prints_it(project: Path, briefing: Run) -> None:
    settings = project / "briefing.yml"
    title, about = 'R&D "ports" <script>pwn()</script>', '"><img src=x onerror=pwn()>'
    lines = settings.read_text(encoding="utf-8").splitlines()[1:]
    settings.write_text("\n".join([f"title: '{title}'", f"description: '{about}'", *lines]), encoding="utf-8")
    assert briefing("-C", project, "build")[0] == 0
    for path in ("index.html", "404.html", "topics/port/index.html"):
        page = parsed(project / "site" / path)
        assert not page.xpath("//script[starts-with(., 'pwn')] | //*[@onerror]"), path
        assert title in page.findtext(".//title"), path
        assert page.xpath("//a[contains(@class, 'md-logo')]/@aria-label") == [title, title], path
    assert page.xpath("//meta[@property='og:site_name']/@content") == [title]


def test_without_mkdocs_settings_those_of_the_package_are_taken(project: Path, briefing: Run) -> None:
    assert briefing("-C", project, "build")[0] == 0
    with_settings = tree(project / "site")
    (project / "mkdocs.yml").unlink()
    assert briefing("-C", project, "build")[0] == 0
    assert tree(project / "site") == with_settings
    assert not (project / "mkdocs.yml").exists()


def test_a_site_whose_sources_have_no_dates_has_no_feed_and_no_link_to_one(project: Path, briefing: Run) -> None:
    assert briefing("-C", project, "build")[0] == 0
    pages = (project / "site" / "index.html", project / "site" / "topics" / "port" / "index.html")
    assert not list((project / "site").glob("feed*"))
    assert not [path for path in pages if b"feed" in path.read_bytes()]
    for name in ("first", "second"):
        (project / "sources" / f"{name}.meta.yml").write_text("added: 2031-03-04\n", encoding="utf-8")
    assert briefing("-C", project, "build")[0] == 0
    assert b"2031-03-04T" in (project / "site" / "feed.xml").read_bytes()
    assert all(b"feed" in path.read_bytes() for path in pages)


def test_a_page_set_aside_is_never_published(project: Path, briefing: Run) -> None:
    briefing("-C", project, "render")
    for _ in range(2):
        page = project / "docs" / "topics" / "port.md"
        page.write_text(page.read_text(encoding="utf-8") + "\nMine.\n", encoding="utf-8")
        assert briefing("-C", project, "build", "--replace")[0] == 0
    aside = sorted(p.name for p in project.rglob("*.edited*"))
    assert aside == ["port.md.edited", "port.md.edited-2"], "kept in docs/, and in docs/ only"
    ignored = [line for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines() if "edited" in line]
    assert ignored == ["*.md.edited*"]


def test_where_docs_has_no_navigation_sources_stay_out_of_it(project: Path, briefing: Run) -> None:
    (project / "docs").mkdir()
    (project / "docs" / "own.md").write_text("# Ours\n", encoding="utf-8")
    assert briefing("-C", project, "build")[0] == 0
    page = parsed(project / "site" / "index.html")
    found = page.xpath("//nav[contains(@class, 'md-nav--primary')]//a[contains(@class, 'md-nav__link')]/@href")
    there = [link for link in dict.fromkeys(found) if not link.startswith((".", "#"))]
    across = ["timeline/", "names/", "keyphrases/", "tags/", "method/"]
    assert there == ["topics/port/", "topics/fishing/", *across, "sources/", "own/"]
    assert not (project / "docs" / ".nav.yml").exists()
    (project / "docs" / ".nav.yml").write_text("nav: [index.md, own.md]\n", encoding="utf-8")
    assert briefing("-C", project, "build")[0] == 0
    assert 'href="timeline/" class="md-nav__link"' not in (project / "site" / "index.html").read_text(encoding="utf-8")


def test_render_check_prints_the_difference_and_writes_nothing(project: Path, briefing: Run) -> None:
    code, out, err = briefing("-C", project, "render", "--check")
    assert code == 1
    assert "+++ docs/topics/port.md (from the sources)" in out
    assert err.splitlines()[-1] == "docs/ is stale: run `briefing render`"
    assert not (project / "docs").exists()
    briefing("-C", project, "render")
    (project / "sources" / "second.txt").unlink()
    code, out, _ = briefing("-C", project, "render", "--check")
    assert code == 1
    assert "--- docs/sources/second.md (now)" in out


def test_an_edited_page_is_told_and_kept(project: Path, briefing: Run) -> None:
    briefing("-C", project, "render")
    page = project / "docs" / "topics" / "port.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nMine.\n", encoding="utf-8")
    before = tree(project)
    code, _, err = briefing("-C", project, "render")
    assert (code, tree(project)) == (2, before)
    assert err.startswith(
        "docs/topics/port.md: this generated page was edited by hand, or merged by git; take it over by"
    )
    code, _, err = briefing("-C", project, "render", "--replace")
    assert code == 0
    assert "docs/topics/port.md.edited: the edited page was kept here" in err
    assert (project / "docs" / "topics" / "port.md.edited").read_bytes() == before["docs/topics/port.md"]


def emptied(folder: Path) -> Path:
    for path in folder.iterdir():
        path.unlink()
    return folder


def made(path: Path) -> None:
    path.parent.mkdir()
    path.touch()


WRONG: dict[str, tuple[Callable[[Path], object], str]] = {
    "no settings": (
        lambda p: (p / "briefing.yml").unlink(),
        "briefing.yml: expected the project's settings, found no such file",
    ),
    "an unknown key": (
        lambda p: (p / "briefing.yml").write_text((p / "briefing.yml").read_text() + "qotes: {}\n"),
        "briefing.yml:11: qotes: unknown setting; did you mean 'quotes'?",
    ),
    "no sources": (
        lambda p: emptied(p / "sources"),
        "sources/: expected at least one readable document, found none; put articles",
    ),
    "no sources folder": (
        lambda p: emptied(p / "sources").rmdir(),
        "sources/: expected at least one readable document, found none; put articles",
    ),
    "a site folder of someone else": (
        lambda p: made(p / "site" / "thesis.doc"),
        "expected a site built by this project, found other files (no briefing.json); move them away",
    ),
    "mkdocs.yml without the plugin": (
        lambda p: (p / "mkdocs.yml").write_text("site_name: x\n"),
        "mkdocs.yml: plugins: expected the plugin `briefing`, found none; add `- briefing` to its plugins",
    ),
    "another theme": (
        lambda p: (p / "mkdocs.yml").write_text("site_name: x\ntheme: mkdocs\nplugins: [briefing]\n"),
        "mkdocs.yml: theme.name: expected the theme material, found mkdocs; the templates of a briefing extend",
    ),
    "broken mkdocs.yml": (lambda p: (p / "mkdocs.yml").write_text("site_name: [x\n"), "mkdocs.yml: "),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_mistake_is_one_clear_error_and_nothing_is_written(name: str, project: Path, briefing: Run) -> None:
    spoil, says = WRONG[name]
    spoil(project)
    before = tree(project)
    code, out, err = briefing("-C", project, "build")
    assert (code, out) == (2, "")
    assert says in err
    assert "Traceback" not in err
    assert tree(project) == before


OWN_PAGES = {
    "a link that leads nowhere": (
        b"# Ours\n\n[gone](gone.md)\n",
        "docs/own.md:3: leads to a page that is not there: gone.md; mend the link, or take it out",
    ),
    "not UTF-8": (b"# Ours\n\n\xff\xfe\n", "docs/: a page is not UTF-8 text ("),
}


@pytest.mark.parametrize("name", OWN_PAGES)
def test_a_page_of_ones_own_that_cannot_stand_stops_the_build(name: str, project: Path, briefing: Run) -> None:
    page, says = OWN_PAGES[name]
    (project / "docs").mkdir()
    (project / "docs" / "own.md").write_bytes(page)
    command = [sys.executable, "-m", "generator", "-C", str(project), "build"]
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert run.returncode == 2
    assert says in run.stderr
    assert "Traceback" not in run.stderr
    assert not (project / "site").exists()


def test_a_bad_file_is_skipped_with_one_line_and_listed(project: Path, briefing: Run) -> None:
    (project / "sources" / "bad.txt").write_bytes(bytes(range(256)) * 9)
    (project / "sources" / "empty.txt").touch()
    code, _, err = briefing("-C", project, "render")
    assert code == 0
    lines = [line for line in err.splitlines() if "skipped" in line]
    assert len(lines) == 2
    assert lines[1] == "sources/empty.txt: skipped: the file is empty"
    assert lines[0].startswith("sources/bad.txt: skipped: ")
    method = (project / "docs" / "method.md").read_text(encoding="utf-8")
    assert "sources/bad.txt" in method
    assert "sources/empty.txt" in method
    assert briefing("-C", project, "render", "--strict")[0] == 1


def test_a_site_in_a_language_of_no_source_is_told(project: Path, briefing: Run) -> None:
    settings = project / "briefing.yml"
    settings.write_text("language: de\n" + settings.read_text(encoding="utf-8"), encoding="utf-8")
    code, _, err = briefing("-C", project, "check")
    said = "no source is in 'de', so that no statements are compared; the sources are in 'en'"
    lines = err.splitlines()
    assert (code, lines[0]) == (1, f"briefing.yml:1: language: {said}")
    code, _, err = briefing("-C", project, "render")
    assert (code, err.splitlines()[-1]) == (0, lines[0])
    page = (project / "docs" / "topics" / "port.md").read_text(encoding="utf-8")
    gap = "Quellen in einer anderen Sprache als diese Seiten, deren Aussagen hier nicht verglichen sind: 2 von 2."
    assert f"## Was nicht bekannt ist {{ #gaps }}\n\n- {gap}\n\n##" in page


def test_inspect_json_one_object_a_line_in_the_order_asked(project: Path, briefing: Run, tmp_path: Path) -> None:
    files = [project / "sources" / "second.txt", tmp_path / "none.txt", project / "sources" / "first.txt"]
    code, out, _ = briefing("inspect", "--json", *files)
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert [row["path"] for row in rows] == [str(f) for f in files]
    assert rows[1] == {"path": str(files[1]), "error": "cannot be opened: no such file or directory"}
    assert rows[2]["title"] == "Council approves the new port"
    assert (rows[2]["format"], rows[2]["published"], len(rows[2]["body"])) == ("text", None, 2)
    assert rows[2]["summary"]
    assert {"phrase", "score", "forms", "count"} == set(rows[2]["keyphrases"][0])
    assert {"publisher", "author", "published_from", "url", "language", "dropped"} <= set(rows[2])


def test_inspect_json_keeps_to_one_line_whatever_the_text_holds(briefing: Run, tmp_path: Path) -> None:
    odd = tmp_path / "odd.md"
    odd.write_text(
        "# Odd\u2028ends\n\nThe port\u2029opened\x85on Monday with a long speech by the mayor.\n", encoding="utf-8"
    )
    code, out, _ = briefing("inspect", "--json", odd)
    assert code == 0
    assert len(out.splitlines()) == 1
    assert json.loads(out)["path"] == str(odd)


def test_inspect_for_people(project: Path, briefing: Run) -> None:
    code, out, _ = briefing("inspect", project / "sources" / "first.txt")
    assert code == 0
    for words in (
        "title:      Council approves the new port",
        "keyphrases",
        "summary",
        "kept: 2 paragraphs",
        "dropped: ",
    ):
        assert words in out


def test_a_reader_that_has_seen_enough_is_no_error(project: Path) -> None:
    command = [sys.executable, "-m", "generator", "-C", str(project), "render", "--check"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT) as run:
        assert run.stdout
        assert run.stderr
        run.stdout.close()
        said = run.stderr.read()
    assert (run.returncode, said) == (1, "")


def test_a_port_that_is_none_is_told(project: Path, briefing: Run) -> None:
    code, _, err = briefing("-C", project, "serve", "--address", "127.0.0.1:99999")
    said = "127.0.0.1:99999: cannot serve there: bind(): port must be 0-65535.; name another with --address IP:PORT"
    assert (code, err.splitlines()[-1]) == (2, said)


def test_quiet_and_verbose(project: Path, briefing: Run) -> None:
    assert briefing("-q", "-C", project, "render") == (0, "", "")
    assert "read sources/first.txt" in briefing("-v", "-C", project, "render")[2]


def test_help_names_every_command(briefing: Run) -> None:
    code, out, _ = briefing("--help")
    assert code == 0
    for command in ("build", "render", "serve", "inspect", "check"):
        assert command in out
