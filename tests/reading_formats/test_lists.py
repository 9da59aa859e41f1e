"""A page that lists other pages is no article, in whatever way it is marked up; an article with teasers is one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.config import Limits
from generator.model import SourceFile, Worked
from generator.one_source import Ways, work

from .make_fixtures import STORY, TITLE, page
from .support import read_one

TEASERS = (
    ("Vellmar to deepen its northern basin", "7 October 2020", "The harbour council agreed on Tuesday to deepen it."),
    ("Ferry to the outer islands stops in March", "5 October 2020", "Its engines are to be replaced in the yard."),
    ("Fishermen ask for a second survey of the grounds", "2 October 2020", "The council promised one by September."),
    ("Province pays half of the new quay walls", "30 September 2020", "The port's own fund is to pay the rest."),
)


def listing(teaser: Callable[[str, str, str, int], str], head: str = "", around: str = "{}") -> str:
    made = "".join(teaser(*told, n) for n, told in enumerate(TEASERS))
    return (
        f"<html lang='en'><head><title>News | The Vellmar Ledger</title>{head}</head><body><nav><a href='/'>Home</a>"
        f"</nav><main><h1>News</h1>{around.format(made)}</main><footer><p>About the Ledger</p></footer></body></html>"
    )


def card(title: str, date: str, text: str, n: int) -> str:
    return f"<article><h2><a href='/{n}'>{title}</a></h2><time>{date}</time><p>{text}</p></article>"


def plain(title: str, date: str, text: str, n: int) -> str:
    return f"<div><h3><a href='/{n}'>{title}</a></h3><p>{date}</p><p>{text}</p></div>"


def flat(title: str, date: str, text: str, n: int) -> str:
    return f"<h2><a href='https://ledger.example/{n}'>{title}</a></h2><p>{text}</p><p>{date}</p>"


def item(title: str, date: str, text: str, n: int) -> str:
    return f"<li><a href='/{n}'>{title}</a><p>{date} {text}</p></li>"


def whole(title: str, date: str, text: str, n: int) -> str:
    return f"<a href='/{n}'><h3>{title}</h3><p>{text}</p><p>{date}</p></a>"


def row(title: str, date: str, text: str, n: int) -> str:
    return f"<tr><td><a href='/{n}'>{title}</a></td><td>{date}</td><td>{text}</td></tr>"


def defined(title: str, date: str, text: str, n: int) -> str:
    return f"<dt><a href='/{n}'>{title}</a></dt><dd>{date}: {text} <a href='/{n}'>Read more</a></dd>"


WEBSITE = "<meta property='og:type' content='website'>"
ITEMS = (
    '<script type="application/ld+json">{"@type": "CollectionPage", "mainEntity": {"@type": "ItemList", '
    '"itemListElement": [{"@type": "NewsArticle", "headline": "A"}, {"@type": "NewsArticle", "headline": "B"}, '
    '{"@type": "NewsArticle", "headline": "C"}]}}</script>'
)
LISTS = [
    listing(card, WEBSITE),
    listing(card),
    listing(plain, WEBSITE),
    listing(plain, ITEMS),
    listing(flat),
    listing(item, around="<ul>{}</ul>"),
    listing(whole, WEBSITE),
    listing(row, around="<table>{}</table>"),
    listing(defined, around="<dl>{}</dl>"),
    listing(card).replace("lang='en'", "lang='de'").replace("October 2020", "Oktober 2020"),
]
ARTICLE_TYPE = "<meta property='og:type' content='article'>"


@pytest.mark.parametrize("markup", LISTS)
def test_a_list_is_known(markup: str) -> None:
    document = read_one("p.html", markup)
    assert document.is_list
    assert "a list of teasers, not an article" in document.notes


ARTICLES = [
    page(),
    page(head=WEBSITE),
    page(after="".join(card(*told, n) for n, told in enumerate(TEASERS))),
    page(after="<aside><ul>" + "".join(item(*told, n) for n, told in enumerate(TEASERS)) + "</ul></aside>"),
    page(after="".join(f"<h2><a href='#{n}'>{t}</a></h2><p>{x} {STORY[0]}</p>" for n, (t, _, x) in enumerate(TEASERS))),
    page(after="".join(f"<h2>{t}</h2><p>{d}</p><p>{x}</p>" for t, d, x in TEASERS)),
    page(body=[f"<a href='/{n}'>{line}</a>" for n, line in enumerate(STORY)], head=ARTICLE_TYPE),
]


@pytest.mark.parametrize("markup", ARTICLES)
def test_an_article_is_none(markup: str) -> None:
    assert not read_one("p.html", markup).is_list


def worked(keep: bool = False, **beside: bytes) -> Worked:
    companions = tuple((name.replace("__", "."), data) for name, data in beside.items())
    return work(SourceFile("sources/news.html", LISTS[0].encode(), companions), Ways(Limits(), "en", keep_lists=keep))


def test_it_is_skipped_with_the_reason() -> None:
    (part,) = worked().parts
    assert part.article is None
    assert part.refused and part.refused.reason.startswith("a list of teasers, not an article; ")
    assert part.refused.published == "a list of teasers, not an article"


@pytest.mark.parametrize("kind", ["report", "digest"])
def test_a_kind_beside_it_has_it_read(kind: str) -> None:
    (part,) = worked(news__meta__yml=f"kind: {kind}\n".encode()).parts
    assert part.article and part.article.metadata.kind == kind
    (part,) = worked(news__meta__yml=b"title: News\n").parts
    assert part.article is None


def test_lists_may_be_kept() -> None:
    (part,) = worked(keep=True).parts
    assert part.article and len(part.article.paragraphs) >= len(TEASERS)
    assert TITLE in "\n".join(p.text for p in part.article.paragraphs)
