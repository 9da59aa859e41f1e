"""The keyphrases of a topic: those of its sources, weighed by how much of each source the topic is.

They name things. A title alone or at the end of a phrase ("Mr", "Prime Minister", "Lowland Gov"), a word that says
nothing or stands in every source, the agency that reports, and a phrase that another one holds are left out; a surname
is told in full, and a headline's capitals give way to the form of the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..model import Analysis, Coverage, Keyphrase
from ..text.gazetteer import country_words
from ..text.name_words import ABBREVIATED, GENERIC, HONORIFICS, OFFICE_HOLDERS, ROYAL, TITLE_PARTS, TITLES
from ..text.words import content_stems, normal, word_list

_MOST = 12
_EVERYWHERE = 3  # sources, all of which hold a word, from which on it tells none of them from another
_COMMON = 0.5  # what a common noun alone is worth beside a name or a phrase
_MOSTLY = 0.6  # of the full names that a surname stands for, the share of the one that it is told by
_ACRONYM = 6  # letters: what has more of them, all capitals, is a headline's
_RANKS = HONORIFICS | ABBREVIATED
_OFFICES = TITLES | TITLE_PARTS | ROYAL | OFFICE_HOLDERS | _RANKS
_PLURAL = re.compile(r"\b([A-Z]{2,})s\b")  # of an acronym
_SPEECH = re.compile(r"\b(?:said|says|told|urg(?:ed|ing)|express(?:ed|ing)|voic(?:ed|ing)|warn(?:ed|s))\b", re.I)
_CUT_NUMBER = re.compile(
    r"(?:year|month|day|member|storey|story|lane)s?-(?:old|long|strong)\b|^(?:year|month|day)-", re.I
)


@dataclass(slots=True)
class _Phrase:
    """A keyphrase of several sources while it is being weighed."""

    forms: Counter[str] = field(default_factory=Counter)
    score: float = 0.0
    sources: int = 0


def topic_keyphrases(covered: Sequence[Coverage], known: Mapping[str, Analysis], most: int = _MOST) -> tuple[str, ...]:
    """At most twelve phrases, or `most`, that occur in the topic's own sentences, best first, each in one spelling."""
    analyses = [known[coverage.source] for coverage in covered]
    people, publishers = _full_names(analyses), _publishers(analyses)
    shown: list[str] = []
    ranked = iter(_ranked(covered, analyses))
    while len(shown) < most and (phrase := next(ranked, None)):
        form = _without_title(_form(phrase))
        text = people.get(form, form)
        if text and _names_a_thing(text, phrase, len(covered), publishers) and not _held(text, shown):
            shown.append(text)
    return tuple(shown)


def _ranked(covered: Sequence[Coverage], analyses: Sequence[Analysis]) -> list[_Phrase]:
    phrases: dict[tuple[str, ...], _Phrase] = {}
    for coverage, analysis in zip(covered, analyses, strict=True):
        for key, keyphrase in _of_topic(coverage, analysis):
            phrase = phrases.setdefault(key, _Phrase())
            phrase.score += keyphrase.score * (_COMMON if _is_common(keyphrase.phrase) else 1)
            phrase.sources += 1
            phrase.forms[keyphrase.phrase] += keyphrase.count
    return [phrases[key] for key in sorted(phrases, key=lambda key: (-phrases[key].score, key))]


def _of_topic(coverage: Coverage, analysis: Analysis) -> Iterator[tuple[tuple[str, ...], Keyphrase]]:
    text = normal(" ".join(analysis.sentences[i].text for i in coverage.sentences))
    for phrase in analysis.keyphrases:
        key = content_stems(_PLURAL.sub(r"\1", phrase.phrase))
        if key and any(normal(form) in text for form in (phrase.phrase, *phrase.forms)):
            yield key, phrase


def _is_common(text: str) -> bool:
    return text.islower() and " " not in text


def _without_title(text: str) -> str:
    """A person's name without the office before it: of "Fire Chief Jim Clark" it is "Jim Clark"."""
    words = text.split()
    last = max((n for n, word in enumerate(words) if word.lower().rstrip(".") in TITLES | _RANKS), default=-1)
    return " ".join(words[last + 1 :]) if words[last + 1 :] and words[last + 1][0].isupper() else text


def _form(phrase: _Phrase) -> str:
    """The commonest form that no headline has put in capitals."""
    return min(phrase.forms, key=lambda form: (_is_shouted(form), -phrase.forms[form], form))


def _is_shouted(form: str) -> bool:
    return form.isupper() and sum(c.isalpha() for c in form) > _ACRONYM and not any(c.isdigit() for c in form)


def _full_names(analyses: Sequence[Analysis]) -> dict[str, str]:
    """The full name that a surname, or any other part of a name, mostly stands for; "" where it stands for several."""
    found: dict[str, Counter[str]] = {}
    spelled: dict[str, str] = {}
    for full in (name.text for a in analyses for name in a.names if name.kind == "person" and _is_full(name.text)):
        spelled.setdefault(normal(full), full)
        for part in full.split():
            found.setdefault(part, Counter())[normal(full)] += 1
    return {part: _usual(names, spelled) for part, names in found.items()}


def _is_full(name: str) -> bool:
    return " " in name and " of " not in name  # "Ana Ruiz of Orla" is Ana Ruiz


def _usual(names: Counter[str], spelled: dict[str, str]) -> str:
    (best, count), *_ = names.most_common(1)
    return spelled[best] if count >= _MOSTLY * names.total() else ""


def _publishers(analyses: Sequence[Analysis]) -> frozenset[str]:
    """The publishers and their initials, which say who reports and not what."""
    names = [a.article.metadata.publisher or "" for a in analyses]
    return frozenset(normal(name) for name in (*names, *map(_initials, names)) if name)


def _names_a_thing(text: str, phrase: _Phrase, sources: int, publishers: frozenset[str]) -> bool:
    words = [word.lower().rstrip(".") for word in text.split()]
    if _is_title(words) or _nothing().issuperset(words) or (text.istitle() and GENERIC.issuperset(words)):
        return False
    if normal(text) in publishers or _is_shouted(text) or _CUT_NUMBER.search(text) or _SPEECH.search(text):
        return False
    return not (_is_common(text) and phrase.sources == sources >= _EVERYWHERE)


def _is_title(words: Sequence[str]) -> bool:
    """Whether a phrase is a title, or ends in one whose holder's name is cut off, or begins with a form of address."""
    return words[-1] in TITLES | _RANKS or words[0] in HONORIFICS or _OFFICES.issuperset(words)


def _nothing() -> frozenset[str]:
    generic = word_list("generic_en")
    return generic["noun"] | generic["adjective"] | country_words()


def _held(text: str, shown: Sequence[str]) -> bool:
    """Whether what is shown already holds these words, or their initials, or is the initials of them."""
    stems, short = set(content_stems(_PLURAL.sub(r"\1", text))), _initials(text)
    return any(
        stems <= set(content_stems(_PLURAL.sub(r"\1", other))) or other == short or _initials(other) == text
        for other in shown
    )


def _initials(text: str) -> str:
    return "".join(part[0] for part in re.split(r"[\s-]", text) if part[:1].isupper())
