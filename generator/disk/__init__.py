"""The only reader and writer of files: the project's settings, its sources, docs/ and site/."""

from .child import run as parse_apart
from .docs import Changes, apply, plan
from .lock import locked
from .project import Project, open_project, read_config
from .site import claim, put_assets, swapped_in
from .sources import load, scan

__all__ = [
    "Changes",
    "Project",
    "apply",
    "claim",
    "load",
    "locked",
    "open_project",
    "parse_apart",
    "plan",
    "put_assets",
    "read_config",
    "scan",
    "swapped_in",
]
