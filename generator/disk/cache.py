"""What earlier runs worked out, in `.briefing/cache`, an entry a file. It may be lost, shared or damaged: an entry is
sealed with a key that only this user has, and whatever is not as it was sealed is no entry. Nothing of it is parsed
before that, and nothing ever executed."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from .cache_key import sealing_key
from .code_version import code_version

FOLDER = Path(".briefing") / "cache"
SPARE = 256_000_000
"""How many bytes of entries that a run had no use for are kept, the newest first."""
_SEAL = 32
_NAME = 40
_HEX = frozenset("0123456789abcdef")
_LARGEST = 200_000_000


class Cache:
    """Values by name, as bytes. One that is not there, not sealed by this user, or of another version of the generator
    is None; a value that cannot be written is dropped. Several processes may use one folder at once."""

    def __init__(self, folder: Path, key: bytes, version: bytes) -> None:
        self._folder, self._key, self._version = folder, key, version
        self._used: set[str] = set()
        self._wrote = False

    def name(self, *parts: bytes) -> str:
        """The name of what follows from `parts` and this version of the generator."""
        made = hashlib.blake2b(self._version, digest_size=_NAME // 2)
        for part in parts:
            made.update(len(part).to_bytes(8, "big"))
            made.update(part)
        return made.hexdigest()

    def get(self, name: str) -> bytes | None:
        """The value of `name`."""
        try:
            data = _read(self._path(name))
        except OSError:
            return None
        value = data[_SEAL:]
        if not hmac.compare_digest(self._seal(name, value), data[:_SEAL]):
            return None
        self._used.add(name)
        return value

    def put(self, name: str, value: bytes) -> None:
        """Keeps `value` under `name`."""
        path = self._path(name)
        fresh = path.with_name(f".{name}-{secrets.token_hex(4)}")
        try:
            self._prepare(path.parent)
            with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o644), "wb") as file:
                file.write(self._seal(name, value) + value)
            fresh.replace(path)
        except OSError:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)
            return
        self._wrote = True
        self._used.add(name)

    def sweep(self, spare: int = SPARE) -> None:
        """Removes old entries that this run had no use for, so that a folder is no larger than what was used and
        `spare` bytes more. Does nothing where nothing was written."""
        if not self._wrote:
            return
        unused = sorted(self._unused(), reverse=True)
        for _, size, path in unused:
            spare -= size
            if spare < 0:
                with suppress(OSError):
                    Path(path).unlink()

    def _unused(self) -> Iterator[tuple[float, int, str]]:
        for shelf in _entries(self._folder):
            if not (len(shelf.name) == 2 and set(shelf.name) <= _HEX and shelf.is_dir(follow_symlinks=False)):
                continue
            for entry in _entries(Path(shelf.path)):
                if _is_ours(entry.name) and entry.name not in self._used:
                    with suppress(OSError):
                        found = entry.stat(follow_symlinks=False)
                        yield found.st_mtime, found.st_size, entry.path

    def _path(self, name: str) -> Path:
        return self._folder / name[:2] / name

    def _prepare(self, shelf: Path) -> None:
        if shelf.is_dir() and not shelf.is_symlink():
            return
        shelf.mkdir(parents=True, exist_ok=True)
        if shelf.is_symlink() or not _is_plain(self._folder):
            raise NotADirectoryError
        ignored = self._folder / ".gitignore"
        if not ignored.exists() and not ignored.is_symlink():
            ignored.write_text("*\n", encoding="ascii")

    def _seal(self, name: str, value: bytes) -> bytes:
        return hashlib.blake2b(name.encode() + value, key=self._key, digest_size=_SEAL).digest()


def open_cache(root: Path) -> Cache | None:
    """The cache of the project in `root`; None where this user has no key, or what lies in its place is a link."""
    folder = root / FOLDER
    key = sealing_key()
    return Cache(folder, key, code_version()) if key and _is_plain(folder) else None


def _is_plain(folder: Path) -> bool:
    """Whether neither the folder nor the one around it is a link: nothing may be written or deleted elsewhere."""
    return not folder.is_symlink() and not folder.parent.is_symlink()


def _is_ours(name: str) -> bool:
    """Whether a file of the cache is an entry, or what is left of a write that was killed."""
    plain = name.removeprefix(".").partition("-")[0]
    return len(plain) == _NAME and set(plain) <= _HEX


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError:
        return []


def _read(path: Path) -> bytes:
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(handle, "rb") as file:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode) or found.st_size > _LARGEST:
            raise OSError
        return file.read()
