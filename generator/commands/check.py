"""Everything that is wrong with a project, in one go."""

from __future__ import annotations

from collections.abc import Iterator

from .. import disk
from ..disk.sources import strays
from ..errors import BriefingError, Problem
from ..model import Site
from ..run_pipeline import compared, run_pipeline
from ..text.language_tags import one_language
from ..text.words import normal
from .console import Console


def check_all(project: disk.Project, talk: Console) -> list[Problem]:
    """Problems of the sources, the promises, the pages and the settings; empty where all is in order."""
    problems = [
        Problem(path, "lies beside no document", hint="name it like the document, with .meta.yml at the end")
        for path in strays(project.sources)
    ]
    try:
        site = run_pipeline(project, talk.progress)
    except BriefingError as error:
        return [*problems, *error.problems]
    problems += [Problem(one.path, f"skipped: {one.reason}") for one in site.brief.skipped]
    changes = compared(project, site)
    problems += [
        Problem(
            f"docs/{path}",
            "edited by hand, or merged by git",
            hint="take it over by deleting its `briefing:` line, or run `briefing render --replace`",
        )
        for path in changes.edited
    ]
    return [*problems, *_unused(project, site)]


def _unused(project: disk.Project, site: Site) -> list[Problem]:
    """Settings that match nothing: as likely as not a slip of the pen."""
    return [*_foreign(project, site), *_silent(site), *_unheard(project, site)]


def _silent(site: Site) -> Iterator[Problem]:
    for topic in (b.topic for b in site.brief.briefings if not b.coverage):
        yield Problem("briefing.yml", "no source holds any of its terms", key=f"topics.{topic}.terms")


def _unheard(project: disk.Project, site: Site) -> Iterator[Problem]:
    text = normal(" ".join(p.text for a in site.brief.analyses for p in a.article.paragraphs))
    for rule in project.config.names:
        for alias in (alias for alias in rule.aliases if normal(alias) not in text):
            yield Problem("briefing.yml", f"no source holds the spelling {alias!r}", key=f"names.{rule.name}.aliases")


def _foreign(project: disk.Project, site: Site) -> Iterator[Problem]:
    language = project.config.language
    spoken = sorted({a.article.metadata.language or language for a in site.brief.analyses})
    if not any(one_language(code, language) for code in spoken):
        yield Problem(
            "briefing.yml",
            f"no source is in {language!r}, so that no statements are compared",
            key="language",
            hint=f"the sources are in {', '.join(map(repr, spoken))}",
        )
