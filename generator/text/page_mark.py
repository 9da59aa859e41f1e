"""The mark of a generated page: a digest in its front matter over all the rest of the file.

It tells a page that the generator made and nobody touched (it may be rewritten or deleted) from one that a person
edited or git merged (it must not be lost) and from one that was never generated.
"""

from __future__ import annotations

import hashlib
import re
from typing import Literal

KEY = "briefing"
ASIDE = ".edited"
"""How the name of a page goes on that was edited by hand and written anew: it is kept, and never published."""
_ASIDE = re.compile(rf"\.md{re.escape(ASIDE)}(?:-\d+)?$")
_FENCE = "---\n"
_LINE = re.compile(rf"^{KEY}:[^\n]*\n", re.MULTILINE)
_OURS = re.compile(rf"^{KEY}: ([0-9a-f]{{16}})\n")

State = Literal["ours", "edited", "theirs"]
"""Whose a page is."""


def _normal(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def _digest(rest: str) -> str:
    return hashlib.sha256(rest.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def is_set_aside(path: str) -> bool:
    """Whether the file at `path` is a page that was set aside."""
    return bool(_ASIDE.search(path))


def stamp(text: str) -> str:
    """`text`, a page that begins with front matter, with its mark as the first key."""
    if not text.startswith(_FENCE):
        raise ValueError("a generated page begins with front matter")
    return f"{_FENCE}{KEY}: {_digest(text)}\n{text[len(_FENCE) :]}"


def unmarked(text: str) -> str:
    """`text` without its mark."""
    text = _normal(text)
    return text[: len(_FENCE)] + _OURS.sub("", text[len(_FENCE) :], count=1) if text.startswith(_FENCE) else text


def state(text: str) -> State:
    """Whose a page is: "ours" as the generator wrote it (line ends do not count), "edited" where it bears the mark
    and something else has changed, "theirs" where it bears none."""
    text = _normal(text)
    if not text.startswith(_FENCE):
        # A conflict that git left may begin the file; the mark within its first lines still says what it was.
        return (
            "edited"
            if _LINE.search("\n".join(text.split("\n", 12)[:12]) + "\n") and "<<<<<<<" in text[:20]
            else "theirs"
        )
    end = text.find("\n---", len(_FENCE) - 1)
    matter = text[len(_FENCE) : end + 1 if end >= 0 else len(text)]
    if not _LINE.search(matter):
        return "theirs"
    found = _OURS.match(matter)
    rest = _FENCE + text[len(_FENCE) + (found.end() if found else 0) :]
    return "ours" if found and found[1] == _digest(rest) else "edited"
