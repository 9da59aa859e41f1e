"""Method and limits: how the site is made, and how far it may be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..model import Page
from ..text.escape import Inline, front, inline, own
from .carriers import corpus
from .context import Context
from .template import page as make
from .views.editor_views import PATH as CORRECTIONS
from .wording import count


@dataclass(frozen=True, slots=True)
class SkippedFile:
    """A file that could not be read, and why."""

    path: Inline
    reason: Inline


def method(context: Context) -> Page:
    """Method and limits: prose by hand in the template, with the limits in force and the files left out."""
    config = context.config
    share = round(config.quotes.max_share * 100)
    quoting = (
        "This site publishes its sources in full."
        if config.publish_full_text
        else "Of a report, this site publishes no words."
        if not config.quotes.max_share
        else f"A quote has at most {count(config.quotes.max_words, 'word')}; of a report at most {share}% of its words "
        "are published in all, counted over everything that shows them: quotes, summaries, feeds, search and export."
    )
    editorial = context.brief.editorial
    values: dict[str, Any] = {
        "corrections": own(CORRECTIONS) if editorial.in_force or editorial.withdrawn else None,
        "quoting": inline(quoting),
        "corpus": inline(corpus(context)),
        "skipped": tuple(SkippedFile(inline(s.path), inline(s.reason)) for s in context.brief.skipped),
    }
    return make(
        "method.md",
        "method.md.j2",
        {
            "title": "Method and limits",
            "description": front(f"How {config.title} is made from its sources, and how far it may be trusted.", 155),
            "search": {"boost": 2},
        },
        values,
        context.words,
    )
