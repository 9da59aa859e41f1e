"""A generated page that is too heavy stops the build; a person's own page, or a heavy theme, is only told of."""

from __future__ import annotations

from pathlib import Path

from generator.commands.weight import FRAME, files_of, weighed
from generator.model import Page, Site
from tests.pages_sample import brief

MOST = 4 * FRAME


def _site(folder: Path, **sizes: int) -> Path:
    for name, size in sizes.items():
        (folder / name).mkdir()
        (folder / name / "index.html").write_bytes(b" " * size)
    return folder


def _levels(fresh: Path, *ours: str) -> dict[str, str]:
    return {one.where: one.level for one in weighed(fresh, {f"{name}/index.html" for name in ours}, MOST)}


def test_a_generated_page_that_tells_too_much_is_an_error(tmp_path: Path) -> None:
    fresh = _site(tmp_path, names=MOST + 1, mine=MOST + 1, fits=MOST, small=900)
    assert _levels(fresh, "names", "fits", "small") == {"names/index.html": "error", "mine/index.html": "warning"}


def test_what_stands_around_all_pages_is_not_held_against_one(tmp_path: Path) -> None:
    fresh = _site(tmp_path, names=MOST + 1, small=2 * FRAME)
    assert _levels(fresh, "names", "small") == {"names/index.html": "warning"}


def test_pages_are_known_in_either_form_of_addresses() -> None:
    paths = ("index.md", "names.md", "sources/index.md", "topics/rail/2031-05.md")
    found = files_of(Site(tuple(Page(path, "") for path in paths), (), brief()))
    assert {"index.html", "names/index.html", "names.html", "sources/index.html"} <= found
    assert {"topics/rail/2031-05/index.html", "topics/rail/2031-05.html"} <= found
