"""The road, in reading order: each stage takes values and returns values, and only this module knows their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from .analysis import analyse
from .briefing import compose
from .checks import check
from .config import Config, Limits
from .editorial import apply, named, settle
from .errors import BriefingError, Problem, UnreadableError
from .facts import group
from .model import Analysis, Article, Correction, Document, Site, Skipped, SourceFile, Withdrawn
from .pages import render
from .reading import (
    Runner,
    clean,
    page_names,
    publishable,
    publishable_records,
    published,
    read,
    sidecar,
    taken_back,
)
from .remember import remembered
from .text.ids import slug
from .topics import assign

Step = Callable[[str], None]


def _quiet(path: str) -> None:
    """A step that tells nobody."""


def run(
    files: Iterable[SourceFile],
    config: Config,
    skipped: tuple[Skipped, ...] = (),
    step: Step = _quiet,
    parser: Runner | None = None,
    corrections: tuple[Correction, ...] = (),
) -> Site:
    """From source files to the finished site. `skipped` are files that could not even be opened; `step` is told the
    path of each source as it is analysed; `parser` runs the parsers that need a process of their own; `corrections` are
    an editor's. Raises BriefingError where nothing can be built, or a promise is broken."""
    corpus = read_corpus(files, config, parser)
    skipped = tuple(sorted({*skipped, *corpus.skipped}, key=lambda s: s.path))
    if not corpus.articles:
        raise BriefingError(*_nothing_to_read(skipped))
    config = named(config, corrections)
    settled = settle(corrections, tuple(_analyse(one, config, step) for one in publishable(corpus.articles)))
    topics = assign(settled.analyses, config)
    facts = group(settled.analyses, topics, config, settled.rulings)
    told = apply(corrections, settled, topics, facts, config.language)
    editorial = replace(told.editorial, withdrawn=publishable_records(corpus.withdrawn))
    brief = compose(told.analyses, told.topics, told.facts, config, skipped, told.pinned, editorial)
    site = render(brief, config)
    broken = check(site, config)
    if broken:
        raise BriefingError(*broken)
    return site


@dataclass(frozen=True, slots=True)
class Corpus:
    """What the sources gave: articles in the order of their paths, what was taken back, and what could not be read."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()


def read_all(
    files: Iterable[SourceFile], config: Config, parser: Runner | None = None
) -> tuple[tuple[Article, ...], tuple[Skipped, ...]]:
    """Every readable source as an article, in the order of their paths, and every other with the reason."""
    corpus = read_corpus(files, config, parser)
    return corpus.articles, corpus.skipped


def read_corpus(files: Iterable[SourceFile], config: Config, parser: Runner | None = None) -> Corpus:
    """Every readable source, what was taken back, and every other file with the reason."""
    documents: list[Document] = []
    skipped: list[Skipped] = []
    withdrawn: list[Withdrawn] = []
    owners: dict[str, str] = {}
    for file in sorted(files, key=lambda f: f.path):
        try:
            for document in read_one(file, config, parser):
                _claim(document, file, owners)
                documents.append(document)
        except UnreadableError as error:
            gone = _without_text(file, config)
            withdrawn += [gone] if gone else []
            skipped += [] if gone else [_skipped(file.path, error)]
    articles: list[Article] = []
    for document, name in zip(documents, page_names(documents), strict=True):
        try:
            article = clean_one(document, name)
            gone = taken_back(name, article.path, article.metadata)
            withdrawn += [gone] if gone else []
            articles += [] if gone else [article]
        except UnreadableError as error:
            skipped.append(_skipped(document.path, error))
    articles = list(published(articles, config.publishers))
    return Corpus(tuple(articles), tuple(skipped), tuple(sorted(withdrawn, key=lambda one: one.path)))


def _skipped(path: str, error: UnreadableError) -> Skipped:
    return Skipped(path, str(error), error.published if error.published != str(error) else "")


def _claim(document: Document, file: SourceFile, owners: dict[str, str]) -> None:
    """Notes that `document` has its id. Raises UnreadableError where one of another file has it already."""
    owner = owners.setdefault(document.metadata.id or f"/{document.path}", file.path)
    if owner != file.path:
        raise UnreadableError(f"id: another source is called {document.metadata.id!r}: {owner}")


def _without_text(file: SourceFile, config: Config) -> Withdrawn | None:
    """The record of a source that was taken back and of which no text is left."""
    try:
        metadata = sidecar(file, config.limits)
    except UnreadableError:
        return None
    return taken_back(metadata.id or slug(PurePosixPath(file.path).stem), file.path, metadata)


def read_one(file: SourceFile, config: Config, parser: Runner | None = None) -> tuple[Document, ...]:
    """The documents in one file. Raises UnreadableError, also where a parser gives up in a way nobody foresaw: one bad
    file must not keep the others from being built."""
    return _read_one(file, config.limits, parser)


@remembered
def _read_one(file: SourceFile, limits: Limits, parser: Runner | None) -> tuple[Document, ...]:
    with _unforeseen("parsed"):
        return read(file, limits, parser)


@remembered
def clean_one(document: Document, name: str) -> Article:
    """The article in a document, called `name`. Raises UnreadableError as `read_one` does."""
    with _unforeseen("cleaned"):
        return clean(document, name)


@contextmanager
def _unforeseen(done: str) -> Iterator[None]:
    try:
        yield
    except UnreadableError:
        raise
    except (Exception, RecursionError, MemoryError) as error:
        what = f"could not be {done} ({type(error).__name__}"
        raise UnreadableError(f"{what}: {str(error)[:120]})", f"{what})") from error


def _analyse(article: Article, config: Config, step: Step) -> Analysis:
    step(article.path)
    return _analysed(article, config.language)


@remembered
def _analysed(article: Article, language: str) -> Analysis:
    """What an article says. Of the settings it depends on the language alone."""
    return analyse(article, Config(title="", topics=(), language=language))


def _nothing_to_read(skipped: tuple[Skipped, ...]) -> Iterable[Problem]:
    yield Problem(
        "sources/",
        "expected at least one readable document, found none",
        hint="put articles, reports or saved pages into it (.txt, .md, .html …)",
    )
    for one in skipped:
        yield Problem(one.path, one.reason)
