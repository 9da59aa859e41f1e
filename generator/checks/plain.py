"""Pages in the narrow Markdown that our templates write, read without rendering them.

The patterns below are what is known of that Markdown: text of which every active sign is escaped, links, bold words,
attribute lists, quotations, lists, details and tables, each only where it means one thing. A page made of nothing else
is read by them in a tenth of the time that rendering takes. Of any other, however little differs, nothing is said
here, and it is rendered. Tests hold the two ways together, on pages as they are and on pages that were spoiled."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import Page
from .seen import QUOTED, Editors, Number, Quotation, Seen, body

# A line: text, in which nothing is active but references to ASCII signs as `text.escape` writes them, and pieces.
_SIGNS = r"\n<>{}\[\]|`*_\\~^&"
_REFERENCE = r"&(?:#(?:3[2-9]|[4-9][0-9]|1[01][0-9]|12[0-6]);|(?!#|[0-9A-Za-z]++;))"
_TEXT = rf"(?:[^{_SIGNS}!]++|{_REFERENCE}|!(?!\[))++"
_VALUE = rf"(?:[^{_SIGNS}\"'=()]++|{_REFERENCE})*+"
_ID = r"[A-Za-z0-9.-]++"
_HREF = r"(?:[A-Za-z0-9/:?#@!$+,;=._~%-]++|&amp;)++"
_CLASSES = r"(?: \.[a-z-]++)*+"
_NAMES = rf"(?: data-search-exclude(?= )| (?:data-[a-z-]++|title|aria-label)=\"{_VALUE}\")*+"
_ATTRIBUTES = rf"\{{(?= [.#a-z]){_CLASSES}(?: #{_ID})?+{_CLASSES}{_NAMES} \}}"
_LINK = rf"\[{_TEXT}\]\({_HREF}\)(?:{_ATTRIBUTES})?+"
_BOLD = rf"\*\*{_TEXT}\*\*(?:\{{(?= \.){_CLASSES} \}})?+"
_SPAN = (
    rf"<span class=\"(?:(?:quoted|said)\"(?: data-quote=\"{_ID}\"(?: id=\"{_ID}\")?+)?+|who\"|rests\""
    rf"|editor\" data-correction=\"{_ID}\")>(?:{_TEXT})?+</span>"
)
_FEED = rf"<a class=\"follow\" type=\"application/atom\+xml\" href=\"{_HREF}\">{_TEXT}</a>"
_LINE = rf"(?:[^{_SIGNS}!]++|{_LINK}|{_SPAN}|{_REFERENCE}|!(?!\[)|{_BOLD}|{_FEED})++"

# Blocks, which stand between blank lines. The first line of one, without what is indented, is one of these.
_PLAIN = r"(?![-+=:#>?% ]|[0-9]++[.)])"  # what begins otherwise may open a block that is not meant
_PARAGRAPH = re.compile(rf"{_PLAIN}{_LINE}")
_LAST = re.compile(_ATTRIBUTES)
_HEADING = re.compile(rf"#{{1,3}}+ (?=[^#\s]){_LINE}(?<= )(?=\{{{_CLASSES} #){_ATTRIBUTES}")
_ITEM = re.compile(rf"(?:-|1\.) {_PLAIN}{_LINE}")
_DETAILS = re.compile(rf"\?\?\? [a-z-]++ \"(?![#\s]){_TEXT}(?<=\")")
_ROW = re.compile(rf"\| {_PLAIN}(?:{_LINE}\|(?: |\Z))++")
_DIVIDER = re.compile(r"\|(?: --- \|)++")
_SIZE = r"width=\"[0-9]++\" height=\"[0-9]++\""
_IMAGE = rf"<img class=\"(?:light|dark)\" src=\"[a-z0-9./-]++\" alt=\"{_VALUE}\" {_SIZE} loading=\"lazy\">\n"
_WHOLE = re.compile(
    rf"<div id=\"since\" class=\"since-list\"></div>|<figure class=\"picture\">\n(?:{_IMAGE}){{2}}</figure>"
)
_UNUSUAL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]| \n|\n\n\n")

# Where what is asked for stands, on a page that is known to be made of nothing else.
_IDS = re.compile(rf"\{{{_CLASSES} #({_ID})|<(?:span|div)[^>]* id=\"([^\"]*)\"")
_LINKS = re.compile(r"\]\(([^)]*)\)(?:\{([^}]*)\})?|<a [^>]*href=\"([^\"]*)\"")
_SPANS = re.compile(r"<span class=\"([^\"]*)\"(?: data-(quote|correction)=\"([^\"]*)\")?[^>]*>([^<]*)<")
_ENTRIES = re.compile(rf"^ *1\. \[[^\]]*\]\(([^)]*)\).*\n +\{{ #({_ID})", re.MULTILINE)
_VALUES = re.compile(r" ([a-z-]+)=\"([^\"]*)\"")
_CODES = re.compile(r"&#([0-9]+);")
_DEEPEST = 3

SOUND = bool(_HEADING.fullmatch("# Bridges of Brenn { #home }"))
"""Whether Python matches possessive patterns rightly: before 3.11.5 it fails at some (CPython issue 106052). There
every page is rendered, which takes longer and says the same."""


def plain(page: Page) -> Seen | None:
    """What readers get of `page`; None where it holds anything that is not known here, or Python is not SOUND."""
    if not SOUND:
        return None
    text = body(page).strip("\n")
    return _read(page.path, text) if text and not _UNUSUAL.search(text) and _known(text.split("\n\n")) else None


def _read(path: str, text: str) -> Seen | None:
    """What there is on the page at `path`, made of nothing but what is known."""
    ids = [id or other for id, other in _IDS.findall(text)]
    links = [(_address(href or feed), attributes) for href, attributes, feed in _LINKS.findall(text)]
    numbers = _numbers(text, links, ids)
    if numbers is None or len(set(ids)) < len(ids):
        return None
    quotations, editors = _spans(text)
    return Seen(path, tuple(sorted(ids)), tuple(href for href, _ in links), quotations, numbers, editors)


def _spans(text: str) -> tuple[tuple[Quotation, ...], tuple[Editors, ...]]:
    """What `text` shows as a source's words, and what as an editor's."""
    quotations, editors = [], []
    for name, kind, of, said in _SPANS.findall(text):
        if kind == "correction":
            editors.append(Editors(of, True, _words(said)))
        elif kind == "quote" or name == QUOTED:
            quotations.append(Quotation(of or None, name, _words(said)))
    return tuple(quotations), tuple(editors)


def _known(blocks: Sequence[str]) -> bool:
    """Whether each of `blocks` is of a kind that is known, and indented no further than what stands before it holds."""
    reach = 0
    for block in blocks:
        lines = block.split("\n")
        depth, rest = divmod(len(lines[0]) - len(lines[0].lstrip(" ")), 4)
        if rest or depth > min(reach, _DEEPEST):
            return False
        found = _reach(lines, depth) if depth == 0 or _inward(lines, " " * 4 * depth) else None
        if found is None:
            return False
        reach = depth + found
    return True


def _inward(lines: list[str], indent: str) -> bool:
    """Takes `indent` from each of `lines`; gives whether all had it."""
    whole = all(line.startswith(indent) for line in lines)
    lines[:] = [line[len(indent) :] for line in lines]
    return whole


def _reach(lines: list[str], depth: int) -> int | None:
    """How many levels further what follows a block may be indented; None for a block that is not known."""
    first = lines[0]
    if first.startswith(("- ", "1. ")):
        return 1 if _is_list(lines) else None
    if len(lines) == 1 and first.startswith("?"):
        return 1 if _DETAILS.fullmatch(first) else None
    return 0 if _is_closed(lines, outermost=depth == 0) else None


def _is_closed(lines: list[str], *, outermost: bool) -> bool:
    """Whether a block is known that nothing can be within."""
    first = lines[0]
    if first.startswith("#"):
        return len(lines) == 1 and bool(_HEADING.fullmatch(first))
    if first.startswith("| "):
        return _is_table(lines)
    if first.startswith(("<div", "<figure")):
        return outermost and bool(_WHOLE.fullmatch("\n".join(lines)))
    if not _PARAGRAPH.fullmatch(first):
        return False
    return len(lines) == 1 or (len(lines) == 2 and bool(_LAST.fullmatch(lines[1])))


def _is_list(lines: list[str]) -> bool:
    """Whether each item is known: a line, others that are indented, and attributes at its end."""
    ended = True
    for line in lines:
        if not line.startswith("    "):
            if not _ITEM.fullmatch(line):
                return False
            ended = False
        elif ended or not (_LAST.fullmatch(line, 4) or _PARAGRAPH.fullmatch(line, 4)):
            return False
        else:
            ended = line[4] == "{"
    return True


def _is_table(lines: list[str]) -> bool:
    """Whether all rows have as many cells as the first: what one has beyond those is not shown."""
    if len(lines) < 3 or not _DIVIDER.fullmatch(lines[1]):
        return False
    rows = [lines[0], *lines[2:]]
    return len({line.count("|") for line in lines}) == 1 and all(map(_ROW.fullmatch, rows))


def _numbers(text: str, links: list[tuple[str, str]], ids: list[str]) -> tuple[Number, ...] | None:
    """The numbers among `links`; None where one leads to something else than the entry of a source."""
    entries = {id: _address(href) for href, id in _ENTRIES.findall(text)}
    others = set(ids) - set(entries)
    made = []
    for href, attributes in (link for link in links if " data-" in link[1]):
        named = dict(_VALUES.findall(attributes))
        sentence, words, quote = (_plain(named.get(name)) for name in ("data-s", "data-text", "data-q"))
        to = href.removeprefix("#")
        if sentence is not None and to in others:
            return None
        if sentence is not None or words is not None:
            entry = entries.get(to) if sentence is not None else None
            made.append(Number(sentence, entry, quote, None if words is None else " ".join(words.split())))
    return tuple(made)


def _address(href: str) -> str:
    return href.replace("&amp;", "&")


def _words(text: str) -> str:
    return " ".join((_plain(text) or "").split())


def _plain(text: str | None) -> str | None:
    return _CODES.sub(lambda found: chr(int(found[1])), text) if text and "&" in text else text
