"""5 What a topic page says: its bottom line, its facts, what is not known, and how much of each source is quoted."""

from .compose import compose

__all__ = ["compose"]
