"""On what a statement rests, in one phrase of fixed words: how many origins, told directly or quoted, disputed,
revised, from one publisher only. How likely it is, only a source may say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from ..model import Fact, Origin
from .carriers import articles, origins
from .context import PageContext

_DIRECT = frozenset({"author", "publisher", "house", "unnamed"})  # nobody is quoted: the article says so itself


def basis(fact: Fact, page: PageContext) -> str:
    """`Basis: 2 origins, partly quoted; disputed`."""
    words = page.words
    told = ", ".join([origins(fact, page), words.say(f"basis.{manner(fact.origins)}")])
    marks = [words.say(f"basis.{mark}") for mark, holds in _marks(fact, page) if holds]
    return words.say("basis.told", told="; ".join([told, *marks]))


def manner(heard: Sequence[Origin]) -> Literal["unnamed", "direct", "partly", "quoted"]:
    """Whether origins are quoted: none of those that have no name, part of those of which some tell it themselves."""
    if all(origin.kind == "unnamed" for origin in heard):
        return "unnamed"
    direct = [origin.kind in _DIRECT for origin in heard]
    return "direct" if all(direct) else "partly" if any(direct) else "quoted"


def _marks(fact: Fact, page: PageContext) -> tuple[tuple[str, bool], ...]:
    kinds = {page.all.differences[d].kind for d in fact.differences if d in page.all.differences}
    sources = articles(fact.quotes)
    publishers = {page.all.analyses[s].article.metadata.publisher for s in sources}
    return (
        ("disputed", bool(kinds - {"revision", "name"})),
        ("revised", "revision" in kinds),
        ("one_publisher", len(sources) > 1 and len(publishers) == 1 and None not in publishers),
    )
