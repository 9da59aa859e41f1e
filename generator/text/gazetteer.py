"""Countries and big cities: general knowledge, from lists that ship with the package."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib import resources

from .words import normal


def _lines(name: str) -> list[str]:
    text = (resources.files("generator.data") / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def countries() -> dict[str, str]:
    """Every name of a country or region, as `key` makes it, with the name that stands for it."""
    found: dict[str, str] = {}
    for line in _lines("countries.txt"):
        names = line.split("|")[0]
        main, _, others = names.partition("=")
        for name in (main, *others.split(";")):
            if name.strip():
                found[key(name)] = main.strip()
    return found


@cache
def bodies() -> dict[str, str]:
    """Every name of an international body, as `key` makes it, with the name that stands for it."""
    found: dict[str, str] = {}
    for line in _lines("bodies.txt"):
        main, _, others = line.partition("=")
        found |= {key(name): main.strip() for name in (main, *others.split(";")) if name.strip()}
    return found


@cache
def demonyms() -> dict[str, str]:
    """Words for what belongs to a country ("Danish", "Danes"), in lower case, with its name."""
    found: dict[str, str] = {}
    for line in _lines("countries.txt"):
        names, _, words = line.partition("|")
        main = names.split("=")[0].strip()
        found |= {word.lower(): main for word in _joined(words.split(), main.split()[0])}
    return found


def _joined(words: list[str], first: str) -> list[str]:
    """`words`, those of two made one again, which begin as a country's name does: "North", "Koreans"."""
    found: list[str] = []
    for word in words:
        if found and found[-1] == first and not word.startswith(first):  # "Saudi", "Saudis" are one word each
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found


@cache
def country_words() -> frozenset[str]:
    """The single words that name a country or a region, or what belongs to one: "Denmark", "danish", "danes"."""
    names = (name for line in _lines("countries.txt") for name in re.split("[=;]", line.split("|")[0]))
    return frozenset(name for name in (*map(str.strip, names), *demonyms()) if " " not in name)


@cache
def given_names() -> frozenset[str]:
    """Common given names, in lower case."""
    return frozenset(name for line in _lines("given_names.txt") for name in line.split())


@cache
def capitals() -> dict[str, str]:
    """The keys of capitals that stand for a government ("Oslo said"), each with its country."""
    pairs = (pair.split("=") for line in _lines("capitals.txt") for pair in line.split(";"))
    return {key(city.strip()): country.strip() for city, country in pairs}


@cache
def state_abbreviations() -> tuple[str, ...]:
    """The abbreviations of states that news puts behind a town ("Salem, Ore."), as patterns, the longest first."""
    found = [name for line in _lines("states.txt") for name in line.split()]
    return tuple(re.escape(name) for name in sorted(found, key=lambda name: (-len(name), name)))


@cache
def places() -> frozenset[str]:
    """The keys of all countries, regions and cities."""
    cities = (key(name) for line in _lines("cities.txt") for name in line.split(","))
    return frozenset(countries()) | frozenset(cities)


@lru_cache(maxsize=50_000)
def key(name: str) -> str:
    """The key of a name: case, accents, full stops and hyphens do not count, save that an abbreviation stays in
    capitals: "US" is no "us"."""
    bare = name.strip().replace(".", "")
    if bare.isupper() and len(bare) <= 4:
        return bare
    return normal("".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c)))


@lru_cache(maxsize=50_000)
def is_body(name: str) -> bool:
    """Whether `name` is an international body, or a seat that stands for who sits there ("White House")."""
    return key(name) in bodies()


@lru_cache(maxsize=50_000)
def is_place(name: str) -> bool:
    """Whether `name` is a country, a region or a big city."""
    return key(name) in places()
