"""`briefing add`: documents go into sources/ under a name of their own, with what was found about them beside them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from pathlib import PurePosixPath

from .. import disk
from ..config import Limits
from ..corpus import read_all
from ..errors import BriefingError, Problem, UnreadableError
from ..intake import Incoming, file_name, needed_headers, same_address, sidecar_text
from ..model import Article, Document, Metadata, SourceFile
from ..one_source import clean_one, read_one
from ..reading.frontmatter import parse_metadata, split_front_matter
from ..reading.sidecar import overlay, sidecar
from .added import Kept, told
from .console import Console
from .take_in import Intake, Refused, today

_FRONT_MATTER = (".md", ".markdown", ".txt", ".text")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to add, and how: `said` is what the maintainer knows of all of it; `most` new entries of a feed (None: all
    of them); whether addresses that are not public may be fetched."""

    names: tuple[str, ...]
    said: Metadata
    most: int | None
    allow_private: bool


@dataclass(frozen=True, slots=True)
class Added:
    """What became of it: the paths of the new sources, and how many of the others could not be added."""

    paths: tuple[str, ...]
    refused: int


def metadata_of(pairs: Iterable[str]) -> Metadata:
    """What `KEY=VALUE` pairs say of a source. Raises BriefingError with everything that is wrong with them."""
    split = [pair.partition("=") for pair in pairs]
    missing = [Problem("--meta", f"expected KEY=VALUE, found {key!r}") for key, equals, _ in split if not equals]
    if missing:
        raise BriefingError(*missing)
    text = "".join(f"{key.strip()}: {_quoted(value)}\n" for key, _, value in split)
    try:
        return replace(parse_metadata(text, "--meta "), published_from=None)
    except UnreadableError as error:
        raise BriefingError(Problem("--meta", str(error).removeprefix("--meta "))) from None


def _quoted(value: str) -> str:
    return "'{}'".format(" ".join(value.split()).replace("'", "''"))


def add(project: disk.Project, talk: Console, wanted: Wanted) -> Added:
    """Adds what can be added and says of each what was kept and dropped; then tells all that cannot, with the reasons,
    also where it is stopped in the middle. What was added until then stays."""
    shelf = _Shelf(project)
    intake = Intake(project, shelf.addresses.get, talk.say, wanted.most, wanted.allow_private)
    paths: list[str] = []
    refused: list[Refused] = []
    try:
        for found in intake.gather(wanted.names):
            kept = _put(shelf, found, wanted.said)
            if isinstance(kept, Refused):
                refused.append(kept)
            else:
                paths.append(kept.path)
                talk.say("\n".join(told(kept, talk.verbose)))
    finally:
        for one in refused:
            talk.warn(disk.printable(f"{one.called}: {'' if one.there else 'not added: '}{one.reason}"))
    return Added(tuple(paths), sum(not one.there for one in refused))


def _put(shelf: _Shelf, found: Incoming | Refused, said: Metadata) -> Kept | Refused:
    if isinstance(found, Refused):
        return found
    try:
        return shelf.put(found, said)
    except UnreadableError as error:
        return Refused(found.called, str(error))
    except OSError as error:
        return Refused(found.called, f"cannot be kept: {(error.strerror or str(error)).lower()}")


class _Shelf:
    """sources/, with the digests and the addresses of what is there."""

    def __init__(self, project: disk.Project) -> None:
        self._project = project
        files, _ = disk.scan(project.sources, project.config.limits)
        self._digests = {_sha256(needed_headers(f.data, PurePosixPath(f.path).suffix.lower())): f.path for f in files}
        articles, _ = read_all(files, project.config, disk.parse_apart)
        beside = [(_noted(file, project.config.limits), file.path) for file in files]  # withdrawn and skipped ones too
        urls = [*beside, *((article.metadata.url, article.path) for article in articles)]
        self.addresses = {same_address(url): path for url, path in urls if url}

    def put(self, new: Incoming, said: Metadata) -> Kept | Refused:
        """Keeps a document, or tells that it is there already. Raises UnreadableError and OSError."""
        new = replace(new, data=needed_headers(new.data, new.suffix))
        digest = _sha256(new.data)
        if digest in self._digests:
            return Refused(new.called, f"is there already as {self._digests[digest]}, byte for byte", there=True)
        documents, articles = self._read(new)
        found = _found(new, documents, articles, said, digest)
        if len(articles) == 1:
            articles = (replace(articles[0], metadata=found),)
        with disk.locked(self._project.root):
            name = file_name(found, new.called, new.suffix, lambda stem: disk.name_taken(self._project.sources, stem))
            disk.keep(self._project.root, name, new.data, sidecar_text(found, self._elsewhere(new, found)))
        path = f"sources/{name}"
        self._digests[digest] = path
        self.addresses |= {same_address(found.url): path} if found.url else {}
        return Kept(path, found, articles)

    def _read(self, new: Incoming) -> tuple[tuple[Document, ...], tuple[Article, ...]]:
        config = self._project.config
        documents = read_one(_as_file(new, new.beside), config.limits, disk.parse_apart)
        return documents, tuple(clean_one(document, "new") for document in documents)

    def _elsewhere(self, new: Incoming, found: Metadata) -> frozenset[str]:
        """The keys that a document's own front matter says already, in the same words: there is one place to mend."""
        if new.suffix not in _FRONT_MATTER or not _has_front_matter(new.data):
            return frozenset()
        (document,) = read_one(_as_file(new, ()), self._project.config.limits)
        return frozenset(
            f.name
            for f in fields(Metadata)
            if (v := getattr(document.metadata, f.name)) and v == getattr(found, f.name)
        )


def _noted(file: SourceFile, limits: Limits) -> str | None:
    """The address that the sidecar of a source has."""
    try:
        return sidecar(file, limits).url
    except UnreadableError:
        return None


def _has_front_matter(data: bytes) -> bool:
    try:
        return split_front_matter(data.decode("utf-8-sig").replace("\r\n", "\n"))[1] > 0
    except (UnicodeDecodeError, UnreadableError):
        return False


def _as_file(new: Incoming, beside: tuple[tuple[str, bytes], ...]) -> SourceFile:
    name = new.called.rstrip("/").rpartition("/")[2] or "new"
    return SourceFile(name if name.lower().endswith(new.suffix) else f"{name}{new.suffix}", new.data, beside)


def _found(
    new: Incoming, documents: tuple[Document, ...], articles: tuple[Article, ...], said: Metadata, digest: str
) -> Metadata:
    """All that is known of a document; of a file that holds several, what goes for every one of them."""
    alone = len(articles) == 1
    own = replace(articles[0].metadata, language=documents[0].metadata.language) if alone else Metadata()
    found = overlay(overlay(overlay(new.otherwise, own), new.certain), said)
    if said.published:
        found = replace(found, published_from=None)
    return replace(found, added=found.added or today(), sha256=digest)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
