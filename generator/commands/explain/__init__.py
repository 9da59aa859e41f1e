"""Why a page says what it says: of a statement, a source or a page, in words and numbers."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from ... import disk
from ...errors import BriefingError, Problem
from ...model import Fact, Site
from .known import Known, known
from .source import told_source
from .statement import told_statement

__all__ = ["explain"]

_NEAREST = 3


def explain(project: disk.Project, site: Site, asked: str) -> Iterator[str]:
    """The lines that explain `asked`: the id of a statement or of one of its quotes, a source by its id or path, or a
    generated page by its path. Raises BriefingError, with what is nearest, where it is none of them."""
    all_known = known(site, project.config)
    facts = _facts(all_known)
    source = _source(all_known, asked)
    page = _page(site, asked)
    if asked in facts:
        yield from told_statement(facts[asked], all_known)
    elif source:
        yield from told_source(source, all_known)
    elif page:
        yield from _told_page(page, all_known)
    else:
        raise _unknown(asked, [*facts, *all_known.analyses, *(page.path for page in site.pages)])


def _facts(all_known: Known) -> dict[str, Fact]:
    """Each fact by its id, and by the ids of its quotes as far as they are no fact's."""
    facts = all_known.site.brief.facts.facts
    by_quote = {quote.id: fact for fact in reversed(facts) for quote in fact.quotes}
    return {**by_quote, **{fact.id: fact for fact in facts}}


def _source(all_known: Known, asked: str) -> str | None:
    by_path = {analysis.article.path: id for id, analysis in all_known.analyses.items()}
    return asked if asked in all_known.analyses else by_path.get(asked.removeprefix("./"))


def _page(site: Site, asked: str) -> str | None:
    path = asked.removeprefix("./").removeprefix("docs/").strip("/")
    paths = {page.path for page in site.pages}
    return next((name for name in (path, f"{path}.md", f"{path}/index.md") if name in paths), None)


def _told_page(path: str, all_known: Known) -> Iterator[str]:
    """What a page is made of: the statements of a topic, or the source that it is about."""
    folder, _, name = path.removesuffix(".md").rpartition("/")
    if folder == "sources" and name in all_known.analyses:
        yield from told_source(name, all_known)
        return
    shown = [b for b in all_known.site.brief.briefings if folder != "topics" or b.topic == name]
    yield f"{path}: made by briefing render from {len(all_known.analyses)} sources"
    for briefing in shown:
        yield from ("", f"topic {briefing.topic}: {len(briefing.facts)} statements, by weight")
        lines = {line.facts[0]: place for place, line in enumerate(briefing.bottom_line, 1)}
        for fact in briefing.facts:
            first = f", line {lines[fact.id]} of the bottom line" if fact.id in lines else ""
            yield f"  {fact.id}  {fact.weight:5.2f}  {len({q.source for q in fact.quotes})} sources{first}: {fact.text}"
    yield from ("", "briefing explain ID tells more of one of them")


def _unknown(asked: str, names: Iterable[str]) -> BriefingError:
    near = difflib.get_close_matches(asked, list(names), _NEAREST)
    hint = f"did you mean {' or '.join(near)}?" if near else "ids stand in briefing.json, and behind # in addresses"
    return BriefingError(
        Problem(asked, "expected the id of a statement, a source or a page, found none of that name", hint=hint)
    )
