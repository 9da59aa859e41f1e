"""The sidecar of a new source: what was found, as YAML that a person goes on with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

import yaml

from ..model import Metadata

_ASKED_FOR = ("title", "publisher", "published")
_DATES = ("published", "retrieved", "added", "withdrawn")
_NOT_FOUND = "not found; fill in and take the # away where you know it"
_KEYS = tuple(f.name for f in fields(Metadata) if f.name != "kind" and not f.name.endswith("_from"))


def sidecar_text(found: Metadata, elsewhere: frozenset[str] = frozenset()) -> str:
    """The lines for what is `found`, in the order of the reference, but for the keys that the document says
    `elsewhere`, in front matter of its own. What a reader would miss and was not found is there as a comment."""
    return "".join(f"{line}\n" for line in _lines(found, elsewhere))


def _lines(found: Metadata, elsewhere: frozenset[str]) -> Iterator[str]:
    if found.is_digest and "kind" not in elsewhere:
        yield "kind: digest"
    for key in (key for key in _KEYS if key not in elsewhere):
        value = getattr(found, key)
        if value and not (key == "origin" and found.origin_from):  # nobody declared that one
            yield f"{key}: {_written(key, value)}{_how(key, found)}"
        elif key in _ASKED_FOR:
            yield f"# {key}: # {_NOT_FOUND}"


def _how(key: str, found: Metadata) -> str:
    return f" # from: {found.published_from}" if key == "published" and found.published_from else ""


def _written(key: str, value: str | tuple[str, ...]) -> str:
    if key in _DATES and isinstance(value, str) and value[:4].isdigit():
        return value
    plain = value if isinstance(value, str) else list(value)
    text: str = yaml.safe_dump(plain, allow_unicode=True, width=100_000, default_flow_style=True)
    return text.removesuffix("\n").removesuffix("\n...").removesuffix("\n")
