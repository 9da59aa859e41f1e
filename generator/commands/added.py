"""What `briefing add` says of a source that it added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..disk import printable
from ..model import Article, Dropped, Metadata, Site


@dataclass(frozen=True, slots=True)
class Kept:
    """A new source: its path, what is known of it, and how it reads."""

    path: str
    found: Metadata
    articles: tuple[Article, ...]


_SHOWN = ("title", "publisher", "author", "published", "url", "archived")
_LOOKED_FOR = ("title", "publisher", "published")


def told(kept: Kept, whole: bool) -> Iterator[str]:
    """What was found, kept and dropped, line by line; with `whole`, every dropped line too."""
    yield f"added {kept.path}"
    yield from _found(kept.found)
    if len(kept.articles) > 1:
        yield _row("holds", f"{len(kept.articles)} documents")
    yield from _read(kept.articles, whole)
    yield from (_row("note", printable(note)) for article in kept.articles for note in article.notes)


def _found(found: Metadata) -> Iterator[str]:
    for key in _SHOWN:
        value = getattr(found, key)
        how = f" (from {found.published_from})" if key == "published" and found.published_from else ""
        if value or key in _LOOKED_FOR:
            yield _row(key, printable(value or "not found") + how)


def _read(articles: tuple[Article, ...], whole: bool) -> Iterator[str]:
    paragraphs = [p for a in articles for p in a.paragraphs]
    words = sum(len(p.text.split()) for p in paragraphs)
    yield _row("kept", f"{_counted(len(paragraphs), 'paragraph')}, {_counted(words, 'word')}")
    dropped = [d for a in articles for d in a.dropped]
    yield _row("dropped", _counted(len(dropped), "line") + _reasons(dropped))
    if whole:
        yield from map(_line, dropped)


def _reasons(dropped: list[Dropped]) -> str:
    counts = Counter(one.reason for one in dropped).most_common()
    return ": " + ", ".join(f"{count} {reason}" for reason, count in counts) if counts else ""


def _line(one: Dropped) -> str:
    return f"    line {one.line}: {one.reason}: {printable(' '.join(one.text.split()))[:100]}"


def _row(name: str, text: str) -> str:
    return f"  {f'{name}:':<11}{text}"


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def copies_among(paths: Iterable[str], site: Site) -> Iterator[str]:
    """A line for each of the new sources `paths` that has a text of another source, or whose text another has."""
    where = {a.article.id: a.article.path for a in site.brief.analyses}
    new = set(paths)
    for one, fuller in site.brief.facts.copies:
        if {where[one].partition("#")[0], where[fuller].partition("#")[0]} & new:
            yield f"{where[one]}: a version of the text of {where[fuller]}; the two count once"
