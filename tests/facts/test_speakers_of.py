"""Whose voice a span is, and what origin a quote has."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.facts.origins import Speaker, Speakers
from generator.model import Analysis, Article, Attribution, Metadata, Origin, Paragraph, Sentence

TEXT = "Officials said boats sank and pilots urged calm."
ADA = Speaker("Ada", "ada", "Ada")
UNNAMED = Origin("unnamed", "unnamed")


def source(name: str, *said: Attribution, **known: Any) -> Analysis:
    article = Article(name, f"sources/{name}.txt", "text", Metadata(**known), (Paragraph(TEXT),))
    return Analysis(article, (Sentence(name, 0, 1, 0, len(TEXT), TEXT, "s1"),), (), (), (), (), said)


def heard(start: int, end: int, *said: Attribution) -> tuple[str | None, str] | None:
    voice = Speakers((source("a", *said),), ()).of("a", 0, start, end)
    return (voice.by, voice.label) if voice else None


OFFICIALS, PILOTS = Attribution(0, 0, 20, "officials"), Attribution(0, 20, 50, "the pilots")


@pytest.mark.parametrize(
    ("start", "end", "voice"),
    [
        (0, 20, ("officials", "officials")),
        (10, 29, ("officials", "officials")),
        (10, 31, ("pilots", "pilots")),
        (20, 30, ("pilots", "pilots")),
        (10, 30, ("officials", "officials")),  # the first of equals
        (50, 60, None),
    ],
)
def test_a_span_has_the_voice_that_holds_most_of_it(start: int, end: int, voice: tuple[str, str] | None) -> None:
    assert heard(start, end, OFFICIALS, PILOTS) == voice


@pytest.mark.parametrize(
    ("speaker", "label"),
    [
        ("the officials", "officials"),
        ("their officials", "officials"),
        ("the officials (of Varn)", "officials"),
        ("The", "The"),
    ],
)
def test_a_voice_without_a_name_is_called_what_it_is(speaker: str, label: str) -> None:
    assert heard(0, 20, replace(OFFICIALS, speaker=speaker)) == (label, label)


def test_an_act_in_speaking_is_no_voice_without_a_name() -> None:
    assert heard(0, 20, replace(OFFICIALS, act=True)) is None
    assert heard(0, 50, replace(OFFICIALS, start=0, end=50, act=True), PILOTS) == ("pilots", "pilots")


def origin(
    voice: Speaker | None = None,
    own: bool = False,
    beside: tuple[tuple[str, Speaker | None, bool], ...] = (),
    copy_of: dict[str, str] | None = None,
    other: dict[str, Any] | None = None,
    said: tuple[Attribution, ...] = (),
    **known: Any,
) -> Origin:
    """The origin of a quote of source "a", of which so much is known, in a fact with those `beside` it."""
    speakers = Speakers((source("a", *said, **known), source("b", **other or {})), ())
    return speakers.origins([("a", voice, own), *beside], copy_of or {})[0]


def test_what_a_source_declares_goes_before_its_speaker() -> None:
    assert origin(ADA, origin="Harbour wire") == Origin("origin-harbour-wire", "declared", "Harbour wire")
    assert origin(ADA, other={"origin": "Harbour wire"}) == Origin("ada", "speaker", "Ada")
    assert origin(ADA, other={"origin": "Harbour wire"}, copy_of={"a": "b"}).kind == "declared"


def test_an_author_is_the_origin_of_what_he_says_himself() -> None:
    assert origin(own=True) == Origin("author-a", "author", source="a")
    assert origin(own=True, copy_of={"a": "b"}) == Origin("author-b", "author", source="b")
    assert origin(ADA, own=True) == Origin("ada", "speaker", "Ada")
    assert origin(replace(ADA, named=False)) == Origin("ada", "voices", "Ada")


def test_who_names_nobody_has_a_publisher_unless_another_has_none() -> None:
    assert origin(publisher="Orla Post") == Origin("publisher-orla-post", "publisher", "Orla Post")
    assert origin(publisher="Orla Post", beside=(("b", None, False),)) == UNNAMED
    assert origin(publisher="Orla Post", beside=(("b", None, False),), other={"publisher": "X"}).name == "Orla Post"
    assert origin(publisher="Orla Post", beside=(("b", ADA, False),)).name == "Orla Post"
    assert origin(publisher="Orla Post", kind="digest") == UNNAMED
    assert origin() == UNNAMED


def test_who_names_nobody_joins_a_speaker_of_the_fact_whom_his_article_carries() -> None:
    aides = Speaker("officials", "officials", "officials", named=False)
    beside = (("b", aides, False),)
    assert origin(beside=beside, said=(OFFICIALS,)) == Origin("officials", "voices", "officials")
    assert origin(beside=beside) == UNNAMED
    assert origin(beside=beside, said=(replace(OFFICIALS, act=True),)) == UNNAMED
    assert origin(said=(OFFICIALS,)) == UNNAMED
