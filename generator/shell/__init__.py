"""What the command's verbs do between the road and the world: talk, run, write docs/, call MkDocs, inspect, check."""

from .check import check_all
from .inspect import inspect, no_project
from .paper import print_topics
from .road import compare_docs, counted, relative, run_road, write_docs
from .site import build_site, mkdocs_settings, serve
from .talk import Talk

__all__ = [
    "Talk",
    "build_site",
    "check_all",
    "compare_docs",
    "counted",
    "inspect",
    "mkdocs_settings",
    "no_project",
    "print_topics",
    "relative",
    "run_road",
    "serve",
    "write_docs",
]
