"""The sample's site, built once (or that of the project, from BRIEFING_SOURCES) and served as Pages serves it: under
`/repo/`, compressed, with its own 404 page. Every request to another host is refused and remembered."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import monotonic
from typing import Literal
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Route, sync_playwright

from tests.shipped import copy_shipped

ROOT = Path(__file__).parents[2]
BASE = "/repo/"
ADDRESS = "https://owner.github.io/repo/"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8",
}
Scheme = Literal["light", "dark"]
OWN = """\
---
description: A page that a person wrote, with what people write.
---

# About this briefing

Kept by two people since the spring. Write to us, or [begin with the overview](index.md).

| what | where |
| --- | --- |
| `sources/` | what it rests on |

1. First
2. Second

```sh
briefing build
```

> A line that somebody else wrote.
"""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    project = tmp_path_factory.mktemp("site")
    if asked := os.environ.get("BRIEFING_SOURCES"):
        for name in ("briefing.yml", "mkdocs.yml", "docs"):
            source = ROOT / name
            (shutil.copytree if source.is_dir() else shutil.copy)(source, project / name)
        shutil.copytree(asked, project / "sources")
    else:
        copy_shipped(project)
    (project / "docs" / "own.md").write_text(OWN, encoding="utf-8")
    command = [sys.executable, "-m", "generator", "-q", "-C", str(project)]
    for arguments in (["render", "--replace"], ["build"]):
        done = subprocess.run(
            [*command, *arguments],
            env={**os.environ, "SITE_URL": ADDRESS},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    return project / "site"


@dataclass
class Served:
    """A running server: its address, and what a page weighed, by path, as sent."""

    root: str
    sent: dict[str, int] = field(default_factory=dict)


@contextmanager
def serving(site: Path, base: str = BASE) -> Iterator[Served]:
    """Serves the folder `site` under the path `base`."""
    sent: dict[str, int] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            file = site / path.removeprefix(base) if path.startswith(base) else None
            file = file / "index.html" if file and file.is_dir() else file
            found = file is not None and file.is_file() and site in file.resolve().parents
            body = (file if found and file else site / "404.html").read_bytes()
            self.send_response(200 if found else 404)
            suffix = file.suffix if found and file else ".html"
            self.send_header("Content-Type", TYPES.get(suffix, "application/octet-stream"))
            if suffix not in {".png"}:
                body = gzip.compress(body, 6)
                self.send_header("Content-Encoding", "gzip")
            sent[path] = len(body)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Says nothing of each request."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Served(f"http://127.0.0.1:{server.server_port}{base}", sent)
        server.shutdown()


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[Served]:
    with serving(site) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield launched
        launched.close()


@dataclass
class Watch:
    """What went wrong while pages were open."""

    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def on(self, context: BrowserContext, root: str) -> None:
        host = urlsplit(root).netloc

        def route(route: Route) -> None:
            if urlsplit(route.request.url).netloc in {host, ""}:
                route.continue_()
            else:
                self.foreign.append(route.request.url)
                route.abort()

        context.route("**/*", route)
        context.on("page", self._listen)

    def _listen(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.errors.append(f"{page.url}: {error}"))
        page.on(
            "console", lambda said: self.errors.append(f"{page.url}: {said.text}") if said.type == "error" else None
        )
        page.on("dialog", self._dismiss)

    def _dismiss(self, dialog: Dialog) -> None:
        self.errors.append(f"{dialog.page.url if dialog.page else ''}: dialog {dialog.message}")
        dialog.dismiss()


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def page(browser: Browser, served: Served, watch: Watch) -> Iterator[Page]:
    """A desktop page, in the light scheme, on the site's root; it must make no error and ask no other host."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, color_scheme="light", reduced_motion="reduce"
    )
    watch.on(context, served.root)
    opened = context.new_page()
    yield opened
    context.close()
    assert watch.foreign == []
    assert watch.errors == []


def until(page: Page, expression: str, seconds: float = 30) -> None:
    """Waits until `expression` holds in `page`. Asked from outside each time: what waits in the page itself evaluates
    text, which a page's Content-Security-Policy refuses unless it holds at once."""
    end = monotonic() + seconds
    while not page.evaluate(expression):
        assert monotonic() < end, f"not within {seconds} s: {expression}"
        page.wait_for_timeout(20)
