"""The word lists of general news English (`generator/data/statements.yml`), ready to be looked up."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from ..text.instrument_kinds import kinds
from ..text.word_lists import word_lists
from ..text.words import stem, word_set

Plain = str | Callable[[re.Match[str]], str]


@dataclass(frozen=True, slots=True)
class Lexicons:
    """Sets hold lower-case words. `status` maps a form to its rank and the scale's word, `instruments` a noun to its
    class, `synonyms` a stem to the stem that stands for its meaning."""

    finite: frozenset[str]
    past: frozenset[str]
    reporting: frozenset[str]
    hedges: frozenset[str]
    opinion: frozenset[str]
    meetings: frozenset[str]
    status: dict[str, int]
    status_openings: frozenset[str]
    approving: frozenset[str]
    instruments: dict[str, str]
    synonyms: dict[str, str]
    numbers: dict[str, str]
    number_words: dict[str, str]
    opposites: dict[str, tuple[tuple[int, int], ...]]
    spelled: tuple[tuple[re.Pattern[str], Plain], ...]
    said: frozenset[str]
    common: frozenset[str]


@cache
def lexicons() -> Lexicons:
    """The lists, read once from the package's own data."""
    raw = word_lists("statements")
    verbs = " ".join((raw["auxiliaries"], raw["past"], raw["present"]))
    return Lexicons(
        finite=word_set(verbs),
        past=word_set(raw["past"]),
        reporting=word_set(raw["reporting"]),
        hedges=word_set(raw["hedges"]),
        opinion=word_set(raw["opinion"]),
        meetings=word_set(raw["meetings"]),
        status={str(form): rank for rank, (_, forms) in enumerate(raw["status"]) for form in forms},
        status_openings=frozenset(str(form).split()[0] for _, forms in raw["status"] for form in forms),
        approving=word_set(raw["approving"]),
        instruments=kinds(),
        synonyms=_meanings(raw["synonyms"]),
        number_words={word: str(value) for word, value in raw["numbers"].items()},
        numbers={stem(word): str(value) for word, value in raw["numbers"].items()},
        opposites=_sides(raw["opposites"]),
        spelled=(*_spelled(raw["spelled"]), _phrasal(raw["phrasal"])),
        said=_stems(raw["said"]),
        common=_stems(raw["common"]),
    )


def _sides(pairs: list[list[str]]) -> dict[str, tuple[tuple[int, int], ...]]:
    """A word to (the number of a pair of opposites, the side it is on), for every pair it stands in."""
    out: dict[str, tuple[tuple[int, int], ...]] = {}
    for number, pair in enumerate(pairs):
        for side, words in enumerate(pair):
            for word in words.split():
                out[word] = (*out.get(word, ()), (number, side))
    return out


def _spelled(raw: dict[str, str]) -> list[tuple[re.Pattern[str], Plain]]:
    return [(re.compile(rf"\b(?:{pattern})(?!\w)"), plain) for plain, pattern in raw.items()]


def _phrasal(raw: dict[str, str]) -> tuple[re.Pattern[str], Plain]:
    """A pattern of a word before the particle of a phrasal verb, and what gives the plain verb for one found, in any
    regular inflection."""
    forms = [tuple(form.split()) for forms in raw.values() for form in forms.split(", ")]
    verbs = [verb for verb, forms in raw.items() for _ in forms.split(", ")]
    plain = {
        (form + ending, particle): verb
        for (form, particle), verb in zip(forms, verbs, strict=True)
        for ending in ("", "s", "ed", "d", "es", "ing", form[-1] + "ing")
    }

    def replaced(match: re.Match[str]) -> str:
        return plain.get((match[1].lower(), match[2]), match[0])

    return re.compile(rf"\b(\w+)\s({'|'.join(sorted({particle for _, particle in forms}))})\b"), replaced


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in text.split())


def _meanings(lines: list[str]) -> dict[str, str]:
    """Stem to the first word's stem of the line it stands in; the first line that holds a stem has it."""
    out: dict[str, str] = {}
    for line in lines:
        stems = [stem(word) for word in line.split()]
        head = out.get(stems[0], stems[0])
        for each in stems:
            out.setdefault(each, head)
    return out
