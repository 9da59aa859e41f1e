"""Documents with something private in every field and place that a format has, and that no page may show.

Each plant holds a secret of its own, `planted` and its number, where a reader of the document would not see it or where
nobody meant it to be published. The places are in tests/fixtures/planted.yml."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from itertools import count
from pathlib import Path
from typing import Any

import yaml

from tests.reading_formats import make_fixtures as made
from tests.reading_formats.make_fixtures import STORY

SECRET = "planted"
_PLACES: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "fixtures/planted.yml").read_text(encoding="utf-8"))
_TEXT = "\n\n".join(STORY) + "\n"
_CREATOR = "<dc:creator>Ana Brandt</dc:creator>"
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE = (
    '<?xml version="1.0"?><cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties">{}</cp:coreProperties>'
)


@dataclass(frozen=True, slots=True)
class Plant:
    """One document with its secret: where it is, its file, what lies beside it, and whether it is to be skipped."""

    place: str
    secret: str
    name: str
    data: bytes
    beside: tuple[tuple[str, bytes], ...] = ()
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class _Kind:
    """Places of one kind, and how a document is made of a place with its secret. `data` is the document's own bytes, or
    text beside a plain one where `ending` names the file that says something of it."""

    name: str
    suffix: str
    places: tuple[Any, ...]
    data: Callable[[str], bytes]
    ending: str = ""
    skipped: Callable[[Any], bool] = lambda _: False


def plants() -> tuple[Plant, ...]:
    """Every plant."""
    numbers = count(1)
    return tuple(_plant(kind, place, next(numbers)) for kind in _kinds() for place in kind.places)


def _plant(kind: _Kind, place: str, number: int) -> Plant:
    secret = f"{SECRET}{number:03}"
    data = kind.data(place.replace("SECRET", secret))
    name = f"source-{number:03}"
    own, beside = (_TEXT.encode(), ((f"{name}{kind.ending}", data),)) if kind.ending else (data, ())
    return Plant(f"{kind.name}: {place}", secret, name + kind.suffix, own, beside, kind.skipped(place))


def _kinds() -> Iterator[_Kind]:
    places = {name: tuple(found) for name, found in _PLACES.items() if isinstance(found, list)}
    addresses = tuple(_PLACES["addresses"].values())
    meta = ".meta.yml"
    for key in ("url", "archived"):
        yield _Kind(f"sidecar, {key}", ".txt", addresses, _setting(key), meta, _is_no_web_address)
    for key in ("author", "publisher", "origin"):
        yield _Kind(f"sidecar, {key}", ".txt", places["names"], _setting(key), meta)
    yield _Kind("sidecar", ".txt", places["sidecar"], lambda line: f"title: Basin\n{line}\n".encode(), meta)
    yield _Kind("sidecar, a slip", ".txt", places["sidecar_slips"], str.encode, meta, bool)
    for ending in sorted({one["ending"] for one in _PLACES["beside"]}):
        texts = tuple(one["text"] for one in _PLACES["beside"] if one["ending"] == ending)
        yield _Kind("bibliography", ".txt", texts, str.encode, ending)
    yield _Kind("front matter", ".md", places["front_matter"], _front)
    yield _Kind(
        "Markdown", ".md", places["markdown"], lambda text: f"# Basin\n\n{STORY[0]}\n\n{text}\n\n{_TEXT}".encode()
    )
    yield _Kind("head of a page", ".html", places["html_head"], lambda text: made.page(head=text).encode())
    yield _Kind("page", ".html", places["html_body"], lambda text: made.page(after=text).encode())
    yield _Kind("header of a mail", ".eml", places["mail_headers"], _mail)
    yield _Kind("header of a mail in a mail", ".eml", places["mail_headers"], lambda header: _carried(_mail(header)))
    yield _Kind("header of a part", ".eml", places["part_headers"], _part)
    yield _Kind("header of a saved page", ".mhtml", places["mhtml_headers"], _saved)
    yield _Kind("attachment", ".eml", ("SECRET.pdf", "SECRET.gif"), _attached)
    yield from _addresses_in_text(places["in_text"])
    yield from _office(places)
    for name, base in (("rss", made.RSS), ("atom", made.ATOM)):
        for one in _PLACES[name]:
            yield _Kind(name, f".{name}", (one["put"],), _put(base, one["in_place_of"]))
    yield _Kind("EPUB", ".epub", places["epub"], lambda tag: changed(made.epub(), "book/content.opf", _CREATOR, tag))
    yield _Kind("ZIP", ".zip", ("home/ana/SECRET.exe",), lambda name: made.zipped({"a.txt": _TEXT, name: b"x"}))
    yield _Kind("ZIP, a folder", ".zip", ("home/SECRET/a.txt",), lambda name: made.zipped({name: _TEXT}))
    yield _Kind("ZIP, nothing else", ".zip", ("SECRET.exe",), lambda name: made.zipped({name: b"x"}), skipped=bool)
    byline = "Vellmar to deepen its northern basin\n\nBy {}\n\n{}"
    yield _Kind("byline", ".txt", ("SECRET@port.example",), lambda by: byline.format(by, _TEXT).encode())


def _addresses_in_text(addresses: tuple[Any, ...]) -> Iterator[_Kind]:
    """Addresses that a sentence names, where all formats have sentences."""
    said = "The harbour council of Vellmar laid out its plan for the northern basin at {} on Tuesday, it said."
    head = "From: Ana Lind <ana@port.example>\nSubject: The basin\n\n"
    yield _Kind("text", ".txt", addresses, lambda url: f"{STORY[0]}\n\n{said.format(url)}\n\n{_TEXT}".encode())
    yield _Kind("Markdown text", ".md", addresses, lambda url: f"# Basin\n\n{said.format(url)}\n\n{_TEXT}".encode())
    yield _Kind("Markdown link", ".md", addresses[:4], lambda url: f"{said.format(f'<{url}>')}\n\n{_TEXT}".encode())
    yield _Kind("page text", ".html", addresses, lambda url: made.page(after=f"<p>{said.format(url)}</p>").encode())
    yield _Kind("mail text", ".eml", addresses[:4], lambda url: f"{head}{said.format(url)}\n\n{_TEXT}".encode())


def _office(places: dict[str, tuple[Any, ...]]) -> Iterator[_Kind]:
    """What Word, RTF and PDF files hold beside their text."""
    for tag in places["docx_properties"]:
        yield _Kind(f"DOCX, {tag}", ".docx", (f"<{tag}>SECRET</{tag}>",), _docx_core)
    yield _Kind("DOCX", ".docx", tuple(_PLACES["docx_body"].values()), _docx_body)
    for name, text in _PLACES["docx_parts"].items():
        yield _Kind(f"DOCX, {name}", ".docx", (f"{name}\n{text}",), _docx_part)
    info = r"{\author Ana Brandt}"
    yield _Kind("RTF", ".rtf", places["rtf_info"], lambda text: made.RTF.replace(info, text).encode("latin-1"))
    yield _Kind(
        "RTF", ".rtf", places["rtf_body"], lambda t: made.RTF.replace(r"\f0 ", rf"\f0 {t}", 1).encode("latin-1")
    )
    pages = [made.two_columns(number) for number in (1, 2, 3)]
    named = tuple(f"/{key}(SECRET)" for key in places["pdf_info"])
    yield _Kind("PDF", ".pdf", named, lambda text: made.pdf(pages, f"/Title(Basin proceedings){text}"))
    yield _Kind("PDF, an object", ".pdf", places["pdf_objects"], lambda text: _with_object(made.pdf(pages), text))


def _is_no_web_address(place: Any) -> bool:
    return not str(place).startswith("http")


def _setting(key: str) -> Callable[[str], bytes]:
    return lambda value: json.dumps({"title": "Basin", key: value}).encode()


def _front(line: str) -> bytes:
    return f"---\ntitle: Basin\n{line}\n---\n\n{_TEXT}".encode()


def _mail(header: str) -> bytes:
    lines = ["From: Ana Lind <ana@port.example>", "Subject: The basin", "Date: Wed, 07 Oct 2020 23:30:00 -0700"]
    key = header.partition(":")[0]
    kept = [line for line in lines if not line.startswith(f"{key}:")]
    return "\n".join([header, *kept, "", _TEXT]).encode()


def _attached(name: str) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Ana Lind <ana@port.example>", "The basin"
    mail.set_content(_TEXT)
    mail.add_attachment(name.encode(), maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


def _carried(mail: bytes) -> bytes:
    """A mail that passes `mail` on, whole."""
    head = b"From: Bo Ek <bo@port.example>\nSubject: Fwd: The basin\nContent-Type: multipart/mixed; boundary=b\n\n"
    return head + b"--b\nContent-Type: message/rfc822\n\n" + mail + b"\n--b--\n"


def _part(header: str) -> bytes:
    """A mail whose only part has one header more, or another one for its own."""
    head = "From: Ana Lind <ana@port.example>\nSubject: The basin\nContent-Type: multipart/mixed; boundary=b\n\n"
    own = "" if header.startswith("Content-Type") else "Content-Type: text/plain\n"
    return f"{head}--b\n{own}{header}\n\n{_TEXT}\n--b--\n".encode()


def _with_object(data: bytes, text: str) -> bytes:
    """The PDF `data` with one more object, which nothing on a page refers to."""
    return data.replace(b"%PDF-1.4\n", f"%PDF-1.4\n99 0 obj\n{text}\nendobj\n".encode(), 1)


def _saved(header: str) -> bytes:
    lines = made.mhtml().decode().split("\r\n")
    key = header.partition(":")[0]
    return "\r\n".join([header, *(line for line in lines if not line.startswith(f"{key}:"))]).encode()


def _docx_core(text: str) -> bytes:
    return made.zipped({**made.docx_parts(), "docProps/core.xml": _CORE.format(text)})


def _docx_body(text: str) -> bytes:
    parts = made.docx_parts()
    parts["word/document.xml"] = parts["word/document.xml"].replace("<w:tbl>", f"{text}<w:tbl>")
    return made.zipped(parts)


def _docx_part(named: str) -> bytes:
    """A document with one more part, which its relationships name where it is one of Word's own."""
    name, _, text = named.partition("\n")
    parts = {**made.docx_parts(), name: text}
    kind = name.rpartition("/")[2].partition(".")[0].rstrip("1")
    if name.startswith("word/") and name.endswith(".xml"):
        types = f'<Override PartName="/{name}" ContentType="{_OFFICE}.{kind}+xml"/></Types>'
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace("</Types>", types)
        link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        one = f'<Relationship Id="r9" Type="{link}/{kind}" Target="{name.removeprefix("word/")}"/></Relationships>'
        parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace("</Relationships>", one)
    return made.zipped(parts)


def _put(text: str, old: str) -> Callable[[str], bytes]:
    assert old in text, old
    return lambda new: text.replace(old, new).encode()


def changed(archive: bytes, entry: str, old: str, new: str) -> bytes:
    """The ZIP `archive` with `new` for `old` in one entry."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        parts = {name: opened.read(name) for name in opened.namelist()}
    assert old.encode() in parts[entry], old
    return made.zipped({**parts, entry: parts[entry].replace(old.encode(), new.encode())})
