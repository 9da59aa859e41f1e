"""The encoding of bytes that declare none: the one in which they read as a language.

Every encoding that was in use before UTF-8 is tried; which one it was, letters and a language model tell
(`plausible.oddness`). What was measured is in docs/decisions/0032-encodings-by-letters.md."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from typing import NamedTuple

from .plausible import SCRIPTS, oddness

_MOST_ODD = 0.1
_CERTAIN = 0.02
_MUCH = 0.05  # better, for a declaration to be doubted
_RARE = 0.002  # what must speak for an encoding that few files have, beside one that many have
_SAMPLE = 65_536  # bytes
_MARKUP = re.compile(rb"<(script|style)\b.*?</\1\s*>|<[^<>]*>", re.IGNORECASE | re.DOTALL)
_NOT_ASCII = re.compile(rb"[^\x00-\x7f]")
_NOT_ASCII_TEXT = re.compile(r"[^\x00-\x7f]")
_NOT_LATIN1 = re.compile(r"[\u0400-\u045f\u2500-\u25ff\u2200-\u22ff\u00ae-\u00b1]")  # as UTF-8 looks in these
_ACCENTED = re.compile(r"[\u00c0-\u00ff]")
_TURNED = re.compile(r"[а-яё][А-ЯЁ]")
_OF_UTF8 = ("koi8_r", "cp1251", "cp866", "mac_roman", "mac_cyrillic", "cp850", "cp437")
_SEQUENCES = 6
_ESCAPES = (b"\x1b$", b"\x1b(")


class _Tried(NamedTuple):
    """An encoding, the scripts of what is written in it, and how far it stands behind."""

    encoding: str
    scripts: frozenset[str]
    behind: float = 0.0
    errors: str = "strict"


# In order: of two that read equally well the first is taken. Each by the name of its superset in files of our days.
_ENCODINGS = {
    "LATIN": "cp1252 iso8859_15 cp1250 iso8859_2 cp1254 cp1257 iso8859_13 iso8859_4 iso8859_3",
    "CYRILLIC": "cp1251 koi8_r koi8_u iso8859_5 cp866 mac_cyrillic",
    "GREEK": "cp1253 iso8859_7",
    "HEBREW": "cp1255 iso8859_8",
    "ARABIC": "cp1256 iso8859_6",
    "THAI": "cp874",
    "HANGUL": "cp949",
    "HAN": "cp932 euc_jp gb18030 cp950",
}
_BYTES = (
    *(_Tried(name, frozenset([script])) for script, names in _ENCODINGS.items() for name in names.split()),
    *(_Tried(name, frozenset(["LATIN"]), _RARE) for name in ("mac_roman", "cp850", "cp852", "mac_latin2", "cp1258")),
)
# For a text of which a character is broken, mostly the last one where it was cut off.
_LENIENT = tuple(one._replace(errors="replace") for one in _BYTES if one.scripts & {"HAN", "HANGUL"})
_PAIRS = (_Tried("utf_16_le", SCRIPTS), _Tried("utf_16_be", SCRIPTS))
_SHIFTED = (_Tried("iso2022_jp_2", SCRIPTS), _Tried("iso2022_kr", SCRIPTS))
_NAMES = {
    "cp932": "Shift_JIS", "cp949": "EUC-KR", "cp950": "Big5", "cp874": "TIS-620", "gb18030": "GB18030",
    "euc_jp": "EUC-JP", "koi8_r": "KOI8-R", "koi8_u": "KOI8-U", "cp866": "IBM866", "cp850": "IBM850",
    "cp852": "IBM852", "mac_roman": "Mac Roman", "mac_latin2": "Mac Central European",
    "mac_cyrillic": "Mac Cyrillic", "utf_16_le": "UTF-16", "utf_16_be": "UTF-16", "iso2022_jp_2": "ISO-2022-JP",
}  # fmt: skip


def name(encoding: str) -> str:
    """What people call one of Python's codecs."""
    plain = encoding.replace("cp125", "Windows-125").replace("iso8859_", "ISO-8859-")
    return _NAMES.get(encoding, plain if plain != encoding else encoding.upper().replace("_", "-"))


def shifts(data: bytes) -> bool:
    """Whether `data` may be in an encoding of East Asia that shifts between tables within ASCII."""
    return any(escape in data for escape in _ESCAPES) and _NOT_ASCII.search(data) is None


def read_as(data: bytes) -> tuple[str, str] | None:
    """The text of `data` and the codec with which it reads as a language; None where it does with none."""
    if shifts(data):
        return _best(data, data[:_SAMPLE], _SHIFTED)
    pairs = _PAIRS if len(data) % 2 == 0 else ()
    if b"\0" in data:
        return _best(data, data[:_SAMPLE], pairs)
    sample = _telling(data)
    return _best(data, sample, (*pairs, *_BYTES)) or _best(data, sample, _LENIENT, _CERTAIN)


def read_better(data: bytes, declared: str) -> tuple[str, str] | None:
    """The same of markup that reads as no language in the encoding that it declares, and certainly in another."""
    if shifts(data):
        return None if declared.startswith("iso2022") else read_as(data)
    sample = _MARKUP.sub(b" ", data[: 4 * _SAMPLE])
    odd = _oddness(sample, _Tried(declared, SCRIPTS))
    least = 1.0 if odd is None else odd
    return _best(data, sample, _BYTES, min(_CERTAIN, least - _MUCH))


def read_markup(data: bytes) -> tuple[str, str] | None:
    """As `read_as`, of markup: only what stands between the tags is judged."""
    if shifts(data) or b"\0" in data:
        return read_as(data)
    return _best(data, _telling(_MARKUP.sub(b" ", data)), _BYTES)


def read_before(text: str) -> str | None:
    """What `text` was, where all of it was read in a wrong encoding on its way here: UTF-8 read as another, or another
    script read as Windows-1252; None where that is not certain."""
    for codec in _OF_UTF8 if _NOT_LATIN1.search(text) else ():
        if (was := _utf8_behind(text, codec)) is not None:
            return was
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if len(_ACCENTED.findall(sample)) * 2 > letters:
        return _script_behind(text, ("cp1252", "latin-1"))
    if _TURNED.search(sample) and sum(map(str.isupper, sample)) * 2 > letters:
        return _script_behind(text, ("cp1251", "koi8_r"))
    return None


def _utf8_behind(text: str, codec: str) -> str | None:
    """No text but UTF-8 has six sequences of UTF-8 and nothing else beyond ASCII."""
    try:
        was = text.encode(codec).decode("utf-8")
    except UnicodeError:
        return None
    return was if len(_NOT_ASCII_TEXT.findall(was)) >= _SEQUENCES else None


def _script_behind(text: str, codecs_: Sequence[str]) -> str | None:
    for codec in codecs_:
        try:
            data = text.encode(codec)
        except UnicodeEncodeError:
            continue
        found = _best(data, _telling(data), [one for one in _BYTES if "LATIN" not in one.scripts], _CERTAIN)
        if found:
            return found[0]
    return None


def _telling(data: bytes) -> bytes:
    """A part of `data` that is not all ASCII, from the beginning of a line."""
    found = None if len(data) <= _SAMPLE else _NOT_ASCII.search(data)
    start = data.rfind(b"\n", 0, found.start()) + 1 if found and found.start() > _SAMPLE // 2 else 0
    return data[start : start + _SAMPLE]


def _best(data: bytes, sample: bytes, tried: Sequence[_Tried], most: float = _MOST_ODD) -> tuple[str, str] | None:
    """The text of the whole in the encoding in which the sample is least odd."""
    ranked: list[tuple[float, int]] = []
    for place, one in enumerate(tried):
        odd = _oddness(sample, one)
        if odd is not None and odd <= most:
            ranked.append((odd + one.behind, place))
    for _, place in sorted(ranked):
        try:
            return data.decode(tried[place].encoding, tried[place].errors), tried[place].encoding
        except UnicodeDecodeError:
            continue
    return None


def _oddness(sample: bytes, one: _Tried) -> float | None:
    try:
        # The sample may end within a character.
        text = codecs.getincrementaldecoder(one.encoding)(one.errors).decode(sample)
    except UnicodeDecodeError:
        return None
    return oddness(text, one.scripts)
