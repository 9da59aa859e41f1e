"""Metadata kept beside a source: `NAME.meta.yml` for `NAME.txt` (or `NAME.txt.meta.yml`, which goes first)."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import PurePosixPath
from typing import Any

from ..config import Limits
from ..errors import UnreadableError
from ..model import Metadata, SourceFile
from .encoding import decode
from .frontmatter import parse_metadata
from .visible_values import visible_values

_SUFFIXES = (".meta.yml", ".meta.yaml")


def sidecar(file: SourceFile, limits: Limits) -> Metadata:
    """What the files beside `file` say about it; nothing where there are none. Raises UnreadableError."""
    path = PurePosixPath(file.path)
    beside = {PurePosixPath(name).name: data for name, data in file.beside}
    found = Metadata()
    for name in [stem + suffix for stem in (path.stem, path.name) for suffix in _SUFFIXES]:
        if beside.get(name, b"").strip():
            found = overlay(found, _parse(name, beside[name], limits))
    return found


def overlay(below: Metadata, above: Metadata) -> Metadata:
    """`below` with every value that `above` sets in its place. A value of which nothing can be seen is none."""
    below, above, plain = visible_values(below), visible_values(above), Metadata()
    given: dict[str, Any] = {
        f.name: getattr(above, f.name) for f in fields(Metadata) if getattr(above, f.name) != getattr(plain, f.name)
    }
    if "origin" in given:
        given.setdefault("origin_from", None)  # what a person says is no find of ours
    return replace(below, **given)


def _parse(name: str, data: bytes, limits: Limits) -> Metadata:
    try:
        text, _ = decode(data, limits)
    except UnreadableError as error:
        raise UnreadableError(f"{name}: {error}", error.published) from None
    return parse_metadata(text, f"{name} ")
