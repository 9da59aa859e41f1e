"""The work on a file as bytes, and back: for the cache, and between processes. Nothing in them is ever executed, and
what is not as the values' types say is no such value."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import Any, get_args

import msgspec

from .model import (
    Analysis,
    Article,
    Attribution,
    DateMention,
    Keyphrase,
    Metadata,
    NameMention,
    Part,
    Refusal,
    Relative,
    Sentence,
    SourceFile,
    Tense,
    Worked,
)

_MOST = 1_000_000_000  # bytes that a packed value may unpack to
_RELATIVE: dict[str, Any] = {kind.__name__: kind for kind in get_args(Relative)}


class _Date(msgspec.Struct, array_like=True):
    """A DateMention. msgspec reads no union of dataclasses, so `relative` stands as its name and its values."""

    sentence: int
    start: int
    end: int
    text: str
    value: str | None
    relative: tuple[str, dict[str, str | int | None]] | None
    tense: Tense
    year_from: str | None
    editor: str | None


class _Analysis(msgspec.Struct, array_like=True):
    """An Analysis without its article."""

    sentences: tuple[Sentence, ...]
    keyphrases: tuple[Keyphrase, ...]
    summary: tuple[int, ...]
    names: tuple[NameMention, ...]
    dates: tuple[_Date, ...]
    attributions: tuple[Attribution, ...]


class _Part(msgspec.Struct, array_like=True):
    path: str
    metadata: Metadata | None  # None: as its article has them
    article: Article | None
    analysis: _Analysis | None
    refused: Refusal | None


class _Worked(msgspec.Struct, array_like=True):
    parts: tuple[_Part, ...]
    refused: Refusal | None


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(_Worked).decode
_decode_files = msgspec.msgpack.Decoder(tuple[SourceFile, ...]).decode


def pack(worked: Worked) -> bytes:
    """`worked` as bytes, the same for the same value."""
    return zlib.compress(_encode(_Worked(tuple(map(_packed, worked.parts)), worked.refused)), 1)


def unpack(data: bytes) -> Worked:
    """What `pack` made bytes of. Raises ValueError where they are none of its bytes."""
    try:
        unpacker = zlib.decompressobj()
        kept = _decode(unpacker.decompress(data, _MOST))
        return Worked(tuple(map(_unpacked, kept.parts)), kept.refused)
    except (msgspec.MsgspecError, zlib.error, KeyError, RecursionError) as error:
        raise ValueError(str(error)) from error


def pack_files(files: Iterable[SourceFile]) -> bytes:
    """Files as bytes, for another process."""
    return _encode(tuple(files))


def unpack_files(data: bytes) -> tuple[SourceFile, ...]:
    """What `pack_files` made bytes of."""
    return _decode_files(data)


def packed_key(value: object) -> bytes:
    """A value of plain dataclasses as bytes, the same for the same value: to name what follows from it."""
    return _encode(value)


def _packed(part: Part) -> _Part:
    own = part.metadata if part.article is None or part.metadata != part.article.metadata else None
    return _Part(part.path, own, part.article, _said(part.analysis) if part.analysis else None, part.refused)


def _said(one: Analysis) -> _Analysis:
    dates = tuple(map(_date, one.dates))
    return _Analysis(one.sentences, one.keyphrases, one.summary, one.names, dates, one.attributions)


def _date(one: DateMention) -> _Date:
    relative = (type(one.relative).__name__, msgspec.to_builtins(one.relative)) if one.relative else None
    return _Date(one.sentence, one.start, one.end, one.text, one.value, relative, one.tense, one.year_from, one.editor)


def _unpacked(kept: _Part) -> Part:
    metadata = kept.metadata or (kept.article.metadata if kept.article else Metadata())
    analysis = _analysis(kept.article, kept.analysis) if kept.article and kept.analysis else None
    return Part(kept.path, metadata, kept.article, analysis, kept.refused)


def _analysis(article: Article, said: _Analysis) -> Analysis:
    dates = tuple(map(_mention, said.dates))
    return Analysis(article, said.sentences, said.keyphrases, said.summary, said.names, dates, said.attributions)


def _mention(kept: _Date) -> DateMention:
    relative: Relative | None = None
    if kept.relative:
        name, values = kept.relative
        relative = msgspec.convert(values, _RELATIVE[name])
    return DateMention(
        kept.sentence, kept.start, kept.end, kept.text, kept.value, relative, kept.tense, kept.year_from, kept.editor
    )
