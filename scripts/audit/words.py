"""How long the topic pages of projects are: the words that stand open on each, beside its limit.

    python scripts/audit/words.py [PROJECT...]

Prints a line a page, and ends with 1 where one shows more than it may, or folds a part within a folded part.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import markdown
from lxml import html

from generator import disk
from generator.checks.seen import EXTENSIONS
from generator.model import Page, Site
from generator.pages.budget import limit
from generator.pipeline import run

_HIDDEN = {"headerlink", "sides"}  # what the stylesheet shows nobody who only reads


@dataclass(frozen=True, slots=True)
class Length:
    """How many words a topic page shows, how many its sources have, and how many folded parts lie in others."""

    path: str
    shown: int
    sources: int
    nested: int

    @property
    def holds(self) -> bool:
        return self.shown <= limit(self.sources) and not self.nested

    def __str__(self) -> str:
        share = self.shown / self.sources if self.sources else 0
        return f"{self.path}: {self.shown} words of at most {limit(self.sources)}, {share:.0%} of its sources'" + (
            "" if self.holds else "  TOO LONG"
        )


def lengths(site: Site) -> Iterator[Length]:
    """The length of each topic page of `site`."""
    words = {a.article.id: sum(len(p.text.split()) for p in a.article.paragraphs) for a in site.brief.analyses}
    known = {b.topic: sum(words[c.source] for c in b.coverage) for b in site.brief.briefings}
    for page in site.pages:
        if page.path.startswith("topics/"):
            tree = _tree(page)
            topic = page.path.removeprefix("topics/").removesuffix(".md")
            yield Length(page.path, _shown(tree), known[topic], len(tree.xpath("//details//details")))


def _tree(page: Page) -> html.HtmlElement:
    body = page.text.split("\n---\n", 1)[1]
    return html.fromstring(f"<div>{markdown.markdown(body, extensions=list(EXTENSIONS))}</div>")


def _shown(tree: html.HtmlElement) -> int:
    """The words of a page as it opens: of what is folded, those that open it."""
    for part in tree.xpath("//details/*[not(self::summary)]"):
        part.getparent().remove(part)
    for element in tree.xpath("//*[@class]"):
        if _HIDDEN & set(element.get("class").split()):
            element.drop_tree()
    return len(tree.text_content().split())


def main(projects: list[str]) -> int:
    every = True
    for project in projects or ["."]:
        opened = disk.open_project(Path(project))
        files, skipped = disk.scan(opened.sources, opened.config.limits)
        for length in lengths(run(files, opened.config, skipped)):
            print(f"{project}: {length}")
            every = every and length.holds
    return 0 if every else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
