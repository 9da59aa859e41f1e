"""The finished site made light: one stylesheet of what its pages use in place of the theme's and ours, and pages that
name it and carry no blanks that nobody sees."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from .css_purge import trim
from .css_usage import Used

FOLDER = "assets/stylesheets/"
_LINK = re.compile(
    rf'<link rel="stylesheet" href="([^"]*?)({FOLDER}(?:(?:main|palette)\.[0-9a-f]+\.min|briefing|print)\.css)"'
    r'(?: media="(\w+)")?>'
)
# Kept as they are: what shows its blanks, what is no HTML, and tags, whose attributes may hold blanks that matter.
_KEPT = re.compile(
    r"<(pre|textarea|script|style)\b.*?</\1\s*>|<!--.*?-->|<[a-z/!](?:\"[^\"]*\"|'[^']*'|[^\"'>]++)*+>",
    re.DOTALL | re.IGNORECASE,
)
_BLANKS = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class Stylesheet:
    """`text` belongs at `path` of the site, where it stands for the stylesheets `parts`, as `linked` gives them."""

    parts: tuple[tuple[str, str], ...]
    path: str
    text: str


def linked(page: str) -> tuple[tuple[str, str], ...]:
    """The stylesheets of the theme and of ours that a page names, in order: (path in the site, medium or nothing)."""
    return tuple((path, medium) for _, path, medium in _LINK.findall(page))


def build_stylesheet(parts: tuple[tuple[str, str], ...], texts: Mapping[str, str], used: Used) -> Stylesheet:
    """The stylesheets `parts`, as `linked` gives them, as one; `texts` are theirs, by path. Raises ValueError where one
    does not parse."""
    whole = ""
    for path, medium in parts:
        text = texts[path].removeprefix('@charset "UTF-8";')
        whole += f"@media {medium}{{{text}}}" if medium else text
    text = trim(whole, used)
    return Stylesheet(parts, f"{FOLDER}site.{hashlib.sha256(text.encode()).hexdigest()[:8]}.css", text)


def lighter(page: str, sheet: Stylesheet | None) -> str:
    """The page with `sheet` for its stylesheets, where it names just those, and with one blank for many. A page that is
    not the theme's is left as it is."""
    named = linked(page)
    if not named:
        return page
    if sheet and named == sheet.parts:
        page = _LINK.sub(lambda m: m.group().replace(m[2], sheet.path) if m[2] == sheet.parts[0][0] else "", page)
    done, place = [], 0
    for kept in _KEPT.finditer(page):
        done += [_squeezed(page[place : kept.start()]), kept.group()]
        place = kept.end()
    return "".join([*done, _squeezed(page[place:])])


def _squeezed(text: str) -> str:
    return _BLANKS.sub(lambda blanks: "\n" if "\n" in blanks.group() else " ", text)
