"""What the pages call a source: the publisher where there is one, else its title, else its file.

A digest is never called by its publisher's name alone: it is somebody's account of a report, and says so.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import PurePosixPath

from ..model import Analysis
from .wording import shorten

NAME_WORDS = 8  # of a publisher or an author; the page of the source gives all
_TITLE_WORDS = 6  # as many as tell most headlines apart; the same whatever other sources there are


@dataclass(frozen=True, slots=True)
class Label:
    """`short` stands on chips and in lists, `full` names the source in its own right; both are plain text."""

    short: str
    full: str
    digest: bool


def labels(analyses: tuple[Analysis, ...]) -> dict[str, Label]:
    """A label for each source by its id; no two sources share a short label unless they share publisher and title."""
    publishers = Counter(a.article.metadata.publisher for a in analyses)
    made = {a.article.id: _label(a, publishers[a.article.metadata.publisher] > 1) for a in analyses}
    again = Counter(label.short for label in made.values())
    return {key: label if again[label.short] == 1 else _numbered(label, key) for key, label in made.items()}


def _numbered(label: Label, key: str) -> Label:
    return Label(f"{label.short} [{key}]", label.full, label.digest)


def _label(analysis: Analysis, shared: bool) -> Label:
    article = analysis.article
    meta = article.metadata
    title = meta.title or PurePosixPath(article.path).stem.replace("_", " ")
    digest = meta.is_digest
    if meta.publisher:
        short = shorten(meta.publisher, NAME_WORDS)
        short = f"{short}, {shorten(title, _TITLE_WORDS)}" if shared else short
        return Label(f"digest of a report in {short}" if digest else short, title, digest)
    short = shorten(title, _TITLE_WORDS)
    return Label(f"digest: {short}" if digest else short, title, digest)
