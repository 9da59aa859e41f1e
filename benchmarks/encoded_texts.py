"""Texts of our own in the encodings that were in use before UTF-8, for `quality_encodings` and the tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

TEXTS = Path(__file__).parent / "texts"
ENCODINGS = {
    "ru": ("koi8_r", "cp1251", "iso8859_5", "cp866"),
    "uk": ("cp1251", "koi8_u"),
    "bg": ("cp1251",),
    "pl": ("iso8859_2", "cp1250"),
    "cs": ("iso8859_2", "cp1250"),
    "hu": ("iso8859_2", "cp1250"),
    "el": ("iso8859_7", "cp1253"),
    "he": ("iso8859_8", "cp1255"),
    "tr": ("iso8859_9",),
    "lt": ("cp1257",),
    "ro": ("iso8859_2",),
    "ar": ("cp1256", "iso8859_6"),
    "th": ("tis_620",),
    "ko": ("euc_kr",),
    "ja": ("shift_jis", "euc_jp", "iso2022_jp", "utf_16_le"),
    "zh": ("gb18030", "gb2312", "utf_16_be"),
    "zh-Hant": ("big5",),
    "de": ("cp1252", "mac_roman", "utf_16_le"),
    "fr": ("cp1252", "iso8859_15"),
    "es": ("iso8859_1",),
}

_CEDILLA = frozenset(["iso8859_2", "cp1250"])
_COMMA_BELOW = str.maketrans("șțȘȚ", "şţŞŢ")


class EncodedText(NamedTuple):
    """A text and its bytes in one encoding."""

    language: str
    encoding: str
    text: str
    data: bytes


def encoded_texts(each: int = 10) -> Iterator[EncodedText]:
    """`each` texts, of one, two or three sentences or paragraphs, in every encoding of every language."""
    known = yaml.safe_load((TEXTS / "encodings.yml").read_text(encoding="utf-8"))
    for language, encodings in ENCODINGS.items():
        pieces = known.get(language) or _paragraphs(language)
        for encoding in encodings:
            for k in range(each):
                text = "\n\n".join(pieces[(k + i) % len(pieces)] for i in range(1 + k % 3)) + "\n"
                if encoding in _CEDILLA:
                    text = text.translate(_COMMA_BELOW)  # as Romanian was written before it had letters of its own
                yield EncodedText(language, encoding, text, text.encode(encoding))


def _paragraphs(language: str) -> list[str]:
    rows = yaml.safe_load((TEXTS / f"{language}.yml").read_text(encoding="utf-8"))
    return [row["text"] for row in rows]
