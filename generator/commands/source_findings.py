"""Sources that are not read, that say nothing of themselves, or whose metadata lies beside another file."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from .. import disk
from ..errors import Problem
from ..model import Metadata, Skipped
from ..text import segmenter
from ..text.language_tags import primary
from .findings import Checked

_ALIKE = 0.5  # how alike two names are, for the one to be the other renamed


def stray_sidecars(checked: Checked) -> Iterator[Problem]:
    """Sidecars that lie beside no document, and the document that one may belong to."""
    return strays(checked.project)


def strays(project: disk.Project) -> Iterator[Problem]:
    """The same of a project whose sources were not read yet."""
    for stray in disk.strays(project.sources):
        meant = _renamed(stray)
        hint = (
            f"was its document renamed to {meant}, which has none? Name it {meant}{stray.ending}"
            if meant
            else f"name it like the document, with {stray.ending} at the end"
        )
        yield Problem(stray.path, "lies beside no document", hint=hint)


def _renamed(stray: disk.Stray) -> str | None:
    if len(stray.without) == 1:
        return stray.without[0]
    name = stray.path.rpartition("/")[2].removesuffix(stray.ending)
    near = difflib.get_close_matches(name, stray.without, n=1, cutoff=_ALIKE)
    return near[0] if near else None


def skipped(checked: Checked) -> Iterator[Problem]:
    """Sources that cannot be read."""
    return map(as_problem, checked.site.brief.skipped)


def as_problem(one: Skipped) -> Problem:
    """A source that was skipped, as a problem."""
    return Problem(one.path, f"skipped: {one.reason}")


def unread(checked: Checked) -> Iterator[Problem]:
    """Sources of more sentences than are read of one."""
    limit = checked.project.config.limits.sentences
    for article in (analysis.article for analysis in checked.site.brief.analyses if analysis.article.unread):
        yield Problem(
            article.path,
            f"read up to sentence {limit:,}: {limit + article.unread:,} sentences, more than the limit of {limit:,}",
            hint="`limits.sentences` in briefing.yml raises it",
            level="warning",
        )


def uncut(checked: Checked) -> Iterator[Problem]:
    """Sources in languages without spaces, where what cuts their words is not installed: told once, at the first."""
    if segmenter.installed():
        return
    articles = [analysis.article for analysis in checked.site.brief.analyses]
    found = [article for article in articles if segmenter.is_unspaced(article.metadata.language or "")]
    if found:
        codes = ", ".join(sorted({primary(article.metadata.language or "") for article in found}))
        others = f" and {len(found) - 1} more in such a language" if len(found) > 1 else ""
        yield Problem(
            found[0].path,
            f"written without spaces ({codes}){others}: without its words, keyphrases are few and topics miss it",
            hint=f"{segmenter.INSTALL} brings what cuts them",
            level="warning",
        )


def bare(checked: Checked) -> Iterator[Problem]:
    """Sources that do not tell when they came out, or where."""
    for article in (analysis.article for analysis in checked.site.brief.analyses):
        missing = _missing(article.metadata)
        if missing:
            yield Problem(article.path, f"has no {missing}", level="note")


def _missing(metadata: Metadata) -> str:
    have = (("date", metadata.published), ("publisher", metadata.publisher))
    return " and no ".join(name for name, value in have if not value)
