"""The template boundary: the one door through which text from sources reaches a page.

A template prints values of the types made here, whole numbers, and nothing else: `environment` raises TypeError on a
plain string, so no text can skip the cleaning. What is escaped is written as numeric character references, which mean
the same in Markdown, in raw HTML and in attribute values, so a value is safe wherever a template puts it. Characters
that do nothing (apostrophes, commas, quotes, hyphens, parentheses) stay as they are: pages are reviewed as text.
"""

from __future__ import annotations

import functools
import html
import html.entities
import re
import unicodedata
from collections.abc import Callable, Mapping
from string import Formatter
from urllib.parse import quote, urlsplit, urlunsplit

import jinja2

LONGEST = 4000
"""Characters that one value may have; a longer one is cut and ends in an ellipsis."""

_MOST_MARKS = 6
_LONGEST_LINK = 2000
_SHORT = 400  # characters: so long a text at most is made once and remembered


class Inline(str):
    """A line of text, cleaned and escaped. String operations give a plain string, which no template prints."""

    __slots__ = ()


class Attribute(str):
    """The value of an HTML attribute, to stand between double quotes."""

    __slots__ = ()


class Link(str):
    """An address or a path of our own, for an `href` or a Markdown link."""

    __slots__ = ()


class Block(str):
    """Markdown that one of our own templates made."""

    __slots__ = ()


# Characters of which none needs cleaning, as in most text.
_ORDINARY = re.compile("[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20ac]*")
_JOINERS = "\u200c\u200d"
_BLANKS = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\ufdd0-\ufdef\ufff9-\ufffc]")
_NONCHARACTER = re.compile("[" + "".join(chr(p << 16 | 0xFFFE) + chr(p << 16 | 0xFFFF) for p in range(17)) + "]")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co"})


def clean(text: str, limit: int = LONGEST) -> str:
    """`text` on one line, in NFC, without what is invisible: control, bidirectional and other format characters,
    private use, stacks of combining marks. Joiners stay where a script needs them. At most `limit` characters."""
    text = " ".join(text[: limit * 4].split())
    if len(text) <= limit and _ORDINARY.fullmatch(text):
        return text
    text = _NONCHARACTER.sub("", _BLANKS.sub("", text))
    text = "".join(_visible(text))
    text = " ".join(unicodedata.normalize("NFC", text).split())
    if len(text) > limit:
        text = text[: limit - 1].rstrip() + "…"
    return text


def _visible(text: str) -> list[str]:
    kept: list[str] = []
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        if category in _HIDDEN and not _joins(char, kept):
            continue
        marks = marks + 1 if category in {"Mn", "Me"} else 0
        if marks <= _MOST_MARKS:
            kept.append(char)
    while kept and kept[-1] in _JOINERS:
        kept.pop()
    return kept


def _joins(char: str, before: list[str]) -> bool:
    """Whether `char` is a joiner where a script needs one: behind a letter, mark or sign that is not ASCII."""
    return char in _JOINERS and bool(before) and before[-1] > "\x7f" and unicodedata.category(before[-1])[0] in "LMS"


# A reference is `&name;`, `&#1;`, or one of the names that HTML reads without a semicolon.
_BARE = "|".join(sorted((name for name in html.entities.html5 if not name.endswith(";")), key=lambda n: (-len(n), n)))
_REFERENCE = re.compile(rf"&(?=#|[a-zA-Z][-.a-zA-Z0-9]*;|(?:{_BARE}))")
_ACTIVE = re.compile(r"[<>{}\[\]|`*_\\~^]|==|\+\+")
_OPENING = re.compile(r"[-#+=:!?/%@]|(?<=\d)[.)](?= |$)")
_NUMBER = re.compile(r"\d{0,12}")


def _reference(text: str) -> str:
    return "".join(f"&#{ord(char)};" for char in text)


def _escape(text: str) -> str:
    text = _REFERENCE.sub("&#38;", text)
    return _ACTIVE.sub(lambda found: _reference(found[0]), text)


def inline(text: str, limit: int = LONGEST) -> Inline:
    """`text` as one line that every reader of a page takes for text: Markdown and its extensions, HTML, Jinja."""
    return _known_inline(text, limit) if len(text) <= _SHORT else _inline(text, limit)


def _inline(text: str, limit: int) -> Inline:
    cleaned = clean(text, limit)
    number = _NUMBER.match(cleaned)
    digits = number.end() if number else 0
    start = digits + 1 if _OPENING.match(cleaned, digits) else digits
    end = len(cleaned) - 1 if cleaned.endswith("#") and len(cleaned) > start else len(cleaned)
    return Inline(
        cleaned[:digits] + _reference(cleaned[digits:start]) + _escape(cleaned[start:end]) + _reference(cleaned[end:])
    )


_known_inline = functools.lru_cache(maxsize=16_384)(_inline)  # titles and names stand on page after page


def optional(text: str | None) -> Inline | None:
    """`text` as `inline` makes it, and None where there is none: what a template asks for before it prints it."""
    return inline(text) if text else None


def compose(pattern: str, values: Mapping[str, object]) -> Inline:
    """A line of our own wording with what is put into it: `{name}` stands for one of `values`, which have been made
    here, or are whole numbers, and stay as they are. Raises TypeError where one is anything else."""
    made = ""
    for literal, name, _, _ in Formatter().parse(pattern):
        words = _escape(clean(literal)) if made else inline(literal)
        made += f"{' ' * literal[:1].isspace()}{words}{' ' * (literal[-1:].isspace() and bool(words))}"
        made += str(_guard(values[name])) if name else ""
    return Inline(made)


def anchor(text: Inline, href: Link) -> Block:
    """A link in Markdown, to stand within a line."""
    return Block(f"[{text}]({href})")


_QUOTED = re.compile(r"[\"'()=:]")


def attribute(text: str, limit: int = LONGEST) -> Attribute:
    """`text` as the value of an attribute in double quotes, in HTML and in a Markdown attribute list."""
    return Attribute(_QUOTED.sub(lambda found: _reference(found[0]), _escape(clean(text, limit))))


_SAFE = "/:?#@!$&+,;=-.~%"


def link(url: str | None) -> Link | None:
    """`url` as a link where it is an http or https address with a host, else None. What has a meaning in Markdown or
    HTML is percent-encoded."""
    if not url or len(url) > _LONGEST_LINK or re.search(r"[\x00-\x20\x7f\\]", url.strip()):
        return None
    try:
        parts = urlsplit(unicodedata.normalize("NFC", url.strip()))
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not re.fullmatch(r"[a-z0-9.-]+", host) or parts.username is not None:
        return None
    rest = urlunsplit(("", "", parts.path, parts.query, parts.fragment))
    return Link(f"{parts.scheme}://{host}{port}" + quote(rest, safe=_SAFE, errors="replace").replace("&", "&amp;"))


_OWN = re.compile(r"[a-zA-Z0-9._/-]*(?:#[a-zA-Z0-9._-]+)?")


@functools.lru_cache(maxsize=16_384)
def own(path: str) -> Link:
    """A path or an anchor of our own making. Raises ValueError where it holds more than letters, digits and `._/-#`."""
    if not _OWN.fullmatch(path):
        raise ValueError(f"not a path of our own: {path!r}")
    return Link(path)


def query(text: str) -> Link:
    """A link that opens the site's search with `text` in it."""
    return Link("?q=" + quote(clean(text, 200), safe=""))


def front(text: str, limit: int = 300) -> str:
    """`text` for a value of a page's front matter, which the theme prints as HTML, also within attributes."""
    return html.escape(clean(text, limit))


def _guard(value: object) -> object:
    if type(value) in {Inline, Attribute, Link, Block, int}:
        return value
    raise TypeError(f"a template may print only values that generator.text.escape made, not {type(value).__name__}")


def environment(load: Callable[[str], str]) -> jinja2.Environment:
    """The environment of our templates. `load` gives a template's text by name. Undefined names are errors, and so is
    any value that has not come through this module."""
    env = jinja2.Environment(
        loader=jinja2.FunctionLoader(load),
        undefined=jinja2.StrictUndefined,
        finalize=_guard,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # noqa: S701 - the guard is stricter: it refuses what has not been escaped
        keep_trailing_newline=False,
    )
    env.filters.pop("safe", None)
    return env
