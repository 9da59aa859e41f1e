"""Names and anchors of our own making: safe in addresses and files on every system, the same on every run."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from itertools import count

_LONGEST = 60


def digest(*parts: str, length: int = 10) -> str:
    """The first `length` hexadecimal digits of a hash over `parts`, whose spacing does not count."""
    joined = "\x1f".join(re.sub(r"\s+", " ", unicodedata.normalize("NFC", part)).strip() for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "replace")).hexdigest()[:length]


def slug(text: str) -> str:
    """`text` in lower-case ASCII letters, digits and single hyphens, at most 60 characters, perhaps none."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:_LONGEST].strip("-")


def unique_slugs(names: Iterable[tuple[str, str]], reserved: frozenset[str] = frozenset({"index"})) -> list[str]:
    """A slug for each (name, key) pair, in order. The first of several whose names give one slug keeps it; the others,
    and names that give none or a reserved one, have a hash of their key in it."""
    taken, made = set(reserved), []
    for name, key in names:
        plain = slug(name)
        unlike = f"{plain or 'source'}-{digest(key, length=8)}"
        free = (unlike if again == 1 else f"{unlike}-{again}" for again in count(1))
        made.append(plain if plain and plain not in taken else next(one for one in free if one not in taken))
        taken.add(made[-1])
    return made


def source_anchor(text: str, counts: dict[str, int]) -> str:
    """The anchor of a sentence on its source page. `counts` holds how often each anchor was given on that page so far,
    and is brought up to date, so that a sentence said again has one of its own."""
    base = f"s-{digest(text, length=8)}"
    counts[base] = counts.get(base, 0) + 1
    return base if counts[base] == 1 else f"{base}-{counts[base]}"


def quote_id(source: str, text: str) -> str:
    """The id of a quoted span: the same words of the same source have the same id on every page and every day."""
    return f"f-{digest(source, text)}"
