"""One target for a time, in a process of its own: `python -m scripts.fuzz.one TARGET SECONDS FOLDER`.

Bytes are made by atheris, which is told by the lines that are run which of them lead further; where it is not
installed, by chance from the seeds. What breaks is written to FOLDER, one file for each place where something broke."""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import io
import random
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

LONGEST = 20_000  # bytes of one input
SLOW = 20  # seconds in which anything so short must be done
MEMORY = 3_000  # megabytes that the process may come to
_TOKENS = (
    b"\0",
    b"<",
    b">",
    b"\n\n",
    b"&#x0;",
    b"{{",
    b"---\n",
    b"\xff\xfe",
    b"\xe2\x80\xae",
    b"9" * 30,
    b"%00",
    b"]]>",
)


class Finds:
    """What broke, told by where it did."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._places: set[str] = set()

    def __len__(self) -> int:
        return len(self._places)

    def add(self, data: bytes, error: BaseException) -> None:
        """Keeps `data`, unless something broke at that place before."""
        place = where(error)
        if place in self._places:
            return
        self._places.add(place)
        name = hashlib.sha256(data).hexdigest()[:12]
        (self._folder / name).write_bytes(data)
        told = "".join(traceback.format_exception(error))
        (self._folder / f"{name}.txt").write_text(told, encoding="utf-8", errors="replace")
        print(f"BROKEN {place}: {str(error)[:200]!r} in {name}", flush=True)


def where(error: BaseException) -> str:
    """The kind of `error` and its last line in the project's own files; of a promise, which one."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [f for f in frames if "/generator/" in f.filename] or list(frames)
    at = f"{own[-1].filename.rpartition('/generator/')[2]}:{own[-1].lineno}" if own else "?"
    promise = str(error).partition(":")[0] if isinstance(error, AssertionError) else ""
    return f"{type(error).__name__} {promise or at}"


def watched(check: Callable[[bytes], None], finds: Finds) -> Callable[[bytes], None]:
    """`check`, which ends with nothing: what breaks is kept."""

    def run(data: bytes) -> None:
        try:
            check(data)
        except (Exception, RecursionError, MemoryError) as error:
            finds.add(data, error)

    return run


def mutations(seeds: Sequence[bytes], chance: random.Random) -> Iterator[bytes]:
    """Inputs without end: seeds with some of their bytes changed, doubled, left out, or put in from another."""
    while True:
        data = bytearray(chance.choice(seeds))
        for _ in range(chance.randint(1, 8)):
            _change(data, seeds, chance)
        yield bytes(data[:LONGEST])


def _change(data: bytearray, seeds: Sequence[bytes], chance: random.Random) -> None:
    at = chance.randint(0, len(data))
    to = min(len(data), at + chance.randint(0, 40))
    kind = chance.randint(0, 4)
    if kind == 0 and at < len(data):
        data[at] = chance.randint(0, 255)
    elif kind == 1:
        del data[at:to]
    elif kind == 2:
        data[at:at] = bytes(data[at:to]) * chance.randint(1, 60)
    elif kind == 3:
        data[at:to] = chance.choice(_TOKENS)
    else:
        other = chance.choice(seeds)
        cut = chance.randint(0, len(other))
        data[at:to] = other[cut : cut + chance.randint(0, 200)]


def blindly(check: Callable[[bytes], None], seeds: Sequence[bytes], seconds: float) -> int:
    """Tries inputs made by chance for so long; how many they were."""
    end, tried = time.monotonic() + seconds, 0
    for data in (*seeds, *()):
        check(data)
    for data in mutations(seeds, random.Random(0)):
        check(data)
        tried += 1
        if time.monotonic() > end:
            break
    return tried


def atheris() -> ModuleType | None:
    """The fuzzer, where a wheel of it is installed."""
    try:
        return importlib.import_module("atheris")
    except ImportError:
        return None


def _guided(fuzzer: Any, check: Callable[[bytes], None], seeds: Sequence[bytes], seconds: int, folder: Path) -> None:
    corpus = folder / "corpus"
    corpus.mkdir(exist_ok=True)
    for data in seeds:
        (corpus / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
    fuzzer.Setup(
        ["fuzz", f"-max_total_time={seconds}", f"-max_len={LONGEST}", f"-timeout={SLOW}", f"-rss_limit_mb={MEMORY}",
         "-seed=1", "-print_final_stats=1", "-verbosity=0", f"-artifact_prefix={folder}/", str(corpus)],
        check,
    )  # fmt: skip
    fuzzer.Fuzz()


def main(name: str, seconds: int, folder: Path) -> None:
    """Tries the target `name` for so many seconds."""
    fuzzer = atheris()
    with (
        fuzzer.instrument_imports(include=["generator", "striprtf", "mammoth"]) if fuzzer else contextlib.nullcontext(),
        contextlib.redirect_stderr(io.StringIO()),
    ):
        found = importlib.import_module("scripts.fuzz.targets").targets()
    target = next(one for one in found if one.name == name)
    finds = Finds(folder)
    check = watched(target.check, finds)
    if fuzzer:
        _guided(fuzzer, check, target.seeds, seconds, folder)
    else:
        print(f"stat::number_of_executed_units: {blindly(check, target.seeds, seconds)}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
