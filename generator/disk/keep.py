"""A new document in sources/, with its sidecar: both, or neither."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path


def name_taken(sources: Path, stem: str) -> bool:
    """Whether a file in `sources` is called `stem`, whatever its suffix and the case of its letters."""
    wanted = stem.lower()
    names = (path.name.lower() for path in sources.iterdir()) if sources.is_dir() else ()
    return any(name == wanted or name.startswith(f"{wanted}.") for name in names)


def keep(sources: Path, name: str, data: bytes, sidecar: str) -> None:
    """Puts the document `name` into `sources`, and what is known of it beside it. Raises OSError, and leaves nothing,
    where either cannot be written or is there already."""
    sources.mkdir(parents=True, exist_ok=True)
    document, beside = sources / name, sources / f"{name}.meta.yml"
    for path in (document, beside):
        if path.exists() or path.is_symlink():
            raise FileExistsError(17, "a file of this name is there already", str(path))
    made: list[Path] = []
    try:
        for path, content in ((document, data), (beside, sidecar.encode("utf-8"))):
            made.append(_written(sources, content))
            made.append(made[-1].rename(path))
    except OSError:
        for path in made:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        raise


def _written(folder: Path, content: bytes) -> Path:
    """A hidden file in `folder`, which no scan takes for a document."""
    with tempfile.NamedTemporaryFile("wb", dir=folder, prefix=".new-", delete=False) as file:
        try:
            file.write(content)
        except OSError:
            Path(file.name).unlink(missing_ok=True)
            raise
    Path(file.name).chmod(0o644)
    return Path(file.name)
