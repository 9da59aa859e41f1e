"""Stage 1: a source file becomes a Document, and a Document an Article in the source's own words."""

from __future__ import annotations

from .formats import Runner, read
from .html.teasers import LIST
from .page_names import page_names
from .publishable import publishable, publishable_records
from .publishers import published
from .scrape.cleaning import clean
from .sidecar import sidecar
from .withdrawal import taken_back

__all__ = [
    "LIST",
    "Runner",
    "clean",
    "page_names",
    "publishable",
    "publishable_records",
    "published",
    "read",
    "sidecar",
    "taken_back",
]
