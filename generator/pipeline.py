"""The road, in reading order: each stage takes values and returns values, and only this module knows their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from .briefing import compose
from .checks import check
from .config import Config
from .corpus import bring_together
from .editorial import apply, named, settle
from .errors import BriefingError, Problem
from .facts import group
from .model import Analysis, Correction, Site, Skipped, SourceFile, Worked
from .one_source import Ways, ways, work
from .pages import render
from .reading import Runner, publishable, publishable_records
from .topics import assign

Step = Callable[[str], None]
Each = Callable[[Sequence[SourceFile], Ways], Iterable[Worked]]
"""Does the work on each file, in their order."""


def _quiet(path: str) -> None:
    """A step that tells nobody."""


def run(
    files: Iterable[SourceFile],
    config: Config,
    skipped: tuple[Skipped, ...] = (),
    step: Step = _quiet,
    parser: Runner | None = None,
    corrections: tuple[Correction, ...] = (),
    each: Each | None = None,
) -> Site:
    """From source files to the finished site. `skipped` are files that could not even be opened; `step` is told the
    path of each source as it is analysed; `parser` runs the parsers that need a process of their own; `corrections` are
    an editor's; `each` does the work on each file, where that is not to be done here, one after another. Raises
    BriefingError where nothing can be built, or a promise is broken."""
    each = each or (lambda files, ways: (work(file, ways, parser) for file in files))
    corpus = bring_together(_worked(sorted(files, key=lambda file: file.path), config, each, step), config)
    skipped = tuple(sorted({*skipped, *corpus.skipped}, key=lambda s: s.path))
    if not corpus.parts:
        raise BriefingError(*_nothing_to_read(skipped))
    config = named(config, corrections)
    settled = settle(corrections, tuple(_publishable(corpus.analyses)))
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


def _worked(files: Sequence[SourceFile], config: Config, each: Each, step: Step) -> Iterator[tuple[SourceFile, Worked]]:
    """Each file with the work on it, told to `step` as it is done."""
    for file, worked in zip(files, each(files, ways(config)), strict=True):
        step(file.path)
        yield file, worked


def _publishable(analyses: Sequence[Analysis]) -> Iterator[Analysis]:
    """`analyses`, each of its article with what may be published of it."""
    for analysis, article in zip(analyses, publishable(one.article for one in analyses), strict=True):
        yield replace(analysis, article=article)


def _nothing_to_read(skipped: tuple[Skipped, ...]) -> Iterable[Problem]:
    yield Problem(
        "sources/",
        "expected at least one readable document, found none",
        hint="put articles, reports or saved pages into it (.txt, .md, .html …)",
    )
    for one in skipped:
        yield Problem(one.path, one.reason)
