"""The page of a source that was taken back: it keeps its address and says since when and why, and no word of it."""

from __future__ import annotations

from ..model import Page, Withdrawn
from ..text.escape import Link, front, inline, link, optional, own
from .context import Context, PageContext
from .template import page as make
from .views.editor_views import PATH


def withdrawn_page(one: Withdrawn, context: Context) -> Page:
    """The page of a source that was withdrawn."""
    page = PageContext(context, f"sources/{one.id}.md")
    title = one.called
    day = page.words.date(one.on)
    published = page.words.date(one.published) if one.published else None
    credit = [part for part in (one.publisher, published) if part]
    address: Link | None = link(one.url)
    return make(
        page.path,
        "withdrawn.md.j2",
        {
            "title": front(title, 200),
            "description": front(page.words.say("corrections.withdrawn_on", on=day), 155),
            "search": {"exclude": True},
        },
        {
            "title": inline(title),
            "credit": optional(", ".join(credit)),
            "on": inline(day),
            "id": own(f"w-{one.id}"),
            "because": optional(one.because),
            "by": optional(one.by),
            "address": address,
            "list": page.to(PATH, f"w-{one.id}"),
        },
        page.words,
    )
