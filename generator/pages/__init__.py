"""6 Pages: from the composed brief to Markdown files for docs/, and files for site/ beside them."""

from __future__ import annotations

from ..config import Config
from ..model import Site, SiteContent
from ..text.room import Room
from .context import Context
from .corrections_page import corrections
from .exports.json_export import PATH as EXPORT
from .exports.json_export import export
from .home_page import home
from .keyphrase_index import index
from .method_page import method
from .moved_page import moved_pages
from .names_page import names
from .pictures import gallery
from .source_pages import pages_of_sources
from .sources_page import sources
from .tags import tag_places
from .tags_page import tags
from .timeline_page import timeline
from .topic_page import topic_page
from .topic_part_page import topic_part_pages
from .withdrawn_page import withdrawn_page

__all__ = ["EXPORT", "render"]


def render(brief: SiteContent, config: Config, room: Room = Room()) -> Site:  # noqa: B008 - a value
    """Every page and every other file of the site, in a fixed order; no page holds more than there is `room` for."""
    context = Context(brief, config, room)
    context.places.tags = tag_places(context)
    shown = gallery(context)
    pages = [
        home(context),
        *(page for b in brief.briefings for page in (topic_page(b, context), *topic_part_pages(b, context))),
        *sources(context, shown),
        *pages_of_sources(context),
        *timeline(context),
        *names(context),
        *index(context),
        *tags(context),
        method(context),
        *(withdrawn_page(one, context) for one in brief.editorial.withdrawn),
        *corrections(context),
    ]
    pages += moved_pages(context, pages)
    return Site(tuple(pages), (export(brief, config),), brief)
