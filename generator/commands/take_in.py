"""From what a maintainer names (a file, an address, a feed's address, `-`) to documents that may become sources."""

from __future__ import annotations

import stat
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from .. import disk
from ..config import Limits
from ..errors import UnfetchableError, UnreadableError
from ..intake import Incoming, as_utf8, is_feed, same_address, suffix_of
from ..model import Metadata
from ..reading.encoding import beyond
from ..reading.feeds import feed_links

if TYPE_CHECKING:
    from ..fetching import Fetched, Fetcher


@dataclass(frozen=True, slots=True)
class Refused:
    """What does not become a source, and why; `there` where the reason is only that it is one already."""

    called: str
    reason: str
    there: bool = False


Found = Incoming | Refused
Known = Callable[[str], str | None]
"""The path of the source that came from an address, as `same_address` gives it; None where none did."""


@dataclass(frozen=True, slots=True)
class Intake:
    """Takes documents in. `most` is how many new entries of a feed (None: all of them), `known` tells which pages are
    there already, and `say` hears what is being fetched."""

    project: disk.Project
    known: Known
    say: Callable[[str], None]
    most: int | None
    allow_private: bool

    def gather(self, names: tuple[str, ...]) -> Iterator[Found]:
        """What each of `names` gives, in their order."""
        fetcher: Fetcher | None = None
        for name in names:
            try:
                if is_address(name):
                    fetcher = fetcher or self._fetcher()
                    yield from self._from_web(name, fetcher)
                else:
                    yield _standard_input(self._limits) if name == "-" else self._from_file(Path(name))
            except (UnreadableError, UnfetchableError) as error:
                yield Refused(name, str(error))
            except OSError as error:
                yield Refused(name, f"cannot be opened: {(error.strerror or str(error)).lower()}")

    @property
    def _limits(self) -> Limits:
        return self.project.config.limits

    def _fetcher(self) -> Fetcher:
        from ..fetching import Bounds, Fetcher

        agent = f"briefing/{version('briefing')} (fetches single pages that a person asked for)"
        return Fetcher(agent, Bounds(bytes=self._limits.file_bytes), self.allow_private)

    def _from_file(self, path: Path) -> Found:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise UnreadableError("not an ordinary file")
        if found.st_size > self._limits.file_bytes:
            raise UnreadableError(beyond(found.st_size, "bytes", self._limits.file_bytes, "file_bytes"))
        if path.resolve().is_relative_to(self.project.sources.resolve()):
            raise UnreadableError("lies in sources/ already: `briefing build` reads it there")
        file = disk.load(path, path.name, self._limits)
        suffix = path.suffix.lower() or suffix_of(path.name, "", file.data) or ".txt"
        return Incoming(str(path), file.data, suffix, file.beside)

    def _from_web(self, url: str, fetcher: Fetcher) -> Iterator[Found]:
        if there := self.known(same_address(url)):
            yield Refused(url, f"is there already as {there}", there=True)
            return
        self.say(f"fetching {url}")
        fetched = fetcher.fetch(url)
        if is_feed(fetched.data):
            yield from self._entries(fetched, fetcher)
        else:
            yield self._page(url, fetched, Metadata())

    def _entries(self, feed: Fetched, fetcher: Fetcher) -> Iterator[Found]:
        """The pages of a feed's new entries, the newest first."""
        entries = feed_links(feed.data, feed.url, self._limits)
        pages: dict[str, Metadata] = {}
        for entry in entries:
            pages.setdefault(same_address(entry.url or ""), entry)  # a page that is told of twice is one
        fresh = [entry for page, entry in pages.items() if not self.known(page)]
        chosen = fresh if self.most is None else fresh[: self.most]
        left = f", {len(chosen)} of them now (--all takes all)" if len(chosen) < len(fresh) else ""
        self.say(f"{feed.url}: a feed of {len(entries)} entries, {len(fresh)} new{left}")
        for entry in chosen:
            url = entry.url or ""
            try:
                self.say(f"fetching {url}")
                yield self._page(url, fetcher.fetch(url), entry)
            except UnfetchableError as error:
                yield Refused(url, str(error))

    def _page(self, called: str, fetched: Fetched, otherwise: Metadata) -> Found:
        if there := self.known(same_address(fetched.url)):
            return Refused(called, f"leads to {fetched.url}, which is there already as {there}", there=True)
        suffix = suffix_of(fetched.url, fetched.content_type, fetched.data)
        if suffix is None:
            raise UnfetchableError(f"expected a page or a document, found {fetched.content_type[:60]}")
        return Incoming(
            called,
            as_utf8(fetched.data, suffix, fetched.content_type),
            suffix,
            certain=Metadata(url=fetched.url, retrieved=today()),
            otherwise=otherwise,
        )


def is_address(name: str) -> bool:
    """Whether `name` is meant as an address, of whatever scheme."""
    return "://" in name


def today() -> str:
    """The date of today, as EDTF."""
    return datetime.now(UTC).astimezone().date().isoformat()


def _standard_input(limits: Limits) -> Incoming:
    data = sys.stdin.buffer.read(limits.file_bytes + 1)
    if len(data) > limits.file_bytes:
        raise UnreadableError(beyond(len(data), "bytes", limits.file_bytes, "file_bytes"))
    return Incoming("-", data, suffix_of("", "", data) or ".txt")
