"""The site that stands already: where nothing changed since it was built, nor was it touched, it is not built again."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from .. import disk
from ..errors import Problem
from ..packing import packed_key
from .console import Console

_KEPT = b"site"


@dataclass(frozen=True, slots=True)
class StandingSite:
    """What a build had to tell: what the site was built from, how many pages docs/ has, and what is wrong with them.
    `seal` is over all files of the site, which are in the folder `site`."""

    site: Path
    counted: str
    pages: int
    problems: tuple[Problem, ...]
    seal: str


def standing_site(project: disk.Project, talk: Console) -> StandingSite | None:
    """What was told of the site as it is, built from all as it is by this version of the generator, of MkDocs and of
    the theme; None where that is not known."""
    made = disk.site_inputs(project)
    shelf, name = _shelf(project, talk), site_name(project, talk)
    data = shelf.get(name) if shelf and name else None
    try:
        known = _read(json.loads(data), made) if data and made else None
    except (ValueError, TypeError, KeyError):
        return None
    return known if known and made and known.seal == _seal(made) else None


def keep_site(project: disk.Project, talk: Console, name: str, told: tuple[str, int, tuple[Problem, ...]]) -> None:
    """Remembers under `name`, as `site_name` gave it before the build, what was told of the site that is there."""
    made, shelf = disk.site_inputs(project), _shelf(project, talk)
    if made and shelf and (seal := _seal(made)) and name == site_name(project, talk):
        counted, pages, problems = told
        row = {"counted": counted, "pages": pages, "problems": list(map(asdict, problems)), "seal": seal}
        shelf.put(name, json.dumps(row).encode())


def site_name(project: disk.Project, talk: Console) -> str | None:
    """What stands for all that the site of `project` is made from, docs/ too; None where that is not known, or nothing
    is to be remembered."""
    shelf, made = _shelf(project, talk), disk.site_inputs(project)
    if not shelf or not made:
        return None
    found = (disk.fingerprint(project), disk.digest(made.files))
    if None in found:
        return None
    said = "\0".join((str(made.site), *made.said)).encode()
    return shelf.name(_KEPT, *(part or b"" for part in found), packed_key(project.config), said)


def _shelf(project: disk.Project, talk: Console) -> disk.Cache | None:
    return None if talk.no_cache or talk.verbose else disk.open_cache(project.root)


def _seal(made: disk.SiteInputs) -> str:
    found = disk.digest([made.site]) if made.site.is_dir() else None
    return found.hex() if found else ""


def _read(row: dict[str, Any], made: disk.SiteInputs) -> StandingSite:
    problems = tuple(Problem(**one) for one in row["problems"])
    return StandingSite(made.site, str(row["counted"]), int(row["pages"]), problems, str(row["seal"]) or "none")
