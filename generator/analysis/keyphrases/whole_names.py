"""Names as one phrase each: whole, without the title before a person, a surname as the full name it stands for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice, pairwise

from ...model import NameKind, NameMention
from ...text.gazetteer import countries, key
from ...text.name_words import ABBREVIATED, HONORIFICS, TITLE_PARTS, TITLES
from ...text.personal_names import agree, parse
from ...text.words import Word, folded, stem, tokens
from .candidates import Candidate, candidate

Key = tuple[str, ...]
Texts = tuple[str, ...]
Run = Sequence[Word]

_MOST = 7  # words of a name; what is longer is a list or a sentence
_BEFORE_NAMES = TITLES | HONORIFICS | ABBREVIATED | TITLE_PARTS
# Between the words of a name: "George W. Harrow", "Orla & Lund", "St. Bride's Church".
_GAPS = frozenset([" ", ". ", "-", " & ", "'s ", "\u2019s ", "' ", "\u2019 "])
_OWNING = re.compile(r"['\u2019]s?$")


@dataclass(frozen=True, slots=True)
class WholeNames:
    """The names of an article that have several words; how many they have, by their first word, most first; those of
    people, with the key under which a person counts; and that key for what its bearer is called in short, where nobody
    else is."""

    names: frozenset[Texts]
    sizes: Mapping[str, tuple[int, ...]]
    people: Mapping[Texts, Key]
    full: Mapping[str, Key]

    def key_of(self, found: Candidate) -> Key:
        """The key under which a candidate counts: of the full name where it is the surname of one person."""
        if len(found.key) > 1 or not found.surface[0].isupper():
            return self.people.get(found.words, found.key)
        return self.full.get(folded(found.surface), found.key)

    def holds(self, found: Candidate) -> bool:
        """Whether a candidate is one of these names."""
        return found.words in self.names

    def joined(self, found: Iterable[Candidate], runs: Sequence[Sequence[Word]], line: str) -> Iterator[Candidate]:
        """`found`, with each name of the line as one candidate in place of its pieces and of the title before it."""
        spans = self._spans(list(chain.from_iterable(runs)), line) if self.names else []
        if not spans:
            yield from found
            return
        ends = [span[-1].end for span in spans]
        kept = [one for one in found if not self._is_spoilt(one, spans, ends, line)]
        starts = [one.start for one in kept]
        held = [span for span in spans if not self._is_carried(span, kept, starts)]
        yield from sorted([*kept, *(candidate(span, line) for span in held)], key=lambda one: one.start)

    def _spans(self, words: Sequence[Word], line: str) -> list[Sequence[Word]]:
        out: list[Sequence[Word]] = []
        done = 0
        for i in [i for i, word in enumerate(words) if word.text in self.sizes]:
            sizes = self.sizes[words[i].text] if i >= done else ()
            size = next((size for size in sizes if self._stands(words[i : i + size], line)), 0)
            if size:
                out.append(words[i : i + size])
                done = i + size
        return out

    def _stands(self, words: Sequence[Word], line: str) -> bool:
        """Whether `words` are a name, with nothing between them that would part them."""
        if tuple([word.text for word in words]) not in self.names:
            return False
        return all(line[left.end : right.start] in _GAPS for left, right in pairwise(words))

    def _is_person(self, span: Sequence[Word]) -> bool:
        return tuple(word.text for word in span) in self.people

    def _is_spoilt(self, one: Candidate, spans: Sequence[Run], ends: Sequence[int], line: str) -> bool:
        """Whether a candidate is a piece of a name, crosses its border, is a person's name with what stands before it,
        or is a title that lost the name after it; `ends` is where each of the `spans` ends."""
        for span in islice(spans, bisect_right(ends, one.start), None):
            if span[0].start >= one.end:
                return self._has_lost(one, span, line)
            if self._cuts(one, span):
                return True
        return False

    def _cuts(self, one: Candidate, span: Run) -> bool:
        start, end = span[0].start, span[-1].end
        if one.start <= start and one.end >= end and (one.start, one.end) != (start, end):
            return one.end == end and self._is_person(span)
        return True

    def _has_lost(self, one: Candidate, span: Run, line: str) -> bool:
        between = [one.words[-1], *line[one.end : span[0].start].replace(".", " ").split()]
        return self._is_person(span) and all(word.lower() in _BEFORE_NAMES for word in between)

    def _is_carried(self, span: Run, kept: Sequence[Candidate], starts: Sequence[int]) -> bool:
        """Whether one of the candidates, which stand in their order, holds all of a name that is no person's."""
        last = bisect_right(starts, span[0].start) - 1
        return last >= 0 and kept[last].end >= span[-1].end and not self._is_person(span)


def whole_names(names: Sequence[NameMention]) -> WholeNames:
    """The names of several words among `names`, each once."""
    kinds = {mention.text: mention.kind for mention in names}
    whole = {text: _words(text, kind) for text, kind in kinds.items() if " " in text}
    whole = {text: words for text, words in whole.items() if 1 < len(words) <= _MOST}
    sizes: dict[str, set[int]] = {}
    for words in whole.values():
        sizes.setdefault(words[0], set()).add(len(words))
    most_first = {first: tuple(sorted(found, reverse=True)) for first, found in sizes.items()}
    return WholeNames(frozenset(whole.values()), most_first, *_people(names, whole))


def _words(text: str, kind: NameKind) -> Texts:
    """The words of a name; without the country behind "of" where they are no name of a place or a body, whose own it
    mostly is: "Kelp Bay Plan of Norway" is Norway's part in what several share."""
    words = tuple(_OWNING.sub("", token.text) for token in tokens(text))
    shared = kind not in {"person", "place", "organisation"} and len(words) > 4
    return words[:-2] if shared and words[-2] == "of" and key(words[-1]) in countries() else words


def _people(names: Iterable[NameMention], whole: Mapping[str, Texts]) -> tuple[dict[Texts, Key], dict[str, Key]]:
    """The key of each full name of a person, one for all that can be one person's; and the keys of short names. One
    that stands before every full name that could be meant is somebody's whom everybody knows, not this one's."""
    fulls: dict[str, list[str]] = {}
    early: set[str] = set()
    for mention in names:
        if mention.kind == "person":
            short = parse(mention.text).short
            if mention.text in whole:
                fulls.setdefault(short, []).append(mention.text)
            elif short not in fulls:
                early.add(short)
    keys: dict[Texts, Key] = {}
    shorts: dict[str, Key] = {}
    for short, texts in fulls.items():
        one = all(agree(parse(texts[0]), parse(text)) for text in texts)
        for text in texts:
            keys[whole[text]] = tuple(map(stem, whole[texts[0] if one else text]))
        if one and short not in early:
            shorts[short] = keys[whole[texts[0]]]
    return keys, shorts
