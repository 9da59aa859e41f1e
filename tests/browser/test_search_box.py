"""The search box: loaded when a reader uses it, by keys, mouse and touch, and what a hit opens."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Scheme, Served, Watch
from tests.browser.test_site import AXE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

LATE = re.compile(r"/pagefind/|javascripts/search\.")
BOX = ".md-search__input"
FIRST = ".md-search-result__list > .md-search-result__item a.md-search-result__link"


@pytest.fixture
def asked(page: Page) -> list[str]:
    """The addresses that the page and its worker ask for, in order."""
    addresses: list[str] = []
    page.context.on("request", lambda request: addresses.append(request.url))
    return addresses


def late(asked: list[str]) -> list[str]:
    return [address for address in asked if LATE.search(address)]


def test_a_page_asks_for_nothing_of_search_until_the_box_is_used(page: Page, served: Served, asked: list[str]) -> None:
    page.goto(f"{served.root}topics/5g/")
    page.wait_for_load_state("networkidle")
    page.mouse.wheel(0, 2000)
    page.wait_for_timeout(300)
    assert late(asked) == []
    page.locator(BOX).focus()
    expect(page.locator(".search-filters select").first).to_be_visible()
    names = [address.rsplit("/", 1)[1].partition("?")[0] for address in late(asked)]
    assert "pagefind.js" in names and "pages.json" in names
    assert not [name for name in names if "worker" in name or "ui" in name]


def test_words_typed_at_once_find_a_passage_and_open_it(page: Page, served: Served, asked: list[str]) -> None:
    page.goto(f"{served.root}method/")
    page.keyboard.press("/")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.type("chinese apps ban")
    expect(page.locator(FIRST).first).to_have_attribute("href", re.compile(r"/topics/cybersecurity/\?h=[^#]+#f-"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/repo/topics/cybersecurity/\?h="))
    mark = page.locator("article mark").first
    expect(mark).to_be_in_viewport()
    asked.clear()
    page.go_back()
    expect(page).to_have_url(re.compile(r"/repo/method/$"))
    page.wait_for_timeout(300)
    assert late(asked) == []


@pytest.mark.parametrize("words", ["banned huawei", ""])
def test_a_hit_opens_the_closed_part_it_lies_in(page: Page, served: Served, words: str) -> None:
    page.goto(f"{served.root}topics/5g/")
    inside = page.locator("article details:not([open]) [id^=f-]").first
    expect(inside).to_be_hidden()
    id = inside.get_attribute("id")
    words = words and " ".join((inside.text_content() or "").split()[:2])
    page.goto(f"{served.root}topics/5g/?h={quote(words)}#{id}")
    found = page.locator(f"[id='{id}']")
    expect(found).to_be_in_viewport()
    expect(found.locator("mark").first if words else page.locator(f"[id='{id}'].found")).to_be_visible()


def test_words_without_a_place_open_the_passage_that_holds_most_of_them(page: Page, served: Served) -> None:
    page.goto(f"{served.root}topics/5g/?h=Washington%20advises%20Huawei")
    expect(page.locator("article mark", has_text="Washington").first).to_be_in_viewport()
    assert page.locator("article mark").evaluate_all("all => new Set(all.map(m => m.closest('p, li'))).size") == 1


@pytest.mark.parametrize("key", ["f", "s", "/"])
def test_the_keys_of_the_theme_open_search(page: Page, served: Served, key: str) -> None:
    page.goto(served.root)
    expect(page.locator("html.js")).to_be_attached()
    page.keyboard.press(key)
    expect(page.locator(".md-search__input")).to_be_focused()
    expect(page.locator("#__search")).to_be_checked()


def test_an_address_with_words_shows_what_they_find(page: Page, served: Served) -> None:
    page.goto(f"{served.root}?q=IPOI")
    expect(page.locator(FIRST).first).to_have_attribute("href", re.compile(r"topics/ipoi/"))
    page.keyboard.press("Escape")
    expect(page).to_have_url(served.root)


def test_an_address_with_words_to_mark_has_search_too(page: Page, served: Served) -> None:
    page.goto(f"{served.root}topics/5g/?h=japan")
    expect(page.locator("article mark").first).to_be_visible()
    page.locator(".md-search__input").press_sequentially("supply")
    expect(page.locator(FIRST).first).to_be_visible()


def test_a_page_under_no_address_has_search_too(page: Page, served: Served, watch: Watch, site: Path) -> None:
    page.goto(f"{served.root}topics/nothing/at/all/")
    page.locator(".md-search__input").press_sequentially("IPOI")
    expect(page.locator(FIRST).first).to_be_visible()
    watch.errors[:] = [e for e in watch.errors if "404" not in e]  # the browser says that the page is not there


@pytest.mark.parametrize("lost", ["**/pages.json", "**/*.pagefind", "**/*.pf_index", "**/javascripts/search.*.js"])
def test_search_recovers_where_the_network_fails_for_a_while(browser: Browser, served: Served, lost: str) -> None:
    context = browser.new_context()
    opened = context.new_page()
    context.route(lost, lambda route: route.abort())
    opened.goto(served.root)
    box = opened.locator(".md-search__input")
    box.press_sequentially("IPO")
    opened.wait_for_timeout(500)
    assert opened.locator(FIRST).count() == 0
    assert "No matching documents" not in (opened.locator(".md-search-result__meta").text_content() or "")
    context.unroute(lost)
    box.press_sequentially("I")
    expect(opened.locator(FIRST).first).to_be_visible()
    context.close()


def test_no_sitemap_is_asked_for_and_the_feeds_stay_to_be_found(page: Page, served: Served, asked: list[str]) -> None:
    page.goto(f"{served.root}topics/5g/")
    page.wait_for_load_state("networkidle")
    assert [address for address in asked if address.endswith("sitemap.xml")] == []
    assert page.locator("link[rel=alternate][type='application/atom+xml']").count() == 2
    assert page.locator("link[rel~=home]").count() == 0


@pytest.mark.parametrize("width", [1280, 375])
def test_a_closed_search_is_no_tab_stop_and_open_results_can_be_scrolled(
    browser: Browser, served: Served, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    opened = context.new_page()
    opened.goto(f"{served.root}?q=japan")
    expect(opened.locator(FIRST).first).to_be_visible()
    opened.wait_for_timeout(700)
    found = Axe().run(opened, options={"runOnly": ["scrollable-region-focusable"]}).response
    assert found["violations"] == []
    opened.keyboard.press("Escape")
    expect(opened.locator("#__search")).not_to_be_checked()
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.closest('.md-search__output') === null")
    context.close()


def test_arrows_go_through_hits_and_tab_leaves(page: Page, served: Served) -> None:
    page.goto(f"{served.root}?q=IPOI")
    expect(page.locator(FIRST).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(FIRST).first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(BOX)).not_to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#__search")).not_to_be_checked()


def test_results_can_be_narrowed(page: Page, served: Served) -> None:
    page.goto(f"{served.root}?q=huawei")
    expect(page.locator(FIRST).first).to_be_visible()
    page.get_by_label("All topics").select_option("Supply chains")
    expect(page.locator(FIRST).first).to_have_attribute("href", re.compile("/sources/"))
    tags = page.locator(".md-search-result__item > a .search-tags").all_inner_texts()
    assert tags and all("Supply chains" in tag for tag in tags)


@pytest.mark.parametrize(("width", "mobile"), [(1280, False), (375, True)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_open_results(
    browser: Browser, served: Served, watch: Watch, scheme: Scheme, width: int, mobile: bool
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 812}, color_scheme=scheme, is_mobile=mobile, has_touch=mobile,
        reduced_motion="reduce",
    )  # fmt: skip
    watch.on(context, served.root)
    opened = context.new_page()
    opened.goto(f"{served.root}?q=japan")
    expect(opened.locator(FIRST).first).to_be_visible()
    opened.locator(".md-search-result__more > summary").first.click()
    opened.wait_for_timeout(700)
    wide = opened.evaluate("document.querySelector('.md-search__scrollwrap').scrollWidth - innerWidth")
    assert wide <= 0
    result = Axe().run(opened, context=".md-search", options=AXE).response
    assert [(v["id"], v["nodes"][0]["target"]) for v in result["violations"]] == []
    context.close()
    assert (watch.errors, watch.foreign) == ([], [])


def test_a_finger_opens_search_and_a_hit(browser: Browser, served: Served) -> None:
    context = browser.new_context(viewport={"width": 375, "height": 812}, is_mobile=True, has_touch=True)
    opened = context.new_page()
    opened.goto(f"{served.root}names/")
    opened.locator(".md-header label[for=__search]").first.tap()
    expect(opened.locator(BOX)).to_be_focused()
    opened.keyboard.type("connectivity pillar")
    expect(opened.locator(FIRST).first).to_have_attribute("href", re.compile("topics/ipoi"))
    opened.locator(FIRST).first.tap()
    expect(opened).to_have_url(re.compile(r"/topics/ipoi/\?h="))
    expect(opened.locator("article mark").first).to_be_in_viewport()
    context.close()


@pytest.mark.parametrize("width", [1280, 375])
def test_a_reader_without_javascript_sees_no_search(browser: Browser, served: Served, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{served.root}topics/5g/")
    expect(opened.locator("h1")).to_be_visible()
    for part in opened.locator(".md-search, .md-search *, .md-header label[for=__search]").all():
        expect(part).to_be_hidden()
    context.close()


ASKED = "async ([script, query]) => (await import(new URL(script, location))).asked(query).map(({ text }) => text)"


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("What is the Quad?", ["quad"]),
        ("who signed for Japan", ["signed", "japan"]),
        ("what is the", ["what", "is", "the"]),
        ("India's like-minded partners", ["india", "like-minded", "partners"]),
        ('"free and open" the japan', ['"free and open"', "japan"]),
        ("", []),
    ],
)
def test_words_that_carry_nothing_are_not_asked_for(
    page: Page, served: Served, site: Path, query: str, words: list[str]
) -> None:
    page.goto(served.root)
    script = next(site.glob("assets/javascripts/search.*.js")).relative_to(site).as_posix()
    assert page.evaluate(ASKED, [script, query]) == words
