"""Search in scripts that write no spaces: words within a clause are found, and shown as they stand."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Served, serving
from tests.pipeline.test_sites_of_other_scripts import TH, ZH

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="module")
def eastern(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    project = tmp_path_factory.mktemp("eastern")
    (project / "sources").mkdir()
    for name, language, paragraphs in (("one", "zh", ZH), ("two", "th", TH), ("three", "zh", ZH[::-1])):
        head = f"---\ntitle: {name}\npublisher: {name}\nlanguage: {language}\n---\n"
        (project / "sources" / f"{name}.txt").write_text(head + "\n\n".join(paragraphs) + "\n", encoding="utf-8")
    topic = "- {id: dam, title: 防洪堤, scope: 防洪堤, terms: [防洪堤, 港务局]}\n"
    (project / "briefing.yml").write_text(f"title: T\nlanguage: zh\ntopics:\n{topic}", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "generator", "-q", "-C", str(project), "build"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    with serving(project / "site") as running:
        yield running


@pytest.mark.parametrize(
    ("asked", "path", "shown", "marked"),
    [
        ("防洪堤", "topics/dam/", "市政府将投资三亿元修建防洪堤", "防洪"),
        ("修建 市政府", "topics/dam/", "市政府将投资三亿元修建防洪堤", "修建"),
        ("เขื่อนกันคลื่น", "sources/two/", "เพื่อสร้างเขื่อนกันคลื่น", "เขื่อน"),
    ],
)
def test_a_word_within_a_clause_is_found(
    browser: Browser, eastern: Served, asked: str, path: str, shown: str, marked: str
) -> None:
    page = browser.new_page()
    page.goto(eastern.root)
    page.locator(".md-search__input").focus()
    page.locator(".md-search__input").press_sequentially(asked)
    results = page.locator(".md-search-result__list > .md-search-result__item")
    expect(results.first).to_be_visible(timeout=30_000)
    expect(results.filter(has_text=shown).first).to_be_visible()
    found = results.filter(has_text=shown).first
    expect(found.locator("mark").filter(has_text=marked).first).to_be_visible()
    assert path in (found.locator("a").first.get_attribute("href") or "")
    found.locator("a").first.click()
    expect(page.locator("article mark").filter(has_text=marked).first).to_be_visible()
    page.close()
