"""Twenty questions that a reader would type, and the page that should come first."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from conftest import Served
from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

MUST = {
    "5G": ("topics/5g/",),
    "IPOI": ("topics/ipoi/",),
    "Supply Chain Resilience Initiative": ("topics/supply-chains/",),
    "Jaishankar": ("names/",),
}
SHOULD = {
    "cybersecurity": ("topics/cybersecurity/",),
    "cyber security agreement": ("topics/cybersecurity/",),
    "supply chains": ("topics/supply-chains/",),
    "Huawei": ("topics/5g/", "names/"),
    "Motegi": ("names/",),
    "Narendra Modi": ("names/",),
    "Indo-Pacific Oceans Initiative": ("topics/ipoi/",),
    "Ministry of External Affairs": ("names/",),
    "timeline": ("timeline/",),
    "method": ("method/",),
    "sources": ("sources/",),
    "Quad": ("names/",),
    "names": ("names/",),
    "telecom": ("topics/5g/",),
    "Times of India": ("sources/strategic-dialogue-and-supply-chain-initiative/",),
    "origins": ("method/",),
}


def first(page: Page, question: str) -> str:
    """The path of the first result in Material's own search box."""
    box = page.locator("[data-md-component=search-query]")
    box.fill("")
    page.wait_for_timeout(150)
    box.press_sequentially(question)
    page.wait_for_timeout(500)
    link = page.locator(".md-search-result__list > .md-search-result__item a.md-search-result__link").first
    return urlsplit(link.get_attribute("href", timeout=5000) or "").path.removeprefix("/repo/")


@pytest.fixture
def searching(page: Page, served: Served) -> Page:
    page.goto(served.root)
    page.locator("[data-md-component=search-query]").focus()
    page.wait_for_timeout(800)
    return page


def test_the_right_page_comes_first(searching: Page) -> None:
    found = {question: first(searching, question) for question in MUST | SHOULD}
    wrong = {q: p for q, p in found.items() if p not in (MUST | SHOULD)[q]}
    assert not {q: p for q, p in wrong.items() if q in MUST}
    assert len(wrong) <= 2, wrong


def test_pages_for_maintainers_are_not_found(searching: Page) -> None:
    box = searching.locator("[data-md-component=search-query]")
    box.press_sequentially("requirements.txt workflow")
    searching.wait_for_timeout(500)
    links = searching.locator("a.md-search-result__link").evaluate_all("found => found.map(a => a.pathname)")
    assert not [link for link in links if link.startswith(("/repo/guide/", "/repo/reference/"))]
