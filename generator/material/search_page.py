"""What of a page search may find: its passages, each with the anchor that leads to it and how much it weighs.

Pagefind reads HTML, so a page is handed to it as a small page of its own (`staged`): one element a passage, without
what is noise in search though not on the page. The published page carries no mark of it. In the text that Pagefind
keeps, `¶` begins a passage and `§` a heading, and a word joiner stands before a space that the text does not have;
`scripts/search_find.js` reads it so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any

from lxml import html

from ..model import Asset
from ..text import segmenter

FILTERS = ("topic", "publisher", "year")
PASSAGE, HEADING = "¶", "§"
_MARKS = str.maketrans({PASSAGE: " ", HEADING: " ", "\u200b": "", "\u2060": "", "\ufeff": ""})

_PARTED = "\u2060 "  # a joiner: Pagefind keeps it, and takes it for no part of a word
_STRETCH = re.compile(f"[{segmenter.UNSPACED}]{{2,}}")
_BESIDE = re.compile(
    rf"(?<=[{segmenter.UNSPACED}])(?=(?![{segmenter.UNSPACED}])\w)|(?<=\w)(?<![{segmenter.UNSPACED}])(?=[{segmenter.UNSPACED}])"
    rf"|(?<=[{segmenter.UNSPACED}][^\w\s{segmenter.UNSPACED}])(?=[{segmenter.UNSPACED}])"
)

_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_BLOCKS = _HEADINGS | {"p", "li", "tr", "dt", "dd", "blockquote", "figure", "figcaption", "caption", "pre", "div",
                       "section", "details", "summary", "ul", "ol", "dl", "table", "thead", "tbody"}  # fmt: skip
_SPACED = frozenset(["td", "th", "br"])
_SILENT = frozenset(["script", "style", "template", "svg", "sup"])
# Links to evidence name the same few sources in every part; counts, and what folded parts say of what they hold, are
# the same words everywhere.
_NOISE = frozenset(["chip", "support", "differs", "back", "pin", "original", "counts", "reliance", "evidence", "cite",
                    "dispute", "corrected", "signed"])  # fmt: skip
_EXCLUDED = "data-search-exclude"
_ATTRIBUTE = r'\s+[\w:-]+(?:="[^"<>]*")?'
_MARK = re.compile(rf'(<\w+(?:{_ATTRIBUTE})*?)\s+{_EXCLUDED}(?:="[^"<>]*")?(?=[\s/>])')

_WEIGHTS = {"bottom-line": 3.0}
_HEADING_WEIGHT = 2.0


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a page's text that is shown as one; `anchor` is the id that leads to it, or to what it lies in."""

    text: str
    anchor: str
    weight: float = 1.0
    heading: bool = False


@dataclass(frozen=True, slots=True)
class SearchPage:
    """A page as search knows it. `boost` multiplies its score; `tags` are shown with a result, `terms` only found;
    `filters` are what a reader may narrow by, each of FILTERS."""

    title: str
    passages: tuple[Passage, ...]
    boost: float = 1.0
    tags: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def without_marks(content: str) -> str:
    """A page's content without what told search to leave parts of it out: a published page needs none of it."""
    return _MARK.sub(r"\1", content)


def passages(content: str, generated: bool = True) -> tuple[Passage, ...]:
    """The passages of a page's content, in order. Where it is `generated`, links to evidence are left out."""
    tree = html.fragment_fromstring(content or "<p></p>", create_parent="div")
    return tuple(_Reader(generated).read(tree))


class _Reader:
    """Walks a page and cuts its text where a block, or an element with an id, begins or ends."""

    def __init__(self, generated: bool) -> None:
        self.generated = generated
        self.said: list[str] = []
        self.anchor = self.section = ""
        self.silent = False  # within a section whose heading is excluded

    def read(self, tree: Any) -> Iterator[Passage]:
        yield from self._walk(tree)
        yield from self._cut()

    def _walk(self, element: Any) -> Iterator[Passage]:
        name = element.tag
        if not isinstance(name, str) or name in _SILENT or self._left_out(element):
            return
        outer = self.anchor
        if name in _BLOCKS or element.get("id"):
            yield from self._cut()
            self._enter(element, name)
        yield from self._inside(element)
        if name in _BLOCKS:
            yield from self._cut(name in _HEADINGS)
            self.anchor = self.section if name in _HEADINGS else outer or self.section

    def _inside(self, element: Any) -> Iterator[Passage]:
        self.said.append(element.text or "")
        for child in element:
            yield from self._walk(child)
            self.said.append((" " if child.tag in _SPACED else "") + (child.tail or ""))

    def _enter(self, element: Any, name: str) -> None:
        if name in _HEADINGS:
            self.section = element.get("id") or self.section
            self.silent = element.get(_EXCLUDED) is not None
            self.anchor = self.section
        self.anchor = element.get("id") or self.anchor or self.section

    def _left_out(self, element: Any) -> bool:
        classes = frozenset((element.get("class") or "").split())
        marked = element.get(_EXCLUDED) is not None and element.tag not in _HEADINGS
        noise = element.tag == "summary" or (bool(classes) and classes <= _NOISE)
        return marked or "headerlink" in classes or (self.generated and noise)

    def _cut(self, heading: bool = False) -> Iterator[Passage]:
        text = " ".join("".join(self.said).translate(_MARKS).split())
        self.said.clear()
        if not self.silent and any(char.isalnum() for char in text):
            weight = _HEADING_WEIGHT if heading else _WEIGHTS.get(self.section, 1.0)
            yield Passage(text, self.anchor, weight, heading)


def staged(page: SearchPage, language: str) -> str:
    """The page that Pagefind reads in place of the published one."""
    parts = [
        f'<!doctype html><html lang="{escape(language)}"><head><title>{escape(page.title)}</title></head>'
        "<body data-pagefind-body>",
        _meta("title", page.title),
    ]
    parts += [_meta("tags", " · ".join(page.tags))] if page.tags else []
    parts += [_meta("terms", " · ".join(page.terms))] if page.terms else []
    last = ""
    for passage in page.passages:
        if passage.anchor != last:
            last = passage.anchor
            parts.append(f'<a id="{escape(last)}"></a>')
        mark = HEADING if passage.heading else PASSAGE
        parts.append(f'<dd data-pagefind-weight="{passage.weight:g}">{mark} {escape(parted(passage.text))}</dd>')
    return "\n".join([*parts, "</body></html>\n"])


def parted(text: str) -> str:
    """`text` with a space behind each word of a script that writes none, which a mark tells from the spaces of the
    text: Pagefind takes for a word what stands between two."""
    return _STRETCH.sub(lambda found: _PARTED.join(segmenter.cut(found[0])), _BESIDE.sub(_PARTED, text))


def _meta(name: str, value: str) -> str:
    return f'<i data-pagefind-ignore data-pagefind-meta="{name}[title]" title="{escape(value)}"></i>'


def listing(pages: Mapping[str, SearchPage]) -> Asset:
    """What the script knows of each page before it asks for its text, by the name that Pagefind gives the page: its
    boost, and what it may be narrowed by. Pagefind's own filters would come in another order from build to build."""
    values = {name: sorted({v for page in pages.values() for v in page.filters.get(name, ())}) for name in FILTERS}
    numbers = {name: {value: n for n, value in enumerate(known)} for name, known in values.items()}
    rows = {
        id: [page.boost, *([numbers[name][value] for value in page.filters.get(name, ())] for name in FILTERS)]
        for id, page in sorted(pages.items())
    }
    data = {"filters": values, "pages": rows}
    return Asset("pagefind/pages.json", json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())
