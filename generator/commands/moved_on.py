"""How far the pages that people keep by hand are from what would be generated in their place."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from .. import disk
from ..model import Site
from ..text.page_mark import unmarked


@dataclass(frozen=True, slots=True)
class Lines:
    """How many lines of a text went, and how many came."""

    added: int
    removed: int

    def __str__(self) -> str:
        return f"+{self.added} −{self.removed} lines"

    def __bool__(self) -> bool:
        return bool(self.added or self.removed)


def lines_between(old: str, new: str) -> Lines:
    """What changed from `old` to `new`, the mark apart."""
    before, after = unmarked(old).splitlines(), unmarked(new).splitlines()
    steps = list(difflib.unified_diff(before, after, n=0, lineterm=""))[2:]
    return Lines(sum(s.startswith("+") for s in steps), sum(s.startswith("-") for s in steps))


def kept_by_hand(project: disk.Project, site: Site, taken: tuple[str, ...]) -> Iterator[str]:
    """A line for each of the pages `taken` over by a person: how far the page it was taken from has moved on since."""
    pages = {page.path: page.text for page in site.pages}
    for path in taken:
        base = disk.as_generated(project.docs, path)
        if base is None:
            far = f"what would be written there differs by {lines_between(text_of(project, path), pages[path])}"
        else:
            moved = lines_between(base, pages[path])
            far = "the page that it was taken from " + (f"has moved on by {moved}" if moved else "is still the same")
        yield f"docs/{path}: left alone, a person keeps it; {far}"


def text_of(project: disk.Project, path: str) -> str:
    """The page at `path` of docs/ as it is; nothing where there is none."""
    file = project.docs / path
    return file.read_bytes().decode("utf-8", "replace") if file.is_file() else ""
