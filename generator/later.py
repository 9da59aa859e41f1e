"""The pages of a preview, made when somebody asks for them: of a large site one page is looked at after a change, and
making all of them takes minutes. The others are made while nothing else is to be done, so that what is wrong with any
is told.

Only the last step waits, a page's way through the templates of the theme: its Markdown has been read by then, and its
links looked at. It waits in a preview alone, and only where no other plugin looks at finished pages.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.commands import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig

_log = logging.getLogger("mkdocs.plugins.briefing")

Job = Callable[[], None]
Slow = Callable[[], Job]
"""Work that changes nothing, and gives what then puts it into the site."""
_STEP = "_build_page"  # MkDocs' own name of the last step; where a version has none, nothing waits
_LOOK_AT_PAGES = ("page_context", "post_page", "post_build")
_PAUSE = 0.3  # seconds after a rebuild in which a browser asks for what it shows


def may_wait(config: MkDocsConfig, plugin: object) -> bool:
    """Whether no plugin but `plugin`, and no hook, is to see each page of a build before the build is over."""
    handlers = (one for event in _LOOK_AT_PAGES for one in config.plugins.events[event])
    return hasattr(mkdocs_build, _STEP) and all(getattr(one, "__self__", None) is plugin for one in handlers)


class Later:
    """What of a preview is still to be made. Rebuilding and making pages take turns."""

    def __init__(self) -> None:
        self._turn, self._slow = threading.RLock(), threading.Lock()
        self._idle = threading.Event()  # while no rebuild is under way, and something is left to do
        self._pages: dict[str, Job] = {}  # by the path inside the site
        self._failed: set[str] = set()
        self._rest: list[Slow] = []
        self._genuine: Any = None
        self._site = Path()
        self.round = 0
        """Which site it is: another after each rebuild that came so far as to empty it."""

    @contextmanager
    def rebuilding(self) -> Iterator[None]:
        """A block in which nothing is made: a rebuild."""
        self._idle.clear()
        with self._turn:
            try:
                yield
            finally:
                self.stop()
                self._idle.set()

    def forget(self, site: Path) -> None:
        """Drops what waits: it belongs to what was in the folder `site`, which is about to be emptied."""
        self.stop()
        self._site, self._pages, self._rest, self._failed = site, {}, [], set()
        self.round += 1

    def begin(self) -> None:
        """Has MkDocs put its last step off for every page, until `stop`."""
        self._genuine = getattr(mkdocs_build, _STEP)
        setattr(mkdocs_build, _STEP, self._put_off)

    @property
    def begun(self) -> bool:
        """Whether MkDocs puts it off now."""
        return self._genuine is not None

    def stop(self) -> None:
        """Has MkDocs do all steps again."""
        if self._genuine is not None:
            setattr(mkdocs_build, _STEP, self._genuine)
            self._genuine = None

    def _put_off(self, page: Any, *args: Any, **named: Any) -> None:
        self._pages[page.file.dest_uri] = partial(self._genuine, page, *args, **named)

    def then(self, *jobs: Slow) -> None:
        """What is to be done after all pages, or once a file is asked for that is not there."""
        self._rest.extend(jobs)

    def waits(self, path: str) -> bool:
        """Whether the page at `path` inside the site is still to be made."""
        return path in self._pages

    def make(self, path: str) -> int:
        """Has what is at `path` inside the site made, and gives the round in which it was. Raises what the templates of
        the theme raise."""
        with self._turn:
            for page in (path, f"{path}/index.html".lstrip("/")):
                self._page(page)
            asked, missing = self.round, not (self._site / path).exists()
        if missing:
            self._all_the_rest()
        return asked

    def _page(self, path: str) -> None:
        if job := self._pages.get(path):
            job()
            del self._pages[path]

    def _all_the_rest(self) -> None:
        """Does the jobs that are left. What of it belongs to a site that has gone in the meantime is dropped."""
        with self._slow:
            while self._rest:
                jobs, job = self._rest, self._rest[0]
                try:
                    put = job()
                except (Exception, SystemExit) as error:
                    _log.error("%s", error)
                    put = _nothing
                with self._turn:
                    if self._rest is jobs:
                        put()
                        jobs.pop(0)

    def follow(self) -> None:
        """From now on makes what waits while no rebuild is under way, in a thread that ends with the process."""
        self._idle.set()
        threading.Thread(target=self._forever, daemon=True).start()

    def _forever(self) -> None:
        while self._idle.wait():
            threading.Event().wait(_PAUSE)
            for path in [*self._pages]:
                self._in_turn(path)
            if self._idle.is_set():
                self._all_the_rest()
            with self._turn:
                if not self._rest and self._pages.keys() <= self._failed:
                    self._idle.clear()

    def _in_turn(self, path: str) -> None:
        """Makes a page unless a rebuild wants to begin. One that fails, which MkDocs tells, is left until it is asked
        for."""
        if not self._idle.is_set() or path in self._failed:
            return
        with self._turn:
            try:
                self._page(path)
            except (Exception, SystemExit):
                self._failed.add(path)


def _nothing() -> None:
    """What puts nothing into a site."""
