"""The charts in a real Chromium: every word inside the picture, also words that were chosen to leave it."""

from __future__ import annotations

import base64

import pytest
from playwright.sync_api import Page

from generator.pages.pictures.charts import draw
from generator.pages.pictures.layout import WIDTH
from tests.browser.conftest import until
from tests.pictures_sample import CHARTS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

OUTSIDE = """() => {
  const frame = document.querySelector('svg').getBoundingClientRect();
  return [...document.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()])
    .filter(([words, box]) => words && (box.left < frame.left - 1 || box.right > frame.right + 1
      || box.top < frame.top - 2 || box.bottom > frame.bottom + 2))
    .map(([words, box]) => `${words}: ${box.left - frame.left} to ${box.right - frame.left}`);
}"""


@pytest.mark.parametrize("name", CHARTS)
def test_no_word_leaves_the_picture(page: Page, name: str) -> None:
    page.set_content(draw(CHARTS[name])["light"].decode())
    assert page.locator("text").count() > 3
    assert page.evaluate(OUTSIDE) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_browser_shows_it_as_an_image(page: Page, scheme: str) -> None:
    for chart in CHARTS.values():
        data = base64.b64encode(draw(chart)[scheme]).decode()
        page.set_content(f'<img src="data:image/svg+xml;base64,{data}">')
        until(page, "document.images[0].complete")
        size = page.evaluate("[document.images[0].naturalWidth, document.images[0].naturalHeight]")
        assert size == [WIDTH, chart.height]
