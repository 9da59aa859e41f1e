"""The card beside the number of a source: by mouse, key and finger, and what a page does without the script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Served

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

TOPIC = "topics/5g/"
FIRST = "a.cite >> nth=0"
CARD = ".cite-card"


def told(page: Page) -> str:
    """What the source's entry at the foot says of who and when."""
    to = page.locator(FIRST).get_attribute("href") or ""
    return page.locator(f"{to} .who").inner_text()


def test_hovering_over_a_number_shows_who_when_and_the_words(page: Page, served: Served) -> None:
    page.goto(served.root + TOPIC)
    page.locator(FIRST).hover()
    card = page.locator(CARD)
    expect(card).to_be_visible()
    expect(card.locator(".who")).to_have_text(told(page))
    id = page.locator(FIRST).get_attribute("data-q")
    expect(card.locator(".said, .quoted")).to_have_text(page.locator(f"[data-quote='{id}']").first.inner_text())
    box = card.bounding_box()
    assert box
    assert box["x"] >= 0
    card.hover()
    expect(card).to_be_visible()
    page.locator("h1").hover()
    expect(card).to_have_count(0)


def test_a_card_leads_to_the_very_sentence(page: Page, served: Served) -> None:
    page.goto(served.root + TOPIC)
    place = page.locator(FIRST).get_attribute("data-s")
    page.locator(FIRST).hover()
    page.locator(f"{CARD} a.title").click()
    assert page.url.endswith(f"#{place}")
    expect(page.locator(f"#{place}")).to_be_visible()


def test_keys_open_a_card_walk_into_it_and_close_it(page: Page, served: Served) -> None:
    page.goto(served.root + TOPIC)
    number = page.locator(FIRST)
    number.focus()
    expect(page.locator(CARD)).to_be_visible()
    assert number.get_attribute("aria-describedby") == page.locator(CARD).get_attribute("id")
    page.keyboard.press("Tab")
    expect(page.locator(f"{CARD} a.title")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(CARD)).to_have_count(0)
    expect(number).to_be_focused()
    assert number.get_attribute("aria-describedby") is None
    page.keyboard.press("Enter")
    assert page.url.endswith(number.get_attribute("href") or "-")


def test_a_tap_shows_the_card_and_a_second_one_leads_to_the_list(browser: Browser, served: Served) -> None:
    context = browser.new_context(viewport={"width": 375, "height": 700}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(served.root + TOPIC)
    page.locator(".scope").tap()  # the first touch of any place brings the script
    page.wait_for_load_state("networkidle")
    number = page.locator(FIRST)
    number.tap()
    expect(page.locator(CARD)).to_be_visible()
    assert "#" not in page.url
    assert page.evaluate("document.documentElement.scrollWidth") <= 375, "a card widens no page"
    page.locator("h1").tap()
    expect(page.locator(CARD)).to_have_count(0)
    number.tap()
    number.tap()
    assert page.url.endswith(number.get_attribute("href") or "-")
    expect(page.locator(CARD)).to_have_count(0)
    context.close()


def test_without_script_a_number_leads_to_the_list_at_the_foot(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.root + TOPIC)
    page.locator(FIRST).click()
    entry = page.locator(page.locator(FIRST).get_attribute("href") or "-")
    expect(entry).to_be_in_viewport()
    entry.get_by_role("link").nth(1).click()
    assert "/sources/" in page.url
    assert "#s-" in page.url
    context.close()
