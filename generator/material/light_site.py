"""The finished site as a whole made light: its one stylesheet, and its pages that name it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from ..model import Asset
from .css_purge import compared_attributes
from .css_usage import collect
from .stylesheet import Stylesheet, build_stylesheet, lighter, linked

Files = Callable[[str], Iterable[tuple[str, str]]]
"""(path inside the site, text) of every file whose name ends so. Pages are asked for more than once, for a site may be
larger than memory."""

_OURS = tuple(f"assets/javascripts/{name}.js" for name in ("cite", "last_visit", "narrow"))
_NOTES = re.compile(r"^\s*//.*\n|^[ \t]+|[ \t]+// .*$", re.MULTILINE)  # and indentation: no string of ours spans lines
_NAME_NO_CLASS = ("assets/javascripts/lunr/", "search/")  # scripts of words, not of the page


def light_site(files: Files, tell: Callable[[str], None]) -> Iterator[Asset]:
    """The stylesheet of what the pages use, then each page with it in place of the theme's and ours. Where theirs
    cannot be read, `tell` is told, and pages keep them."""
    try:
        sheet = _stylesheet(files)
    except ValueError as error:
        tell(f"the theme's stylesheets stay as they are: {error}")
        sheet = None
    if sheet:
        yield Asset(sheet.path, sheet.text.encode())
    for path, text in files(".js"):
        if path in _OURS:
            yield Asset(path, _NOTES.sub("", text).encode())
    for path, text in files(".html"):
        yield Asset(path, lighter(text, sheet).encode())


def _stylesheet(files: Files) -> Stylesheet | None:
    """None where no page names the stylesheets of the theme, or one that it names is not there."""
    parts = next((named for _, text in files(".html") if (named := linked(text))), ())
    sheets = dict(files(".css"))
    if not parts or not sheets.keys() >= {path for path, _ in parts}:
        return None
    ours = {path: sheets.pop(path) for path, _ in parts}
    used = collect(
        (text for _, text in files(".html")),
        (text for path, text in files(".js") if not path.startswith(_NAME_NO_CLASS)),
        sheets.values(),
        compared_attributes("".join(ours.values())),
    )
    return build_stylesheet(parts, ours, used)
