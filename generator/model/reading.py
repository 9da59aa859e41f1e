"""What reading gives: a file, a document, an article, or the reason why not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["report", "digest"]
Role = Literal["body", "heading", "standfirst", "item"]

BESIDE = (".meta.yml", ".meta.yaml", ".csl.json", ".ris", ".bib")
"""How the names of companion files end, which tell of the source beside them: `report.txt.meta.yml`."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file as found. `path` is relative to the project with forward slashes; `beside` maps the names of
    companion files (a sidecar `NAME.meta.yml`, a bibliography) to their bytes."""

    path: str
    data: bytes
    beside: tuple[tuple[str, bytes], ...] = ()


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a source. `kind_from` says where its kind was told. Dates are EDTF strings; `published_from`
    says how the date was found, `archived` is the address of a copy in an archive, and `sha256` the digest of the file
    as it was added. `origin` is whose statement the whole of it is; where `origin_from` says how that was found, it is
    whose text is passed on. `id` is the name of its page whatever its file is called, `formerly` are names that the
    page had before; `withdrawn` is the day on which the source was taken back."""

    kind: Kind = "report"
    kind_from: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    published_from: str | None = None
    url: str | None = None
    archived: str | None = None
    retrieved: str | None = None
    added: str | None = None
    language: str | None = None
    origin: str | None = None
    origin_from: str | None = None
    note: str | None = None
    sha256: str | None = None
    id: str | None = None
    formerly: tuple[str, ...] = ()
    withdrawn: str | None = None
    withdrawn_because: str | None = None
    withdrawn_by: str | None = None

    @property
    def first_publisher(self) -> str | None:
        """Who published the text: the publisher, or whose text he passes on."""
        return self.origin if self.origin and self.origin_from else self.publisher

    @property
    def is_digest(self) -> bool:
        """Whether the source is the project's own account of a report in other words (promise 7)."""
        return self.kind == "digest"


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line, or part of one, that is not the article: its 1-based physical line, its text, and why it went."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of prose that belongs together. `line` is the 1-based physical line it began on, where there is one;
    `speaker` says whose words it is, as a transcript marks them."""

    text: str
    role: Role = "body"
    line: int | None = None
    posted: str | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What a format's reader gives. A flat document (`structured` false) is a scrape whose `paragraphs` are its raw
    physical lines, still to be cleaned; a structured one had its body found by its format. `is_list` is true of a
    page that lists other pages and is no article."""

    path: str
    format: str
    metadata: Metadata
    paragraphs: tuple[Paragraph, ...]
    structured: bool
    dropped: tuple[Dropped, ...] = ()
    notes: tuple[str, ...] = ()
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """A cleaned source: its own words in paragraphs, and what was left out. `id` is ours, safe as a file name;
    `cut_off` is true where the text ends at a paywall; `unread` counts the sentences that it has beyond the limit,
    which are not among its paragraphs."""

    id: str
    path: str
    format: str
    metadata: Metadata
    paragraphs: tuple[Paragraph, ...]
    dropped: tuple[Dropped, ...] = ()
    notes: tuple[str, ...] = ()
    cut_off: bool = False
    unread: int = 0


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that could not be read, and the reason in one line; `published` is what a page says in its place where the
    reason quotes from the file."""

    path: str
    reason: str
    published: str = ""
