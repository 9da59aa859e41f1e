"""The list of sources narrowed by publisher, topic and year: by key and by address, aloud, and without the script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Served

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

LIST = "sources/"


def shown(page: Page) -> Locator:
    return page.locator("#all ~ ul > li:visible")


def all_of(page: Page) -> int:
    return page.locator("#all ~ ul > li").count()


def having(page: Page, topic: str) -> int:
    return page.locator(f".listed[data-topics~='{topic}']").count()


def test_a_choice_narrows_the_list_says_how_many_are_left_and_stays_in_the_address(page: Page, served: Served) -> None:
    page.goto(served.root + LIST)
    every = all_of(page)
    told = page.get_by_role("status")
    expect(told).to_have_text(f"{every} of {every} sources")
    expect(told).to_have_attribute("aria-live", "polite")
    page.get_by_role("combobox", name="Topic").select_option("ipoi")
    few = having(page, "ipoi")
    assert 0 < few < every
    expect(shown(page)).to_have_count(few)
    expect(told).to_have_text(f"{few} of {every} sources")
    expect(page).to_have_url(re.compile(r"/sources/\?topic=ipoi$"))
    page.reload()
    expect(page.get_by_role("combobox", name="Topic")).to_have_value("ipoi")
    expect(shown(page)).to_have_count(few)


def test_the_choices_and_the_way_back_are_reached_by_key(page: Page, served: Served) -> None:
    page.goto(served.root + LIST)
    first = page.locator("form.narrow select").first
    first.focus()
    page.keyboard.press("ArrowDown")
    assert first.input_value()
    assert shown(page).count() < all_of(page)
    page.get_by_role("button", name="Show all").focus()
    page.keyboard.press("Enter")
    expect(shown(page)).to_have_count(all_of(page))
    expect(first).to_be_focused()
    expect(page.get_by_role("button", name="Show all")).to_be_hidden()
    expect(page).to_have_url(served.root + LIST)


def test_an_address_asks_for_several_at_once_and_for_what_is_not_there(page: Page, served: Served) -> None:
    page.goto(f"{served.root}{LIST}?publisher=Nobody%27s+Herald&year=1999")
    expect(page.get_by_role("status")).to_have_text("No source matches.")
    expect(shown(page)).to_have_count(0)
    page.get_by_role("button", name="Show all").click()
    expect(shown(page)).to_have_count(all_of(page))
    of = page.locator(".listed").last.get_attribute("data-of") or ""
    page.goto(f"{served.root}{LIST}?publisher={of.replace(' ', '+')}&topic=5g")
    expect(shown(page)).to_have_count(page.locator(f".listed[data-of='{of}'][data-topics~='5g']").count())


def test_without_the_script_the_list_is_whole_and_nothing_asks_for_a_choice(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served.root}{LIST}?topic=ipoi")
    assert page.locator("form.narrow").count() == 0
    assert shown(page).count() == all_of(page)
    context.close()


@pytest.mark.parametrize("width", [320, 375, 1280])
def test_the_choices_fit_every_width(page: Page, served: Served, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{served.root}{LIST}?topic=ipoi")
    expect(page.locator("form.narrow")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    heights = [box["height"] for e in page.locator("form.narrow select").all() if (box := e.bounding_box())]
    assert min(heights) >= 24
