"""A field that holds nothing that anybody sees is no value, from whichever way in."""

from __future__ import annotations

import json
from dataclasses import fields

import pytest

from generator.config import Limits, parse
from generator.editorial.reading import parse_all
from generator.errors import BriefingError
from generator.model import Metadata, SourceFile
from generator.reading import read, sidecar
from generator.reading.sidecar import overlay
from generator.reading.visible_values import visible_values
from generator.text.escape import clean

NOTHING = ("\u200b", "\u202e", "\u2028", "\u2800", "\ue000", "\ufdd0", "\U0001fffe", "\u034f", "\u00ad \u2060")
CONTROLS = ("\x1b", "\x7f", "\x1b \x08")
STORY = "The port of Vellmar opened on 4 March 2021 after a storm had kept it closed for eleven days."
TEXT = tuple(f.name for f in fields(Metadata) if f.name in ("title", "author", "publisher", "origin", "note"))


def _source(name: str, text: str, *beside: tuple[str, str]) -> SourceFile:
    return SourceFile(f"sources/{name}", text.encode(), tuple((n, t.encode()) for n, t in beside))


def _beside(ending: str, text: str) -> SourceFile:
    return _source("a.txt", STORY, (f"a.txt{ending}", text))


FEED = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>{0}</title><entry><title>{0}</title><author><name>{0}</name>'
    "</author><id>urn:a</id><updated>2021-03-04T00:00:00Z</updated><content>{1}</content></entry></feed>"
)
PAGE = (
    '<html><head><title>{0}</title><meta name="author" content="{0}"><meta property="og:site_name" content="{0}">'
    '<meta property="og:title" content="{0}"></head><body><article><p>{1}</p></article></body></html>'
)
KIND = "Content-Type: text/plain; charset=utf-8"
WAYS = {
    "sidecar": lambda x: _beside(".meta.yml", json.dumps(dict.fromkeys(TEXT, x))),
    "csl": lambda x: _beside(".csl.json", json.dumps({"title": x, "publisher": x, "author": [{"literal": x}]})),
    "ris": lambda x: _beside(".ris", f"TY  - NEWS\nTI  - {x}\nAU  - {x}\nPB  - {x}\nER  -\n"),
    "bibtex": lambda x: _beside(".bib", f"@article{{a, title = {{{x}}}, author = {{{x}}}, journal = {{{x}}}}}"),
    "front matter": lambda x: _source("a.md", f"---\n{json.dumps(dict.fromkeys(TEXT, x))}\n---\n\n{STORY}\n"),
    "page": lambda x: _source("a.html", PAGE.format(x, STORY)),
    "mail": lambda x: _source("a.eml", f"From: {x} <j@port.example>\nSubject: {x}\n{KIND}\n\n{STORY}\n"),
    "feed": lambda x: _source("a.atom", FEED.format(x, STORY)),
}  # fmt: skip


@pytest.mark.parametrize("nothing", NOTHING)
@pytest.mark.parametrize("way", WAYS)
def test_what_nobody_sees_is_no_value(way: str, nothing: str) -> None:
    for document in read(WAYS[way](nothing), Limits()):
        told = {name: getattr(document.metadata, name) for name in TEXT}
        assert all(value is None or clean(value) for value in told.values()), told


@pytest.mark.parametrize("nothing", CONTROLS)
@pytest.mark.parametrize("way", ["sidecar", "csl", "ris", "bibtex", "front matter"])
def test_control_characters_are_none(way: str, nothing: str) -> None:
    (document,) = read(WAYS[way](nothing), Limits())
    assert (document.metadata.author, document.metadata.publisher, document.metadata.note) == (None, None, None)


def test_what_nobody_sees_takes_no_others_place() -> None:
    below = Metadata(title="Basin", publisher="The\x1b Ledger")
    assert overlay(below, Metadata(title="\x1b", publisher="\u2800")) == Metadata(title="Basin", publisher="The Ledger")


def test_a_record_of_what_was_taken_back_has_none_either() -> None:
    said = sidecar(_beside(".meta.yml", json.dumps({"withdrawn_by": "\x1b", "withdrawn_because": "\ue000"})), Limits())
    assert said == Metadata()


def test_what_can_be_seen_stays() -> None:
    metadata = Metadata(title="می‌خواهم", author="नारायण", publisher="👩‍🚀", formerly=("a-b",))
    assert visible_values(metadata) == metadata


@pytest.mark.parametrize("nothing", (*NOTHING, *CONTROLS))
def test_settings_and_corrections_say_where_nothing_is_seen(nothing: str) -> None:
    topics = [{"id": "a", "title": nothing, "scope": "s", "terms": ["x"]}]
    with pytest.raises(BriefingError) as settings:
        parse(json.dumps({"title": nothing, "topics": topics, "publishers": [{"name": nothing}]}))
    assert [(p.key or "").rpartition(".")[2] for p in settings.value.problems] == ["name", "title", "title"]
    row = {"do": "name", "name": nothing, "spelling": "x", "by": nothing, "because": nothing, "on": "2021-05-01"}
    with pytest.raises(BriefingError) as corrections:
        parse_all([("editorial/a.yml", json.dumps({"corrections": [row]}))], ["a"])
    assert len(corrections.value.problems) == 3
    told = (*settings.value.problems, *corrections.value.problems)
    assert all(problem.message.startswith("expected some text, found ") for problem in told)
