"""Writing into the file beside a source, whose own bytes are never touched."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

import yaml

from ..model import BESIDE, SourceFile

_ENDINGS = BESIDE[:2]


def amended(file: SourceFile, shared: bool, given: Mapping[str, str]) -> tuple[str, bytes]:
    """The name and the bytes of the sidecar of `file` with the values `given` added at its end: of the one that is
    there, else of a new one. A sidecar for the file's name without its ending is `shared` where others have it too."""
    path = PurePosixPath(file.path)
    there = dict(file.beside)
    names = [path.name + ending for ending in _ENDINGS]
    names += [] if shared else [path.stem + ending for ending in _ENDINGS]
    name = next((name for name in names if name in there), names[0])
    before = there.get(name, b"")
    lines = "".join(_line(key, value) for key, value in given.items()).encode("utf-8")
    return name, before + (b"\n" if before and not before.endswith(b"\n") else b"") + lines


def with_sidecar(file: SourceFile, name: str, data: bytes) -> SourceFile:
    """`file` as it is with `data` in the sidecar `name`."""
    return SourceFile(file.path, file.data, (*((n, d) for n, d in file.beside if n != name), (name, data)))


def _line(key: str, value: str) -> str:
    return yaml.safe_dump({key: value}, allow_unicode=True, width=10_000)
