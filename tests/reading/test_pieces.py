"""Seams, captions, dates, suffixes and hard wraps, each by itself."""

from __future__ import annotations

import pytest

from generator.model import Paragraph
from generator.reading.frontmatter import is_web_address
from generator.reading.scrape.captions import is_caption, split_glued
from generator.reading.scrape.headline import byline, split_publisher
from generator.reading.scrape.junk import junk_kind
from generator.reading.scrape.wrap import unwrap

REST = " ministry said that the loan would pay for forty trains and a tunnel."


@pytest.mark.parametrize(
    "caption",
    [
        "Trains wait at the old station – Rail Weekly",
        "Trains wait at the old station | The Harbour Gazette",
        "Visitors gather at the old depot in Westfield",
        "Photo: Reuters",
        "Trains at the old station. Photo by AFP",
        "Trains at the old station (Photo: T. Moen)",
    ],
)
def test_a_caption_glued_to_a_sentence_comes_off(caption: str) -> None:
    assert split_glued(caption + "The" + REST) == (caption, "The" + REST)


@pytest.mark.parametrize(
    "text",
    [
        "The minister said on her YouTube channel that the loan would pay for forty trains.",
        "People who work at McDonald Rail and DeVries said that the loan would pay for forty trains.",
        "An app on the iPhone and a JavaScript tool from eBay show where the forty trains are.",
        "The plan was first put on LinkedIn by the man who will lead the forty new trains.",
        "Work on the line – LinkedIn has the picture – will take five years and more, they say.",
        "The group OpenTheBooks asked for the papers of the loan, and it got them in the spring.",
        "He spoke to AlTheeb about the loan. AlTheeb then said that it would pay for forty trains.",
    ],
)
def test_a_capital_within_a_name_is_no_seam(text: str) -> None:
    assert split_glued(text, "OpenTheBooks") == ("", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trains at the old station. Source: Shutterstock", True),
        ("The minister at the opening (Getty Images)", True),
        ("File photo", True),
        ("Representational image", True),
        ("Photo credit: T. Moen", True),
        ("© Reuters", True),
        ("The valley has one main source: coal.", False),
        ("The photo shows the minister with the loan in his hand.", False),
        ("The minister told Reuters that the loan was signed.", False),
        ("The picture is clear: the loan is signed.", False),
    ],
)
def test_captions(text: str, expected: bool) -> None:
    assert is_caption(text) is expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "Lenders agree on the rail loan – Times of the Valley",
            ("Lenders agree on the rail loan", "Times of the Valley"),
        ),
        ("Lenders agree on the rail loan | Westfield", ("Lenders agree on the rail loan", "Westfield")),
        ("Lenders agree on the rail loan - railnews.com", ("Lenders agree on the rail loan", "railnews.com")),
        ("Lenders agree on the rail loan – What it means", ("Lenders agree on the rail loan – What it means", None)),
        ("Lenders agree on the rail loan | Tunnel", ("Lenders agree on the rail loan | Tunnel", None)),
        ("Rail loan: the ministry gives in", ("Rail loan: the ministry gives in", None)),
        ("Counter-move in the valley- lenders agree", ("Counter-move in the valley- lenders agree", None)),
    ],
)
def test_the_site_after_a_headline(title: str, expected: tuple[str, str | None]) -> None:
    assert split_publisher(title, frozenset({"tunnel"})) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Ana Lind", "Ana Lind"),
        ("Von Ana van Moen", "Ana van Moen"),
        ("By Ana Lind, rail correspondent", "Ana Lind"),
        ("Written by Ana Lind | 12 March 2031", "Ana Lind"),
        ("By the river", None),
        ("by Ana Lind", None),
        ("By Bus Route, the city changes", None),
    ],
)
def test_bylines(text: str, expected: str | None) -> None:
    assert byline(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://example.org/a?b=1#c", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("ftp://example.org", False),
        ("https://", False),
        ("https://example.org:port/", False),
        ("https://exa mple.org", False),
        ("//example.org", False),
        ("https://example.org/<script>", False),
    ],
)
def test_web_addresses(text: str, expected: bool) -> None:
    assert is_web_address(text) is expected


@pytest.mark.parametrize(
    "text",
    [
        "The newsletter of the parish reported that the mill will become a school.",
        "Comments by the minister angered the crews.",
        "Subscribers to the scheme will pay twelve crowns.",
        "Follow the river to the weir, and turn left at the mill.",
        "Share prices fell on Friday after the loan was signed.",
        "Cookies and milk were served in the school.",
        "Password theft has doubled in a year, the police said.",
        "More than forty trains were bought.",
        "Advertising on the ferry is to end, the council said.",
    ],
)
def test_prose_about_such_things_is_no_junk(text: str) -> None:
    assert junk_kind(text) is None


def test_lines_of_one_width_are_joined_and_lists_are_not() -> None:
    lines = [
        "The committee looked at the banks of the river and at the two",
        "bridges, and it reports on each of them in turn, as it was told",
        "to do by the council in the spring.",
        "- the east bank held through all of the floods that came in the",
        "  month of April",
        "- the west bank did not",
    ]
    joined = unwrap(tuple(Paragraph(text, line=n) for n, text in enumerate(lines, 1)))
    assert [(p.line, p.text) for p in joined] == [
        (1, " ".join(lines[:3])),
        (4, f"{lines[3]} month of April"),
        (6, lines[5]),
    ]


def test_a_paragraph_a_line_is_left_alone() -> None:
    lines = tuple(Paragraph("A line of the story that ends. " * n, line=n) for n in (3, 5, 4, 6, 3))
    assert unwrap(lines) == lines
