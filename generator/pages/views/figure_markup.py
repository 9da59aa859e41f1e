"""Pictures as pages show them: both schemes, a text alternative, and for the evidence matrix the table behind it."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from ...model import Fact, TopicContent
from ...text.escape import Attribute, Inline, Link, attribute, inline, optional, own
from ..carriers import told_in
from ..context import Chip, PageContext
from ..pictures import Picture
from ..pictures.gallery import FOLDER
from ..pictures.layout import WIDTH
from ..pictures.matrix import letters, matrix
from ..wording import shorten

_ROW_WORDS = 12
_SAID = {"yes": "yes", "differs": "differs", "": "–"}


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture in both schemes: paths relative to the built page, its text alternative, and its size."""

    light: Link
    dark: Link
    text: Attribute
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A statement of the evidence matrix with a word for each source."""

    text: Inline
    href: Link
    cells: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class MatrixView:
    """The evidence matrix in words: a letter for each source, and a row for each statement; `part` says how much of
    the topic it holds, where that is not all."""

    part: Inline | None
    letters: tuple[Inline, ...]
    sources: tuple[Chip, ...]
    rows: tuple[MatrixRow, ...]


def figure(picture: Picture | None, page: PageContext) -> PictureView | None:
    """A picture as seen from a page; the built page lies in a folder of its own, unless it is an index."""
    if picture is None:
        return None
    stem = page.path.removesuffix(".md")
    folder = posixpath.dirname(page.path) if posixpath.basename(stem) == "index" else stem
    path = posixpath.relpath(f"{FOLDER}/{picture.name}", folder or ".")
    return PictureView(
        own(f"{path}-light.svg"), own(f"{path}-dark.svg"), attribute(picture.text), WIDTH, picture.height
    )


def _opening(fact: Fact, page: PageContext) -> str:
    """How a statement begins, with an ellipsis where that is inside a sentence."""
    told = told_in(fact)
    inside = told is not None and page.quote(told, anchored=False).before
    return ("… " if inside else "") + shorten(fact.text, _ROW_WORDS)


def table(briefing: TopicContent, page: PageContext) -> MatrixView | None:
    """The words behind the evidence matrix of a topic."""
    made = matrix(briefing, page.all)
    if made is None:
        return None
    rows = tuple(
        MatrixRow(inline(_opening(fact, page)), own(f"#{fact.id}"), tuple(inline(_SAID[cell]) for cell in cells))
        for fact, cells in zip(made.facts, made.cells, strict=True)
    )
    part = optional(made.part)
    return MatrixView(
        part, tuple(map(inline, letters(len(made.sources)))), tuple(page.chip(s) for s in made.sources), rows
    )
