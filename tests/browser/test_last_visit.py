"""What is new since the last visit: remembered in the reader's own browser, told on home and on topics."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Served, until

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

TOPIC = "topics/5g/"
KEY = "briefing:/repo/"
DAY_BEFORE = """([key, forget, other]) => {
    const kept = JSON.parse(localStorage.getItem(key));
    kept.at -= 24 * 3600e3;
    for (const id of forget) delete kept.seen[id];
    for (const id of other) kept.seen[id] = "000000";
    localStorage.setItem(key, JSON.stringify(kept));
}"""


def _seen(page: Page, number: int) -> list[str]:
    """So many of the statements that the browser remembers."""
    until(page, f"Object.keys(JSON.parse(localStorage.getItem('{KEY}') || '{{}}').seen || {{}}).length > 9")
    seen = json.loads(page.evaluate(f"localStorage.getItem('{KEY}')"))["seen"]
    return sorted(seen)[:number]


def test_a_first_visit_shows_nothing_new(page: Page, served: Served) -> None:
    page.goto(served.root)
    _seen(page, 1)
    expect(page.locator("#since")).to_be_empty()
    page.reload()
    _seen(page, 1)
    expect(page.locator("#since")).to_be_empty()


def test_home_lists_what_is_new_and_what_changed_and_only_on_a_later_visit(page: Page, served: Served) -> None:
    page.goto(served.root)
    new, other = _seen(page, 2)
    page.evaluate(DAY_BEFORE, [KEY, [new], [other]])
    page.reload()
    expect(page.locator("#since h2")).to_have_text("New since your last visit")
    expect(page.locator("#since li")).to_have_count(2)
    assert sorted(page.locator("#since li .since").all_inner_texts()) == ["changed", "new"]
    page.locator("#since li a").first.click()
    page.wait_for_url("**/topics/**")
    expect(page.locator(page.url.partition("/topics/")[2].partition("/")[2])).to_have_count(1)
    page.goto(served.root)  # the visit goes on
    expect(page.locator("#since li")).to_have_count(2)
    page.evaluate(DAY_BEFORE, [KEY, [], []])
    page.reload()
    expect(page.locator("#since h2")).to_have_text("Nothing new since your last visit")


def test_a_page_works_where_nothing_can_be_kept(browser: Browser, served: Served) -> None:
    context = browser.new_context()
    context.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })")
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(served.root)
    page.wait_for_load_state("networkidle")
    expect(page.locator("#since")).to_be_empty()
    assert faults == []
    context.close()


def test_a_topic_marks_what_is_new_and_what_changed_on_it(page: Page, served: Served) -> None:
    page.goto(served.root + TOPIC)
    ids = page.locator("[data-state]").evaluate_all("all => all.map(one => one.id)")
    page.evaluate(DAY_BEFORE, [KEY, [ids[0]], [ids[1]]])
    page.reload()
    expect(page.locator(f"#{ids[0]} .since")).to_have_text("new")
    expect(page.locator(f"#{ids[1]} .since")).to_have_text("changed")
    expect(page.locator(".since")).to_have_count(2)
