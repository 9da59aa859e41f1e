"""Saved pages of ten megabytes with pictures in them, and books of many chapters, are read whole and soon."""

from __future__ import annotations

import base64
import time
from collections.abc import Callable

import pytest

from . import make_fixtures as made
from .make_fixtures import STORY
from .support import read_one, texts

PICTURE = base64.b64encode(bytes(range(256)) * 4_000).decode()  # 1.4 MB as text
MOST_SECONDS = 15  # of processor time; it takes about one


def _single_file() -> bytes:
    pictures = "".join(f"<img src='data:image/png;base64,{PICTURE}' alt='quay'>" for _ in range(8))
    return made.page(
        after=pictures, head=f"<style>body{{background:url(data:image/png;base64,{PICTURE})}}</style>"
    ).encode()


def _one_picture() -> bytes:
    return made.page(after=f"<img src='data:image/png;base64,{PICTURE * 8}' alt='quay'>").encode()


def _mhtml() -> bytes:
    head_of = "------b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: p{}\r\n\r\n"
    wrapped = "\r\n".join(PICTURE[at : at + 76] for at in range(0, len(PICTURE), 76))
    parts = "".join(f"{head_of.format(n)}{wrapped}\r\n" for n in range(8)).encode()
    head, end, rest = made.mhtml().rpartition(b"------b--")
    return head + parts + end + rest


PAGES = {"p.html": _single_file, "q.html": _one_picture, "p.mhtml": _mhtml}


@pytest.mark.parametrize(("name", "make"), PAGES.items(), ids=PAGES)
def test_a_saved_page_of_ten_megabytes(name: str, make: Callable[[], bytes]) -> None:
    data = make()
    assert len(data) > 10_000_000
    began = time.process_time()
    assert texts(read_one(name, data)) == list(STORY)
    assert time.process_time() - began < MOST_SECONDS


def _book(chapters: int) -> bytes:
    items = "".join(f'<item id="c{n}" href="c{n}.xhtml" media-type="application/xhtml+xml"/>' for n in range(chapters))
    spine = "".join(f'<itemref idref="c{n}"/>' for n in reversed(range(chapters)))
    parts = {
        "META-INF/container.xml": '<?xml version="1.0"?>'
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        '<rootfiles><rootfile full-path="b.opf"/></rootfiles></container>',
        "b.opf": '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Basins</dc:title></metadata>'
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>",
    }
    parts |= {
        f"c{n}.xhtml": f"<html><body><h2>Chapter {n}</h2><p>{STORY[n % 4]}</p><p hidden=''>x</p></body></html>"
        for n in range(chapters)
    }
    return made.zipped(parts)


def test_a_book_of_many_chapters_in_the_order_of_its_spine() -> None:
    book = read_one("b.epub", _book(400))
    assert texts(book, "heading") == [f"Chapter {n}" for n in reversed(range(400))]
    assert texts(book, "body")[:2] == [STORY[3], STORY[2]]
    assert len(book.paragraphs) == 800
