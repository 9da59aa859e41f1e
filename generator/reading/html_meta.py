"""What an HTML page says about itself: title without the site's name, author, publisher, date, address, language."""

from __future__ import annotations

from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata

from ..model import Metadata


def metadata(tree: HtmlElement) -> Metadata:
    """The metadata of the page in `tree`. A date is given only where the page states one in so many words."""
    found = extract_metadata(
        tree, date_config={"original_date": True, "extensive_search": False, "max_date": "2099-12-31"}
    )
    return Metadata(
        title=found.title,
        author=found.author,
        publisher=found.sitename,
        published=found.date,
        published_from="page metadata" if found.date else None,
        url=found.url,
    )
