"""site/: built aside and swapped in whole, so that a failed build leaves the last good site."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
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
    Raises BriefingError where `site` holds something that this project did not make."""
    claim(site)
    site.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{site.name}-", dir=site.parent) as aside:
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
