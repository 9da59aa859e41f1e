"""What can go wrong by a user's hand, as values: where, what was expected and found, and a hint."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

Level = Literal["error", "warning", "note"]
"""How bad something is: wrong, likely to be a slip, or worth knowing."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. `where` is a file, `line` its line where one is known; `key` a dotted setting."""

    where: str
    message: str
    line: int | None = None
    key: str | None = None
    hint: str | None = None
    level: Level = "error"

    def __str__(self) -> str:
        place = f"{self.where}:{self.line}" if self.line else self.where
        place = place if self.level == "error" else f"{place}: {self.level}"
        named = f"{place}: {self.key}" if self.key else place
        told = f"{named}: {self.message}" + (f"; {self.hint}" if self.hint else "")
        return _CONTROL.sub("\ufffd", told)


def _on_one_line(text: str) -> str:
    """`text` as a terminal and a page can show it, also where it quotes a name that somebody else gave."""
    return _CONTROL.sub("\ufffd", text.replace("\n", " "))


class BriefingError(Exception):
    """Something the user has to mend before the work can go on: all problems at once, never a traceback."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class UnfinishedError(BriefingError):
    """What was made is not whole, and was not put in the place of what is there."""


class UnreadableError(Exception):
    """One source cannot be read. The road skips it with this reason, in one line, and goes on with the others. Where
    the reason quotes what stands in a file, `published` says the same without it, for the pages: nobody meant to
    publish a slip."""

    def __init__(self, reason: str, published: str = "") -> None:
        super().__init__(_on_one_line(reason))
        self.published = _on_one_line(published or reason)


class UnprintedError(Exception):
    """A page could not be printed, for this reason. The site goes without its PDF."""


class UnfetchableError(Exception):
    """A page cannot, or must not, be fetched, for this reason of one line."""
