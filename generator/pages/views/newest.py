"""What came last: the newest statements, and the day on which the newest source was added."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ...model import Fact
from ...text.escape import inline
from ..context import Context, PageContext
from ..wording import shorten
from .pointers import Pointer

_CHANGED = 5
_CHANGED_WORDS = 18


def changes(facts: Iterable[Fact], page: PageContext, topic: str = "") -> dict[str, Any]:
    """The statements that came with the newest sources, where others are older: `changed_on` and `changed`."""
    by_day: dict[str, list[Fact]] = {}
    for fact in facts:
        by_day.setdefault(fact.first_added or "", []).append(fact)
    newest = max(by_day, default="")
    if not newest or len(by_day) < 2:
        return {"changed_on": None, "changed": ()}
    return {
        "changed_on": inline(page.words.date(newest)),
        "changed": tuple(
            Pointer(inline(shorten(f.text, _CHANGED_WORDS)), page.topic(topic or f.topics[0], f.id))
            for f in by_day[newest][:_CHANGED]
        ),
    }


def updated(sources: Iterable[str], context: Context) -> dict[str, str]:
    """The day on which the newest of `sources` was added, for front matter; nothing where none is known."""
    newest = max((context.analyses[s].article.metadata.added or "" for s in sources), default="")
    return {"updated": newest} if re.fullmatch(r"\d{4}-\d\d-\d\d", newest) else {}
