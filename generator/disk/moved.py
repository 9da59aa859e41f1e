"""Which page that goes is one that comes under another name: what a renamed source or topic leaves behind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

_ANCHOR = re.compile(r"#((?:s|f)-[0-9a-f]{8,10})\b")
_SHARED = 0.5  # of the anchors of the page that has fewer, for the two to be one


def moved(gone: Mapping[str, str], came: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Each page of those `gone` with the one of those that `came`, in its folder, that says most of what it said: the
    anchor of a sentence is the same whatever its source is called. Both by path and text."""
    anchors = {path: frozenset(_ANCHOR.findall(text)) for path, text in {**gone, **came}.items()}
    found = ((old, _heir(old, anchors, came)) for old in gone)
    return tuple((old, new) for old, new in found if new)


def _heir(old: str, anchors: Mapping[str, frozenset[str]], came: Mapping[str, str]) -> str | None:
    folder = PurePosixPath(old).parent
    near = [
        (len(anchors[old] & anchors[new]) / max(1, min(len(anchors[old]), len(anchors[new]))), new)
        for new in came
        if PurePosixPath(new).parent == folder
    ]
    likeness, best = max(near, default=(0.0, ""))
    return best if likeness >= _SHARED else None
