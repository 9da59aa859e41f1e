"""No format brings in what nobody sees: words are whole, whichever way their file writes what parts them."""

from __future__ import annotations

import re

import pytest

from generator.model import Document
from generator.reading import clean

from . import make_fixtures as made
from .make_fixtures import STORY, page
from .support import read_one, refusal, texts

SPLIT = tuple(line.replace("harbour", "har\u200bbour").replace("council", "coun\u00adcil") for line in STORY)
WORDS = ("harbour", "council")


def everything(document: Document) -> str:
    return "\n".join([*texts(document), *(d.text for d in document.dropped), str(document.metadata)])


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", "\n\n".join(SPLIT)),
        ("a.md", "# The har\u2060bour\n\n" + "\n\n".join(SPLIT)),
        ("a.html", page("The har\u200bbour of Vellmar", SPLIT)),
        ("a.html", page("The har&shy;bour of Vellmar", [s.replace("\u200b", "&#8203;") for s in SPLIT])),
        ("a.html", page(body=[s.replace("\u200b", "&#x200b;").replace("\u00ad", "&shy;") for s in SPLIT])),
        ("a.html", page(body=[s.replace("\u200b", "&NoBreak;").replace("\u00ad", "<wbr>") for s in SPLIT])),
        ("a.eml", made.eml("<html><body>" + "".join(f"<p>{s}</p>" for s in SPLIT) + "</body></html>")),
        ("a.eml", ("Subject: The har\u200bbour\n\n" + "\n\n".join(SPLIT)).encode()),
        (
            "a.rss",
            "<rss><channel><title>The Vell\u00admar Ledger</title><item><title>The har\u200bbour</title><description>"
            + " ".join(SPLIT)
            + "</description></item></channel></rss>",
        ),
    ],
)
def test_words_are_whole_in_every_format(name: str, data: str | bytes) -> None:
    document = read_one(name, data)
    read = everything(document)
    assert "\u200b" not in read and "\u00ad" not in read and "\u2060" not in read
    assert all(word in "\n".join(texts(document)) for word in WORDS)


HARBOUR = "harbour council"
BROKEN = "har\x07bour council\x88"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", "\n\n".join(STORY).replace(HARBOUR, BROKEN)),
        ("a.txt", "\n\n".join(STORY).replace(HARBOUR, "harbour\x0bcouncil")),
        ("a.md", "\n\n".join(STORY).replace(HARBOUR, BROKEN)),
        ("a.html", page().replace(HARBOUR, "harbour&#11;council&#x88;")),
        ("a.html", page().replace(HARBOUR, BROKEN)),
        ("a.eml", b"Subject: The har\x07bour\n\n" + "\n\n".join(STORY).replace(HARBOUR, BROKEN).encode()),
        ("a.eml", "Subject: x\nContent-Type: text/html\n\n" + page().replace(HARBOUR, BROKEN)),
        ("a.mhtml", made.mhtml().replace(HARBOUR.encode(), b"har=07bour council")),
        ("a.rtf", made.RTF.replace(HARBOUR, r"har\'07bour\'0bcouncil\'81")),
        ("a.pdf", made.pdf([[(72, 700, 11, line.replace(HARBOUR, BROKEN)) for line in STORY[:1]]])),
        (
            "a.epub",
            made.epub(f"<html><body><p>{STORY[0].replace(HARBOUR, BROKEN[:3] + BROKEN[4:-1])}</p></body></html>"),
        ),
    ],
)
def test_no_format_brings_in_control_characters(name: str, data: str | bytes) -> None:
    document = read_one(name, data)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", everything(document))
    assert HARBOUR in "\n".join(texts(document))


def test_an_entry_that_begins_before_its_archive_is_a_reason() -> None:
    data = bytearray(made.zipped({"a.txt": STORY[0], "b.txt": STORY[1]}))
    data[:0] = b"\0" * 3
    del data[1:30]
    assert refusal("a.zip", bytes(data))


def test_a_word_that_a_soft_hyphen_breaks_over_two_lines_is_whole() -> None:
    lines = "The council of the town of Vellmar agreed that the min\u00ad\nistry pays for the northern basin.\n"
    article = clean(read_one("a.txt", lines * 2), "a")
    assert "the ministry pays" in "\n".join(p.text for p in article.paragraphs)


def test_a_file_of_nothing_but_these_holds_no_text() -> None:
    assert refusal("a.txt", "\ufeff\u200b\u200b\n\u2060\n") == "the file holds no text"


def test_joiners_of_a_script_stay() -> None:
    line = "شورای بندر می\u200cخواهد حوضه شمالی را تا زمستان چهار متر عمیق\u200cتر کند و کارها را آغاز نماید. "
    assert "می\u200cخواهد" in texts(read_one("a.html", page(body=[line * 2] * 3)))[0]
    assert "می\u200cخواهد" in texts(read_one("a.html", page(body=[line.replace("\u200c", "&zwnj;") * 2] * 3)))[0]


def test_halves_of_garbled_letters_are_no_soft_hyphens() -> None:
    body = [f"{line} El puerto está aquí." for line in STORY]
    garbled = [line.encode().decode("latin-1") for line in body]
    assert texts(read_one("a.html", page(body=garbled))) == body
    assert texts(read_one("a.txt", "\n".join(garbled))) == body
