"""The road as a whole: one bad file never keeps the others from being built."""

from __future__ import annotations

import pytest

from generator import pipeline
from generator.config import parse
from generator.errors import BriefingError
from generator.model import Article, Document, Gap, Skipped, SourceFile
from tests.conftest import FIRST, SECOND, SETTINGS

GOOD = SourceFile("sources/first.txt", FIRST.encode())
OTHER = SourceFile("sources/second.txt", SECOND.encode())


def test_a_parser_that_fails_in_an_unforeseen_way_costs_its_file_only(monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.reading import clean as real

    def clean(document: Document, name: str) -> Article:
        if document.path.endswith("second.txt"):
            raise KeyError("nobody foresaw this")
        return real(document, name)

    monkeypatch.setattr("generator.one_source.clean", clean)
    brief = pipeline.run([OTHER, GOOD], parse(SETTINGS)).brief
    assert [a.article.path for a in brief.analyses] == ["sources/first.txt"]
    told = "could not be cleaned (KeyError: 'nobody foresaw this')"
    assert brief.skipped == (Skipped("sources/second.txt", told, "could not be cleaned (KeyError)"),)


def test_nothing_readable_is_one_error_that_names_each_file() -> None:
    with pytest.raises(BriefingError) as caught:
        pipeline.run(
            [SourceFile("sources/a.bin", b"\0\1\2")], parse(SETTINGS), (Skipped("sources/b.txt", "the file is empty"),)
        )
    lines = str(caught.value).splitlines()
    assert lines[0].startswith("sources/: expected at least one readable document, found none")
    assert [line.split(": ")[0] for line in lines[1:]] == ["sources/a.bin", "sources/b.txt"]


def test_two_files_of_one_name_have_pages_of_their_own() -> None:
    files = [SourceFile("sources/a/x.txt", FIRST.encode()), SourceFile("sources/a-x.txt", SECOND.encode()), GOOD]
    ids = [a.article.id for a in pipeline.run(files, parse(SETTINGS)).brief.analyses]
    assert len(set(ids)) == 3
    assert ids[-1] == "first"


def test_a_newcomer_of_the_same_name_takes_no_page_away() -> None:
    front = "---\nadded: {}\n---\n\n"
    old = SourceFile("sources/x.txt", (front.format("2024-01-01") + FIRST).encode())
    new = SourceFile("sources/x.md", (front.format("2024-02-01") + SECOND).encode())
    made = pipeline.run([new, old], parse(SETTINGS)).brief.analyses
    assert {a.article.path: a.article.id for a in made}["sources/x.txt"] == "x"
    assert len({a.article.id for a in made}) == 2


@pytest.mark.parametrize(("language", "compared"), [("en-GB", True), ("eng", True), ("enm", False)])
def test_a_source_of_another_language_is_compared_with_none(language: str, compared: bool) -> None:
    """Middle English has a code that begins as English's does."""
    files = [
        SourceFile(file.path, f"---\nlanguage: {language}\n---\n\n".encode() + file.data) for file in (GOOD, OTHER)
    ]
    site = pipeline.run(files, parse(SETTINGS))
    assert bool(site.brief.facts.facts) is compared
    assert (Gap("apart", 2, 2) in site.brief.briefings[0].gaps) is not compared
    (asset,) = site.assets
    assert (b'"other language"' in asset.data) is not compared
