"""What fuzzing starts from: documents of every format, of our own words, and what was found before."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.reading_formats import make_fixtures as made
from tests.reading_formats.make_fixtures import STORY

__all__ = ["FOUND", "STORY", "found", "seeds"]

_FIXTURES = Path(__file__).parents[2] / "tests" / "fixtures"
FOUND = _FIXTURES / "fuzz"
"""A folder for each target: what broke it once."""


def seeds(name: str) -> tuple[bytes, ...]:
    """What the target `name` is begun with."""
    name_of_texts = _SAME.get(name, name)
    return (*_made(name_of_texts), *_texts(name_of_texts), *found(name))


def found(name: str) -> tuple[bytes, ...]:
    """What broke the target `name` before it was mended."""
    return tuple(path.read_bytes() for path in sorted(FOUND.glob(f"{name}/*")))


def _texts(name: str) -> tuple[bytes, ...]:
    texts: dict[str, list[str]] = yaml.load((_FIXTURES / "fuzz.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
    return tuple(text.encode() for text in texts.get(name, ()))


def _made(name: str) -> tuple[bytes, ...]:
    """The documents of our own that tests read, by the target that reads their format."""
    every = made.everything()
    names = _FILES.get(name, ())
    return (*(every[file] for file in names), *(("\n\n".join(STORY).encode(),) if name in _PROSE else ()))


_SAME = {"headers": "mail"}
_PROSE = ("text", "markdown", "clean", "sentences", "dates", "clauses", "road")
_FILES = {
    "atom": ("notes.atom",),
    "docx": ("plan.docx",),
    "epub": ("book.epub",),
    "html": ("page.html",),
    "mail": ("mail.eml", "mail-html.eml"),
    "mhtml": ("saved.mhtml",),
    "pdf": ("report.pdf",),
    "rss": ("feed.rss",),
    "rtf": ("plan.rtf",),
    "url": ("shortcut.url",),
    "webloc": ("shortcut.webloc",),
    "zip": ("bundle.zip",),
}
