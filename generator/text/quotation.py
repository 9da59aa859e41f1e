"""A source's words between our quotation marks: its own marks turn to single ones, and one that lost its partner where
the quote was cut gets it back at that end. Nothing else of the words changes."""

from __future__ import annotations

import re

_DOUBLE = re.compile('[“”„"]')
_OPENS_BEFORE = frozenset(" \t\n([{—–-‘'/")
_ANY = "“”„\"‘’'"
_ONE_MARK = str.maketrans(dict.fromkeys(_ANY, "'"))


def within(text: str) -> str:
    """`text` as it stands between double quotation marks: `“We agreed,” he said` becomes `‘We agreed,’ he said`."""
    depth, unopened, parts, last = 0, 0, [], 0
    for found in _DOUBLE.finditer(text):
        at = found.start()
        opens = found[0] in "“„" or (found[0] == '"' and _opens(text, at))
        if opens:
            depth += 1
        elif depth:
            depth -= 1
        else:
            unopened += 1
        parts += [text[last:at], "‘" if opens else "’"]
        last = at + 1
    made = "".join([*parts, text[last:]])
    return _mended(made, unopened, depth)


def _mended(text: str, unopened: int, unclosed: int) -> str:
    """A mark that is left alone is a speech that goes on beyond that end of the quote, or a stray one at it."""
    if unopened and text.startswith("’"):
        text, unopened = text[1:].lstrip(), unopened - 1
    if unclosed and text.endswith("‘"):
        text, unclosed = text[:-1].rstrip(), unclosed - 1
    return "‘" * bool(unopened) + text + "’" * bool(unclosed)


def _opens(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] in _OPENS_BEFORE


def same_words(shown: str, text: str) -> bool:
    """Whether `shown` is `text` but for its quotation marks: their form, and what `within` mends at the ends."""
    return bare(shown) == bare(text)


def bare(text: str) -> str:
    """`text` with one form of quotation mark, and none at its ends."""
    return " ".join(text.translate(_ONE_MARK).strip(" '").split())
