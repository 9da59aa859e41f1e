"""7 The promises, checked on the finished pages of every build. A broken one stops the build and says which, where."""

from __future__ import annotations

from ..config import Config
from ..errors import Problem
from ..model import Site
from .editors_words import check_editorial
from .fact_rules import check_facts
from .pages import check_pages
from .quotes import check_quotes

__all__ = ["check"]


def check(site: Site, config: Config) -> tuple[Problem, ...]:
    """Every broken promise of `site`, in the order of the promises; empty where all hold."""
    return (
        *check_quotes(site.brief, config),
        *check_editorial(site.brief, config),
        *check_facts(site.brief),
        *check_pages(site),
    )
