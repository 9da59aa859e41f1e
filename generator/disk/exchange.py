"""Two folders that change places at once, where the system can do that."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_SWAP = 2  # RENAME_EXCHANGE of Linux, and RENAME_SWAP of macOS


def exchange(one: Path, other: Path) -> bool:
    """Has the folders `one` and `other` change places, so that at no time either name is free; False, and nothing has
    changed, where the system or the disk cannot do that."""
    paths = os.fsencode(one), os.fsencode(other)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            return bool(library.renamex_np(*paths, ctypes.c_uint(_SWAP)) == 0)
        return bool(library.renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], ctypes.c_uint(_SWAP)) == 0)
    except (AttributeError, OSError):  # a C library without it
        return False
