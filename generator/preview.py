"""What a preview does beside a build: it says how each rebuild ended, and keeps the HTML of what did not change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from .later import Later
from .text.page_mark import KEY

_AGAIN = "mended: rebuilt"
_DONE = "rebuilt"
_KEPT = "not rebuilt: the last good site is shown until that is mended"


def telling(
    build: Callable[[], None],
    say: Callable[[str], None],
    whole: Callable[[], bool],
    why: Callable[[BaseException], str] = str,
) -> Callable[[], bool]:
    """`build`, which says when it is done, and that what was wrong is mended where the last time failed. One that stops
    while the site is still `whole` leaves that to be shown; else it raises Abort, upon which MkDocs answers nobody
    until a build goes well. What MkDocs stops at is told in its words, all else that may come out of it, an exit too,
    in those that `why` has for it; never by a traceback. Gives whether it went well."""
    failed = False

    def rebuild() -> bool:
        nonlocal failed
        before, failed = failed, True
        try:
            build()
        except (Exception, SystemExit) as error:
            words = "" if isinstance(error, Abort) else f"{_said(error, why)}\n"  # an Abort has told its reason
            if not whole():
                raise Abort(f"{words}nothing is shown until that is mended") from None
            say(words + _KEPT)
            return False
        failed = False
        say(_AGAIN if before else _DONE)
        return True

    return rebuild


def _said(error: BaseException, why: Callable[[BaseException], str]) -> str:
    return str(error) if isinstance(error, MkDocsException) else why(error)


def on_change(
    build: Callable[[], bool], inputs: Callable[[], bytes], made: Callable[[], bytes], used: Callable[[], bytes]
) -> Callable[[], None]:
    """`build`, which does nothing where it went well the last time, and all is as it was then: `inputs` as they were
    when it began, and what is `made` of them as it was when it was `used`. Else what a rebuild writes would have all
    built once more."""
    last: bytes | None = None

    def rebuild() -> None:
        nonlocal last
        now = inputs()
        if last == now and made() == used():
            return
        last = now if build() else None

    return rebuild


def taking_turns(build: Callable[[], object], later: Later) -> Callable[[], None]:
    """`build`, while which nothing is made of what may come later."""

    def rebuild() -> None:
        with later.rebuilding():
            build()

    return rebuild


@dataclass(frozen=True, slots=True)
class _Kept:
    """What MkDocs made of the Markdown of a page."""

    markdown: str
    content: str
    toc: TableOfContents
    title: str | None
    anchors: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Source:
    """What MkDocs read of a page: the text of its file, what follows the front matter, and that, packed."""

    text: str
    markdown: str
    meta: bytes


class Renderings:
    """The HTML of generated pages as MkDocs made it of their Markdown. Pages of people are rendered each time: what is
    wrong with their links is to be told each time too."""

    def __init__(self) -> None:
        self._kept: dict[str, _Kept] = {}
        self._sources: dict[str, _Source] = {}
        self._there: frozenset[str] = frozenset()
        self._made_by = ""

    def begin(self, files: Files, config: MkDocsConfig) -> None:
        """Starts a rebuild of `files`: nothing that was made in another way, or with links to what is gone, is kept."""
        there = frozenset(file.src_uri for file in files)
        made_by = repr((config.markdown_extensions, config.mdx_configs, config.use_directory_urls))
        if made_by != self._made_by or not self._there <= there:
            self._kept.clear()
        self._there, self._made_by = there, made_by

    def keep(self, page: Page) -> Page:
        """`page`, which renders its Markdown only where that is not what it was."""
        whole = page.render

        def render(config: MkDocsConfig, files: Files) -> None:
            kept = self._kept.get(page.file.src_uri)
            if kept and kept.markdown == page.markdown:
                page.content, page.toc, page._title_from_render = kept.content, kept.toc, kept.title
                page.present_anchor_ids = set(kept.anchors)
                return
            whole(config, files)
            if KEY in page.meta and page.markdown is not None:
                self._kept[page.file.src_uri] = _Kept(
                    page.markdown,
                    page.content or "",
                    page.toc,
                    page._title_from_render,
                    frozenset(page.present_anchor_ids or ()),
                )

        page.render = render  # type: ignore[method-assign]
        return page
