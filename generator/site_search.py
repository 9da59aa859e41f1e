"""The search of a site, from the pages that MkDocs makes to the index that Pagefind makes of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from jinja2.filters import do_striptags
from mkdocs.config import config_options as options
from mkdocs.config.base import Config as Settings
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.pages import Page

from . import disk
from .config import Config
from .material.search_page import Passage, SearchPage, listing, passages, staged
from .material.search_script import search_script
from .model import Asset, Site
from .pages.exports.search_facets import SearchFacets, box_texts, facets_of, search_facets
from .pages.wording import Words
from .text.page_mark import KEY
from .text.words import stopwords

_THEIRS = "material/search"
_ASIDE = ".index"  # MkDocs leaves it alone where it empties a site
NO_LONGER = "mkdocs.yml: the plugin `search` is no longer needed, since Pagefind finds what pages say; leave it out"
"""What to say where `show_box` gives False."""


class _BoxSettings(Settings):
    """What the theme's header asks of Material's search plugin."""

    enabled = options.Type(bool, default=True)


class _Box(BasePlugin[_BoxSettings]):
    """Stands where the theme's header looks for Material's search plugin, so that it shows the box; ours is behind
    it."""


def show_box(config: MkDocsConfig) -> bool:
    """Has the theme show the search box; False where the plugin is there that would show it anyway."""
    if _THEIRS in config.plugins and not isinstance(config.plugins[_THEIRS], _Box):
        return False
    box = _Box()
    box.load_config({})
    config.plugins[_THEIRS] = box
    return True


class SiteSearch:
    """What search may find of the pages of one site, kept from build to build of a preview."""

    def __init__(self) -> None:
        self._facets: Mapping[str, SearchFacets] = {}
        self._found: dict[str, SearchPage] = {}  # by the path of the page inside the site
        self._read: dict[str, tuple[str, tuple[Passage, ...]]] = {}
        self.script = ""
        """The path of the script behind the box; nothing until a build has begun."""

    def begin(self, site: Site, config: Config, words: Words) -> Asset:
        """Starts a build of the pages of `site`; gives the script behind its search box."""
        self._facets = search_facets(site, config, words)
        script = search_script(box_texts(words), stopwords(config.language))
        self.script = script.path
        return script

    def take(self, page: Page, content: str) -> None:
        """Keeps what may be found of a page's `content`."""
        wanted = page.meta.get("search") or {}
        if wanted.get("exclude"):
            self._found.pop(page.file.dest_uri, None)
            return
        facets = facets_of(self._facets, page.file.src_uri)
        self._found[page.file.dest_uri] = SearchPage(
            title=_plain(page.meta.get("title") or page.title),
            passages=self._passages(page, content),
            boost=float(wanted.get("boost") or 1),
            tags=tuple(map(_plain, page.meta.get("tags") or ())),
            terms=facets.terms,
            filters=facets.filters,
        )

    def _passages(self, page: Page, content: str) -> tuple[Passage, ...]:
        """The passages of a page, cut only where its content is not what it was in the last build."""
        content_then, known = self._read.get(page.file.src_uri, ("", ()))
        if content_then != content:
            known = passages(content, generated=KEY in page.meta)
            self._read[page.file.src_uri] = (content, known)
        return known

    def index(self, site: Path, language: str) -> None:
        """Puts the index of the pages that are in the folder `site` beside them. Raises BriefingError."""
        self.indexing(site, language)()

    def indexing(
        self, site: Path, language: str, waits: Callable[[str], bool] = lambda path: False
    ) -> Callable[[], None]:
        """Makes the index of the pages that are in the folder `site`, or wait to be made, beside all else there; gives
        what puts it in its place. Raises BriefingError."""
        found = sorted(self._found.items())
        there = {path: page for path, page in found if waits(path) or (site / path).is_file()}
        aside = site / _ASIDE
        names = disk.index_site({path: staged(page, language) for path, page in there.items()}, aside)
        disk.put_assets([listing({names[path]: page for path, page in there.items() if path in names})], aside)
        return partial(disk.put_index, aside, site)


def _plain(text: object) -> str:
    """The text of a title or a tag, which stand in front matter as HTML."""
    return do_striptags(str(text or ""))
