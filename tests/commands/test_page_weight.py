"""A generated page that is too heavy stops the build; a person's own page, or a heavy theme, is only told of."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import disk
from generator.commands.build import build
from generator.commands.console import Console
from generator.commands.weight import Limit, files_of, weighed
from generator.errors import UnfinishedError
from generator.model import Page, Site
from tests.pages_sample import brief

LIMIT = Limit(most=24_000, frame=6_000)
MOST = LIMIT.most


def _site(folder: Path, **sizes: int) -> Path:
    for name, size in sizes.items():
        (folder / name).mkdir()
        (folder / name / "index.html").write_bytes(b" " * size)
    return folder


def _levels(fresh: Path, *ours: str) -> dict[str, str]:
    return {one.where: one.level for one in weighed(fresh, {f"{name}/index.html" for name in ours}, LIMIT)}


def test_a_generated_page_that_tells_too_much_is_an_error(tmp_path: Path) -> None:
    fresh = _site(tmp_path, names=MOST + 1, mine=MOST + 1, fits=MOST, small=900)
    assert _levels(fresh, "names", "fits", "small") == {"names/index.html": "error", "mine/index.html": "warning"}


def test_what_stands_around_all_pages_is_not_held_against_one(tmp_path: Path) -> None:
    fresh = _site(tmp_path, names=MOST + 1, small=2 * LIMIT.frame)
    assert _levels(fresh, "names", "small") == {"names/index.html": "warning"}


def test_pages_are_known_in_either_form_of_addresses() -> None:
    paths = ("index.md", "names.md", "sources/index.md", "topics/rail/2031-05.md")
    found = files_of(Site(tuple(Page(path, "") for path in paths), (), brief()))
    assert {"index.html", "names/index.html", "names.html", "sources/index.html"} <= found
    assert {"topics/rail/2031-05/index.html", "topics/rail/2031-05.html"} <= found


def test_a_build_with_a_page_above_the_limit_fails_and_leaves_the_last_good_site(project: Path) -> None:
    opened, talk = disk.open_project(project), Console(project, quiet=True)
    build(opened, talk)
    site = {path: path.read_bytes() for path in sorted((project / "site").rglob("*")) if path.is_file()}
    sizes = {path.relative_to(project).as_posix(): len(held) for path, held in site.items() if path.suffix == ".html"}
    heaviest = max(
        (path for path in sizes if "404" not in path), key=lambda path: sizes[path]
    )  # that one is the theme’s
    build(opened, talk, limit=Limit(most=sizes[heaviest], frame=0))
    with pytest.raises(UnfinishedError) as failed:
        build(opened, talk, limit=Limit(most=sizes[heaviest] - 1, frame=min(sizes.values())))
    assert [(one.where, one.level) for one in failed.value.problems] == [(heaviest, "error")]
    assert failed.value.problems[0].hint
    assert {path: path.read_bytes() for path in sorted((project / "site").rglob("*")) if path.is_file()} == site
    build(opened, talk, limit=Limit(most=sizes[heaviest] - 1, frame=0))  # the theme alone takes that much
