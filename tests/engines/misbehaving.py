"""Work that goes wrong as its file says, for tests of what a pool makes of it."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

from generator.engines import worker
from generator.model import Document, SourceFile
from generator.one_source import Ways
from generator.reading import read


def _hang() -> None:
    while True:
        time.process_time()


WRONG = {
    b"exit": lambda: os._exit(3),
    b"kill": lambda: os.kill(os.getpid(), signal.SIGKILL),
    b"memory": lambda: bytearray(1 << 62),
    b"hang": _hang,
}


def _read(file: SourceFile, *rest: Any) -> tuple[Document, ...]:
    """As a reader does, but for files that say what is to go wrong."""
    if file.data.startswith(b"once "):  # the first process only
        flag = Path(file.data.decode().split()[1])
        if not flag.exists():
            flag.touch()
            WRONG[b"kill"]()
    if file.data in WRONG:
        WRONG[file.data]()
    return read(file, *rest)


def work(files: Sequence[SourceFile], ways: Ways) -> tuple[bytes, list[bytes]]:
    """As a worker does, with that reader."""
    with patch("generator.one_source.read", _read):
        return worker.work_batch_apart(files, ways)
