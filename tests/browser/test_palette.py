"""The switch between light and dark: by mouse, key and space bar, as the system says until a reader chooses."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Served, until

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

SCHEME = "document.body.dataset.mdColorScheme"
KEPT = "Object.keys(localStorage).filter(key => key.endsWith('__palette')).length"


def around(page: Page) -> tuple[str, str]:
    """The colour that a browser gives its own bar, and the scheme of its scroll bars."""
    bar = page.locator("meta[name=theme-color]").get_attribute("content")
    return bar or "", page.evaluate("getComputedStyle(document.documentElement).colorScheme")


def test_the_page_follows_the_system_until_its_reader_chooses(page: Page, served: Served) -> None:
    page.goto(served.root)
    assert page.evaluate(SCHEME) == "default"
    bright = around(page)
    page.emulate_media(color_scheme="dark")
    until(page, f"{SCHEME} === 'slate'")
    assert around(page)[1] == "dark"
    assert around(page)[0] != bright[0]
    assert page.evaluate(KEPT) == 0
    page.get_by_role("button", name="Switch to light mode").click()
    assert page.evaluate(SCHEME) == "default"
    assert around(page) == bright
    page.reload()
    assert page.evaluate(SCHEME) == "default"
    expect(page.get_by_role("button", name="Switch to dark mode")).to_be_visible()
    expect(page.get_by_role("button", name="Switch to light mode")).to_be_hidden()


@pytest.mark.parametrize("key", ["Space", "Enter"])
def test_the_switch_answers_the_keyboard_and_keeps_the_focus(page: Page, served: Served, key: str) -> None:
    page.goto(served.root)
    page.get_by_role("button", name="Switch to dark mode").focus()
    page.keyboard.press(key)
    assert page.evaluate(SCHEME) == "slate"
    expect(page.get_by_role("button", name="Switch to light mode")).to_be_focused()
    page.keyboard.press(key)
    assert page.evaluate(SCHEME) == "default"
    expect(page.get_by_role("button", name="Switch to dark mode")).to_be_focused()


def test_the_switch_works_where_nothing_can_be_kept(browser: Browser, served: Served) -> None:
    context = browser.new_context(color_scheme="dark", viewport={"width": 375, "height": 800})
    page = context.new_page()
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('no storage') }})")
    page.goto(served.root)
    assert page.evaluate(SCHEME) == "slate"
    context.close()


def test_the_theme_s_script_changes_no_class_that_styles_every_element_anew(page: Page, served: Served) -> None:
    """A change of a class of the root costs a tenth of a second on a telephone, on a long page."""
    page.goto(served.root)
    with_it = page.evaluate("document.documentElement.className")
    fresh = page.context.new_page()
    fresh.route("**/bundle.*.js", lambda route: route.fulfill(content_type="text/javascript", body=""))
    fresh.goto(served.root)
    assert set(fresh.evaluate("document.documentElement.className").split()) == set(with_it.split()) > {"js"}
    fresh.close()
