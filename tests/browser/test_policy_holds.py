"""The policy in a browser: the site passes its own, and what a document would run does not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Served, Watch, serving

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
INJECTED = (
    "<script>window.ran = true</script><img src=x onerror='window.ran = true'>"
    "<svg onload='window.ran = true'></svg><iframe srcdoc='<script>parent.ran = true</script>'></iframe>"
    "<a id=bad href='javascript:window.ran = true'>here</a><p id=styled style='color: rgb(1, 2, 3)'>styled</p>"
)


def test_the_site_passes_its_own_policy(browser: Browser, served: Served, watch: Watch, site: Path) -> None:
    context = browser.new_context()
    watch.on(context, served.root)
    page = context.new_page()
    for path in sorted(file.parent.relative_to(site).as_posix() for file in site.rglob("index.html")):
        page.goto(served.root + ("" if path == "." else f"{path}/"))
        own = path == "own"  # a page that a person wrote may hold what its writer likes
        assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == (not own), path
        page.locator("h1").first.hover()  # some scripts wait for the reader
    page.goto(served.root + "?q=network")
    expect(page.locator(".md-search-result__list a").first).to_be_visible()
    context.close()
    assert (watch.errors, watch.foreign) == ([], [])


def test_what_gets_into_an_article_does_nothing(browser: Browser, site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    topic = next(copy.glob("topics/*/index.html"))
    html = topic.read_text(encoding="utf-8")
    topic.write_text(html.replace("</article>", f"{INJECTED}</article>", 1), encoding="utf-8")
    with serving(copy) as served:
        page = browser.new_page()
        page.goto(f"{served.root}topics/{topic.parent.name}/", wait_until="networkidle")
        page.locator("#bad").click()
        assert page.evaluate("window.ran") is None
        assert page.locator("#styled").evaluate("p => getComputedStyle(p).color") != "rgb(1, 2, 3)"
        page.close()
