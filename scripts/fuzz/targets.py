"""What `make fuzz` throws bytes at: each reader, what cuts and cleans, settings, corrections, the whole road."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from generator.analysis import analyse
from generator.config import Config, Limits, parse
from generator.editorial.reading import parse_all
from generator.errors import BriefingError, UnreadableError
from generator.intake import needed_headers
from generator.model import Article, Document, Metadata, Paragraph, SourceFile
from generator.pipeline import run
from generator.reading import clean, read
from generator.reading.native import TASKS, RefusedError
from generator.text.addresses import is_tracking, published_address
from generator.text.edtf import is_edtf, normal_date, parse_edtf
from generator.text.own_wording import parse_own
from generator.text.sentences import split

from . import holds
from .holds import LIMITS, hold
from .seeds import STORY, seeds

Check = Callable[[bytes], None]
_LANGUAGES = ("en", "de", "ja", "hi", "th", "ar", "xx")
_CONFIG = parse(
    "title: Basin\ntopics:\n  - id: port\n    title: The port\n    scope: What comes of it.\n    terms: [port, basin]\n"
)
_ANALYSED = 4  # of so many documents, one is analysed: that takes ten times as long as to read it


@dataclass(frozen=True, slots=True)
class Target:
    """Something that takes bytes: `check` raises where it does not hold; `seeds` are what it was made for."""

    name: str
    check: Check
    seeds: tuple[bytes, ...]


def targets() -> tuple[Target, ...]:
    """Every target, by name."""
    return tuple(Target(name, check, seeds(name)) for name, check in sorted(_CHECKS.items()))


def _here(task: str, data: bytes, limits: Limits) -> Any:
    """A parser that runs in this process, where what it meets can be seen; what it raises is a refusal, as it is when
    its child process tells of it."""
    try:
        return TASKS[task](data, asdict(limits))
    except (RefusedError, MemoryError, Exception) as error:
        raise UnreadableError(f"{task}: {type(error).__name__}") from None


def _file(file: SourceFile) -> None:
    try:
        documents = read(file, LIMITS, _here)
    except UnreadableError as error:
        holds.reason(error)
        return
    for document in documents:
        holds.document(document)
        _document(document, zlib.crc32(file.data) % _ANALYSED == 0)


def _document(document: Document, analysed: bool) -> None:
    try:
        article = clean(document, "a")
    except UnreadableError as error:
        holds.reason(error)
        return
    holds.article(article)
    hold(bool(article.paragraphs or not document.paragraphs), "what has text keeps some", document)
    if analysed:
        holds.analysis(analyse(article, Config(title="", topics=())))
    else:
        holds.sentences(split(article, article.metadata.language or "en"), article)


def _reader(name: str) -> Check:
    return lambda data: _file(SourceFile(f"sources/{name}", data))


def _beside(name: str) -> Check:
    return lambda data: _file(SourceFile("sources/a.txt", "\n\n".join(STORY).encode(), ((f"a.txt{name}", data),)))


def _front(data: bytes) -> None:
    _file(SourceFile("sources/a.md", b"---\n" + data + b"\n---\n\n" + "\n\n".join(STORY).encode()))


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _clean(data: bytes) -> None:
    """A scrape whose lines are anything, beside those of a story."""
    lines = (*STORY[:1], *_text(data).split("\n"), *STORY[1:])
    paragraphs = tuple(Paragraph(line.strip(), line=n) for n, line in enumerate(lines, 1) if line.strip())
    article = clean(Document("sources/a.txt", "text", Metadata(), paragraphs, structured=False), "a")
    hold(bool(article.paragraphs), "a scrape keeps its story")
    hold(all(one.reason for one in article.dropped), "what is dropped has a reason", article.dropped)


def _sentences(data: bytes) -> None:
    language = _LANGUAGES[zlib.crc32(data) % len(_LANGUAGES)]
    article = Article("a", "sources/a.txt", "text", Metadata(), (Paragraph(_text(data)),))
    holds.sentences(split(article, language), article)


def _dates(data: bytes) -> None:
    text = " ".join(_text(data).split())
    article = Article("a", "sources/a.txt", "text", Metadata(), (Paragraph(text),))
    holds.analysis(analyse(article, Config(title="", topics=())))


def _edtf(data: bytes) -> None:
    text = _text(data)
    normal = normal_date(text)
    hold(normal is None or (normal_date(normal) == normal and is_edtf(normal)), "a date is normal once", (text, normal))
    hold((parse_edtf(text) is None) or normal is not None, "what has parts is a date", text)
    is_edtf(text)


def _address(data: bytes) -> None:
    url = _text(data)
    clean_ = published_address(url)
    holds.address(url)
    if clean_ is None:
        return
    holds.address(clean_)
    hold(published_address(clean_) == clean_, "what may be published may be published", (url, clean_))
    parts = urlsplit(clean_)
    hold("@" not in parts.netloc, "an address without user", (url, clean_))
    keys = [pair.partition("=")[0] for pair in parts.query.split("&")]
    hold(not any(map(is_tracking, keys)), "an address without campaign", (url, clean_))


def _told(parse: Callable[[str], object], data: bytes) -> None:
    """Settings: a value, or every problem in them."""
    try:
        parse(_text(data))
    except BriefingError as error:
        holds.reason(error)


def _headers(data: bytes) -> None:
    """What a mail keeps that becomes a source: nothing of it goes another time."""
    kept = needed_headers(data, ".eml")
    hold(needed_headers(kept, ".eml") == kept, "what is needed once is needed twice", data)


def _road(data: bytes) -> None:
    """A site of a plain source and of this one: it is made, and keeps its own promises."""
    plain = SourceFile("sources/b.txt", "\n\n".join(STORY).encode())
    site = run([SourceFile("sources/a.md", data), plain], _CONFIG)
    for page in site.pages:
        holds.lucid(page.text, page.path)


_CHECKS: dict[str, Check] = {
    "address": _address,
    "atom": _reader("a.atom"),
    "bibtex": _beside(".bib"),
    "clean": _clean,
    "clauses": lambda data: holds.pieces(_text(data)),
    "corrections": partial(_told, lambda text: parse_all([("editorial/a.yml", text)], ["port"])),
    "csl": _beside(".csl.json"),
    "dates": _dates,
    "docx": _reader("a.docx"),
    "edtf": _edtf,
    "epub": _reader("a.epub"),
    "front": _front,
    "headers": _headers,
    "html": _reader("a.html"),
    "mail": _reader("a.eml"),
    "markdown": _reader("a.md"),
    "mhtml": _reader("a.mhtml"),
    "pdf": _reader("a.pdf"),
    "ris": _beside(".ris"),
    "road": _road,
    "rss": _reader("a.rss"),
    "rtf": _reader("a.rtf"),
    "sentences": _sentences,
    "settings": partial(_told, parse),
    "sidecar": _beside(".meta.yml"),
    "text": _reader("a.txt"),
    "url": _reader("a.url"),
    "webloc": _reader("a.webloc"),
    "wording": partial(_told, lambda text: parse_own(text, "wording.yml", "en")),
    "zip": _reader("a.zip"),
}
