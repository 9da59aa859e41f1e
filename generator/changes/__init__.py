"""What changed in facts between two states of a site: statements and differences, not bytes of pages."""

from .compare import Change, Comparison, Kind, compare
from .snapshot import NOTHING, Snapshot, read_snapshot, record
from .telling import as_json, as_lines, as_markdown, in_short

__all__ = [
    "NOTHING",
    "Change",
    "Comparison",
    "Kind",
    "Snapshot",
    "as_json",
    "as_lines",
    "as_markdown",
    "compare",
    "in_short",
    "read_snapshot",
    "record",
]
