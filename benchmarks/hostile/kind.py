"""A kind of document of any size; and prose, which is harmless, in the same formats."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from tests.reading_formats import make_fixtures as made

WORDS = [
    "ferry",
    "island",
    "port",
    "network",
    "report",
    "council",
    "storm",
    "repair",
    "winter",
    "minister",
    "budget",
    "harbour",
    "bridge",
    "company",
    "survey",
    "station",
    "train",
    "engine",
    "license",
    "water",
]
NAMES = [
    "Orla",
    "Lund",
    "Ana",
    "Ruiz",
    "Kestrel",
    "Selma",
    "Holm",
    "Oslo",
    "Salem",
    "Norway",
    "Varde",
    "Harald",
    "Birk",
    "Tove",
    "Skov",
    "Merete",
    "Dahl",
]
_PARTS = (
    ["ba", "do", "ki", "lu", "me", "no", "pra", "sto", "tri", "vel", "gra", "zum"],
    ["r", "nd", "st", "l", "mp", "g", "v", "sk"],
    ["a", "er", "ing", "o", "ent", "is", "ule"],
)
_LINE = 90_000  # characters of a line, which has a limit


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: what it is called, the suffix of its file, and one of about `n` bytes."""

    name: str
    suffix: str
    make: Callable[[int], bytes]


def prose(n: int, paragraph: int = 4) -> str:
    """Harmless text of about `n` characters: sentences of words that nobody has seen, four a paragraph."""
    rng = random.Random(n)
    words = [a + b + c for a in _PARTS[0] for b in _PARTS[1] for c in _PARTS[2]]
    return "".join(filled(lambda i: _sentence(rng, words), n, paragraph))


def _sentence(rng: random.Random, words: list[str]) -> str:
    a, b, c, d, e = (rng.choice(words) for _ in range(5))
    return (
        f"The {a} of the {b} will {rng.choice(['open', 'see', 'repair', 'close'])} a {c} after the {d}, the {e} said."
    )


def filled(sentence: Callable[[int], str], n: int, paragraph: int = 4, between: str = " ") -> Iterator[str]:
    """Sentences of about `n` characters in all, `paragraph` of them in each paragraph."""
    size = 0
    for i in count():
        said = sentence(i)
        yield said
        size += len(said) + 1
        if size >= n:
            return
        yield "\n\n" if paragraph and i % paragraph == paragraph - 1 else between


def repeated(unit: str, n: int) -> str:
    """`unit` again and again, `n` characters in all, in lines as long as may be; at the end harmless text."""
    text = (unit * (n // len(unit) + 1))[:n]
    return "\n\n".join([*(text[at : at + _LINE] for at in range(0, n, _LINE)), prose(300)])


def acronym(i: int) -> str:
    """The capital letters of `i`."""
    return chr(65 + i % 26) + chr(65 + i // 26 % 26) + chr(65 + i // 676 % 26)


def page(body: str, head: str = "") -> bytes:
    """A web page of `body` and a harmless paragraph."""
    return f"<html><head><title>Port</title>{head}</head><body><article>{body}<p>{prose(300)}</p></article>".encode()


def paragraphs(n: int) -> list[str]:
    """The paragraphs of harmless text of `n` characters."""
    return prose(n).split("\n\n")


def _html(n: int) -> bytes:
    return page("".join(f"<p>{text}</p>" for text in paragraphs(n)))


def _docx(n: int) -> bytes:
    return docx("".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs(n)))


def docx(body: str) -> bytes:
    """A DOCX file with that body."""
    parts = made.docx_parts()
    start, _, rest = parts["word/document.xml"].partition("<w:body>")
    return made.zipped(
        {**parts, "word/document.xml": f"{start}<w:body>{body}</w:body>{rest.partition('</w:body>')[2]}"}
    )


def rtf(body: str) -> bytes:
    """An RTF file with that body."""
    return (r"{\rtf1\ansi " + body + r"\par }").encode()


def mail(body: str, head: str = "") -> bytes:
    """A mail with that body."""
    return f"From: Ana <a@example.org>\nSubject: Port\nDate: Fri, 1 Feb 2030 10:00:00 +0000\n{head}\n{body}".encode()


def feed(items: str) -> bytes:
    """A feed of `items`."""
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Port</title>{items}</channel></rss>'.encode()


def _pdf(n: int) -> bytes:
    return pdf([text[at : at + 80] for text in paragraphs(n) for at in range(0, len(text), 80)])


def pdf(lines: Sequence[str]) -> bytes:
    """A PDF of these lines, forty a page."""
    pages = [lines[at : at + 40] for at in range(0, len(lines), 40)]
    return made.pdf([[(72, 740 - 15 * k, 11, line) for k, line in enumerate(one)] for one in pages])


HARMLESS: dict[str, Callable[[int], bytes]] = {
    ".md": lambda n: prose(n).encode(),
    ".txt": lambda n: prose(n).encode(),
    ".html": _html,
    ".docx": _docx,
    ".rtf": lambda n: rtf(prose(n).replace("\n\n", r"\par ")),
    ".eml": lambda n: mail(prose(n)),
    ".xml": lambda n: feed(f"<item><title>One</title><description>{prose(n)}</description></item>"),
    ".epub": lambda n: made.epub(_html(n).decode()),
    ".mhtml": lambda n: mail(_html(n).decode(), "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n"),
    ".pdf": _pdf,
}
"""Harmless text in each format, about `n` bytes of it."""
