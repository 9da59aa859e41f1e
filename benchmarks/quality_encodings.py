"""Bytes that declare no encoding, beside the detectors that are installed: `python -m benchmarks.quality_encodings`.

Ten texts of our own in each encoding of each language (`encoded_texts`). Right is a text that comes back as it was,
wrong one that would be garbage on a page, and none one that is not read. Exits 1 where one is wrong, or fewer than .97
are read.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

from benchmarks.encoded_texts import EncodedText, encoded_texts
from generator.config import Limits
from generator.errors import UnreadableError
from generator.reading.encoding import decode

LEAST = 0.97

Reader = Callable[[bytes], str | None]


def ours(data: bytes) -> str | None:
    """What a plain-text file of `data` is read as."""
    try:
        return decode(data, Limits())[0]
    except UnreadableError:
        return None


def peers() -> dict[str, Reader]:
    """Other detectors by name, where they are installed."""
    found: dict[str, Reader] = {}
    if find_spec("charset_normalizer"):
        best = import_module("charset_normalizer").from_bytes
        found["charset-normalizer"] = lambda data: (lambda match: match and str(match))(best(data).best())
    for name in ("chardet", "cchardet"):
        if find_spec(name):
            module = import_module(name)
            found[f"{name} {module.__version__}"] = lambda data, module=module: _decoded(data, module.detect(data))  # type: ignore[misc]
    return found


def _decoded(data: bytes, told: dict[str, object]) -> str | None:
    try:
        return data.decode(str(told["encoding"])) if told["encoding"] else None
    except (UnicodeDecodeError, LookupError):
        return None


def measure(read: Reader, texts: list[EncodedText]) -> Counter[str]:
    """How many of `texts` come back right, wrong, and not at all, and the milliseconds that each took."""
    begun = time.process_time()
    counts: Counter[str] = Counter()
    for one in texts:
        got = read(one.data)
        kind = "none" if got is None else "right" if got.lstrip("\ufeff") == one.text else "wrong"
        counts[kind] += 1
    counts["ms"] = round((time.process_time() - begun) * 1000 / len(texts))
    return counts


def main() -> int:
    """Prints a line a reader; 1 where ours is not as good as it must be."""
    texts = list(encoded_texts())
    ours(texts[0].data)  # loads the model
    print(f"{len(texts)} texts in {len({one.encoding for one in texts})} encodings")
    for name, read in peers().items():
        _tell(name, measure(read, texts))
    counts = measure(ours, texts)
    _tell("Briefing", counts)
    return int(counts["wrong"] > 0 or counts["right"] < LEAST * len(texts))


def _tell(name: str, counts: Counter[str]) -> None:
    read = counts["right"] + counts["wrong"]
    share = counts["right"] / read if read else 0.0
    print(
        f"encodings {name}: right {counts['right']}, wrong {counts['wrong']}, none {counts['none']}, "
        f"right of those read {share:.3f}, {counts['ms']} ms each",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
