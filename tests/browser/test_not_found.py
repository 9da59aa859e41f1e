"""The page for addresses that lead nowhere: styled at any depth; of a site built without an address, standing alone."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ROOT, Served, Watch, serving
from tests.browser.test_site import AXE
from tests.shipped import copy_shipped

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="module")
def homeless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose address was not known when it was built."""
    project = tmp_path_factory.mktemp("homeless")
    copy_shipped(project)
    done = subprocess.run(
        [sys.executable, "-m", "generator", "-q", "-C", str(project), "build"],
        env={**os.environ, "SITE_URL": ""},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return project / "site"


def looked_at(page: Page, root: str) -> None:
    """The page is the house's own on a phone, has no fault that axe knows, and leads back."""
    expect(page.locator("h1")).to_have_text("Page not found")
    bar = page.locator(".md-header").evaluate("bar => getComputedStyle(bar).backgroundColor")
    assert bar not in {"rgba(0, 0, 0, 0)", "transparent"}
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    assert [v["id"] for v in Axe().run(page, options=AXE).response["violations"]] == []
    page.locator("article").get_by_role("link", name="5G", exact=True).click()
    expect(page).to_have_url(f"{root}topics/5g/")


@pytest.mark.parametrize("nowhere", ["nowhere", "a/b/c/", "topics/nothing/", "404.html"])
def test_of_a_site_whose_address_is_known(browser: Browser, served: Served, watch: Watch, nowhere: str) -> None:
    context = browser.new_context(viewport={"width": 375, "height": 812}, reduced_motion="reduce")
    watch.on(context, served.root)
    page = context.new_page()
    page.goto(served.root + nowhere)
    looked_at(page, served.root)
    context.close()
    missing = [error for error in watch.errors if "404" in error]
    assert len(missing) == (nowhere != "404.html"), "the page itself is all that is not there"
    assert (len(watch.errors), watch.foreign) == (len(missing), [])


@pytest.mark.parametrize("base", ["/", "/deep/repo/"])
@pytest.mark.parametrize("nowhere", ["nowhere", "a/b/c/"])
def test_it_is_styled_asks_for_nothing_and_leads_back(
    browser: Browser, homeless: Path, watch: Watch, base: str, nowhere: str
) -> None:
    with serving(homeless, base) as served:
        context = browser.new_context(viewport={"width": 375, "height": 812}, reduced_motion="reduce")
        watch.on(context, served.root)
        page = context.new_page()
        page.goto(served.root)  # the reader comes from the site
        page.goto("about:blank")
        asked: list[str] = []  # by this page alone: what the one before it still waits for may reach the server late
        page.on("request", lambda request: asked.append(request.url))
        page.goto(served.root + nowhere, wait_until="networkidle")
        assert [url for url in asked if not url.startswith("data:")] == [served.root + nowhere]
        looked_at(page, served.root)
        context.close()
    watch.errors[:] = [e for e in watch.errors if "404" not in e]  # the browser says that the page is not there
    assert (watch.errors, watch.foreign) == ([], [])


def test_a_reader_who_comes_from_elsewhere_is_led_from_the_first_folder_of_a_project(homeless: Path) -> None:
    page = (homeless / "404.html").read_text(encoding="utf-8")
    assert re.search(r"github\|gitlab.*location\.hostname", page)
    assert not re.search(r"""<(?:script|link|img)[^>]* (?:src|href)=["'](?!data:)""", page)
