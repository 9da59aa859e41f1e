"""The key that entries of a cache are sealed with. It lies in the user's own folder and never beside a cache, so that
nobody who can only bring files into a project can make an entry that is taken for one of ours."""

from __future__ import annotations

import os
import secrets
import stat
from pathlib import Path

_LENGTH = 32


def sealing_key() -> bytes | None:
    """The key of this user, made where there is none yet; None where none can be kept, or others may have made it."""
    try:
        path = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "briefing" / "cache.key"
        return _read(path) or _made(path)
    except (OSError, RuntimeError):  # there may be no home
        return None


def _read(path: Path) -> bytes | None:
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    with os.fdopen(handle, "rb") as file:
        found = os.fstat(handle)
        if found.st_uid != os.getuid() or stat.S_IMODE(found.st_mode) & 0o022:
            raise PermissionError
        key = file.read(_LENGTH + 1)
    if len(key) != _LENGTH:
        raise OSError
    return key


def _made(path: Path) -> bytes:
    """A new key at `path`, or that of another process that was a moment faster."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = path.with_name(f".{path.name}-{secrets.token_hex(8)}")
    try:
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(secrets.token_bytes(_LENGTH))
        os.link(fresh, path)
    except FileExistsError:
        pass
    finally:
        fresh.unlink(missing_ok=True)
    key = _read(path)
    if key is None:
        raise FileNotFoundError
    return key
