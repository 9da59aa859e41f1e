"""What a reader of a page gets, as far as the promises are about it: its anchors, links, quotations and markup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

import markdown
import msgspec
from lxml import etree, html

from ..model import Page
from ..remember import remembered

EXTENSIONS = ("attr_list", "tables", "toc", "pymdownx.details", "pymdownx.superfences")
"""What mkdocs.yml enables, and nothing more: a test holds the two together."""

_ACTIVE = frozenset(
    {
        "script",
        "style",
        "iframe",
        "object",
        "embed",
        "form",
        "input",
        "button",
        "meta",
        "link",
        "base",
        "svg",
        "math",
        "template",
        "textarea",
        "frame",
        "audio",
        "video",
    }
)
QUOTED = "quoted"
"""The class of what stands between quotation marks; no <q>, to which readers would add marks of their own."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that a page shows as a quotation: of which quote, and in which way, each None where it does not say."""

    quote: str | None
    kind: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a source: the sentence to which a script opens it, where the first link in the entry that it leads
    to goes (None: to nothing), the quote that it cites, and the words that it carries; None for what it has not."""

    sentence: str | None
    entry: str | None
    quote: str | None
    words: str | None


@dataclass(frozen=True, slots=True)
class Editors:
    """Words of an editor: of which correction, and whether they stand apart from what sources say."""

    correction: str
    apart: bool
    words: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as its readers get it, in the order of the page, but for `ids`, which are sorted. `barred` says what of
    its markup may be on no page."""

    path: str
    ids: tuple[str, ...]
    links: tuple[str, ...]
    spans: tuple[Quotation, ...]
    numbers: tuple[Number, ...]
    editors: tuple[Editors, ...]
    barred: tuple[str, ...] = ()


_decode = msgspec.msgpack.Decoder(Seen).decode
pack = msgspec.msgpack.Encoder().encode
"""A page as bytes."""


def unpack(data: bytes) -> Seen:
    """What `pack` made bytes of. Raises ValueError where they are none of its bytes."""
    try:
        return _decode(data)
    except msgspec.MsgspecError as error:
        raise ValueError(str(error)) from error


def body(page: Page) -> str:
    """The Markdown of `page`, without its front matter."""
    return page.text.split("\n---\n", 1)[-1] if page.text.startswith("---\n") else page.text


@remembered
def rendered(page: Page) -> html.HtmlElement:
    """The elements of `page`, rendered as MkDocs will."""
    return html.fromstring(f"<div>{_maker().reset().convert(body(page))}</div>")


@cache
def _maker() -> markdown.Markdown:
    """Markdown with the extensions that MkDocs uses; one is good for any number of pages."""
    return markdown.Markdown(extensions=list(EXTENSIONS))


def see(page: Page) -> Seen:
    """What readers get of `page`, whatever it holds: it is rendered for that."""
    tree = rendered(page)
    return Seen(
        page.path,
        tuple(sorted(_values(tree, "//@id"))),
        _values(tree, "//a/@href"),
        tuple(_spans(tree)),
        tuple(_numbers(tree)),
        tuple(_editors(tree)),
        tuple(_barred(tree)),
    )


def _values(tree: html.HtmlElement, path: str) -> tuple[str, ...]:
    found = tree.xpath(path)
    return tuple(str(value) for value in found) if isinstance(found, list) else ()


def _spans(tree: html.HtmlElement) -> Iterator[Quotation]:
    for element in tree.iter("span"):
        quote, kind = element.get("data-quote"), element.get("class")
        if quote is not None or kind == QUOTED:
            yield Quotation(quote, kind, _words(element))


def _numbers(tree: html.HtmlElement) -> Iterator[Number]:
    numbers = tree.xpath("//a[@data-s or @data-text]")
    leading = _leading(tree) if numbers else {}
    for number in numbers:
        text = number.get("data-text")
        yield Number(
            number.get("data-s"),
            leading.get(number.get("href", "").removeprefix("#")) if number.get("data-s") is not None else None,
            number.get("data-q"),
            None if text is None else " ".join(text.split()),
        )


def _leading(tree: html.HtmlElement) -> dict[str, str]:
    """Where the first link within each element with an id leads, by the id: asked once a page, and not once a number,
    of which a long page has thousands."""
    leading: dict[str, str] = {}
    for element in tree.iter(etree.Element):
        id = element.get("id")
        first = next(element.iterdescendants("a"), None) if id is not None and id not in leading else None
        if first is not None and first.get("href") is not None:
            leading[id] = first.get("href")
    return leading


def _editors(tree: html.HtmlElement) -> Iterator[Editors]:
    for element in tree.iter("span"):
        id = element.get("data-correction")
        if id is not None:
            mixed = element.xpath(".//*[@data-quote] | ancestor::*[@data-quote]")
            yield Editors(id, element.get("class") == "editor" and not mixed, _words(element))


def _barred(tree: html.HtmlElement) -> Iterator[str]:
    for element in tree.iter(etree.Element):
        tag = str(element.tag)
        if tag in _ACTIVE:
            yield f"an element that may not be on a page: <{tag}>"
        for name in element.attrib:
            if str(name).startswith("on") or str(name) in ("style", "srcdoc", "formaction"):
                yield f"an attribute that may not be on a page: {name} of <{tag}>"
        source = str(element.get("src") or "")
        if urlsplit(source).scheme or source.startswith("//"):
            yield f"loads from elsewhere: {source[:80]}"


def _words(element: html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())
