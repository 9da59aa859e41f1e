"""A source that ends at a paywall, in several formats and marked up in several ways."""

from __future__ import annotations

import pytest

from generator.errors import UnreadableError
from generator.reading import clean

from .make_fixtures import STORY, TITLE, page
from .support import read_one, texts

WALL = "Subscribe to continue reading. Read every story of the Ledger. Only 1 euro for 4 weeks, cancel any time."


@pytest.mark.parametrize(
    "markup",
    [
        f"<p>{WALL}</p>",
        f"<div class='paywall'><h3>Subscribe to read on</h3><p>{WALL}</p><button>Join</button></div>",
        "<div class='offer'><p>This article is for subscribers only.</p><ul><li>1 euro for 4 weeks</li></ul></div>",
        "<section><h2>Jetzt abonnieren und weiterlesen</h2><p>Nur 1 Euro für 4 Wochen</p></section>",
        "<aside><p>Abonnez-vous pour lire la suite.</p><p>1 € par mois, sans engagement</p></aside>",
        "<div><span>続きを読むには会員登録が必要です。</span></div>",
    ],
)
def test_of_a_page_the_wall_goes_and_the_cut_is_known(markup: str) -> None:
    article = clean(read_one("p.html", page(body=STORY[:2], after=markup)), "a")
    assert [p.text for p in article.paragraphs] == list(STORY[:2])
    assert article.cut_off


@pytest.mark.parametrize(("name", "top"), [("a.txt", f"{TITLE}\n\n"), ("a.md", f"# {TITLE}\n\n")])
def test_of_text_and_markdown_too(name: str, top: str) -> None:
    article = clean(read_one(name, top + "\n\n".join([*STORY[:3], WALL, "Already a subscriber? Log in"])), "a")
    assert [p.text for p in article.paragraphs] == list(STORY[:3])
    assert article.cut_off


def test_a_whole_article_is_not_cut_off() -> None:
    assert not clean(read_one("p.html", page()), "a").cut_off
    assert not clean(read_one("p.html", page(after=f"<div style='display:none'>{WALL}</div>")), "a").cut_off


def test_a_digest_is_taken_as_it_is() -> None:
    digest = read_one("a.md", "---\nkind: digest\n---\n" + "\n\n".join([*STORY, WALL]))
    assert WALL in [p.text for p in clean(digest, "a").paragraphs]


def test_nothing_but_a_wall_is_no_article() -> None:
    with pytest.raises(UnreadableError, match="only a paywall"):
        clean(read_one("a.md", f"# {TITLE}\n\n{WALL}"), "a")


def test_the_fixture_is_read_as_it_stands() -> None:
    assert WALL in texts(read_one("p.html", page(after=f"<p>{WALL}</p>")))
