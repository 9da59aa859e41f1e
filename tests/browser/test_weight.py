"""What a first visit costs, and that the one stylesheet gives every part of a page what those it is made of gave it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Scheme, Served

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

LIMIT = 61_000  # bytes, compressed as a host sends them: the page and every style, script, picture and icon it asks for

# Every property of every part, and of what is written before and after it.
STYLES = """() => [...document.querySelectorAll("html, body, body *")].flatMap(e => PARTS.map(part => {
    const style = getComputedStyle(e, part || null);
    if (part && style.content === "none") return "";
    const names = [...style].filter(name => !name.startsWith("--"));
    return e.localName + "." + e.className + part + " " + names.map(n => n + ":" + style.getPropertyValue(n)).join(";");
}))""".replace("PARTS", '["", "::before", "::after"]')
# The stylesheets as they were, in place of the one made of them.
SWAP = """async (parts) => {
    const one = document.querySelector("link[rel=stylesheet][href*='stylesheets/site.']");
    for (const part of parts) {
        const media = part === "print.css" ? "print" : "all";
        const href = one.href.replace(/site\\.[0-9a-f]+\\.css$/, part);
        const link = Object.assign(document.createElement("link"), {rel: "stylesheet", media, href});
        await new Promise((done, failed) => { link.onload = done; link.onerror = failed; one.before(link); });
    }
    one.remove();
}"""


def topics(site: Path) -> list[str]:
    return sorted(page.parent.relative_to(site).as_posix() + "/" for page in site.glob("topics/*/index.html"))


@pytest.mark.parametrize(("width", "mobile"), [(1280, False), (375, True)])
def test_a_first_visit_to_any_topic_is_light(
    browser: Browser, served: Served, site: Path, width: int, mobile: bool
) -> None:
    weights = {}
    for topic in topics(site):
        context = browser.new_context(viewport={"width": width, "height": 800}, is_mobile=mobile)
        opened = context.new_page()
        served.sent.clear()
        opened.goto(served.root + topic)
        opened.wait_for_load_state("networkidle")
        weights[topic] = dict(served.sent)
        context.close()
    heaviest = max(weights.values(), key=lambda sent: sum(sent.values()))
    assert {"bundle", "site"} <= {Path(path).name.split(".")[0] for path in heaviest}
    assert sum(heaviest.values()) <= LIMIT, sorted(heaviest.items(), key=lambda item: -item[1])


def differences(one: str, other: str) -> list[tuple[str, str]]:
    pairs = zip(one.split(";"), other.split(";"), strict=False)
    return [(one[:60], other[:60]), *((a, b) for a, b in pairs if a != b)][:5]


def settle(page: Page) -> None:
    """Waits until scripts have added what they add: words to mark, results, wrappers of tables."""
    page.wait_for_load_state("networkidle")
    before, now = -1, 0
    while before != now:
        page.wait_for_timeout(300)
        before, now = now, page.evaluate("document.querySelectorAll('*').length")


def same_with_all_styles(page: Page, site: Path) -> None:
    folder = site / "assets" / "stylesheets"
    names = ("main.*.css", "palette.*.css", "briefing.css", "print.css")
    settle(page)
    trimmed = page.evaluate(STYLES)
    page.evaluate(SWAP, [next(folder.glob(name)).name for name in names])
    settle(page)
    whole = page.evaluate(STYLES)
    assert len(trimmed) == len(whole) > 100
    assert [differences(a, b) for a, b in zip(trimmed, whole, strict=True) if a != b] == []


@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_one_stylesheet_leaves_nothing_out(
    browser: Browser, served: Served, site: Path, scheme: Scheme, width: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    source = next(p for p in sorted(site.glob("sources/*/index.html"))).parent.name
    for path in ("", f"{topics(site)[0]}?h=japan", f"sources/{source}/?h=japan", "own/", "404.html"):
        opened = context.new_page()
        opened.goto(served.root + path)
        if "?h=" in path:
            expect(opened.locator("article mark").first).to_be_attached()
        opened.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        if width < 1000:
            opened.evaluate("document.getElementById('__drawer').click()")
        same_with_all_styles(opened, site)
        opened.close()
    context.close()


@pytest.mark.parametrize("width", [1280, 375])
def test_the_one_stylesheet_has_what_search_needs(browser: Browser, served: Served, site: Path, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    opened = context.new_page()
    opened.goto(f"{served.root}?q=japan")
    expect(opened.locator(".md-search-result__meta")).to_contain_text("matching documents")
    expect(opened.locator(".md-search-result__more, .md-search-result__item mark").first).to_be_attached()
    expect(opened.locator(".search-filters select").first).to_be_attached()
    # What lies in a closed part has the size of its last layout, if it ever had one.
    opened.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    same_with_all_styles(opened, site)
    context.close()


def test_the_one_stylesheet_has_what_paper_needs(page: Page, served: Served, site: Path) -> None:
    page.goto(served.root + topics(site)[0])
    page.emulate_media(media="print")
    same_with_all_styles(page, site)
