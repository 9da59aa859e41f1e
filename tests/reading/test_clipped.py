"""Front matter as clippers and reference managers write it: read where it can be, noted where not, never a refusal."""

from __future__ import annotations

import pytest

from generator.config import Limits
from generator.errors import UnreadableError
from generator.model import Document, Metadata, SourceFile
from generator.reading import read

BODY = "The northern basin opened on Monday, the council said in a statement to the press.\n"

WEB_CLIPPER = """\
title: "Basin opens"
source: "https://ledger.example/basin?id=7"
author:
  - "[[Ana Brandt]]"
  - "[[People/Jo Berg|Jo Berg]]"
published: 2020-10-07
created: 2020-10-09
description: "The basin opened on Monday."
tags:
  - "clippings"
"""
MARK_DOWNLOAD = """\
created: 2020-10-09T10:22:33 (UTC +02:00)
tags: [basin, harbour]
source: https://ledger.example/basin
author: Ana Brandt
"""
ZOTERO = """\
title: Basin opens
authors: [Ana Brandt, Jo Berg]
date: October 7, 2020
url: https://ledger.example/basin
publicationTitle: The Ledger
accessed: 2020-10-09
itemType: newspaperArticle
citekey: brandt2020
lang: en-GB
"""


def opened(front: str, name: str = "sources/a.md", **beside: bytes) -> Document:
    companions = tuple((key.replace("__", "."), data) for key, data in beside.items())
    (document,) = read(SourceFile(name, f"---\n{front}---\n\n{BODY}".encode(), companions), Limits())
    return document


@pytest.mark.parametrize("name", ["sources/a.md", "sources/a.txt"])
@pytest.mark.parametrize(
    ("front", "meant"),
    [
        (
            WEB_CLIPPER,
            Metadata(
                title="Basin opens", author="Ana Brandt, Jo Berg", published="2020-10-07",
                published_from="front matter", url="https://ledger.example/basin?id=7", retrieved="2020-10-09",
            ),
        ),
        (
            MARK_DOWNLOAD,
            Metadata(author="Ana Brandt", url="https://ledger.example/basin", retrieved="2020-10-09"),
        ),
        (
            ZOTERO,
            Metadata(
                title="Basin opens", author="Ana Brandt, Jo Berg", published="2020-10-07", publisher="The Ledger",
                published_from="front matter", url="https://ledger.example/basin", retrieved="2020-10-09",
                language="en",
            ),
        ),
    ],
    ids=["Obsidian Web Clipper", "MarkDownload", "Zotero"],
)  # fmt: skip
def test_what_others_write_is_understood(front: str, meant: Metadata, name: str) -> None:
    document = opened(front, name)
    assert (document.metadata, document.notes) == (meant, ())


def test_our_own_keys_go_before_theirs_in_either_order() -> None:
    document = opened("date: 2019-01-01\npublished: 2020-10-07\nurl: https://a.example/\nsource: https://b.example/\n")
    assert (document.metadata.published, document.metadata.url) == ("2020-10-07", "https://a.example/")


def test_brackets_without_quotation_marks_are_a_name_too() -> None:
    assert opened("author: [[Ana Brandt], [Jo Berg]]\n").metadata.author == "Ana Brandt, Jo Berg"


def test_a_key_that_nobody_knows_is_a_note() -> None:
    document = opened("title: Basin\nmood: calm\npublishr: The Ledger\n")
    assert document.metadata == Metadata(title="Basin")
    assert document.notes == (
        "front matter, line 3: mood: no key that is known; passed over",
        "front matter, line 4: publishr: unknown key, did you mean `publisher`?; passed over",
    )


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("source: A talk with the mayor", "expected an address that starts with https:// or http://"),
        ("date: last Tuesday", "expected a date such as 2020-10-07, 2020-10, 2020 or XXXX-10-07"),
        ("site: {name: x}", "expected text"),
    ],
)
def test_a_value_of_theirs_that_says_nothing_here_is_a_note(line: str, says: str) -> None:
    document = opened(f"{line}\n")
    assert document.metadata == Metadata()
    (note,) = document.notes
    assert says in note
    assert note.endswith("; passed over")


def test_a_wrong_value_under_a_key_of_ours_is_an_error() -> None:
    with pytest.raises(UnreadableError, match="line 2: published: expected a date such as 2020-10-07"):
        opened("published: last Tuesday\n")


@pytest.mark.parametrize("line", ["mood: calm", "source: https://ledger.example/basin", "date: 2020-10-07"])
def test_in_a_sidecar_they_stay_an_error(line: str) -> None:
    with pytest.raises(UnreadableError, match=r"a\.meta\.yml line 1: \w+: (no key that is known|unknown key)"):
        opened("title: Basin\n", a__meta__yml=f"{line}\n".encode())


def test_a_file_that_changed_since_it_was_added_says_so() -> None:
    file = f"---\ntitle: Basin\n---\n\n{BODY}".encode()
    import hashlib

    same = f"sha256: {hashlib.sha256(file).hexdigest()}\n".encode()
    assert opened("title: Basin\n", a__meta__yml=same).notes == ()
    (note,) = opened("title: Basins\n", a__meta__yml=same).notes
    assert note == "the file is not as it was added: its SHA-256 is not that of its sidecar"
    with pytest.raises(UnreadableError, match="sha256: expected 64 hexadecimal digits, found 'abc'"):
        opened("title: Basin\n", a__meta__yml=b"sha256: abc\n")


def test_names_without_end_are_cut_and_lists_too_deep_refused() -> None:
    assert len((opened(f"authors: [{', '.join('A' * 500)}]\n").metadata.author or "").split(", ")) == 50
    (note,) = opened(f"authors: {'[' * 30}A{']' * 30}\n").notes
    assert "expected text" in note
