"""`briefing add` with an address: a page is fetched once, and is the source from then on; some are refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.cli.adding import Run, before, page
from tests.web import Web


def test_a_page_is_fetched_and_is_the_source_from_then_on(project: Path, briefing: Run, web: Web) -> None:
    page_url = web.page("/2021/cranes", page().encode("iso-8859-1"), "text/html; charset=iso-8859-1")
    url = web.on("/short", page_url)
    code, _, err = briefing("-C", project, "add", "--allow-private", "--no-build", url)
    assert code == 0
    assert "  title:     Cranes leave the port" in err
    side = (project / "sources" / "2021-03-05-cranes-leave-the-port.html.meta.yml").read_text(encoding="utf-8")
    assert f"url: {page_url}\nretrieved: {date.today().isoformat()}\n" in side
    asked = len(web.asked)
    again = briefing("-C", project, "add", "--allow-private", f"{page_url}?utm_source=x#top")
    assert again[::2] == (
        0,
        f"{page_url}?utm_source=x#top: is there already as sources/2021-03-05-cranes-leave-the-port.html\n",
    )
    assert briefing("-q", "-C", project, "build")[0] == 0
    assert len(web.asked) == asked, "a build asks nobody, and what is there is not asked for again"


def test_the_encoding_that_only_the_server_told_is_kept(project: Path, briefing: Run, web: Web) -> None:
    url = web.page("/a", page("Käse für den Hafen").encode("iso-8859-15"), "text/html; charset=iso-8859-15")
    assert "  title:     Käse für den Hafen" in briefing("-C", project, "add", "--allow-private", "--no-build", url)[2]


REFUSED: dict[str, tuple[Callable[[Web], str], bool, str]] = {
    "this machine, where it is not allowed": (lambda web: web.page("/a", page()), False, "this machine's own address"),
    "a scheme that is none of the web": (lambda web: "file:///etc/passwd", True, "only http and https are fetched"),
    "a redirect to a file": (lambda web: web.on("/a", "file:///etc/passwd"), True, "only http and https are fetched"),
    "robots": (
        lambda web: (web.page("/robots.txt", "User-agent: *\nDisallow: /\n", "text/plain"), web.page("/a", page()))[1],
        True,
        "does not allow it to be fetched by programs",
    ),
    "a picture": (lambda web: web.page("/a", b"PNG", "image/png"), True, "expected a page or a document, found image/"),
    "a type that would speak to the terminal": (
        lambda web: web.page("/a", b"PNG", "image/\x9b31mpng"), True, "found image/\ufffd31mpng"
    ),
    "too large": (lambda web: web.page("/a", b"x" * 60_000), True, "larger than 50,000 bytes"),
    "no text": (lambda web: web.page("/a", "<html><body></body></html>"), True, "not added: "),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_leaves_nothing(name: str, project: Path, briefing: Run, web: Web) -> None:
    make, private, says = REFUSED[name]
    settings = project / "briefing.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "limits: {file_bytes: 50000}\n", encoding="utf-8")
    url = make(web)
    code, out, err = briefing("-C", project, "add", *(["--allow-private"] if private else []), url)
    assert (code, out) == (1, "")
    (line,) = [line for line in err.splitlines() if not line.startswith("fetching ")]
    assert line.startswith(f"{url}: not added: ")
    assert says in line
    before(project)
    assert not (project / "docs").exists()
