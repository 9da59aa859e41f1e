"""Method and limits: how the site is made, and how far it may be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..model import Page
from ..text.escape import Inline, front, inline, own
from ..text.room import leading
from . import weights
from .carriers import corpus
from .context import Context
from .template import page as make
from .views.editor_views import PATH as CORRECTIONS

_ROW = 20  # bytes around a path and a reason


@dataclass(frozen=True, slots=True)
class SkippedFile:
    """A file that could not be read, and why."""

    path: Inline
    reason: Inline


def method(context: Context) -> Page:
    """Method and limits: prose of the wording, with the limits in force and the files left out."""
    words, editorial = context.words, context.brief.editorial
    sizes = (_ROW + weights.text(s.path) + weights.text(s.published or s.reason) for s in context.brief.skipped)
    skipped = leading(context.brief.skipped, sizes, context.room.page // 2)
    left = len(context.brief.skipped) - len(skipped)
    values: dict[str, Any] = {
        "corrections": own(CORRECTIONS) if editorial.in_force or editorial.withdrawn else None,
        "quoting": inline(_quoting(context)),
        "corpus": inline(corpus(context)),
        "skipped": tuple(SkippedFile(inline(s.path), inline(s.published or s.reason)) for s in skipped),
        "left": context.words.inline("cited.more", left) if left else None,
    }
    matter = {
        "title": front(words.say("method.title")),
        "description": front(words.say("method.description", site=context.config.title), 155),
        "search": {"boost": 1.3},
    }
    return make("method.md", "method.md.j2", matter, values, words)


def _quoting(context: Context) -> str:
    """How much of a source is published."""
    config, words = context.config, context.words
    if config.publish_full_text:
        return words.say("method.full")
    if not config.quotes.max_share:
        return words.say("method.none")
    return words.say("method.limits", words=config.quotes.max_words, share=round(config.quotes.max_share * 100))
