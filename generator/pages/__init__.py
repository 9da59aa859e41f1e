"""6 Pages: from the composed brief to Markdown files for docs/, and files for site/ beside them."""

from __future__ import annotations

from ..config import Config
from ..model import Site, SiteContent
from .context import Context
from .exports.json_export import export
from .keyphrase_index import index
from .overview import home, method, names, sources, timeline
from .pictures import gallery
from .source import source_page
from .tags import tags
from .topic import topic_page

__all__ = ["render"]


def render(brief: SiteContent, config: Config) -> Site:
    """Every page and every other file of the site, in a fixed order."""
    context = Context(brief, config)
    shown = gallery(context)
    pages = [
        home(context),
        *(topic_page(b, context, shown) for b in brief.briefings),
        sources(context, shown),
        *(source_page(a, context) for a in brief.analyses),
        timeline(context, shown),
        names(context, shown),
        index(context),
        tags(context),
        method(context),
    ]
    return Site(tuple(pages), (export(brief, config),), brief)
