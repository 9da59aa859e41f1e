"""What stands already: where nothing changed since docs/ was last made fresh, it is told again, and nothing is done."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from .. import disk
from ..errors import Problem
from ..packing import packed_key
from .console import Console

_KEPT = b"standing"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a run that made docs/ fresh had to tell: how many pages there are, and what is wrong with them."""

    pages: int
    problems: tuple[Problem, ...]


def standing(project: disk.Project, talk: Console) -> Standing | None:
    """What was told of docs/ as it is, made from sources and settings as they are by this version of the generator;
    None where that is not known."""
    shelf, name = _place(project, talk)
    data = shelf.get(name) if shelf and name else None
    try:
        return _read(json.loads(data)) if data else None
    except (ValueError, TypeError, KeyError):
        return None


def keep_standing(project: disk.Project, talk: Console, told: Standing) -> None:
    """Remembers that docs/ is fresh as it is, and what was told of it."""
    shelf, name = _place(project, talk)
    if shelf and name:
        shelf.put(name, json.dumps(asdict(told)).encode())


def _place(project: disk.Project, talk: Console) -> tuple[disk.Cache | None, str | None]:
    shelf = None if talk.no_cache or talk.verbose else disk.open_cache(project.root)  # -v is to name what is read
    found = disk.fingerprint(project) if shelf else None
    asked = packed_key(project.config)  # options change settings too
    return shelf, shelf.name(_KEPT, found, asked) if shelf and found else None


def _read(row: dict[str, Any]) -> Standing:
    return Standing(int(row["pages"]), tuple(Problem(**one) for one in row["problems"]))
