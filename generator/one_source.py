"""Stages 1 and 2 of the road for one file, which need to know of no other: read, clean, analyse. All that is done here
may be done in another process, and remembered by the bytes of the file and the settings in `Ways`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from .analysis import analyse
from .config import Config, KeyphraseRules, Limits
from .errors import UnreadableError
from .model import Article, Document, Part, Refusal, SourceFile, Worked
from .reading import LIST, Runner, clean, page_names, read
from .text import yake_parts


@dataclass(frozen=True, slots=True)
class Ways:
    """The settings on which the work on one file depends: there is no other."""

    limits: Limits
    language: str
    keyphrases: KeyphraseRules = field(default_factory=KeyphraseRules)
    keep_lists: bool = False


def ways(config: Config) -> Ways:
    """Those of `config`. Raises BriefingError where they ask for a package that is not installed."""
    if config.keyphrases.engine == "yake":
        yake_parts.require()
    return Ways(config.limits, config.language, config.keyphrases, config.keep_lists)


def work(file: SourceFile, ways: Ways, parser: Runner | None = None, *, analysed: bool = True) -> Worked:
    """All that `file` says by itself; unless it is to be `analysed`, its articles. What cannot be read, cleaned or
    analysed is refused with its reason, also where it fails in a way nobody foresaw: one bad file must not keep the
    others from being built."""
    try:
        documents = read_one(file, ways.limits, parser)
        return Worked(tuple(_part(document, ways, analysed) for document in documents))
    except UnreadableError as error:
        return Worked(refused=_refusal(error))


def read_one(file: SourceFile, limits: Limits, parser: Runner | None = None) -> tuple[Document, ...]:
    """The documents in one file. Raises UnreadableError."""
    with _unforeseen("parsed"):
        return read(file, limits, parser)


def clean_one(document: Document, name: str) -> Article:
    """The article in a document, called `name`. Raises UnreadableError."""
    with _unforeseen("cleaned"):
        return clean(document, name)


def refuse_list(document: Document, keep: bool) -> None:
    """Raises UnreadableError for a list of teasers, unless lists are to be kept, or somebody said what kind it is."""
    if document.is_list and not keep and not document.metadata.kind_from:
        raise UnreadableError(f"{LIST}; `kind: report` in a file beside it, or --keep-lists, has it read", LIST)


def _part(document: Document, ways: Ways, analysed: bool) -> Part:
    part = Part(document.path, document.metadata)
    try:
        refuse_list(document, ways.keep_lists)
        article = clean_one(document, page_names([document])[0])
        part = replace(part, metadata=article.metadata, article=article)
        if article.metadata.withdrawn or not analysed:
            return part
        with _unforeseen("analysed"):
            config = Config(title="", topics=(), language=ways.language, keyphrases=ways.keyphrases, limits=ways.limits)
            said = analyse(article, config)
            return replace(part, article=said.article, analysis=said)
    except UnreadableError as error:
        return replace(part, article=None, refused=_refusal(error))


@contextmanager
def _unforeseen(done: str) -> Iterator[None]:
    try:
        yield
    except UnreadableError:
        raise
    except (Exception, RecursionError, MemoryError) as error:
        what = f"could not be {done} ({type(error).__name__}"
        raise UnreadableError(f"{what}: {str(error)[:120]})", f"{what})") from error


def _refusal(error: UnreadableError) -> Refusal:
    return Refusal(str(error), error.published)
