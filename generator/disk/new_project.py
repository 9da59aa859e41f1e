"""The files of a new project, and what the package that makes it was installed from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import metadata, resources
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ..errors import BriefingError, Problem
from .lock import locked
from .transaction import replace_files

_PACKAGE = "briefing"


@dataclass(frozen=True, slots=True)
class Wheel:
    """The wheel that this package was installed from: its address, its SHA-256 and, where it lies on this machine and
    is still the same, its bytes."""

    url: str
    sha256: str
    data: bytes | None

    @property
    def name(self) -> str:
        return unquote(urlsplit(self.url).path).rpartition("/")[2]


def installed_version() -> str:
    """The version of this package."""
    return metadata.version(_PACKAGE)


def installed_wheel() -> Wheel | None:
    """The wheel that pip, uv or another installer took (https://packaging.python.org/specifications/direct-url/); None
    where it was an index, a folder, or anything else that has no hash on record."""
    found = json.loads(metadata.distribution(_PACKAGE).read_text("direct_url.json") or "{}")
    archive, url = found.get("archive_info", {}), str(found.get("url", ""))
    known = archive.get("hashes", {}).get("sha256") or archive.get("hash", "").removeprefix("sha256=")
    if not (url.endswith(".whl") and known):
        return None
    data = _local(url)
    return Wheel(url, known, data if data and hashlib.sha256(data).hexdigest() == known else None)


def _local(url: str) -> bytes | None:
    parts = urlsplit(url)
    path = Path(unquote(parts.path))
    return path.read_bytes() if parts.scheme == "file" and path.is_file() else None


def shipped(name: str) -> bytes:
    """The file `name` of the package's data."""
    return (resources.files("generator.data") / name).read_bytes()


def shipped_folder(name: str) -> Mapping[str, bytes]:
    """The files of a folder of the package's data, by their names."""
    return {one.name: one.read_bytes() for one in (resources.files("generator.data") / name).iterdir() if one.is_file()}


def create(root: Path, files: Mapping[str, bytes]) -> None:
    """Writes `files`, by their paths within `root`: all or none. Raises BriefingError where one is there, and
    OSError."""
    there = [path for path in sorted(files) if (root / path).exists() or (root / path).is_symlink()]
    if root.exists() and not root.is_dir():
        raise BriefingError(Problem(str(root), "expected a folder for the project, found a file"))
    if there:
        hint = "name a folder without a project, or work on the one that is there"
        raise BriefingError(
            *(Problem(str(root / path), "expected no such file yet, found one", hint=hint) for path in there)
        )
    root.mkdir(parents=True, exist_ok=True)
    with locked(root):
        replace_files(root, files, fresh=True)
