"""docs/: generated pages are written, compared and deleted by their mark, and nobody else's page is touched."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..errors import BriefingError, Problem
from ..model import Page
from ..text.page_mark import ASIDE, State, state
from .folders import really
from .linked import read_own
from .moved import moved
from .record import RECORD, read_record
from .transaction import replace_files


@dataclass(frozen=True, slots=True)
class Changes:
    """What would have to happen to make docs/ fresh. `edited` are marked pages that a hand (or a merge) changed,
    `taken` are pages without the mark in the place of a generated one. `record` is that of the statements where docs/
    holds another, which is `before`. `moved` are pages that are deleted, each with the one that comes in its stead."""

    write: tuple[Page, ...]
    delete: tuple[str, ...]
    edited: tuple[str, ...]
    taken: tuple[str, ...]
    record: str | None = None
    before: str | None = None
    moved: tuple[tuple[str, str], ...] = ()

    @property
    def stale(self) -> bool:
        return bool(self.write or self.delete or self.edited or self.record is not None)


@dataclass(frozen=True, slots=True)
class _Place:
    """A path of docs/: the page that belongs there, what lies there, and whose that is, each None where there is
    nothing."""

    path: str
    wanted: Page | None
    text: str | None
    whose: State | None

    def fresh(self) -> Page | None:
        """The page to write, where another text or none lies in its place; a person's page is left alone."""
        return self.wanted if self._differs() and not self.taken() else None

    def gone(self) -> bool:
        return self.whose == "ours" and self.wanted is None

    def edited(self) -> bool:
        return self.whose == "edited" and self._differs()

    def taken(self) -> bool:
        return self.whose == "theirs" and self.wanted is not None

    def _differs(self) -> bool:
        return self.wanted is None or self.text != self.wanted.text


def plan(docs: Path, pages: Iterable[Page], record: str | None = None, ours: Collection[str] = frozenset()) -> Changes:
    """Compares `docs` with the pages, and the record where one is kept, that the sources give now; what is at the paths
    `ours` is the generator's, whatever its mark says. Writes nothing. Raises BriefingError where a folder of docs/ is a
    link out of the project."""
    wanted = {page.path: page for page in pages}
    for folder in sorted({PurePosixPath(path).parent for path in wanted}):
        really(docs.parent, f"{docs.name}/{folder}")
    before = read_record(docs)
    places = [_place(docs, path, wanted.get(path), ours) for path in sorted({*wanted, *_markdown(docs)})]
    return Changes(
        write=tuple(filter(None, map(_Place.fresh, places))),
        delete=_paths(filter(_Place.gone, places)),
        edited=_paths(filter(_Place.edited, places)),
        taken=_paths(filter(_Place.taken, places)),
        record=record if record != before else None,
        before=before,
        moved=moved(
            {place.path: place.text or "" for place in places if place.gone()},
            {place.path: place.wanted.text for place in places if place.wanted and place.text is None},
        ),
    )


def own_pages(docs: Path, hidden: Callable[[str], bool]) -> tuple[Page, ...]:
    """The pages of `docs` that a person keeps, and that are not `hidden` from the site, as far as they are UTF-8."""
    texts = ((path, _read(docs, path)) for path in _markdown(docs) if not hidden(path))
    return tuple(Page(path, text) for path, text in texts if text is not None and _is_theirs(text))


def kept_paths(docs: Path) -> frozenset[str]:
    """The paths of all pages of `docs` that are not the generator's to delete."""
    return frozenset(path for path in _markdown(docs) if state(_read(docs, path) or "") != "ours")


def _is_theirs(text: str) -> bool:
    return state(text) == "theirs" and not any("\ud800" <= char <= "\udfff" for char in text)


def _paths(places: Iterable[_Place]) -> tuple[str, ...]:
    return tuple(place.path for place in places)


def _place(docs: Path, path: str, wanted: Page | None, ours: Collection[str]) -> _Place:
    text = _read(docs, path)
    return _Place(path, wanted, text, None if text is None else "ours" if path in ours else state(text))


def apply(
    docs: Path, changes: Changes, replace: bool = False, beside: Mapping[str, bytes] | None = None
) -> tuple[str, ...]:
    """Makes docs/ fresh, and writes the files `beside` it, by their paths in the project: all of that or nothing.
    Returns the paths of pages set aside. Raises OSError, and BriefingError where a marked page was edited by hand and
    `replace` is false; with it the edited page is kept beside as NAME.edited and written anew."""
    if changes.edited and not replace:
        raise BriefingError(
            *(
                Problem(
                    f"docs/{path}",
                    "this generated page was edited by hand, or merged by git",
                    hint="take it over by deleting its `briefing:` line at the top, or run "
                    f"`briefing render --replace`, which saves it as {Path(path).name}{ASIDE} and writes it anew",
                )
                for path in changes.edited
            )
        )
    aside = {_free(docs / path).relative_to(docs).as_posix(): (docs / path).read_bytes() for path in changes.edited}
    puts = aside | {page.path: page.text.encode("utf-8") for page in changes.write}
    puts |= {} if changes.record is None else {RECORD: changes.record.encode("utf-8")}
    replace_files(
        docs.parent,
        {f"{docs.name}/{path}": data for path, data in puts.items()} | dict(beside or {}),
        [f"{docs.name}/{path}" for path in (*changes.delete, *changes.edited)],
    )
    return tuple(aside)


def diff(docs: Path, changes: Changes) -> Iterator[str]:
    """A unified diff, line by line, from docs/ as it is to docs/ as it should be."""
    wanted = {page.path: page.text for page in changes.write}
    wanted |= {} if changes.record is None else {RECORD: changes.record}
    for path in sorted({*wanted, *changes.delete}):
        before, after = _read(docs, path) or "", wanted.get(path, "")
        yield from difflib.unified_diff(
            before.splitlines(),
            after.splitlines(),
            f"docs/{path} (now)",
            f"docs/{path} (from the sources)" if path in wanted else "(gone)",
            lineterm="",
        )


def _markdown(docs: Path) -> Iterator[str]:
    for folder, folders, names in os.walk(docs):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(names):
            if name.endswith(".md"):
                yield (Path(folder) / name).relative_to(docs).as_posix()


def _read(docs: Path, path: str) -> str | None:
    data = read_own(docs.parent, docs / path)
    return None if data is None else data.decode("utf-8", "surrogateescape")


def _free(path: Path) -> Path:
    """A name, beside the page `path`, under which nothing is kept yet."""
    target, again = path.with_name(path.name + ASIDE), 1
    while target.exists():
        again += 1
        target = path.with_name(f"{path.name}{ASIDE}-{again}")
    return target
