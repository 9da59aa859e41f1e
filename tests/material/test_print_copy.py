"""The copy of a page that is printed: what it loads, what it drops, and where its links lead."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html

from generator.material.print_copy import SLOT, printable, with_link

PLACE = "file:///tmp/new/topics/port/index.html"
ADDRESS = "https://owner.github.io/repo/topics/port/"

PAGE = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>The port &amp; more - Harbour</title>
<link rel="icon" href="../../icon.png"><link rel="stylesheet" href="../../assets/print.css" media="print">
<script src="../../assets/app.js"></script></head>
<body><p>Said <a{href}>in Zürich</a> today.</p><img src="../../a.svg" alt="a" loading="lazy">
<script>let pwn = 1</script> tail</body></html>
"""

LINKS = {
    "#f-1": ("#f-1", "#f-1"),
    "./#f-1": ("#f-1", None),
    "../port/#f-1": ("#f-1", None),
    "../../sources/first/#s-2": ("https://owner.github.io/repo/sources/first/#s-2", None),
    "/repo/names/": ("https://owner.github.io/repo/names/", None),
    "https://paper.example/a?b=c#:~:text=d": ("https://paper.example/a?b=c#:~:text=d",) * 2,
    "mailto:a@paper.example": ("mailto:a@paper.example",) * 2,
    "javascript:pwn()": (None, None),
    "file:///etc/passwd": (None, None),
}


@pytest.mark.parametrize("href", LINKS)
def test_a_link_stays_within_or_leads_to_the_public_site(href: str) -> None:
    page = PAGE.format(href=f' href="{href}"')
    for address, expected in zip((ADDRESS, ""), LINKS[href], strict=True):
        link = html.document_fromstring(printable(page, PLACE, address)).find(".//a")
        assert link is not None
        assert (link.get("href"), link.text) == (expected, "in Zürich")


def test_a_copy_loads_its_stylesheets_and_pictures_from_the_page_and_nothing_else() -> None:
    copy = printable(PAGE.format(href=""), PLACE, ADDRESS)
    tree: Any = html.document_fromstring(copy)
    assert copy.startswith("<!doctype html>")
    assert copy.count("<!doctype") == 1
    assert tree.findtext(".//title") == "The port & more - Harbour"
    assert tree.xpath("//script") == []
    assert tree.text_content().split()[-1] != "1"
    assert "tail" in tree.text_content()
    assert tree.xpath("//link/@href | //img/@src") == ["file:///tmp/new/assets/print.css", "file:///tmp/new/a.svg"]
    assert "lazy" not in copy
    assert "size: A4" in "".join(tree.xpath("//style/text()"))


SOURCES = """\
<ol><li class="source digest"><a href="../../sources/first/">First</a>, <a class="original who"
href="https://paper.example/a">A</a></li>
<li class="source"><a href="../../sources/second/">Second</a>, B · <a href="#f-1">1</a></li>
<li class="source">Third</li></ol>
<ol><li><a href="https://paper.example/no">No source</a></li></ol>
<details class="rest"><summary>Two more</summary><details><p>Held</p></details></details>
"""


@pytest.mark.parametrize(
    ("address", "told"),
    [
        (ADDRESS, ["https://paper.example/a", "https://owner.github.io/repo/sources/second/"]),
        ("", ["https://paper.example/a"]),
    ],
)
def test_each_source_tells_its_address_and_every_fold_is_open(address: str, told: list[str]) -> None:
    tree: Any = html.document_fromstring(printable(SOURCES, PLACE, address))
    assert tree.xpath("//@data-address") == told
    assert len(tree.xpath("//details[@open]")) == len(tree.xpath("//details")) == 2


def test_a_page_is_linked_to_its_pdf_once_where_it_has_a_place_for_it() -> None:
    page = f"<p>Follow.{SLOT}</p><p>{SLOT}</p>"
    linked = with_link(page, "../../pdf/port.pdf")
    assert (
        linked == f'<p>Follow. On paper: <a href="../../pdf/port.pdf" type="application/pdf">PDF</a>.</p><p>{SLOT}</p>'
    )
    assert with_link("<p>Another's page.</p>", "../../pdf/port.pdf") == "<p>Another's page.</p>"
