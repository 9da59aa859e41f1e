"""Abbreviations across sources: one that any source explains in brackets is known in all of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ...model import Analysis
from ...text.schwartz_hearst import fits, letters
from .keys import bag_key, spelling_key
from .table import NameTable

_BETWEEN = re.compile(r"['’]?s?\s*\(\s*")


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
            closed = text[right.end :].lstrip().startswith(")")
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
        words = re.findall(r"[^\W_]+", entry.text.replace("’s", "").replace("'s", ""))
        if len(words) > 2 and entry.text[:1].isupper() and entry.kind != "person":
            every = "".join(w[0] for w in words).lower()
            main = "".join(w[0] for w in words if w[0].isupper()).lower()
            for form in dict.fromkeys((every, main)):
                by_initials.setdefault(form, []).append(entry.text)
    explained = {spelling_key(a) for a in short.values()}
    for entry in table.entries():
        if (
            not is_short(entry.text)
            or len(letters(entry.text)) < 3
            or entry.key in explained
            or entry.key.startswith("=")
        ):
            continue
        longs = by_initials.get(letters(entry.text), [])
        if longs and len({table.root(table.key(long)) for long in longs}) == 1:
            table.join(table.key(longs[0]), entry.key)
            short.update(dict.fromkeys(longs, entry.text))
