"""Headlines that would run as script: in the page's title (which Material unescapes), in headings, in the navigation
and in lists, the built site shows them as the text that they are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from lxml import html

Run = Callable[..., tuple[int, str, str]]
TITLES = (
    "</title><script>pwn()</script> votes",
    "<img src=x onerror=pwn()> docks",
    "&lt;script&gt;pwn()&lt;/script&gt; sails",
    "Port {{ config.site_name }} {% raw %} opens { onclick=pwn() }",
    "[Port](javascript:pwn()) opens",
)
BAD = ("//script[starts-with(., 'pwn')]", "//*[@onerror or @onclick]", "//img[@src='x']",
       "//*[starts-with(@href, 'javascript:')]")  # fmt: skip
STORY = "The port of Farhaven will get a second crane in May, the harbour office said on Monday after a vote."


def test_a_hostile_headline_is_told_as_the_text_that_it_is(project: Path, briefing: Run) -> None:
    for number, title in enumerate(TITLES):
        front = yaml.safe_dump({"title": title, "publisher": title, "author": title})
        (project / "sources" / f"bad-{number}.md").write_text(f"---\n{front}---\n{STORY}\n", encoding="utf-8")
    code, _, err = briefing("-C", project, "build")
    assert code == 0, err
    site = project / "site"
    for path in sorted(site.rglob("*.html")):
        page = html.fromstring(path.read_bytes())
        for bad in BAD:
            assert page.xpath(bad) == [], (path.relative_to(site).as_posix(), bad)
    for number, title in enumerate(TITLES):
        shown: Any = html.fromstring((site / "sources" / f"bad-{number}" / "index.html").read_bytes())
        assert shown.xpath("//h1")[0].text_content().removesuffix("¶").strip() == title
        assert shown.findtext(".//title") == f"{title} - Harbour briefing"
