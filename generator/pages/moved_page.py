"""A page at an address that a topic or a source had before: it leads to the one that it has now.

It is a page of docs/ and no setting of the server, so that links of a person's own pages to it hold, and that its
coming is seen in review."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import Page
from ..text.escape import front, inline
from .context import Context, PageContext
from .template import page as make


def moved_pages(context: Context, made: Iterable[Page]) -> Iterator[Page]:
    """A page for each former address of a topic or source that no page `made` has."""
    taken = {page.path for page in made}
    for old, new, title in _formerly(context):
        if old not in taken:
            taken.add(old)
            path, _, anchor = new.partition("#")
            yield _moved(old, path, anchor, title, context)


def _formerly(context: Context) -> Iterator[tuple[str, str, str]]:
    for topic in context.config.topics:
        yield from ((f"topics/{name}.md", f"topics/{topic.id}.md", topic.title) for name in topic.formerly)
    for source in context.brief.analyses:
        id, title = source.article.id, context.labels[source.article.id].full
        new = "#".join(filter(None, context.places.address(id)))
        yield from ((f"sources/{name}.md", new, title) for name in source.article.metadata.formerly)
    for gone in context.brief.editorial.withdrawn:
        yield from ((f"sources/{name}.md", f"sources/{gone.id}.md", gone.called) for name in gone.formerly)


def _moved(old: str, new: str, anchor: str, title: str, context: Context) -> Page:
    page = PageContext(context, old)
    made = make(
        old,
        "moved.md.j2",
        {
            "title": front(title, 200),
            "description": front(page.words.say("corrections.moved", title=title), 155),
            "moved_to": new,
            "search": {"exclude": True},
        },
        {"title": inline(title), "href": page.to(new, anchor)},
        page.words,
    )
    return Page(made.path, made.text, listed=False)
