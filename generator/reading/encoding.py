"""From bytes to text: which encoding, whether it is text at all, and mojibake put right.

A byte order mark decides; then UTF-16 where every other byte is NUL; then UTF-8, also with a few broken bytes in it;
what is left is read in the encoding in which it reads as a language (`detect`), and not at all where there is none."""

from __future__ import annotations

import codecs
import re
from functools import cache
from operator import ne
from typing import TYPE_CHECKING

from ..config import Limits
from ..errors import UnreadableError
from ..text.invisible import visible
from . import detect

if TYPE_CHECKING:
    from ftfy import TextFixerConfig

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
NO_ENCODING = "its encoding cannot be told: it is not UTF-8, and reads as no language in any other; save it as UTF-8"
"""Why a text is not read that would be garbage."""

_AS_BROWSERS_DO = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "cp950",
    "tis-620": "cp874",
    "iso8859-11": "cp874",
}
_PROBE = 4096
_BROKEN_WORD = re.compile(r"\u00ad[ \t]*\n[ \t]*(?=[^\W\d_])(\S{1,60})[ \t]*")
_UNDEFINED = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\x80-\x84\x86-\x9f]")


def decode(data: bytes, limits: Limits) -> tuple[str, tuple[str, ...]]:
    """The text of `data` with line feeds as line ends and without what nobody sees, and notes on what had to be guessed
    or mended. A word that a soft hyphen breaks over two lines is whole again on the first of them. Raises
    UnreadableError for an empty or binary file and beyond the limits on characters and on the length of a line."""
    return finished(*_decode(data), limits)


def finished(text: str, notes: tuple[str, ...], limits: Limits) -> tuple[str, tuple[str, ...]]:
    """What `decode` makes of a text whose encoding is settled."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise UnreadableError("the file holds no text")
    check_limits(text, limits)
    text, mended = repair(text)
    if mended:
        notes = (*notes, f"mojibake repaired in {mended} line{'s' if mended > 1 else ''}")
    text = visible(_BROKEN_WORD.sub(r"\1\n", text))
    if not text.strip():
        raise UnreadableError("the file holds no text")
    return text, notes


def as_declared(data: bytes, charset: str) -> tuple[str, tuple[str, ...]] | None:
    """The text of `data` in the encoding that it declares, read as browsers read it, or in that in which it certainly
    is, with a note; None where it cannot be in the declared one, or none is declared that Python knows for text."""
    try:
        found = codecs.lookup(charset) if charset else None
    except LookupError:
        return None
    if found is None or not found._is_text_encoding:
        return None
    encoding = _AS_BROWSERS_DO.get(found.name, found.name)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    if not found.name.startswith("utf") and (better := detect.read_better(data, encoding)):
        return better[0], (f"declared as {detect.name(encoding)}, read as {detect.name(better[1])}",)
    return text, ()


def check_limits(text: str, limits: Limits) -> None:
    """Raises UnreadableError where `text` has more characters, or a longer line, than the limits allow."""
    if len(text) > limits.text_chars:
        raise UnreadableError(beyond(len(text), "characters", limits.text_chars, "text_chars"))
    longest = max(map(len, text.split("\n")))
    if longest > limits.line_chars:
        raise UnreadableError(beyond(longest, "characters in one line", limits.line_chars, "line_chars"))


def beyond(found: int, what: str, limit: int, setting: str) -> str:
    """The reason for refusing what is larger than the limit that `limits.<setting>` sets."""
    return f"{found:,} {what}, more than the limit of {limit:,}; `limits.{setting}` in briefing.yml raises it"


def repair(text: str) -> tuple[str, int]:
    """`text` with lines that were decoded wrongly somewhere on their way put right, and how many they were. Quotation
    marks, ligatures and everything else stay as they are."""
    if text.isascii():
        return text, 0
    if whole := detect.read_before(text):
        return whole, sum(map(ne, text.split("\n"), whole.split("\n")))
    import ftfy  # a tenth of a second, for whoever has more than ASCII
    from ftfy.badness import is_bad

    lines, mended = text.split("\n"), 0
    for index, line in enumerate(lines):
        if not line.isascii() and is_bad(line):
            fixed = ftfy.fix_encoding(line, _mojibake_only())
            mended += fixed != line
            lines[index] = fixed
    return ("\n".join(lines), mended) if mended else (text, 0)


@cache
def _mojibake_only() -> TextFixerConfig:
    import ftfy

    return ftfy.TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_encoding=True,
        restore_byte_a0=True,
        replace_lossy_sequences=True,
        decode_inconsistent_utf8=True,
        fix_c1_controls=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
    )


def _decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    if not data:
        raise UnreadableError("the file is empty")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding), ()
    if b"\0" in data:
        return _utf16(data), ("no byte order mark: read as UTF-16",)
    if detect.shifts(data) and (found := detect.read_as(data)):
        return _text(found[0]), (f"not UTF-8: read as {detect.name(found[1])}",)
    try:
        return _text(data.decode("utf-8")), ()
    except UnicodeDecodeError:
        return _guess(data)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return _text(data.decode(encoding))
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"starts as {encoding.upper()} but is not: {error.reason} at byte {error.start}"
        ) from None


def _utf16(data: bytes) -> str:
    """Text in a Latin script as UTF-16 has a NUL in every other byte, all on the same side."""
    probe = data[:_PROBE]
    high, low = probe[::2].count(0), probe[1::2].count(0)
    enough = len(probe) * 0.35
    if len(data) % 2 == 0 and (min(low, high) <= max(low, high) // 8) and max(low, high) >= enough:
        return _strictly(data, "utf-16-le" if low > high else "utf-16-be")
    if found := detect.read_as(data):
        return _text(found[0])
    raise UnreadableError("not a text file: it holds NUL bytes")


def _guess(data: bytes) -> tuple[str, tuple[str, ...]]:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(byte >= 0xC2 for byte in data) - broken
    if whole > 2 * broken:
        return _text(text), (f"UTF-8 with {broken} broken byte sequence{'s' if broken > 1 else ''}, shown as \ufffd",)
    found = detect.read_as(data) or _western(data)
    if found is None:
        raise UnreadableError(NO_ENCODING)
    notes = (f"not UTF-8: read as {detect.name(found[1])}",)
    broken = found[0].count("\ufffd")
    cut = f"{broken} broken character{'s' if broken > 1 else ''}, shown as \ufffd"
    return _text(found[0]), (*notes, cut) if broken else notes


def _western(data: bytes) -> tuple[str, str] | None:
    """`data` as Windows-1252 with bytes that it does not have, where these are all that keeps it from being read."""
    if not _UNDEFINED.search(data):
        return None
    found = detect.read_as(_UNDEFINED.sub(b" ", data))
    if found is None or found[1] != "cp1252":
        return None
    return "".join(chr(b) if _UNDEFINED.match(bytes([b])) else bytes([b]).decode("cp1252") for b in data), "cp1252"


def _text(text: str) -> str:
    """`text`, unless more of it is control characters than ever stands in a text."""
    controls = sum(1 for _ in _CONTROL.finditer(text))
    if controls > 4 + len(text) // 50:
        raise UnreadableError(f"not a text file: {controls:,} of its {len(text):,} characters are control characters")
    return text
