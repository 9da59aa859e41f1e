"""Where the link leads that skips what stands before the content."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from generator.pages.theme import mend


def test_the_skip_link_leads_to_the_title(project: Path, briefing: Callable[..., tuple[int, str, str]]) -> None:
    assert briefing("-C", project, "build")[0] == 0
    for path in ("index.html", "topics/port/index.html", "sources/first/index.html", "method/index.html"):
        page: Any = html.document_fromstring((project / "site" / path).read_bytes())
        (link,) = page.find_class("md-skip")
        assert link.get("href") == "#" + page.find(".//article//h1").get("id"), path


@pytest.mark.parametrize("title", ["<h1>No name</h1>", '<h2 id="part">Part</h2>', ""])
def test_without_a_title_that_has_a_name_it_stays_material_s(title: str) -> None:
    page = f'<a href="#part" class="md-skip">Skip</a><h1 id="before">Head</h1><article>{title}</article>'
    assert mend(page) == page
