"""A new document in sources/, with its sidecar: both, or neither."""

from __future__ import annotations

from pathlib import Path

from .transaction import replace_files


def name_taken(sources: Path, stem: str) -> bool:
    """Whether a file in `sources` is called `stem`, whatever its suffix and the case of its letters."""
    wanted = stem.lower()
    names = (path.name.lower() for path in sources.iterdir()) if sources.is_dir() else ()
    return any(name == wanted or name.startswith(f"{wanted}.") for name in names)


def keep(root: Path, name: str, data: bytes, sidecar: str) -> None:
    """Puts the document `name` into sources/ of the project in `root`, and what is known of it beside it. Raises
    OSError, and leaves nothing, where either cannot be written or is there already, and BriefingError where sources/
    is a link out of the project."""
    files = {f"sources/{name}": data, f"sources/{name}.meta.yml": sidecar.encode("utf-8")}
    replace_files(root, files, fresh=True)
