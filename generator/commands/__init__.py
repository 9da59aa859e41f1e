"""What the command's verbs do between the road and the world: talk, run, write docs/, call MkDocs, inspect, check."""

from .build_site import build_site, hand_over, mkdocs_settings, serve
from .check import check_all
from .console import Console
from .inspect import inspect, no_project
from .print_pdf import print_topics
from .render import compare_docs, counted, fresh_docs, relative

__all__ = [
    "Console",
    "build_site",
    "check_all",
    "compare_docs",
    "counted",
    "fresh_docs",
    "hand_over",
    "inspect",
    "mkdocs_settings",
    "no_project",
    "print_topics",
    "relative",
    "serve",
]
