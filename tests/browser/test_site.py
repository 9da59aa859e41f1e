"""The real site in a real Chromium: reading, citations and back, schemes, phones, paper, and no request to anyone."""

from __future__ import annotations

import json
import re
from pathlib import Path

import lxml.html
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from generator.pages.budget import limit
from tests.browser.conftest import Scheme, Served, Watch

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

TOPICS = ("5g", "cybersecurity", "ipoi", "supply-chains")
AXE = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
       "resultTypes": ["violations"]}  # fmt: skip


def every_page(site: Path) -> list[str]:
    files = sorted(p.relative_to(site).as_posix() for p in site.rglob("*.html"))
    return [f.removesuffix("index.html") for f in files]


def kinds(site: Path) -> list[str]:
    """One page of each kind, two topics among them."""
    pages = every_page(site)
    source = next(p for p in pages if re.fullmatch(r"sources/[^/]+/", p))
    return [
        "",
        *(f"topics/{t}/" for t in TOPICS[:2]),
        "sources/",
        source,
        "names/",
        "keyphrases/",
        "tags/",
        "timeline/",
        "method/",
        "own/",
        "404.html",
    ]


def test_a_citation_leads_to_the_very_sentence_and_back(page: Page, served: Served) -> None:
    page.goto(f"{served.root}topics/5g/")
    quote = page.locator("p.statement.core").first
    words = quote.locator("[data-quote]").first.inner_text()
    quote.locator("a.cite").first.hover()
    page.locator(".cite-card a.title").click()
    expect(page).to_have_url(re.compile(r"/sources/[^/]+/#s-[0-9a-f]+"))
    sentence = page.locator(f"[id='{page.url.split('#')[1]}']")
    expect(sentence).to_be_visible()
    expect(sentence).to_be_in_viewport()
    places = page.locator(f"[id='{page.url.split('#')[1]}'] + .places")
    if len(words) > 20 and words not in sentence.inner_text():
        assert places.locator("a.back").count()  # told in another source's words
    places.locator("a.back", has_text="5G").first.click()
    expect(page).to_have_url(re.compile(r"/topics/5g/#f-[0-9a-f]+"))
    expect(page.locator(f"[id='{page.url.split('#')[1]}']")).to_be_visible()


def test_every_page_opens_without_an_error_or_a_request_elsewhere(page: Page, served: Served, site: Path) -> None:
    for path in every_page(site):
        page.goto(served.root + path)
        assert page.locator("h1").count() == 1, path
        assert page.title(), path
        assert page.locator("meta[name=description]").get_attribute("content"), path
        assert page.context.cookies() == [], path


@pytest.mark.parametrize(("width", "mobile"), [(1280, False), (375, True)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    browser: Browser,
    served: Served,
    site: Path,
    watch: Watch,
    scheme: Scheme,
    width: int,
    mobile: bool,
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 812}, color_scheme=scheme, is_mobile=mobile,
                                  has_touch=mobile, reduced_motion="reduce")  # fmt: skip
    watch.on(context, served.root)
    found = []
    for path in kinds(site):
        opened = context.new_page()
        opened.goto(served.root + path)
        opened.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        opened.wait_for_timeout(150)
        result = Axe().run(opened, options=AXE).response
        found += [
            (path, v["id"], v["nodes"][0]["target"], v["nodes"][0].get("failureSummary")) for v in result["violations"]
        ]
        opened.close()
    context.close()
    assert found == []


@pytest.mark.parametrize("width", [375, 1280])
def test_dozens_of_numbers_under_a_statement_can_be_hit_with_a_finger(
    browser: Browser, served: Served, width: int
) -> None:
    opened = browser.new_page(viewport={"width": width, "height": 812})
    opened.goto(served.root)
    opened.evaluate(
        """() => {
            const number = document.querySelector("a.support ~ a.cite");
            number.parentElement.replaceChildren(...number.parentElement.querySelectorAll("a"));
            for (let n = 0; n < 40; n++) number.after(number.cloneNode(true));
        }"""
    )
    found = Axe().run(opened, options={"runOnly": ["target-size"]}).response
    assert opened.locator("a.support ~ a.cite").count() > 40
    assert [v["nodes"][0]["failureSummary"] for v in found["violations"]] == []
    opened.close()


@pytest.mark.parametrize("width", [320, 375, 768, 1440])
def test_nothing_is_wider_than_the_screen(browser: Browser, served: Served, site: Path, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, is_mobile=width < 700)
    opened = context.new_page()
    wide = []
    for path in kinds(site):
        opened.goto(served.root + path)
        opened.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        room = opened.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        if room[0] > room[1]:
            wide.append((path, room))
    context.close()
    assert wide == []


def test_the_scheme_follows_the_reader_and_the_switch(browser: Browser, served: Served) -> None:
    context = browser.new_context(color_scheme="dark")
    opened = context.new_page()
    opened.goto(f"{served.root}topics/5g/")
    body = opened.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    opened.get_by_title("Switch to light mode").click()
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    context.close()


def test_a_phone_shows_the_answer_on_its_first_screen(browser: Browser, served: Served) -> None:
    context = browser.new_context(viewport={"width": 375, "height": 812}, is_mobile=True)
    opened = context.new_page()
    for topic in TOPICS:
        opened.goto(f"{served.root}topics/{topic}/")
        for what in (".scope", ".counts", "#bottom-line", "p.statement.core [data-quote]"):
            expect(opened.locator(what).first).to_be_in_viewport()
    context.close()


def test_details_open_without_script(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{served.root}topics/5g/")
    folded = opened.locator("details.quotes").first
    expect(folded.locator("li").first).to_be_hidden()
    folded.locator("summary").click()
    expect(folded.locator("li").first).to_be_visible()
    expect(folded.locator("li a.cite").first).to_be_visible()
    context.close()


def test_a_folded_part_holds_no_other(site: Path) -> None:
    nested = [p for p in sorted(site.rglob("*.html")) if lxml.html.parse(p).getroot().xpath("//details//details")]
    assert nested == []


def test_a_permalink_into_a_folded_part_opens_it(page: Page, served: Served) -> None:
    page.goto(f"{served.root}topics/5g/")
    inside = page.locator("details.quotes [id^=f-]").first.get_attribute("id")
    page.goto("about:blank")
    page.goto(f"{served.root}topics/5g/#{inside}")
    expect(page.locator(f"[id='{inside}']")).to_be_visible()


def test_everything_can_be_reached_by_keyboard(page: Page, served: Served) -> None:
    page.goto(f"{served.root}topics/5g/")
    page.keyboard.press("Tab")
    assert "md-skip" in page.evaluate("document.activeElement.className")
    reached = set()
    for _ in range(120):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.localName + ' ' + document.activeElement.className"))
    assert {"cite", "summary"} <= {word for name in reached for word in str(name).split()}


def test_a_page_that_is_not_there_helps(page: Page, served: Served, watch: Watch) -> None:
    page.goto(f"{served.root}topics/nothing/")
    watch.errors[:] = [e for e in watch.errors if "404" not in e]  # the browser says that the page is not there
    expect(page.locator("h1")).to_have_text("Page not found")
    page.locator("article").get_by_role("link", name="5G", exact=True).click()
    expect(page).to_have_url(f"{served.root}topics/5g/")
    watch.errors[:] = [e for e in watch.errors if "404" not in e]


def test_a_topic_page_is_short_while_its_details_are_closed(browser: Browser, served: Served, site: Path) -> None:
    sources = {s["id"]: s for s in json.loads((site / "briefing.json").read_text("utf-8"))["sources"]}
    context = browser.new_context(viewport={"width": 375, "height": 800})
    page = context.new_page()
    for topic in TOPICS:
        page.goto(f"{served.root}topics/{topic}/")
        shown = len(page.locator("article").inner_text().split())
        known = sum(s["words"] for s in sources.values() if topic in s["topics"])
        height = page.evaluate("document.documentElement.scrollHeight")
        print(f"{topic}: {shown} words, {shown / known:.0%} of its sources', {height} px at 375 px")
        assert shown <= limit(known), topic
        assert height <= 5000, topic
        assert page.locator("details details").count() == 0
    context.close()
