"""A source changes the pages that it has something to say on, and no byte of the others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

CHEESE = """\
Cheese fair opens in the valley

The cheese fair opened on Saturday with forty makers from nine villages, the organisers said. Visitors tasted a hard
cheese that had ripened for three years in a cave. The jury gave its prize to a young maker who keeps goats.
"""
FISH = """\
Fishing fleet stays in for a week

The fishing fleet stayed in for a week because of the storm, the crews' union said on Friday. Forty boats of the fleet
have new nets. A fishing licence costs 300 euros a year from June.
"""


def pages(project: Path) -> dict[str, bytes]:
    folder = project / "docs"
    kept = [*folder.glob("topics/*.md"), *folder.glob("sources/*.md")]
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in kept if file.name != "index.md"}


def changed(project: Path, briefing: Run, text: str) -> set[str]:
    assert briefing("-C", project, "render")[0] == 0
    before = pages(project)
    (project / "sources" / "zz-new.txt").write_text(text, encoding="utf-8")
    assert briefing("-C", project, "render")[0] == 0
    after = pages(project)
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


@pytest.mark.parametrize(
    ("text", "pages_of"), [(CHEESE, {"sources/zz-new.md"}), (FISH, {"sources/zz-new.md", "topics/fishing.md"})]
)
def test_a_source_leaves_the_pages_alone_that_it_is_not_about(
    project: Path, briefing: Run, text: str, pages_of: set[str]
) -> None:
    assert changed(project, briefing, text) == pages_of
