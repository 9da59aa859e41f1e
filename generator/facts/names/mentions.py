"""What a mention stands for in its own document: a surname alone is the person whom the document has named in full, and
"the Foreign Ministry" is that of the country which the document says it is of. No guess: where two can be meant, the
mention stays what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...model import Analysis, NameKind, NameMention
from ...text.gazetteer import countries, demonyms, is_place
from ...text.gazetteer import key as place_key
from ...text.name_words import GENERIC, MEDIA_TITLES, PORTFOLIOS, TITLE_PARTS
from ...text.personal_names import parse
from ...text.words import folded

_POSSESSIVE = re.compile(r"['’]s? $")
_COMMON = GENERIC | PORTFOLIOS | TITLE_PARTS | {"of", "and", "for"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention with its sentence and paragraph. `text` is as written, with the country whose body it is: "Oslo's City
    Council"; `full` is the name that it stands for in its document, `text` itself where nothing shows more."""

    text: str
    full: str
    kind: NameKind
    sentence: int


def mentions(analysis: Analysis) -> tuple[Mention, ...]:
    """The mentions of a document in text order, each with the full name that it stands for there."""
    read = tuple(_read(analysis))
    people = _People(read)
    owned: dict[str, set[str]] = {}
    for m in read:
        owned.setdefault(m.body, set()).add(m.text)
    papers = {m.text.split()[-1]: m.text for m in read if " " in m.text and m.kind == "organisation"}
    return tuple(
        Mention(m.text, _bearer(n, m, people) or _owned(m, owned) or _paper(m, papers) or m.text, m.kind, m.sentence)
        for n, m in enumerate(read)
    )


@dataclass(frozen=True, slots=True)
class _Read:
    text: str
    kind: NameKind
    sentence: int
    paragraph: int
    body: str


def _read(analysis: Analysis) -> Iterator[_Read]:
    """The mentions of a document; `body` is the common name of a body that a country's name stands before."""
    sentences = {s.index: s for s in analysis.sentences}
    for last, mention in pairwise((None, *analysis.names)):
        if mention is not None:
            paragraph = sentences[mention.sentence].paragraph
            whole = analysis.article.paragraphs[paragraph - 1].text
            text, body = _body(whole, last, mention) if mention.kind == "organisation" else (mention.text, "")
            yield _Read(" ".join(text.split()), mention.kind, mention.sentence, paragraph, " ".join(body.split()))


def _body(whole: str, last: NameMention | None, mention: NameMention) -> tuple[str, str]:
    """A body as written, and its common name where a country's stands before it: "Oslo's City Council", "Danish Foreign
    Ministry"."""
    first, _, rest = mention.text.partition(" ")
    if _common(mention.text):
        owner = last if last and last.kind == "place" and last.sentence == mention.sentence else None
        if owner and _POSSESSIVE.fullmatch(whole[owner.end : mention.start]):
            return whole[owner.start : mention.end], mention.text
        return mention.text, ""
    return mention.text, rest if _common(rest) and _of_country(first) else ""


def _common(text: str) -> bool:
    """Whether a body goes by a name that many have: "Foreign Ministry", "Supreme Court"."""
    words = text.lower().split()
    return len(words) > 1 and all(word in _COMMON for word in words)


def _of_country(word: str) -> bool:
    return word.lower() in demonyms() or place_key(word) in countries()


class _People:
    """The people whom a document names in full, with their places in it, by what they go by."""

    def __init__(self, read: Sequence[_Read]) -> None:
        self._by_short: dict[str, list[tuple[int, _Read]]] = {}
        self._by_first: dict[str, list[tuple[int, _Read]]] = {}
        for number, mention in enumerate(read):
            if mention.kind == "person" and " " in mention.text:
                self._by_short.setdefault(parse(mention.text).short, []).append((number, mention))
                self._by_first.setdefault(folded(mention.text.split()[0]), []).append((number, mention))

    def called(self, alone: str) -> Sequence[tuple[int, _Read]]:
        """The people who go by a name alone: those whom it is the short form of, else those whose name it begins."""
        return self._by_short.get(alone, ()) or self._by_first.get(alone, ())


def _bearer(number: int, mention: _Read, people: _People) -> str | None:
    """The full name of the person whom a name alone stands for: one named before, of several the only one in the same
    paragraph; where none is named before, the only one in the document."""
    if " " in mention.text or mention.kind not in ("person", "other") or is_place(mention.text):
        return None
    bearers = people.called(folded(mention.text))
    before = [m for n, m in bearers if n < number] or [m for _, m in bearers]
    beside = [m.text for m in before if m.paragraph == mention.paragraph]
    return _only([m.text for m in before]) or _only(beside)


def _only(texts: Sequence[str]) -> str | None:
    return texts[0] if len(set(texts)) == 1 else None


def _owned(mention: _Read, owned: dict[str, set[str]]) -> str | None:
    """The body of a country that a common name stands for, where the document knows one alone."""
    return _only(list(owned.get(mention.text, ())))


def _paper(mention: _Read, papers: dict[str, str]) -> str | None:
    """The newspaper that the last word of its title stands for: "the Times"."""
    return papers.get(mention.text) if mention.text.lower() in MEDIA_TITLES else None
