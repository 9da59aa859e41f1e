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
from .exchange import exchange
from .folders import STATE, file_mode, named, opened
from .settle import make_folder, settle, sync_folder

_OURS = "briefing.json"
_SWAP = "swap"  # in the project's own folder, while there is no site


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
def swapped_in(site: Path, root: Path) -> Iterator[Path]:
    """A fresh folder to build into; it takes the place of `site`, the site of the project in `root`, when the block
    ends well, and goes when it does not. What builds that were killed left beside `site` goes too. Raises BriefingError
    where `site` holds something that this project did not make."""
    claim(site)
    make_folder(site.parent)
    _sweep(site)
    with tempfile.TemporaryDirectory(prefix=f".{site.name}-", dir=site.parent) as aside, _held(Path(aside), must=False):
        fresh, old = Path(aside) / "new", Path(aside) / "old"
        fresh.mkdir()
        yield fresh
        settle(fresh, site.parent)
        if not (site.exists() and exchange(fresh, site)):
            _by_two_renames(fresh, site, old, root)
        sync_folder(site.parent)


def _by_two_renames(fresh: Path, site: Path, old: Path, root: Path) -> None:
    """Between the two there is no site: what is to be done about that is written down for whoever comes next."""
    there = site.exists()
    if there:
        _note(root, site)
        site.rename(old)
    try:
        fresh.rename(site)
    except OSError:
        if old.exists():
            old.rename(site)
        raise
    finally:
        if there:
            with suppress(OSError):
                (root / STATE / _SWAP).unlink()


def _note(root: Path, site: Path) -> None:
    with opened(root, STATE, make=True) as folder, named(root / STATE / _SWAP):
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC
        with os.fdopen(os.open(_SWAP, flags, file_mode(folder), dir_fd=folder), "wb") as file:
            file.write(os.fsencode(site))
            file.flush()
            os.fsync(file.fileno())


def gap(root: Path) -> bool:
    """Whether a build of the project in `root` was stopped between taking the old site away and putting up the new."""
    return (root / STATE / _SWAP).exists()


def close_gap(root: Path) -> None:
    """Brings back the site that a build was stopped in the middle of changing. Raises OSError."""
    note = root / STATE / _SWAP
    with suppress(FileNotFoundError, NotADirectoryError):
        site = Path(os.fsdecode(note.read_bytes()))
        if site.name and site.parent.is_dir():
            _sweep(site)
        note.unlink()


def _sweep(site: Path) -> None:
    """Removes the folders beside `site` that builds before this one were killed in; one in which a build still works is
    held. Where a build was killed in the middle of swapping, the site that was there comes back."""
    ours = re.compile(rf"\.{re.escape(site.name)}-[a-z0-9_]{{8}}")  # as `tempfile` names them
    for left in sorted(path for path in site.parent.iterdir() if ours.fullmatch(path.name)):
        if left.is_symlink() or not left.is_dir() or not _is_a_build(left):
            continue
        with suppress(OSError), _held(left, must=True):
            if (left / "old").is_dir() and not site.exists():
                (left / "old").rename(site)
            shutil.rmtree(left)


def _is_a_build(left: Path) -> bool:
    """Whether a folder holds a site, new or old, or nothing yet."""
    return (left / "new").is_dir() or (left / "old").is_dir() or not any(left.iterdir())


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
