"""Where the work on each source is done: what is remembered of it is not done again."""

from .engine import Engine
from .remembered import remembered_each

__all__ = ["Engine", "remembered_each"]
