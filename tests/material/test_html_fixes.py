"""Where the link leads that skips what stands before the content."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from generator.material.html_fixes import mend


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


def test_a_part_of_the_contents_is_named_unlike_a_section_of_the_navigation() -> None:
    page = '<nav class="md-nav" aria-labelledby="n_label">Topics</nav><nav class="md-nav" aria-label="Topics">'
    named = page.replace('aria-label="Topics"', 'aria-label="On this page: Topics"')
    assert mend(page) == named and mend(named) == named
