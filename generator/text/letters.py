"""The letter under which a list has a text: a Latin letter without its accents, all digits as one, and of another
script the script."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from babel import Locale

DIGITS = "0-9"
_HAN = {"CJK": "Hani"}  # what Unicode calls unlike anybody else


def letter(text: str) -> str:
    """`A` to `Z`, `0-9`, the ISO 15924 code of another script ("Cyrl"), "" where there is no letter at all."""
    first = next((char for char in text if char.isalnum()), "")
    if not first:
        return ""
    plain = unicodedata.normalize("NFKD", first).encode("ascii", "ignore").decode()[:1].upper()
    return plain if plain.isalpha() else DIGITS if first.isdigit() else _script(first)


def script_name(code: str, locale: str) -> str:
    """The name of a script in a language, by its code; the code where it has none."""
    return str(Locale.parse(locale).scripts.get(code, code))


def _script(char: str) -> str:
    name = unicodedata.name(char, "")
    latin = re.match(r"LATIN (?:CAPITAL|SMALL) LETTER ([A-Z])\b", name)
    script = name.partition(" ")[0]
    return latin[1] if latin else _HAN.get(script) or _codes().get(script.casefold(), "")


@cache
def _codes() -> dict[str, str]:
    return {str(name).partition(" ")[0].casefold(): code for code, name in sorted(Locale.parse("en").scripts.items())}


def order(code: str) -> tuple[int, str]:
    """Where a letter stands in a list: digits, Latin letters, other scripts, and last what has none."""
    return (0 if code == DIGITS else 1 if len(code) == 1 else 2 if code else 3, code)
