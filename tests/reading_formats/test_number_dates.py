"""A line that is a date in numbers is no paragraph, and no date is guessed from it."""

from __future__ import annotations

import pytest

from generator.model import Article
from generator.reading import clean

from .make_fixtures import STORY, TITLE, page
from .support import read_one

LINES = ["03/04/2024", "03.04.2024", "03-04-2024", "Published: 03/04/2024", "3/4/24", "Monday, 03/04/2024, 10:15"]


def of_page(line: str, language: str = "en", head: str = "") -> Article:
    markup = page(head=head, before=f"<p>{line}</p>").replace("lang='en'", f"lang='{language}'")
    return clean(read_one("p.html", markup), "a")


def of_text(line: str, *more: str) -> Article:
    return clean(read_one("a.txt", "\n".join([TITLE, line, *more, "", *STORY])), "a")


@pytest.mark.parametrize("line", LINES)
def test_it_is_dropped_and_noted_and_nothing_is_guessed(line: str) -> None:
    markdown = clean(read_one("a.md", f"# {TITLE}\n\n{line}\n\n" + "\n\n".join(STORY)), "a")
    for article in (of_page(line), of_text(line), markdown):
        assert [p.text for p in article.paragraphs] == list(STORY)
        assert article.metadata.published is None
        assert article.notes == ("ambiguous date",)


@pytest.mark.parametrize(
    ("language", "published"),
    [
        ("de", "2024-04-03"),
        ("fr-FR", "2024-04-03"),
        ("es", "2024-04-03"),
        ("pt-BR", "2024-04-03"),
        ("en-GB", "2024-04-03"),
        ("en_AU", "2024-04-03"),
        ("en-US", "2024-03-04"),
        ("en", None),
        ("en-CA", None),
        ("ja", None),
    ],
)
def test_the_language_of_the_page_decides(language: str, published: str | None) -> None:
    article = of_page("03/04/2024", language)
    assert (article.metadata.published, bool(article.notes)) == (published, published is None)


def test_another_date_of_the_page_decides() -> None:
    assert of_text("03/04/2024", "Updated 17/04/2024").metadata.published == "2024-04-03"
    assert of_text("03/04/2024", "Updated 04/17/2024").metadata.published == "2024-03-04"


def test_the_day_of_saving_decides() -> None:
    text = "\n".join([TITLE, "03/04/2024", "", *STORY])
    article = clean(read_one("a.txt", text, a__txt__meta__yml=b"retrieved: 2024-03-20\n"), "a")
    assert (article.metadata.published, article.notes) == ("2024-03-04", ())


def test_a_date_that_the_page_states_otherwise_leaves_nothing_open() -> None:
    head = "<meta property='article:published_time' content='2024-04-03T08:00Z'>"
    article = of_page("03/04/2024", head=head)
    assert (article.metadata.published, article.notes) == ("2024-04-03", ())


@pytest.mark.parametrize("line", ["17/04/2024", "04/17/2024", "04/04/2024"])
def test_a_date_of_one_reading_is_taken(line: str) -> None:
    assert of_text(line).metadata.published in ("2024-04-17", "2024-04-04")
    assert of_text(line).notes == ()


def test_a_sentence_with_such_a_date_stays() -> None:
    line = "The council met on 03/04/2024 and agreed to deepen the northern basin by four metres."
    assert line in [p.text for p in of_page(line).paragraphs]
