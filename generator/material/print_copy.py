"""A topic's page on its way to paper: the copy that a browser prints, and the link to what it printed.

The copy lies elsewhere than the page. Its stylesheets and pictures are named where they are, and its links where
readers will find them, so that a PDF never leads to a folder of the machine that made it.
"""

from __future__ import annotations

from urllib.parse import urldefrag, urljoin, urlsplit

from lxml import etree, html

SLOT = "<!-- paper -->"
_SHEET = "@page { size: A4; }"  # a browser on a command line takes US Letter else; on screen the reader chooses
_UNPRINTED = ("script", "noscript", "iframe")
_ELSEWHERE = {"http", "https", "mailto"}


def printable(page: str, place: str, address: str) -> str:
    """A copy of the finished `page` that prints alike wherever it lies: no script, every fold open, nothing loaded but
    its stylesheets and pictures. `place` is the page's own `file:` address, `address` its public one, or nothing where
    none is known.

    Links within the page stay within it, others lead to the public site. Where its address is not known, their words
    stay and the links go."""
    tree = html.document_fromstring(page)
    etree.strip_elements(tree, *_UNPRINTED, with_tail=False)
    for policy in tree.iterfind(".//meta[@http-equiv]"):
        policy.attrib.clear()  # it allows what lies beside the page, and the copy lies elsewhere
    _load(tree, place)
    for fold in tree.iter("details"):
        fold.set("open", "open")
    for link in tree.iter("a"):
        if link.get("href"):
            _lead(link, address)
    for source in (item for item in tree.iter("li") if "source" in (item.get("class") or "").split()):
        _tell(source)
    etree.SubElement(tree, "style").text = _SHEET
    return str(html.tostring(tree, encoding="unicode", doctype="<!doctype html>"))


def _load(tree: etree._Element, place: str) -> None:
    """Lets pictures and stylesheets be found from the page's `place`, and nothing else be loaded."""
    for image in tree.iter("img"):
        image.set("src", urljoin(place, image.get("src") or ""))
        image.set("loading", "eager")
    for link in tree.iter("link"):
        if link.get("rel") == "stylesheet":
            link.set("href", urljoin(place, link.get("href") or ""))
        else:
            link.attrib.clear()


def _lead(link: etree._Element, address: str) -> None:
    target = urljoin(address, link.get("href") or "")
    page, fragment = urldefrag(target)
    if page == address and fragment:
        link.set("href", f"#{fragment}")
    elif urlsplit(target).scheme in _ELSEWHERE:
        link.set("href", target)
    else:
        del link.attrib["href"]


def _tell(source: etree._Element) -> None:
    """Has an entry of the list of sources tell its address: the publisher's, else that of the source's page. As a
    reader's browser does (assets/javascripts/cite.js)."""
    links = list(source.iter("a"))
    link = next((link for link in links if "original" in (link.get("class") or "").split()), next(iter(links), None))
    if link is not None and urlsplit(address := link.get("href") or "").scheme in _ELSEWHERE:
        link.set("data-address", address)


def with_link(page: str, href: str) -> str:
    """The finished `page` of a topic with a link to its PDF, in the place that the template keeps for it."""
    return page.replace(SLOT, f' On paper: <a href="{href}" type="application/pdf">PDF</a>.', 1)
