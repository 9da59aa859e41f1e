"""Search is loaded when a reader uses it, and then works as Material's own does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Served, Watch

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

HEAVY = re.compile(r"search_index\.json|workers/search\.")
FIRST = ".md-search-result__list > .md-search-result__item a.md-search-result__link"

# What a worker answers to queries, asked as the page asks it, with an index in the given language and pipeline.
ANSWERS = """async ([worker, queries, change]) => {
    const found = await (await fetch("search/search_index.json")).json();
    Object.assign(found.config, change);
    const search = new Worker(worker);
    const ask = (type, data) => new Promise((done) => {
        search.onmessage = (event) => event.data.type === type + 1 && done(event.data.data);
        search.postMessage({type, data});
    });
    await ask(0, {...found, options: {}}).then(() => new Promise((done) => setTimeout(done, 100)));
    const answers = [];
    for (const query of queries) answers.push(JSON.stringify((await ask(2, query)).items));
    search.terminate();
    return answers;
}"""


@pytest.fixture
def asked(page: Page) -> list[str]:
    """The addresses that the page and its worker ask for, in order."""
    addresses: list[str] = []
    page.context.on("request", lambda request: addresses.append(request.url))
    return addresses


def heavy(asked: list[str]) -> set[str]:
    return {found.group() for address in asked if (found := HEAVY.search(address))}


def test_a_page_asks_for_the_index_only_when_search_is_used(page: Page, served: Served, asked: list[str]) -> None:
    page.goto(f"{served.root}topics/5g/")
    page.wait_for_load_state("networkidle")
    page.mouse.wheel(0, 2000)
    page.wait_for_timeout(300)
    assert heavy(asked) == set()
    page.locator("[data-md-component=search-query]").focus()
    page.wait_for_timeout(300)
    assert len(heavy(asked)) == 2


def test_words_typed_at_once_find_a_page_and_are_marked_there(page: Page, served: Served, asked: list[str]) -> None:
    page.goto(f"{served.root}method/")
    page.keyboard.press("/")
    expect(page.locator("[data-md-component=search-query]")).to_be_focused()
    page.keyboard.type("cybersecurity")
    expect(page.locator(FIRST).first).to_have_attribute("href", re.compile(r"h=cybersecurity$"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/repo/topics/cybersecurity/\?h=cybersecurity"))
    expect(page.locator("article mark[data-md-highlight]").first).to_be_visible()
    asked.clear()
    page.go_back()
    expect(page).to_have_url(re.compile(r"/repo/method/$"))
    page.wait_for_timeout(300)
    assert heavy(asked) == set()


@pytest.mark.parametrize("key", ["f", "s", "/"])
def test_the_keys_of_the_theme_open_search(page: Page, served: Served, key: str) -> None:
    page.goto(served.root)
    expect(page.locator("html.js")).to_be_attached()
    page.keyboard.press(key)
    expect(page.locator("[data-md-component=search-query]")).to_be_focused()
    expect(page.locator("#__search")).to_be_checked()


def test_an_address_with_words_shows_what_they_find(page: Page, served: Served) -> None:
    page.goto(f"{served.root}?q=IPOI")
    expect(page.locator(FIRST).first).to_have_attribute("href", re.compile(r"topics/ipoi/"))
    page.keyboard.press("Escape")
    expect(page).to_have_url(served.root)


def test_an_address_with_words_to_mark_has_search_too(page: Page, served: Served) -> None:
    page.goto(f"{served.root}topics/5g/?h=japan")
    expect(page.locator("article mark[data-md-highlight]").first).to_be_visible()
    page.locator("[data-md-component=search-query]").press_sequentially("supply")
    expect(page.locator(FIRST).first).to_be_visible()


def test_a_page_under_no_address_has_search_too(page: Page, served: Served, watch: Watch, site: Path) -> None:
    page.goto(f"{served.root}topics/nothing/at/all/")
    page.locator("[data-md-component=search-query]").press_sequentially("IPOI")
    expect(page.locator(FIRST).first).to_be_visible()
    watch.errors[:] = [e for e in watch.errors if "404" not in e]  # the browser says that the page is not there


@pytest.mark.parametrize("lost", ["**/search_index.json", "**/workers/search.*.js"])
def test_search_recovers_where_the_network_fails_for_a_while(browser: Browser, served: Served, lost: str) -> None:
    context = browser.new_context()
    opened = context.new_page()
    context.route(lost, lambda route: route.abort())
    opened.goto(served.root)
    box = opened.locator("[data-md-component=search-query]")
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
    assert any(rule["id"] == "scrollable-region-focusable" for rule in found["passes"])
    opened.locator("[data-md-component=search-query]").focus()
    opened.keyboard.press("Tab")
    expect(opened.locator("#__search")).not_to_be_checked()
    assert opened.evaluate("document.activeElement.closest('.md-search') === null")
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


@pytest.mark.parametrize(
    ("query", "thin"),
    [
        ("what is the quad", "quad"),
        ("What IS  the Quad?", "Quad?"),
        ("who signed for japan", "signed japan"),
        ("what is the", "the"),
        ("like-minded and open", "like-minded open"),
    ],
)
def test_words_that_the_index_leaves_out_are_not_looked_up(
    page: Page, served: Served, site: Path, query: str, thin: str
) -> None:
    assert answers(page, served, site, [query, thin], late=True) == answers(page, served, site, [thin, thin])


UNTOUCHED = ['"free and open" the japan', 'what is "the quad', "+the japan", "-what title:the japan", "the* japan", ""]


def test_phrases_and_operators_go_through_as_they_were_typed(page: Page, served: Served, site: Path) -> None:
    late = answers(page, served, site, UNTOUCHED, late=True)
    assert late == answers(page, served, site, UNTOUCHED)
    assert sum(len(answer) > 100 for answer in late) >= 2  # the others ask for a word that the index leaves out


@pytest.mark.parametrize(
    ("change", "queries", "thin"),
    [
        ({"lang": ["de"]}, ["was ist das quad", "the japan"], ["quad", "the japan"]),
        ({"lang": ["en", "de"]}, ["was ist the quad", "das japan"], ["quad", "japan"]),
        ({"pipeline": []}, ["what is the quad"], ["what is the quad"]),
    ],
)
def test_which_words_those_are_follows_from_the_index(
    page: Page, served: Served, site: Path, change: dict[str, list[str]], queries: list[str], thin: list[str]
) -> None:
    late = answers(page, served, site, queries, change, late=True)
    assert late == answers(page, served, site, thin, change)
    assert len(max(late, key=len)) > 100


def answers(
    page: Page,
    served: Served,
    site: Path,
    queries: list[str],
    change: dict[str, list[str]] | None = None,
    *,
    late: bool = False,
) -> list[str]:
    """What Material's worker answers, or ours."""
    page.goto(served.root)
    worker = next(site.glob(f"assets/javascripts/workers/{'late' if late else 'search'}.*.js"))
    said: list[str] = page.evaluate(ANSWERS, [worker.relative_to(site).as_posix(), queries, change or {}])
    return said
