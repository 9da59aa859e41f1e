"""Languages by their tags (BCP 47): `en`, `en-GB` and `EN_us` are one language, `ko` and `kok` are two."""

from __future__ import annotations

import re

_SUBTAG = re.compile(r"[^A-Za-z]")


def primary(tag: str) -> str:
    """The language of a tag in lower case, without region and script: `en` of `en-GB`."""
    return _SUBTAG.split(tag, maxsplit=1)[0].lower()


def one_language(one: str, other: str) -> bool:
    """Whether two tags are of one language."""
    return primary(one) == primary(other)
