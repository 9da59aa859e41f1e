"""Kinds that are a format's own means, taken too far."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from tests.reading_formats import make_fixtures as made

from .kind import Kind, docx, feed, mail, page, paragraphs, pdf, prose, rtf


def _times(unit: str, n: int, most: int = 10**9) -> str:
    return unit * min(most, n // len(unit))


def _numbered(unit: Callable[[int], str], n: int, most: int = 10**9) -> str:
    return "".join(unit(i) for i in range(min(most, max(1, n // len(unit(99))))))


_STORY = "The port of Vellmar opens a quay, its council said on Friday."


def _post(i: int) -> str:
    time = f"<time datetime='2030-02-01T{i % 24:02}:00'>{i % 24}:00</time>"
    return f"<div class='post'>{time}<p>Quay {i} opens, the port said.</p></div>"


_HTML: dict[str, Callable[[int], str]] = {
    "nested elements": lambda n: _times("<div>", n),
    "nested inline marks": lambda n: _times("<b><i>", n, 90) + "a" + _times("</i></b>", n, 90) + _times("<i>a</i> ", n),
    "attributes": lambda n: "<p " + _numbered(lambda i: f"a{i}='{i}' ", n) + f">{_STORY}</p>",
    "one attribute": lambda n: f"<p class='{_times('author byline ', n)}'>{_STORY}</p>",
    "a table": lambda n: (
        "<table>" + _numbered(lambda i: f"<tr><td>Quay {i}</td><td>{i}</td></tr>", n, 9_000) + "</table>"
    ),
    "a wide table": lambda n: "<table><tr>" + _numbered(lambda i: f"<td>Quay {i}</td>", n, 30_000) + "</tr></table>",
    "nested tables": lambda n: _times("<table><tr><td>", n, 60),
    "comments": lambda n: _numbered(lambda i: f"<!-- {i} -->", n),
    "open comments": lambda n: _times("<!--", n),
    "entities": lambda n: f"<p>{_times('&amp;&lt;&#8217;&nbsp;', n)}</p>",
    "escaped entities": lambda n: f"<p>{_times('&amp;amp;', n)}</p>",
    "style attributes": lambda n: _numbered(
        lambda i: f"<p style='color:#{i % 1000:03};margin:{i}px;display :block'>{_STORY}</p>", n
    ),
    "one style attribute": lambda n: f"<p style='{_times('color:red;', n)}'>{_STORY}</p>",
    "a style sheet": lambda n: (
        "<style>" + _numbered(lambda i: f".a{i} .b, p > .c{i} {{ color: red; display: none }}", n) + "</style>"
    ),
    "open rules": lambda n: "<style>" + _times("a{", n) + "</style>",
    "links": lambda n: _numbered(lambda i: f"<p><a href='/{i}'>Quay {i} of the port</a> opens.</p>", n, 10_000),
    "teasers": lambda n: _numbered(
        lambda i: f"<li><a href='/{i}'>Quay {i} of the port opens</a><p>{_STORY}</p></li>", n, 10_000
    ),
    "headings": lambda n: _numbered(
        lambda i: f"<h2>Quay {i}</h2><p>Quay {i} of the port opens at noon, it said.</p>", n, 10_000
    ),
    "posts": lambda n: _numbered(_post, n, 9_000),
    "list items": lambda n: (
        "<ul>" + _numbered(lambda i: f"<li>Quay {i} of the port opens at noon.</li>", n, 30_000) + "</ul>"
    ),
    "line breaks": lambda n: "<p>" + _numbered(lambda i: f"Quay {i} opens at noon.<br>", n, 30_000) + "</p>",
    "spans": lambda n: "<p>" + _numbered(lambda i: f"<span>a{i} </span>", n, 30_000) + "</p>",
    "dates": lambda n: "<time>" + _times("Jan 1 ", n) + "</time><p>" + _times("1/1/2020 ", n // 4) + "</p>",
    "hidden elements": lambda n: _numbered(lambda i: f"<p hidden>{i}</p><p class='sr-only'>{i}</p>", n, 15_000),
    "furniture": lambda n: _numbered(lambda i: f"<p>Subscribe and share {i}, copyright © sign up</p>", n, 30_000),
    "titles": lambda n: "<h1>" + _times("- a | ", n) + "</h1>",
    "scripts": lambda n: _numbered(lambda i: f"<script>var a = {i}</script>", n, 30_000),
}

_HEADS: dict[str, Callable[[int], str]] = {
    "meta elements": lambda n: _numbered(lambda i: f"<meta name='author' content='Ana Ruiz {i}'>", n, 30_000),
    "authors": lambda n: "<meta name='author' content='" + _times("Ana Ruiz and ", n) + "'>",
    "JSON-LD": lambda n: _jsonld([{"@type": "NewsArticle", "headline": f"Quay {i}"} for i in range(n // 50)]),
    "JSON-LD authors": lambda n: _jsonld(
        {"@type": "NewsArticle", "author": [{"name": f"Ana {i}"} for i in range(n // 20)]}
    ),
    "nested JSON-LD": lambda n: "<script type='application/ld+json'>" + _times("[", n) + "</script>",
    "a body in JSON-LD": lambda n: _jsonld({"@type": "NewsArticle", "articleBody": prose(n)}),
    "a title": lambda n: "<title>" + _times(" | a", n) + "</title>",
}


def _jsonld(value: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(value)}</script>"


_MARKDOWN: dict[str, Callable[[int], str]] = {
    "nested lists": lambda n: _numbered(lambda i: "  " * (i % 90) + f"* quay {i} opens\n", n),
    "emphasis": lambda n: _times("*a **b _c ", n, 9_000),
    "closed emphasis": lambda n: _times("*a* **b** _c_ ", n, 6_000),
    "nested links": lambda n: _times("[a", n, 20_000) + _times("](b)", n, 20_000),
    "images": lambda n: _times("![a](b) ", n, 10_000),
    "link definitions": lambda n: _numbered(lambda i: f"[a{i}]: https://example.org/{i}\n", n),
    "footnotes": lambda n: _numbered(lambda i: f"Quay {i} opens.[^{i}]\n\n[^{i}]: A note.\n\n", n),
    "a table": lambda n: "a|b\n-|-\n" + _numbered(lambda i: f"quay {i}|{i}\n", n),
    "a wide table": lambda n: _times("x|", min(n, 90_000) // 2) + "\n" + _times("-|", min(n, 90_000) // 2),
    "quotes": lambda n: _times("> ", n, 3_000) + "x",
    "code spans": lambda n: "".join("`" * i + " " for i in range(1, int((2 * n) ** 0.5))),
    "fences": lambda n: _times("```\na\n```\n", n),
    "HTML": lambda n: _times("<div>a</div>\n", n),
    "open tags": lambda n: _times("<a ", n, 30_000),
    "headings": lambda n: _numbered(lambda i: f"# Quay {i}\n\nQuay {i} opens at noon, the port said.\n\n", n),
    "rules": lambda n: _times("---\n", n),
    "front matter": lambda n: "---\n" + _numbered(lambda i: f"key{i}: a\n", n) + "---\n",
    "open front matter": lambda n: "---\n" + _times("a:\n ", n),
    "autolinks": lambda n: _numbered(lambda i: f"<https://example.org/{i}> ", n, 3_000),
    "escapes": lambda n: _times("\\*", n, 40_000),
}

_RTF: dict[str, Callable[[int], str]] = {
    "groups": lambda n: _times("{a}", n),
    "nested groups": lambda n: _times("{", n // 2, 190) + "a" + _times("}", n // 2, 190) + _times(r"{\b a}", n),
    "hidden runs": lambda n: _times(r"{\v a}b ", n),
    "unicode": lambda n: _times(r"\u233?", n),
    "control words": lambda n: _times(r"\b0\i0 ", n),
    "paragraphs": lambda n: _numbered(lambda i: rf"Quay {i} opens at noon.\par ", n),
}

_MAIL: dict[str, Callable[[int], bytes]] = {
    "parts": lambda n: _multipart([_STORY] * min(990, n // 100)),
    "headers": lambda n: mail(prose(300), _numbered(lambda i: f"X-Head-{i}: {i}\n", n)),
    "one header": lambda n: mail(prose(300), "X-Head: " + _times("=?utf-8?q?a?= ", n) + "\n"),
    "recipients": lambda n: mail(prose(300), "To: " + _times("a@example.org, ", n) + "b@example.org\n"),
    "quoted lines": lambda n: mail(_numbered(lambda i: f"> Quay {i} opens at noon.\n", n)),
    "levels of quoting": lambda n: mail(_numbered(lambda i: ">" * (i % 60) + f" Quay {i} opens.\n", n)),
    "mails passed on": lambda n: mail(
        _numbered(lambda i: f"---------- Forwarded message ---------\nFrom: A {i} <a@example.org>\n\n", n)
    ),
    "header lines in the text": lambda n: mail(
        _numbered(lambda i: f"From: Ana {i}\nSent: Friday\n\nQuay {i} opens.\n\n", n)
    ),
    "HTML": lambda n: mail(page(_times("<blockquote>a", n)).decode(), "MIME-Version: 1.0\nContent-Type: text/html\n"),
}


def _multipart(parts: list[str]) -> bytes:
    each = "".join(f"--b\nContent-Type: text/plain\n\n{part}\n" for part in parts)
    return mail(f"{each}--b--\n", "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n")


_FEED: dict[str, Callable[[int], str]] = {
    "items": lambda n: _numbered(
        lambda i: f"<item><title>Quay {i}</title><description>Quay {i} opens at noon.</description></item>", n, 990
    ),
    "too many items": lambda n: _times("<item><title>a</title></item>", n),
    "authors": lambda n: (
        "<item><title>a</title>" + _times("<author>Ana</author>", n) + f"<description>{_STORY}</description></item>"
    ),
    "escaped markup": lambda n: f"<item><title>a</title><description>{_times('&lt;p&gt;a', n)}</description></item>",
    "marks escaped twice": lambda n: (
        f"<item><title>a</title><description>{_times('&amp;lt;p', n)}</description></item>"
    ),
}

_OFFICE: dict[str, Callable[[int], str]] = {
    "runs": lambda n: "<w:p>" + _times("<w:r><w:t>a </w:t></w:r>", n, 19_000) + "</w:p>",
    "paragraphs": lambda n: _numbered(lambda i: f"<w:p><w:r><w:t>Quay {i} opens at noon.</w:t></w:r></w:p>", n, 9_000),
    "a table": lambda n: (
        "<w:tbl>"
        + _numbered(lambda i: f"<w:tr><w:tc><w:p><w:r><w:t>Quay {i}</w:t></w:r></w:p></w:tc></w:tr>", n, 6_000)
        + "</w:tbl>"
    ),
    "hidden runs": lambda n: "<w:p>" + _times("<w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r>", n, 9_000) + "</w:p>",
}


def _book(n: int) -> bytes:
    return made.epub(
        "<html><body>" + "".join(f"<p>{text}</p>" for text in paragraphs(n)) + _times("<b>a</b>", n // 4, 9_000)
    )


def _as_mail(n: int) -> bytes:
    marks = "MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n"
    return mail(_times("=3Cp=3Ea=20", n) + "<p>" + prose(300), marks)


def _kinds(suffix: str, made: Mapping[str, Callable[[int], str]], around: Callable[[str], bytes]) -> Iterator[Kind]:
    for name, body in made.items():
        yield Kind(name, suffix, partial(_made, body, around))


def _made(body: Callable[[int], str], around: Callable[[str], bytes], n: int) -> bytes:
    return around(body(n))


def _in_head(head: str) -> bytes:
    return page("", head)


def _markdown(text: str) -> bytes:
    return f"{text}\n\n{prose(300)}".encode()


def _short_lines(n: int) -> bytes:
    return pdf([f"Quay {i} opens." for i in range(n // 15)])


FORMATS: tuple[Kind, ...] = (
    *_kinds(".html", _HTML, page),
    *_kinds(".html", _HEADS, _in_head),
    *_kinds(".md", _MARKDOWN, _markdown),
    *_kinds(".rtf", _RTF, rtf),
    *(Kind(name, ".eml", make) for name, make in _MAIL.items()),
    *_kinds(".xml", _FEED, feed),
    *_kinds(".docx", _OFFICE, docx),
    Kind("a book of marks", ".epub", _book),
    Kind("a page in quoted-printable", ".mhtml", _as_mail),
    Kind("short lines", ".pdf", _short_lines),
)
