"""Abbreviations across sources: one that any source explains in brackets is known in all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from ...model import Analysis
from ...text.schwartz_hearst import fits, letters
from .keys import bag_key, spelling_key
from .table import NameEntry, NameTable

_FEWEST = 3  # words, and letters, of a name that an abbreviation is guessed for
_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['’]s")
_BETWEEN = re.compile(r"['’]?s?\s*\(\s*")
_CLOSED = re.compile(r"\s*\)")


def is_short(text: str) -> bool:
    """Whether a spelling is an abbreviation: "MEA", "U.S.", "IoT", "MoC"."""
    bare = text.replace(".", "")
    return (
        " " not in bare
        and 1 < len(bare) < 9
        and sum(c.isupper() for c in bare) > 1
        and sum(c.islower() for c in bare) < 3
    )


def pairs(analyses: Sequence[Analysis]) -> dict[str, dict[str, set[str]]]:
    """For each bracketed abbreviation, as written, the long forms in front of it with the sources that write so."""
    found: dict[str, dict[str, set[str]]] = {}
    for analysis in analyses:
        paragraphs, sentences = analysis.article.paragraphs, {s.index: s for s in analysis.sentences}
        for left, right in zip(analysis.names, analysis.names[1:], strict=False):
            if left.sentence != right.sentence or not is_short(right.text):
                continue
            text = paragraphs[sentences[left.sentence].paragraph - 1].text
            closed = _CLOSED.match(text, right.end)
            if closed and _BETWEEN.fullmatch(text, left.end, right.start) and not is_short(left.text):
                long = " ".join(left.text.split())
                found.setdefault(right.text, {}).setdefault(long, set()).add(analysis.article.id)
    return found


def join_short(table: NameTable, bracketed: Mapping[str, Mapping[str, set[str]]]) -> dict[str, str]:
    """Joins abbreviations to their long forms; returns the abbreviation of each long form."""
    short: dict[str, str] = {}
    for abbreviation, longs in bracketed.items():
        ranked = sorted(longs, key=lambda long: (-len(longs[long]), -len(long), long))
        main = max(ranked, key=lambda long: (_full(long, abbreviation), len(longs[long])))
        for long in ranked:
            if long == main or _same(long, main):
                table.join(table.key(main), table.key(long))
                short[long] = abbreviation
        table.join(table.key(main), table.key(abbreviation))
    _join_unexplained(table, short)
    return short


def _full(long: str, abbreviation: str) -> bool:
    return fits(long.split(), letters(abbreviation))


def _same(one: str, main: str) -> bool:
    """Whether one long form is the other, or is the other less a word."""
    if spelling_key(one) == spelling_key(main):
        return True
    a, b = set(bag_key(one)), set(bag_key(main))
    return bool(a and b) and (a <= b or b <= a) and len(a & b) >= 2


def _join_unexplained(table: NameTable, short: dict[str, str]) -> None:
    """An abbreviation of three letters or more that no source explains, where one name alone has its initials."""
    by_initials: dict[str, list[str]] = {}
    for entry in table.entries():
        for form in _initials(entry):
            by_initials.setdefault(form, []).append(entry.text)
    explained = {spelling_key(a) for a in short.values()}
    for entry in table.entries():
        longs = by_initials.get(letters(entry.text), []) if _open(entry, explained) else []
        if len({table.root(table.key(long)) for long in longs}) == 1:
            table.join(table.key(longs[0]), entry.key)
            short.update(dict.fromkeys(longs, entry.text))


def _initials(entry: NameEntry) -> Iterable[str]:
    """What a name of three words or more may be abbreviated to: the initials of all, and of those in capitals."""
    words = _WORD.findall(_POSSESSIVE.sub("", entry.text))
    if len(words) < _FEWEST or not entry.text[:1].isupper() or entry.kind == "person":
        return ()
    every, main = (word[0] for word in words), (word[0] for word in words if word[0].isupper())
    return dict.fromkeys(("".join(every).lower(), "".join(main).lower()))


def _open(entry: NameEntry, explained: set[str]) -> bool:
    """Whether a spelling is an abbreviation that nothing explains yet."""
    known = entry.key in explained or entry.key.startswith("=")
    return is_short(entry.text) and len(letters(entry.text)) >= _FEWEST and not known
