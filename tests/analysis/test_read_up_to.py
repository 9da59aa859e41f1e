"""A source of more sentences than one may have is read up to the last of those."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.analysis import analyse
from generator.config import Config, Limits
from generator.model import Article, Metadata, Paragraph

_TEXTS = (
    "The port of Vellmar opens in May. Its council met Ana Holm on Friday. It will meet again.",
    "A ferry sails at noon, Eva Lund said. The quay is closed.",
)


def _article(*texts: str) -> Article:
    metadata = Metadata(language="en", published="2031-03-04")
    return Article(
        "a", "sources/a.md", "markdown", metadata, tuple(Paragraph(text, line=n) for n, text in enumerate(texts, 1))
    )


def _config(most: int) -> Config:
    return Config(title="", topics=(), limits=replace(Limits(), sentences=most))


def test_within_the_limit_all_is_read() -> None:
    said = analyse(_article(*_TEXTS), _config(5))
    assert len(said.sentences) == 5
    assert said.article == _article(*_TEXTS)


@pytest.mark.parametrize(
    ("most", "last"), [(1, "The port of Vellmar opens in May."), (3, _TEXTS[0]), (4, _TEXTS[1][:37])]
)
def test_what_stands_behind_the_limit_is_left_out_and_counted(most: int, last: str) -> None:
    said = analyse(_article(*_TEXTS), _config(most))
    assert len(said.sentences) == most
    assert said.article.unread == 5 - most
    assert said.article.paragraphs[-1].text == last
    found = [
        *(m.sentence for m in said.names),
        *(m.sentence for m in said.dates),
        *(m.sentence for m in said.attributions),
    ]
    assert set(found) <= set(range(most))
    left_out = [dropped.text for dropped in said.article.dropped]
    assert " ".join([*(p.text for p in said.article.paragraphs), *left_out]) == " ".join(_TEXTS)
    assert {dropped.reason for dropped in said.article.dropped} == {"beyond the limit on sentences"}


def test_every_sentence_is_still_words_of_its_paragraph() -> None:
    said = analyse(_article(*_TEXTS), _config(4))
    for sentence in said.sentences:
        assert said.article.paragraphs[sentence.paragraph - 1].text[sentence.start : sentence.end] == sentence.text
