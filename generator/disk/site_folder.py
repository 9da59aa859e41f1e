"""site/: built aside and swapped in whole, so that a failed build leaves the last good site."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..errors import BriefingError, Problem
from ..model import Asset

_OURS = "briefing.json"


def claim(site: Path) -> None:
    """Raises BriefingError where `site` holds something that this project did not make."""
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        raise BriefingError(Problem(str(site), "expected a folder for the built site, found something else"))
    if site.is_dir() and any(site.iterdir()) and not (site / _OURS).is_file():
        raise BriefingError(
            Problem(
                f"{site}/",
                f"expected a site built by this project, found other files (no {_OURS})",
                hint="move them away, or set another site_dir in mkdocs.yml",
            )
        )


@contextmanager
def swapped_in(site: Path) -> Iterator[Path]:
    """A fresh folder to build into; it takes the place of `site` when the block ends well, and goes when it does not.
    What builds that were killed left beside `site` goes too. Raises BriefingError where `site` holds something that
    this project did not make."""
    claim(site)
    site.parent.mkdir(parents=True, exist_ok=True)
    _sweep(site)
    with tempfile.TemporaryDirectory(prefix=f".{site.name}-", dir=site.parent) as aside, _held(Path(aside), must=False):
        fresh, old = Path(aside) / "new", Path(aside) / "old"
        fresh.mkdir(mode=0o755)
        yield fresh
        if site.exists():
            site.rename(old)
        try:
            fresh.rename(site)
        except OSError:
            if old.exists():
                old.rename(site)
            raise


def _sweep(site: Path) -> None:
    """Removes the folders beside `site` that builds before this one were killed in; one in which a build still works is
    held. Where a build was killed in the middle of swapping, the site that was there comes back."""
    ours = re.compile(rf"\.{re.escape(site.name)}-[a-z0-9_]{{8}}")  # as `tempfile` names them
    for left in sorted(path for path in site.parent.iterdir() if ours.fullmatch(path.name)):
        if left.is_symlink() or not left.is_dir() or not ((left / "new").is_dir() or (left / "old").is_dir()):
            continue
        with suppress(OSError), _held(left, must=True):
            if (left / "old").is_dir() and not site.exists():
                (left / "old").rename(site)
            shutil.rmtree(left)


@contextmanager
def _held(folder: Path, must: bool) -> Iterator[None]:
    """Holds `folder` against the sweep of another build. Raises OSError where it `must` and cannot: another process
    holds the folder, or the disk knows no such locks."""
    handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            if must:
                raise
        yield
    finally:
        os.close(handle)


def put_assets(assets: Iterable[Asset], site: Path) -> None:
    """Writes the generated files that are no Markdown pages into the folder `site`."""
    for asset in assets:
        path = site / asset.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(asset.data)


def amend(file: Path, change: Callable[[str], str]) -> None:
    """Puts `change` of the text of `file` in its place; nothing where there is no such file."""
    if file.is_file():
        file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
