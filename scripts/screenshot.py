"""Takes the picture in the README: the page on the first topic, as a reader's Chromium shows it.

    python scripts/screenshot.py [SITE] [PICTURE]

SITE is a built site (default `site/`), PICTURE the file to write (default `docs/assets/screenshot.png`)."""

from __future__ import annotations

import functools
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

from generator.disk import open_project

ROOT = Path(__file__).resolve().parents[1]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")  # as in scripts/browser.sh; else Playwright's own
WIDTH, HEIGHT = 1280, 900


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing of each request."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serves `site` on a free port of this machine, and gives its address."""
    handler = functools.partial(_Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


def take(address: str, picture: Path) -> None:
    """Writes what `address` looks like to `picture`, in the light scheme and without anything moving."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        page = browser.new_page(
            viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", reduced_motion="reduce"
        )
        page.goto(address, wait_until="networkidle")
        picture.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=picture, animations="disabled", caret="hide")
        browser.close()


def main() -> None:
    given = [Path(word) for word in sys.argv[1:]]
    site = given[0] if given else ROOT / "site"
    picture = given[1] if len(given) > 1 else ROOT / "docs" / "assets" / "screenshot.png"
    topic = open_project(ROOT).config.topics[0].id
    if not (site / "topics" / topic / "index.html").is_file():
        sys.exit(f"{site}: expected a built site with the page topics/{topic}/; run `make site` first")
    with served(site) as address:
        take(f"{address}topics/{topic}/", picture)
    sys.stdout.write(f"{picture}\n")


if __name__ == "__main__":
    main()
