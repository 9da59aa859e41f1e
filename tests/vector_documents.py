"""Documents of every format with a place for an attack in each of their fields."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from typing import Any

import yaml

from tests.planted import changed
from tests.reading_formats import make_fixtures as made
from tests.reading_formats.make_fixtures import STORY
from tests.vector_deck import SAID, Deck, line, raw, xml


def documents(deck: Deck) -> Iterator[tuple[str, bytes]]:
    for formats in (_texts, _pages, _packed, _feeds, _mails):
        for name, text in formats(deck):
            yield name, text if isinstance(text, bytes) else text.encode("utf-8", "replace")


Made = Iterator[tuple[str, str | bytes]]


def _texts(deck: Deck) -> Made:
    """Plain text with files beside it, and Markdown."""
    lines = [deck.text("text, headline", line), "", f"By {deck.text('text, byline', line)}", ""]
    lines += [deck.words("text, paragraph", line), "", f"Photo: {deck.text('text, caption', line)}", "", *STORY]
    yield "N-scrape.txt", "\n".join(lines)
    yield "N-turns.txt", "\n\n".join(f"{deck.text('text, speaker', line)}: {said}" for said in (*STORY, *STORY))
    for ending, said in (
        ("meta.yml", _sidecar(deck)),
        ("ris", _ris(deck)),
        ("csl.json", _csl(deck)),
        ("bib", _bib(deck)),
    ):
        name = f"N-beside-{ending.partition('.')[0]}.txt"
        yield name, f"{STORY[0]}\n\n{deck.words('text, paragraph', line)}\n"
        yield f"{name}.{ending}", said
    keys = ("withdrawn_because", "withdrawn_by", "title")
    told = {"withdrawn": "2020-10-09", **{key: deck.text(f"withdrawn, {key}") for key in keys}}
    yield "N-back.txt", "\n\n".join(STORY)
    yield "N-back.txt.meta.yml", json.dumps(told)
    yield f"N {deck.text('file name', line).replace('/', ' ')[:120]}.txt", f"{deck.words('text, paragraph', line)}\n"
    yield "N-notes.md", _markdown(deck)


def _sidecar(deck: Deck) -> str:
    said = {key: deck.text(f"sidecar, {key}") for key in ("title", "author", "publisher", "origin", "note")}
    said |= {key: deck.address(f"sidecar, {key}") for key in ("url", "archived")}
    return json.dumps({key: value for key, value in said.items() if _may_be(key, value)})


def _may_be(key: str, value: str) -> bool:
    """A sidecar with a slip is refused as a whole, with its document: an address of another kind is one."""
    return key not in ("url", "archived") or (value.startswith("https://") and not set(value) & set(" <>\"'`\\"))


def _ris(deck: Deck) -> str:
    tags = {tag: deck.text(f"RIS, {tag}", line) for tag in ("TI", "AU", "JO", "PB", "N1", "KW")}
    return (
        "TY  - NEWS\n"
        + "".join(f"{tag}  - {text}\n" for tag, text in tags.items())
        + f"UR  - {deck.address('RIS, UR', line)}\n"
    )


def _csl(deck: Deck) -> str:
    said: dict[str, Any] = {k: deck.text(f"CSL, {k}") for k in ("title", "container-title", "publisher", "note")}
    author = [{"family": deck.text("CSL, family"), "given": "Ana"}, {"literal": deck.text("CSL, literal")}]
    return json.dumps([{**said, "author": author, "URL": deck.address("CSL, URL")}])


def _bib(deck: Deck) -> str:
    def braced(text: str) -> str:
        return line(text).replace("{", "").replace("}", "").replace("@", "")

    keys = ("title", "author", "journal", "publisher", "note", "keywords")
    said = ", ".join(f"{key} = {{{deck.text(f'BibTeX, {key}', braced)}}}" for key in keys)
    return f"@article{{a, {said}, url = {{{deck.address('BibTeX, url', braced)}}}}}"


def _markdown(deck: Deck) -> str:
    front: dict[str, Any] = {
        key: deck.text(f"front matter, {key}") for key in ("title", "author", "publisher", "cssclass")
    }
    front |= {"tags": [deck.text("front matter, tags")], "source": deck.address("front matter, source")}
    parts = [f"## {deck.text('Markdown, heading', line)}", deck.words("Markdown, paragraph", line), STORY[1]]
    parts += [f"> {deck.words('Markdown, quotation', line)}", f"- {deck.words('Markdown, item', line)}"]
    parts += [f"| a | b |\n| - | - |\n| {deck.text('Markdown, cell', line)} | b |"]
    parts += [
        f"![{deck.text('Markdown, alt text', line)}](x.png)",
        f"[basin]({deck.address('Markdown, link', line)})",
    ]
    parts += [f"```\n{deck.text('Markdown, code')}\n```", f"<div>{deck.text('Markdown, HTML', line)}</div>", *STORY]
    return (
        f"---\n{json.dumps(front)[1:-1]}\n---\n\n"
        if not front
        else f"---\n{yaml.safe_dump(front)}---\n\n" + "\n\n".join(parts)
    )


def _pages(deck: Deck) -> Made:
    """Web pages: what they say of themselves, text that looks like markup, and markup."""
    yield "N-page.html", _head_and_text(deck)
    markup = "".join(f"<p>{said}</p>{deck.text('HTML, markup', raw)}" for said in (*STORY, *STORY))
    yield "N-markup.html", made.page(after=markup)
    inner = "".join(f"<p>{SAID.format(deck.text('HTML, markup in a paragraph', raw), n)}</p>" for n in range(4))
    yield "N-inner.html", made.page(title=html.escape("Basin works, told anew"), after=inner)
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": deck.text("JSON-LD, headline"),
    }
    data |= {"author": [{"@type": "Person", "name": deck.text("JSON-LD, author")}]}
    data |= {"publisher": {"name": deck.text("JSON-LD, publisher")}, "datePublished": "2020-10-07"}
    body = [deck.words("JSON-LD, text"), *STORY]
    data |= {"url": deck.address("JSON-LD, address"), "articleBody": "\n\n".join(body)}
    script = json.dumps(data).replace("</", "<\\/").replace("<!--", "<\\u0021--")
    text = "".join(f"<p>{xml(said)}</p>" for said in body)
    head = f"<meta charset=utf-8><script type='application/ld+json'>{script}</script>"
    yield "N-data.html", f"<html lang=en><head>{head}</head><body><article>{text}</article></body></html>"


def _head_and_text(deck: Deck) -> str:
    named = {
        "og:title": "property",
        "og:site_name": "property",
        "author": "name",
        "keywords": "name",
        "description": "name",
    }
    head = "".join(
        f'<meta {kind}="{name}" content="{deck.text(f"HTML, {name}", xml)}">' for name, kind in named.items()
    )
    head += f'<link rel="canonical" href="{deck.address("HTML, canonical", xml)}">'
    body = [deck.words("HTML, paragraph", xml), STORY[0], deck.words("HTML, another paragraph", xml), STORY[2]]
    after = f"<h2>{deck.text('HTML, heading', xml)}</h2><p>{STORY[3]}</p><ul><li>{deck.words('HTML, item', xml)}</ul>"
    after += f"<figure><img src=a.png alt='{deck.text('HTML, alt text', xml)}'>"
    after += f"<figcaption>{deck.text('HTML, caption', xml)}</figcaption></figure>"
    after += f"<table><tr><td>{deck.text('HTML, cell', xml)}<td>b</table>"
    after += f"<p>{STORY[1]} <a href='{deck.address('HTML, link', xml)}'>{deck.text('HTML, link text', xml)}</a></p>"
    before = f"<p class=byline>By <a rel=author>{deck.text('HTML, byline', xml)}</a></p>"
    page = made.page(deck.text("HTML, title", xml), body, head, before, after)
    return page.replace("lang='en'", f'lang="{deck.text("HTML, language", xml)}"')


def _packed(deck: Deck) -> Made:
    """DOCX, RTF, PDF, EPUB, ZIP and files of one address."""
    parts = made.docx_parts()
    document = parts["word/document.xml"].replace(STORY[0], deck.words("DOCX, paragraph", xml))
    document = document.replace("Payer", deck.text("DOCX, cell", xml)).replace(
        "a new quay", deck.words("DOCX, item", xml)
    )
    core = parts["docProps/core.xml"].replace("Basin works, the plan", deck.text("DOCX, title", xml))
    core = core.replace("Ana Brandt", deck.text("DOCX, creator", xml))
    yield "N-plan.docx", made.zipped({**parts, "word/document.xml": document, "docProps/core.xml": core})
    rtf = made.RTF.replace(STORY[0], deck.words("RTF, paragraph", _rtf))
    rtf = rtf.replace("Basin works, the plan", deck.text("RTF, title", _rtf))
    yield "N-plan.rtf", rtf.replace("Ana Brandt", deck.text("RTF, author", _rtf)).encode("latin-1", "replace")
    lines = [(72.0, 700.0 - 14 * n, 11.0, line) for n, line in enumerate((deck.words("PDF, line", _pdf), *STORY))]
    yield (
        "N-report.pdf",
        made.pdf([lines], f"/Title({deck.text('PDF, title', _pdf)})/Author({deck.text('PDF, author', _pdf)})"),
    )
    yield "N-book.epub", _book(deck)
    yield (
        "N-bundle.zip",
        made.zipped({deck.text("ZIP, entry", _entry): "\n\n".join((deck.words("ZIP, text", line), *STORY))}),
    )
    yield "N-place.url", f"[InternetShortcut]\r\nURL={deck.address('URL file', line)}\r\n"
    yield "N-place.webloc", made.WEBLOC.replace("https://ledger.example/basin", deck.address("webloc", xml))


def _rtf(text: str) -> str:
    return line(text).replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")


def _pdf(text: str) -> str:
    plain = line(text).encode("latin-1", "replace").decode("latin-1")
    return plain.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _entry(text: str) -> str:
    return f"{line(text).replace('/', ' ').replace('..', ' ').replace(':', ' ')[:100]}.txt"


def _book(deck: Deck) -> bytes:
    chapter = (
        f"<html><body><h1>{deck.text('EPUB, heading', xml)}</h1><p>{deck.words('EPUB, paragraph', xml)}</p>"
        f"<p>{STORY[1]}</p></body></html>"
    )
    whole = made.epub(chapter)
    for old, place in (("The Basin Book", "title"), ("Ana Brandt", "creator"), ("Harbour Press", "publisher")):
        whole = changed(whole, "book/content.opf", old, deck.text(f"EPUB, {place}", xml))
    return whole


def _feeds(deck: Deck) -> Made:
    rss = made.RSS
    for old, place in (
        ("The Vellmar Ledger", "feed"),
        ("Ana Brandt", "creator"),
        (made.TITLE, "title"),
        ("Second", "second title"),
    ):
        rss = rss.replace(old, deck.text(f"RSS, {place}", xml))
    rss = rss.replace(STORY[0], _cdata(deck.words("RSS, markup", raw))).replace(STORY[1], deck.words("RSS, text", xml))
    rss = rss.replace("<guid isPermaLink='false'>7", f"<category>{deck.text('RSS, category', xml)}</category><guid>7")
    yield "N-feed.rss", rss.replace("https://ledger.example/basin", deck.address("RSS, link", xml))
    atom = made.ATOM
    for old, place in (("Harbour notes", "feed"), ("Ana Brandt", "author"), (made.TITLE, "title")):
        atom = atom.replace(old, deck.text(f"Atom, {place}", xml))
    atom = atom.replace(STORY[0], deck.words("Atom, text", xml))
    yield "N-notes.atom", atom.replace("https://h.example/basin", deck.address("Atom, link", xml))


def _cdata(text: str) -> str:
    return text.replace("]]>", "").replace("\0", "")


def _mails(deck: Deck) -> Made:
    head = f"From: {deck.text('mail, From', line)} <a@port.example>\nSubject: {deck.text('mail, Subject', line)}\n"
    head += "Date: Wed, 07 Oct 2020 23:30:00 -0700\nMIME-Version: 1.0\n"
    yield "N-mail.eml", f"{head}\n{deck.words('mail, text', line)}\n\n" + "\n\n".join(STORY)
    page = f"<p>{deck.words('mail, HTML', xml)}</p><p>{deck.words('mail, markup', raw)}</p>" + "".join(
        f"<p>{s}</p>" for s in STORY
    )
    yield "N-html.eml", f"{head}Content-Type: text/html; charset=utf-8\n\n<html><body>{page}</body></html>"
    sender, subject = deck.text("mail in a mail, From", line), deck.text("mail in a mail, Subject", line)
    inner = f"From: {sender} <b@port.example>\nSubject: {subject}\n"
    attached = (
        f'Content-Type: application/pdf; name="{deck.text("mail, attachment", line)}"\nContent-Disposition: attachment'
    )
    yield (
        "N-fwd.eml",
        (
            f"{head}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\n{inner}"
            f"Date: Tue, 06 Oct 2020 10:00:00 +0000\n\n{deck.words('mail in a mail, text', line)}\n\n{STORY[1]}"
            f"\n\n--b\n{attached}\n\nx\n--b--\n"
        ),
    )
    saved = made.mhtml().decode().replace("=?utf-8?Q?Vellmar=20to=20deepen?=", deck.text("saved page, Subject", line))
    saved = saved.replace(STORY[0], deck.words("saved page, text", lambda text: xml(text).replace("=", "=3D")))
    yield "N-saved.mhtml", saved.replace("https://ledger.example/basin", deck.address("saved page, address", line), 1)
