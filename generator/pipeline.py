"""The road, in reading order: each stage takes values and returns values, and only this module knows their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath

from .analysis import analyse
from .briefing import compose
from .checks import check
from .config import Config
from .errors import BriefingError, Problem, UnreadableError
from .facts import group
from .model import Analysis, Article, Document, Site, Skipped, SourceFile
from .pages import render
from .reading import Runner, clean, published, read
from .text.ids import unique_slugs
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
) -> Site:
    """From source files to the finished site. `skipped` are files that could not even be opened; `step` is told the
    path of each source as it is analysed; `parser` runs the parsers that need a process of their own. Raises
    BriefingError where nothing can be built, or a promise is broken."""
    articles, unread = read_all(files, config, parser)
    skipped = tuple(sorted({*skipped, *unread}, key=lambda s: s.path))
    if not articles:
        raise BriefingError(*_nothing_to_read(skipped))
    analyses = tuple(_analyse(article, config, step) for article in articles)
    topics = assign(analyses, config)
    facts = group(analyses, topics, config)
    brief = compose(analyses, topics, facts, config, skipped)
    site = render(brief, config)
    problems = check(site, config)
    if problems:
        raise BriefingError(*problems)
    return site


def read_all(
    files: Iterable[SourceFile], config: Config, parser: Runner | None = None
) -> tuple[tuple[Article, ...], tuple[Skipped, ...]]:
    """Every readable source as an article, in the order of their paths, and every other with the reason."""
    documents: list[Document] = []
    skipped: list[Skipped] = []
    for file in sorted(files, key=lambda f: f.path):
        try:
            documents += read_one(file, config, parser)
        except UnreadableError as error:
            skipped.append(Skipped(file.path, str(error)))
    articles: list[Article] = []
    for document, name in zip(documents, _names(documents), strict=True):
        try:
            articles.append(clean_one(document, name))
        except UnreadableError as error:
            skipped.append(Skipped(document.path, str(error)))
    return tuple(published(articles, config.publishers)), tuple(skipped)


def _names(documents: list[Document]) -> list[str]:
    """A page name for each document. The one that was there first, by (added, path), keeps the plain name, so that no
    address changes when another file of the same name comes."""
    order = sorted(range(len(documents)), key=lambda i: (documents[i].metadata.added or "", documents[i].path))
    paths = [documents[i].path for i in order]
    plain = (str(PurePosixPath(*PurePosixPath(path).with_suffix("").parts[1:])) for path in paths)
    made = dict(zip(order, unique_slugs(zip(plain, paths, strict=True)), strict=True))
    return [made[i] for i in range(len(documents))]


def read_one(file: SourceFile, config: Config, parser: Runner | None = None) -> tuple[Document, ...]:
    """The documents in one file. Raises UnreadableError, also where a parser gives up in a way nobody foresaw: one bad
    file must not keep the others from being built."""
    with _unforeseen("parsed"):
        return read(file, config.limits, parser)


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
        raise UnreadableError(f"could not be {done} ({type(error).__name__}: {str(error)[:120]})") from error


def _analyse(article: Article, config: Config, step: Step) -> Analysis:
    step(article.path)
    return analyse(article, config)


def _nothing_to_read(skipped: tuple[Skipped, ...]) -> Iterable[Problem]:
    yield Problem(
        "sources/",
        "expected at least one readable document, found none",
        hint="put articles, reports or saved pages into it (.txt, .md, .html …)",
    )
    for one in skipped:
        yield Problem(one.path, one.reason)
