"""Questions that a reader would type, and the page that should come first in search. `make audit` prints
the figures, and asks questions of your own: BRIEFING_QUESTIONS names their file."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Served
from tests.browser.questions import read, score

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

OURS = Path(__file__).parent / "questions.yml"
ASKED = Path(os.environ.get("BRIEFING_QUESTIONS") or OURS)
QUESTIONS = read(ASKED.read_text(encoding="utf-8"))
ENOUGH = 0.9
RESULT = ".md-search-result__list > .md-search-result__item"
ANSWERED = re.compile("matching document")


def pages(page: Page, question: str) -> list[str]:
    """The paths of the results of a question, best first."""
    box = page.locator(".md-search__input")
    box.fill("")
    box.press("End")
    expect(page.locator(RESULT)).to_have_count(0)
    box.press_sequentially(question)
    # Answered when the line above says how many; the answers to the last letters replace those to the first.
    expect(page.locator(".md-search-result__meta")).to_have_text(ANSWERED, timeout=30_000)
    links: list[str] = []
    same = 0
    while same < 5:
        page.wait_for_timeout(100)
        last, links = links, page.locator(RESULT).evaluate_all("all => all.map(one => one.querySelector('a').href)")
        same = same + 1 if links == last else 0
    return [urlsplit(link).path.removeprefix("/repo/") for link in links]


@pytest.fixture
def searching(page: Page, served: Served) -> Page:
    page.goto(served.root)
    page.locator(".md-search__input").focus()
    return page


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_right_page_comes_first(searching: Page, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    scored = score(name, QUESTIONS[name], lambda question: pages(searching, question))
    if os.environ.get("BRIEFING_FIGURES"):
        with capsys.disabled():
            print(f"\n{scored}")
    assert scored.share >= ENOUGH, str(scored)


def test_our_sets_are_of_twenty_questions_and_one_of_fourteen() -> None:
    assert {name: len(asked) for name, asked in read(OURS.read_text(encoding="utf-8")).items()} == dict.fromkeys(
        ("plain", "asked", "kept_back", "sentences"), 20
    ) | {"trial": 14}


def test_a_result_shows_the_sentence_that_answers_and_what_the_page_is_about(searching: Page) -> None:
    assert pages(searching, "who welcomed the supply chain resilience initiative")[0] == "topics/supply-chains/"
    first = searching.locator(RESULT).first
    expect(first.locator("h2")).to_have_text("Supply chains")
    said = first.locator(".search-sentence").first
    expect(said).to_contain_text("The Supply Chain Resilience Initiative of Australia, India, Japan")
    assert {"Supply", "Chain", "Resilience", "Initiative", "welcomed"} <= set(said.locator("mark").all_inner_texts())
    path = "sources/strategic-dialogue-and-supply-chain-initiative/"
    assert pages(searching, "countries throw out huawei")[0] == path
    tags = searching.locator(RESULT).first.locator(".search-tags")
    expect(tags).to_have_text("5G · Cybersecurity · IPOI · Supply chains · digest of a report in Times of India")


def test_a_topic_comes_before_its_sources(searching: Page) -> None:
    found = pages(searching, "download speeds of 5g")
    assert found[0] == "topics/5g/"
    assert "sources/commentary-on-5g-and-the-quad/" in found[1:]


def test_a_tag_on_a_source_leads_to_the_pages_that_carry_it(page: Page, served: Served) -> None:
    page.goto(f"{served.root}sources/strategic-dialogue-and-supply-chain-initiative/")
    page.locator("article a[href*='tags/#publisher']", has_text="Times of India").click()
    expect(page).to_have_url(f"{served.root}tags/#publisher-times-of-india")
    heading = page.locator("#publisher-times-of-india")
    expect(heading).to_be_in_viewport()
    page.locator("#publisher-times-of-india + ul a").first.click()
    expect(page).to_have_url(f"{served.root}sources/strategic-dialogue-and-supply-chain-initiative/")
