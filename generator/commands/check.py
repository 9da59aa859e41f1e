"""Everything that is wrong with a project, in one go."""

from __future__ import annotations

from .. import disk
from ..disk.sources import strays
from ..errors import BriefingError, Problem
from ..model import Site
from ..run_pipeline import run_pipeline
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
    changes = disk.plan(project.docs, site.pages)
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
    text = normal(" ".join(p.text for a in site.brief.analyses for p in a.article.paragraphs))
    silent = [b.topic for b in site.brief.briefings if not b.coverage]
    unheard = [
        (rule.name, alias) for rule in project.config.names for alias in rule.aliases if normal(alias) not in text
    ]
    language = project.config.language
    spoken = sorted({a.article.metadata.language or language for a in site.brief.analyses})
    foreign = not any(one_language(code, language) for code in spoken)
    return [
        *([_foreign(language, spoken)] if foreign else []),
        *(Problem("briefing.yml", "no source holds any of its terms", key=f"topics.{topic}.terms") for topic in silent),
        *(
            Problem("briefing.yml", f"no source holds the spelling {alias!r}", key=f"names.{name}.aliases")
            for name, alias in unheard
        ),
    ]


def _foreign(language: str, spoken: list[str]) -> Problem:
    return Problem(
        "briefing.yml",
        f"no source is in {language!r}, so that no statements are compared",
        key="language",
        hint=f"the sources are in {', '.join(map(repr, spoken))}",
    )
