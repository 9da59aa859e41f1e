"""Stage 1: a source file becomes a Document, and a Document an Article in the source's own words."""

from __future__ import annotations

from .formats import Runner, read
from .publishers import published
from .scrape.cleaning import clean

__all__ = ["Runner", "clean", "published", "read"]
