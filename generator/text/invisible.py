"""Characters that nobody sees: control characters, soft hyphens, spaces without width, marks of direction, smuggled
tags, halves of a character. They part a word in two for whoever compares or counts words, so they go before anything
is read.

What a script is written with stays: the joiners of Arabic, Persian, Urdu, the scripts of India and of emoji, the
variation selectors of symbols, ideographs and Mongolian, the tags of a flag, and the spaces without width that part
words in Khmer, Lao and Burmese, which have no others. (Unicode 16, chapter 23; UAX 31, section 2.3, on joiners.)"""

from __future__ import annotations

import re
import unicodedata

_GONE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffc"
)
_GONE_BEYOND = "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
_SPACE, _NON_JOINER, _JOINER = "\u200b", "\u200c", "\u200d"
_MONGOLIAN = "\u180b-\u180f"
_SELECTORS, _MORE_SELECTORS = "\ufe00-\ufe0f", "\U000e0100-\U000e01ef"
_TAGS = "\U000e0000-\U000e007f"
_INVISIBLE = re.compile(f"[{_GONE}{_GONE_BEYOND}{_SPACE}-{_JOINER}{_MONGOLIAN}{_SELECTORS}{_MORE_SELECTORS}{_TAGS}]")
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")
_SPACED_BY_NOTHING = re.compile("[\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff\ua9e0-\ua9ff\uaa60-\uaa7f]")
_JOINING = re.compile(
    "[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1700-\u18af\u1900-\u1c4f\u1cd0-\u1cff\ua800-\ua82f\ua840-\ua8ff"
    "\ua930-\ua9df\uaa00-\uaadf\uabc0-\uabff\ufb50-\ufdff\ufe70-\ufefc\U00010a00-\U00010aff\U00010d00-\U00010fff"
    "\U00011000-\U00011fff\U0001e900-\U0001e95f]"
)
_PICTURE = re.compile("[\u200d\u20e3\u2190-\u2bff\u3030\u303d\ufe0f\U0001f000-\U0001faff]")
_SELECTED = re.compile(
    "[\u00a9\u00ae\u203c-\u2bff\u3000-\u303f\u3297\u3299\u3400-\u9fff\uf900-\ufaff\U0001f000-\U0001faff\U00020000-\U0003ffff]"
)
_KEYCAP = "\u20e3"
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")  # but those that part words


def visible(text: str) -> str:
    """`text` without the characters that nobody sees, but for those that its script is written with."""
    if _CONTROL.search(text):
        text = _CONTROL.sub("", text)
    if text.isascii() or not _INVISIBLE.search(text):
        return text
    flags = [range(*found.span()) for found in _FLAG.finditer(text)]
    return _INVISIBLE.sub(lambda found: found[0] if _is_needed(found, flags) else "", text)


def _is_needed(found: re.Match[str], flags: list[range]) -> bool:
    text, at, char = found.string, found.start(), found[0]
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    needed = _JUDGED.get(char) or next((test for span, test in _JUDGED_SPANS if span.match(char)), None)
    return needed(before, after) if needed else any(at in flag for flag in flags)


def _parts_words(before: str, after: str) -> bool:
    return bool(_SPACED_BY_NOTHING.match(before) and _SPACED_BY_NOTHING.match(after))


def _keeps_apart(before: str, after: str) -> bool:
    return bool(_JOINING.match(before) and _JOINING.match(after))


def _varies_mongolian(before: str, after: str) -> bool:
    return "\u1800" <= before <= "\u18af" and not _INVISIBLE.match(before)


def _selects(before: str, after: str) -> bool:
    """Whether a variation selector has something before it that it can vary."""
    return bool(_SELECTED.match(before)) or after == _KEYCAP or unicodedata.category(before or " ") == "Sm"


def _joins(before: str, after: str) -> bool:
    """Whether a joiner between these two gives a letter its form, or makes one picture of two."""
    if _JOINING.match(before) or _JOINING.match(after):
        return True
    return bool(_PICTURE.match(before) and _PICTURE.match(after))


_JUDGED = {_SPACE: _parts_words, _NON_JOINER: _keeps_apart, _JOINER: _joins}
_JUDGED_SPANS = (
    (re.compile(f"[{_MONGOLIAN}]"), _varies_mongolian),
    (re.compile(f"[{_SELECTORS}{_MORE_SELECTORS}]"), _selects),
)
