"""Whom a clause names: two clauses that share no more than a person's name and office tell two things of him."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ...model import Analysis
from ...text.name_words import TITLE_PARTS, TITLES
from ...text.words import folded

_OFFICE = (TITLES | TITLE_PARTS) - {"of", "and"}  # what stands before those may be a house, or another man
_BEFORE = re.compile(r"([\w.’'-]+)[,\s]+$")  # the last word of a text that goes on


def persons(analysis: Analysis) -> Mapping[int, Sequence[str]]:
    """By the number of a sentence, the persons it names, each as it is written with the office before the name: "the
    prime minister, Ana Ruiz" is "prime minister, Ana Ruiz". Those too who are said to have said something, named or
    not."""
    found: dict[int, list[str]] = {}
    for said in analysis.attributions:
        found.setdefault(said.sentence, []).append(said.speaker)
    for name in analysis.names:
        if name.kind == "person":
            sentence = analysis.sentences[name.sentence]
            start = name.start - sentence.start
            office = _office(sentence.text[:start])
            found.setdefault(name.sentence, []).append(sentence.text[office : start + len(name.text)])
    return found


def _office(before: str) -> int:
    """Where in `before`, which a name follows, its office begins: words that are titles, or are written as names."""
    while match := _BEFORE.search(before):
        word = match[1]
        if not (word[0].isupper() or folded(word) in _OFFICE):
            break
        before = before[: match.start()]
    return len(before)
