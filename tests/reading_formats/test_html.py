"""HTML: the article and nothing but it, its metadata, and its encoding."""

from __future__ import annotations

import pytest

from generator.model import Metadata

from .make_fixtures import STORY, TITLE, page
from .support import read_one, refusal, texts


def meta(**parts: str) -> Metadata:
    return read_one("p.html", page(**parts)).metadata


def test_the_article_and_nothing_around_it() -> None:
    document = read_one("p.html", page())
    assert texts(document) == list(STORY)
    assert document.structured and document.format == "html"
    dropped = {d.text: d.reason for d in document.dropped}
    assert dropped[TITLE] == "title"
    assert dropped["Log in"] == dropped["About the Ledger and its makers"] == "outside the article"


def test_what_follows_an_article_is_cut_with_a_reason() -> None:
    after = "<h2>Read this next</h2><p>Ferries to the islands will run twice as often from next summer on.</p>"
    document = read_one("p.html", page(after=after))
    assert texts(document) == list(STORY)
    assert [d.reason for d in document.dropped if "Ferries" in d.text] == ["after the article"]


def test_a_heading_like_that_at_the_top_is_no_tail() -> None:
    before = (
        "<h2>Related</h2><p>This report belongs to a series on the ports of the northern coast and their works.</p>"
    )
    assert texts(read_one("p.html", page(before=before)))[-4:] == list(STORY)


@pytest.mark.parametrize(
    "line", ["Advertisement", "Read more", "Share this article", "© 2020 The Vellmar Ledger", "4 min read"]
)
def test_page_furniture_between_paragraphs_goes(line: str) -> None:
    body = [*STORY[:2], line, *STORY[2:]]
    assert line not in texts(read_one("p.html", page(body=body)))


@pytest.mark.parametrize(
    "line", ["Read more books, the mayor said, and fewer of the papers.", "Shares of the port rose.", "Copy that."]
)
def test_sentences_that_look_like_furniture_stay(line: str) -> None:
    body = [*STORY[:2], line, *STORY[2:]]
    assert line in texts(read_one("p.html", page(body=body)))


def test_roles_rows_and_line_breaks() -> None:
    after = (
        "<h2>What it costs</h2><ul><li>Dredging of the whole basin down to eleven metres</li>"
        "<li>New walls on the quay</li></ul>"
        "<table><tr><th>Payer</th><th>Share of the cost</th></tr><tr><td>Province</td><td>one half</td></tr></table>"
        "<p>The first part of the works begins in March.<br><br>"
        "The second part begins a year later, if money allows.</p>"
    )
    document = read_one("p.html", page(after=after))
    assert "What it costs" in texts(document, "heading")
    assert {"New walls on the quay", "Province | one half"} <= set(texts(document, "item"))
    assert texts(document)[-2:] == [
        "The first part of the works begins in March.",
        "The second part begins a year later, if money allows.",
    ]


def test_a_linked_heading_between_paragraphs_is_put_back() -> None:
    body = [*STORY[:2], "</p><h3><a href='/survey'>What the survey of the basin found</a></h3><p>", *STORY[2:]]
    assert "What the survey of the basin found" in texts(read_one("p.html", page(body=body)))


@pytest.mark.parametrize(
    ("head_title", "h1", "og", "expected"),
    [
        ("Ports grow | The Vellmar Ledger", "", "Ports grow | The Vellmar Ledger", "Ports grow"),
        ("Ports grow - The Vellmar Ledger", "Ports grow", "", "Ports grow"),
        ("The Vellmar Ledger: Ports grow", "", "", "Ports grow"),
        ("Ports grow – and shrink", "", "", "Ports grow – and shrink"),
        ("Why ports grow in hard times", "Ports grow in hard times, and why", "", "Ports grow in hard times, and why"),
        ("Ports grow | Vellmar", "The Vellmar Ledger", "Ports grow", "Ports grow"),
        ("Tea &amp; trade", "", "", "Tea & trade"),
    ],
)
def test_titles(head_title: str, h1: str, og: str, expected: str) -> None:
    markup = (
        f"<html><head><title>{head_title}</title><meta property='og:site_name' content='The Vellmar Ledger'>"
        + (f"<meta property='og:title' content='{og}'>" if og else "")
        + f"</head><body><article>{f'<h1>{h1}</h1>' if h1 else ''}"
        + "".join(f"<p>{s}</p>" for s in STORY)
        + "</article></body></html>"
    )
    assert read_one("p.html", markup).metadata.title == expected


JSON_LD = """<script type="application/ld+json">{"@graph": [
 {"@type": "WebSite", "name": "The Vellmar Ledger"}, {"@type": "Person", "@id": "#p", "name": "Ana Brandt"},
 {"@type": "NewsArticle", "headline": "Vellmar to deepen its northern basin", "author": {"@id": "#p"},
  "datePublished": "2020-10-07T22:10:00+02:00", "dateModified": "2020-10-09"}]}</script>"""


@pytest.mark.parametrize(
    ("head", "before", "author"),
    [
        (JSON_LD, "", "Ana Brandt"),
        ("<meta name='author' content='By Ana Brandt and Jon Dahl'>", "", "Ana Brandt; Jon Dahl"),
        ("", "<p class='byline'>By <a rel='author' href='/a'>Ana Brandt</a>, Staff Writer</p>", "Ana Brandt"),
        ("", "<p>By Ana Brandt | 7 October 2020</p>", "Ana Brandt"),
        ("", "<div class='author-box'>View all posts</div>", None),
        ("<meta name='author' content='https://social.example/ana'>", "", None),
    ],
)
def test_authors(head: str, before: str, author: str | None) -> None:
    assert meta(head=head, before=before).author == author


@pytest.mark.parametrize(
    ("head", "before", "date", "how"),
    [
        (JSON_LD, "", "2020-10-07", "JSON-LD datePublished"),
        (JSON_LD, "<p>October 9, 2020</p>", "2020-10-07", "JSON-LD datePublished"),
        (JSON_LD, "<p>Published October 6, 2020</p>", "2020-10-06", "line near the title"),
        (
            "<meta property='article:published_time' content='2020-10-07T08:00Z'>",
            "",
            "2020-10-07",
            "meta article:published_time",
        ),
        ("", "<time datetime='2020-10-07'>Wednesday</time>", "2020-10-07", "first time element"),
        ("", "<p>7. Oktober 2020</p>", "2020-10-07", "line near the title"),
        ("", "<p>7 de octubre de 2020</p>", "2020-10-07", "line near the title"),
        ("", "<p>2020年10月7日</p>", "2020-10-07", "line near the title"),
        ("", "<p>Updated October 7, 2020</p>", None, None),
        ("", "<p>04/05/2020</p>", None, None),
        ("", "<p>31 February 2020</p>", None, None),
        ("", "<p>October 7, 2020 and October 8, 2020</p>", None, None),
        ("<link rel='canonical' href='https://ledger.example/2020/10/07/basin'>", "", "2020-10-07", "address"),
        ("", "", None, None),
    ],
)
def test_dates_are_stated_never_guessed(head: str, before: str, date: str | None, how: str | None) -> None:
    found = meta(head=head, before=before)
    assert (found.published, found.published_from) == (date, how)


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("https://ledger.example/basin", "https://ledger.example/basin"),
        ("/basin", None),
        ("javascript:alert(1)", None),
        ("https://", None),
        ("https://a.example/&quot;onload=x", None),
    ],
)
def test_addresses(href: str, url: str | None) -> None:
    assert meta(head=f"<link rel='canonical' href='{href}'>").url == url


def test_publisher_and_language() -> None:
    found = meta()
    assert (found.publisher, found.language) == ("The Vellmar Ledger", "en")


PLAIN = (
    "<html><head>{}<title>Grüße</title></head><body><article>"
    + "".join(f"<p>{s} Für Käse.</p>" for s in STORY)
    + "</article></body></html>"
)


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("<meta charset='iso-8859-1'>", "cp1252"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>", "cp1252"),
        ("<meta charset='utf-8'>", "cp1252"),
        ("<meta charset='base64'>", "cp1252"),
        ("<meta charset='utf-7'>", "utf-8"),
    ],
)
def test_encodings(declared: str, encoding: str) -> None:
    document = read_one("p.html", PLAIN.format(declared).encode(encoding))
    assert document.metadata.title == "Grüße"
    assert texts(document)[0].endswith("Für Käse.")


def test_other_alphabets_by_their_declared_encoding() -> None:
    line = "Совет гавани решил углубить северный бассейн на четыре метра до следующей зимы. "
    body = f"<p>{line * 3}</p>" * 3
    markup = f"<html><head><meta charset='windows-1251'></head><body><article>{body}</article></body></html>"
    assert line.strip() in texts(read_one("p.html", markup.encode("cp1251")))[0]


def test_mojibake_is_repaired_and_noted() -> None:
    body = [STORY[0], "The mayor said the cafÃ© by the harbour would stay, and nobody would have to move.", *STORY[2:]]
    document = read_one("p.html", page(body=body))
    assert any("café by" in text for text in texts(document))
    assert document.notes == ("mojibake repaired in 1 paragraph",)


def test_scripts_and_entities_never_become_text() -> None:
    body = [*STORY, "<script>window.pwn()</script><style>p{}</style>"]
    head = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    document = read_one("p.html", head + page(body=body))
    assert not any("pwn" in text or "root:" in text for text in texts(document))


@pytest.mark.parametrize(
    "data", ["<html><body></body></html>", "<!-- nothing -->", "<html><script>let a = 1</script></html>"]
)
def test_a_page_without_article(data: str) -> None:
    assert refusal("p.html", data) in ("no article found in the page", "no HTML in the file")


@pytest.mark.parametrize(
    "script",
    [
        "[" * 50_000,
        '{"@type": "Article", "headline": 5, "author": [null, {"name": []}], "datePublished": {}}',
        "1e999" * 10,
        '{"a": ' + "9" * 6_000 + "}",
    ],
)
def test_hostile_json_ld_is_as_none(script: str) -> None:
    found = meta(head=f'<script type="application/ld+json">{script}</script>')
    assert (found.title, found.author, found.published) == (TITLE, None, None)


def test_reading_twice_gives_the_same() -> None:
    assert read_one("p.html", page()) == read_one("p.html", page())
