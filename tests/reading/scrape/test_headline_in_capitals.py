"""A headline in capitals over a plain text is its title, however short it is, where nothing else is one."""

from __future__ import annotations

import pytest

from generator.model import Article, Document, Metadata, Paragraph
from generator.reading import clean

BODY = (
    "The harbour council of Vellmar agreed on Tuesday to deepen the northern basin by four metres before winter.",
    "Engineers of NATO had warned in spring that larger ferries could no longer turn at low tide without touching it.",
    "Fishermen asked for a second survey of the spawning grounds, and the council promised one by September.",
)


def _read(*head: str, body: tuple[str, ...] = BODY, title: str | None = None) -> Article:
    lines = "\n".join((*head, "", "\n\n".join(body))).split("\n")
    raw = tuple(Paragraph(line, line=n) for n, line in enumerate(lines, 1) if line.strip())
    return clean(Document("a.txt", "text", Metadata(title=title), raw, structured=False), "a")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (("COUNCIL VOTES",), "Council votes"),
        (("HARBOUR TO CLOSE",), "Harbour to close"),
        (("VELLMAR", "", "COUNCIL TO DEEPEN BASIN"), "Council to deepen basin"),
        (("HARBOUR DEAL", "", "By Ana Brandt", "7 October 2020"), "Harbour deal"),
        (("NATO WARNS FERRIES",), "NATO warns ferries"),
        (("BASIN: COUNCIL AGREES",), "Basin: council agrees"),
        (("QUILLON FERRIES TO STOP",), "QUILLON FERRIES TO STOP"),
        (("COUNCIL VOTES", "", "Vellmar agrees to deepen its basin"), "Vellmar agrees to deepen its basin"),
    ],
)  # fmt: skip
def test_it_is_the_title(head: tuple[str, ...], title: str) -> None:
    article = _read(*head)
    assert article.metadata.title == title
    assert [p.text for p in article.paragraphs] == list(BODY)


@pytest.mark.parametrize("head", ["BREAKING NEWS", "FOR IMMEDIATE RELEASE", "SPORT"])
def test_what_says_nothing_of_the_text_is_none(head: str) -> None:
    assert _read(head).metadata.title is None


def test_a_german_headline() -> None:
    body = (
        "Der Rat von Vellmar hat am Dienstag beschlossen, das nördliche Becken um vier Meter zu vertiefen.",
        "Im Frühjahr hatten Ingenieure gewarnt, dass größere Fähren bei Ebbe nicht mehr wenden können.",
        "Die Arbeiten kosten 38 Millionen Kronen, von denen die Provinz die Hälfte und der Hafen den Rest bezahlt.",
    )
    assert _read("RAT VON VELLMAR BESCHLOSSEN", body=body).metadata.title == "Rat von Vellmar beschlossen"
    assert _read("HAFEN WIRD TIEFER", body=body).metadata.title == "HAFEN WIRD TIEFER"


def test_a_title_that_somebody_gave_stays_as_it_is() -> None:
    assert _read("COUNCIL VOTES", title="COUNCIL VOTES ON BASIN").metadata.title == "COUNCIL VOTES ON BASIN"
