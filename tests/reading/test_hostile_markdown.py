"""Markdown that was written to be slow or to smuggle HTML: read or refused, with no tag in what is kept."""

from __future__ import annotations

import pytest

from generator.config import Limits
from generator.errors import UnreadableError
from generator.model import SourceFile
from generator.reading import clean, read
from tests.hostile import MARKDOWN


@pytest.mark.parametrize("text", MARKDOWN.values(), ids=MARKDOWN)
def test_a_hostile_document_is_read_or_refused(text: str) -> None:
    try:
        (document,) = read(SourceFile("a.md", f"A line of text.\n\n{text}\n".encode()), Limits())
        assert clean(document, "a").paragraphs[0].text == "A line of text."
    except UnreadableError as error:
        assert "`limits.line_chars`" in str(error)


def test_marks_by_the_thousand_are_kept_as_they_stand() -> None:
    text = "[a] *b* " * 1_500
    (document,) = read(SourceFile("a.md", text.encode()), Limits())
    assert document.paragraphs[0].text == text.strip()


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        "<iframe srcdoc='<b>x</b>'></iframe>",
        "<style>@import 'x'</style>",
        "<svg onload=alert(1)></svg>",
        "<!-- <b>x</b> -->",
    ],
)
@pytest.mark.parametrize("shape", ["{}", "Before {} after.", "- {}", "# {}", "> {}\n> more"])
def test_no_html_comes_through(html: str, shape: str) -> None:
    text = f"A line of text.\n\n{shape.format(html)}\n\nThe end.\n"
    (document,) = read(SourceFile("a.md", text.encode()), Limits())
    kept = " ".join(p.text for p in document.paragraphs)
    assert "<" not in kept
    assert "alert" not in kept
    assert document.paragraphs[0].text == "A line of text."


def test_a_sidecar_named_for_the_whole_file_goes_first() -> None:
    beside = (("a.meta.yml", b"title: Stem\nauthor: Ana\n"), ("a.md.meta.yml", b"title: Whole\n"))
    (document,) = read(SourceFile("sources/a.md", b"Text.", beside), Limits())
    assert (document.metadata.title, document.metadata.author) == ("Whole", "Ana")
