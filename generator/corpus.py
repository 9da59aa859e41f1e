"""From the work on each file to the corpus: names, ids and publishers, which take all sources to tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from .config import Config
from .errors import UnreadableError
from .model import Analysis, Article, Part, Refusal, Skipped, SourceFile, Withdrawn, Worked
from .one_source import ways, work
from .reading import Runner, page_names, published, sidecar, taken_back
from .text.ids import slug


@dataclass(frozen=True, slots=True)
class Corpus:
    """What the sources gave, in the order of their paths: parts with an article, what was taken back, and what could
    not be read."""

    parts: tuple[Part, ...]
    skipped: tuple[Skipped, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()

    @property
    def articles(self) -> tuple[Article, ...]:
        return tuple(part.article for part in self.parts if part.article)

    @property
    def analyses(self) -> tuple[Analysis, ...]:
        return tuple(part.analysis for part in self.parts if part.analysis)


def read_all(
    files: Iterable[SourceFile], config: Config, parser: Runner | None = None
) -> tuple[tuple[Article, ...], tuple[Skipped, ...]]:
    """Every readable source as an article, in the order of their paths, and every other with the reason."""
    files = sorted(files, key=lambda file: file.path)
    corpus = bring_together(((file, work(file, ways(config), parser, analysed=False)) for file in files), config)
    return corpus.articles, corpus.skipped


def bring_together(done: Iterable[tuple[SourceFile, Worked]], config: Config) -> Corpus:
    """The corpus that files, in the order of their paths, are: each document under a name of its own, and under that of
    its publisher in the settings."""
    skipped: list[Skipped] = []
    withdrawn: list[Withdrawn] = []
    parts = _claimed(done, config, skipped, withdrawn)
    kept: list[Part] = []
    for part, name in zip(parts, page_names(parts), strict=True):
        gone = taken_back(name, part.path, part.metadata) if part.article else None
        if gone:
            withdrawn.append(gone)
        elif part.article:
            kept.append(_named(part, name))
        else:
            skipped += [_skipped(part.path, part.refused)] if part.refused else []
    kept = list(_published(kept, config))
    return Corpus(tuple(kept), tuple(skipped), tuple(sorted(withdrawn, key=lambda one: one.path)))


def _claimed(
    done: Iterable[tuple[SourceFile, Worked]], config: Config, skipped: list[Skipped], withdrawn: list[Withdrawn]
) -> list[Part]:
    """The documents in all files. A file that gives none, or one whose id another has, is among `skipped`, or among
    `withdrawn` where only the record of it is left."""
    parts: list[Part] = []
    owners: dict[str, str] = {}
    for file, worked in done:
        try:
            for part in _read(worked):
                _claim(part, file, owners)
                parts.append(part)
        except UnreadableError as error:
            gone = _without_text(file, config)
            withdrawn += [gone] if gone else []
            skipped += [] if gone else [_skipped(file.path, Refusal(str(error), error.published))]
    return parts


def _skipped(path: str, why: Refusal) -> Skipped:
    return Skipped(path, why.reason, why.published if why.published != why.reason else "")


def _read(worked: Worked) -> tuple[Part, ...]:
    if worked.refused:
        raise UnreadableError(worked.refused.reason, worked.refused.published)
    return worked.parts


def _published(parts: Sequence[Part], config: Config) -> Iterator[Part]:
    articles = [part.article for part in parts if part.article]
    for part, article in zip(parts, published(articles, config.publishers), strict=True):
        yield part if part.article is article else _with(part, article)


def _claim(part: Part, file: SourceFile, owners: dict[str, str]) -> None:
    """Notes that `part` has its id. Raises UnreadableError where one of another file has it already."""
    owner = owners.setdefault(part.metadata.id or f"/{part.path}", file.path)
    if owner != file.path:
        raise UnreadableError(f"id: another source is called {part.metadata.id!r}: {owner}")


def _without_text(file: SourceFile, config: Config) -> Withdrawn | None:
    """The record of a source that was taken back and of which no text is left."""
    try:
        metadata = sidecar(file, config.limits)
    except UnreadableError:
        return None
    return taken_back(metadata.id or slug(PurePosixPath(file.path).stem), file.path, metadata)


def _named(part: Part, name: str) -> Part:
    """`part` under the `name` that its page has."""
    return part if not part.article or part.article.id == name else _with(part, replace(part.article, id=name))


def _with(part: Part, article: Article) -> Part:
    """`part` with `article`, which has the same words, in place of its own."""
    said = part.analysis
    if said and said.article.id != article.id:
        said = replace(said, sentences=tuple(replace(sentence, source=article.id) for sentence in said.sentences))
    return replace(part, article=article, analysis=said and replace(said, article=article))
