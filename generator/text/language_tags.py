"""Languages by their tags (BCP 47): `en`, `en-GB`, `EN_us` and `eng` are one language, `ko` and `kok` are two."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

_PRIMARY = re.compile(r"\s*([a-z]{2,3})(?:[-_.@].*)?\s*", re.IGNORECASE | re.DOTALL)


@cache
def language_code(tag: str | None) -> str | None:
    """The language that a tag or the name of a locale begins with, in lower case, by its shortest code ("eng" is "en");
    None where it begins with no code of two or three letters."""
    found = _PRIMARY.fullmatch(tag or "")
    return _shortest().get(code := found[1].lower(), code) if found else None


def primary(tag: str) -> str:
    """The language of a tag as `language_code` gives it; nothing where it gives none."""
    return language_code(tag) or ""


def one_language(one: str, other: str) -> bool:
    """Whether two tags are of one language, whatever their regions and scripts."""
    return primary(one) == primary(other)


@cache
def _shortest() -> dict[str, str]:
    """Codes of three letters by what BCP 47 asks for in their place."""
    lines = (resources.files("generator.data") / "languages.txt").read_text(encoding="ascii").splitlines()
    rows = [line.split() for line in lines if not line.startswith("#")]
    return {long: short for short, *codes in rows for long in codes}
