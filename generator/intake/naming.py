"""What a file is called in sources/: the day of publishing as far as it is known, and the title."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count
from pathlib import PurePosixPath

from ..model import Metadata
from ..text.ids import slug

_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")
_DATED = re.compile(r"\d{4}-\d\d-\d\d-")


def file_name(metadata: Metadata, called: str, suffix: str, taken: Callable[[str], bool]) -> str:
    """`2021-03-04-port-vote-passes.html`; without a title what the document was `called`, without a date the title
    alone. `taken` says whether a name (without its suffix) is in use."""
    title = slug(metadata.title or "") or _plain(called) or "source"
    date = _DATE.match(metadata.published or "")
    stem = f"{date[0]}-{title}" if date else title
    free = (stem if again == 1 else f"{stem}-{again}" for again in count(1))
    return next(name for name in free if not taken(name)) + suffix


def _plain(called: str) -> str:
    """A name or an address as a slug: its last part, without a date in front."""
    parts = [part for part in PurePosixPath(called).parts if part.strip("-/.")]
    return slug(_DATED.sub("", PurePosixPath(parts[-1]).stem)) if parts else ""
