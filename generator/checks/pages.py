"""The finished pages, as readers get them: held against what the sources say, each other, and what a page may hold."""

from __future__ import annotations

import hashlib
import posixpath
from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import unquote, urlsplit

from ..errors import Problem
from ..model import Page, Site
from ..remember import Way, kept_together, remembered
from .editors_words import EditorsWords
from .plain import plain
from .seen import Seen, pack, see, unpack
from .shown import Shown


def check_pages(site: Site) -> Iterator[Problem]:
    """Problems of words that are not their source's, links that lead nowhere, ids used twice, and markup that no
    template of ours wrote."""
    pages = _all_seen(site.pages)
    anchors = {page.path: frozenset(page.ids) for page in pages}
    shown, editors = Shown(site.brief), EditorsWords(site.brief)
    for page in pages:
        yield from shown.problems(page)
        yield from editors.problems(page)
        yield from (Problem(f"docs/{page.path}", message) for message in page.barred)
        yield from _ids(page)
        yield from _links(page, anchors)
        yield from _cited(page, anchors)


def _all_seen(pages: Sequence[Page]) -> list[Seen]:
    """What readers get of each of `pages`, as it is kept for the same bytes."""
    way = Way(
        b"seen",
        digest=lambda n: _digest(pages[n]),
        make=lambda n: seen(pages[n]),
        pack=pack,
        unpack=unpack,
    )
    return kept_together(way, len(pages))


def _digest(page: Page) -> bytes:
    return hashlib.blake2b(f"{page.path}\n{page.text}".encode(errors="surrogatepass"), digest_size=20).digest()


@remembered
def seen(page: Page) -> Seen:
    """What readers get of `page`."""
    return plain(page) or see(page)


def _ids(page: Seen) -> Iterator[Problem]:
    if len(set(page.ids)) < len(page.ids):
        for one in sorted(id for id, times in Counter(page.ids).items() if times > 1):
            yield Problem(f"docs/{page.path}", f"two elements with the id {one!r}")


def _links(page: Seen, anchors: dict[str, frozenset[str]]) -> Iterator[Problem]:
    wrong = {link: message for link in dict.fromkeys(page.links) if (message := _wrong(link, page, anchors))}
    if wrong:
        yield from (Problem(f"docs/{page.path}", wrong[link]) for link in page.links if link in wrong)


def _wrong(link: str, page: Seen, anchors: dict[str, frozenset[str]]) -> str | None:
    """What is wrong with a link of `page`."""
    if link.startswith("#") and link[1:] in anchors[page.path]:
        return None  # as nearly all are
    parts = urlsplit(link)
    if parts.scheme in ("http", "https"):
        return None
    if parts.scheme or parts.netloc:
        return f"a link that is not http(s): {link[:80]}"
    target = _target(page.path, link)
    if not target.endswith(".md"):
        return None  # an asset of the site: MkDocs and the audit follow those
    if target not in anchors:
        return f"promise 1: leads to a page that is not there: {link[:80]}"
    if parts.fragment and parts.fragment not in anchors[target]:
        return f"promise 1: leads to an anchor that is not there: {link[:80]}"
    return None


def _cited(page: Seen, anchors: dict[str, frozenset[str]]) -> Iterator[Problem]:
    """Numbers of sources whose way to the very sentence, which a script opens, leads nowhere."""
    targets: dict[str, str] = {}
    for number in page.numbers:
        if number.sentence is None:
            continue
        if number.entry is not None and number.entry not in targets:
            targets[number.entry] = _target(page.path, number.entry)
        target = targets[number.entry] if number.entry is not None else ""
        if number.sentence not in anchors.get(target, ()):
            yield Problem(
                f"docs/{page.path}",
                f"promise 1: a number leads to a sentence that is not there: {number.sentence}",
            )


def _target(path: str, link: str) -> str:
    """The page of docs/ to which a link of the page at `path` leads."""
    to = unquote(urlsplit(link).path)
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), to)) if to else path
