"""Whether a run of capitalised words is a name: by what it is made of, and by how the article writes its words.

A word at the start of a sentence is a name only where the article writes it in a capital elsewhere too, or where
general knowledge says so. Precision comes first: what may be an ordinary word is no name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from ...text.gazetteer import demonyms, given_names, is_body, is_place
from ...text.name_words import AGREEMENTS, ARTICLES, DAYS_MONTHS, GENERIC, PARTIES, SENTENCE_WORDS, STARTERS
from ...text.personal_names import family_first
from ...text.pos_tagger import lexical
from .name_kind import kind_of
from .run_words import RunWord

_COMMON = GENERIC | STARTERS
_SHOUT = 4  # letters: longer words in capitals alone are no abbreviations


@dataclass(frozen=True, slots=True)
class NameEvidence:
    """How the article writes its words: `lower` in lower case, `capital` in a capital where no sentence begins."""

    lower: Counter[str]
    capital: Counter[str]

    def common(self, word: RunWord) -> bool:
        return self.lower[word.low] > 0 and self.lower[word.low] >= self.capital[word.low]


def evidence_of(sentences: Iterable[list[RunWord]]) -> NameEvidence:
    """How the words of `sentences` are written."""
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for words in sentences:
        lower.update(word.text for word in words if not word.capital)
        capital.update(word.low for word in words if word.capital and not word.initial)
    return NameEvidence(lower, capital)


def without_opening(run: list[RunWord], evidence: NameEvidence) -> list[RunWord]:
    """`run` without the ordinary words that merely open a sentence ("Meanwhile", "Shares"), and without an article."""
    while run and (_is_article(run[0]) or (run[0].initial and _opens(run, evidence))):
        if is_place(" ".join(word.text for word in run)):
            break
        run = run[1:]
        if run and not run[0].capital:
            run = run[1:]
        elif run:
            run = [run[0]._replace(initial=False), *run[1:]]
    return run


def at_articles(run: list[RunWord]) -> list[list[RunWord]]:
    """`run` cut before each article within it, where a headline runs into the next: "Ana Ruiz | The Varn Gazette"."""
    cuts = [0, *(n for n, word in enumerate(run) if n and word.capital and word.low == "the"), len(run)]
    return [run[start:end] for start, end in pairwise(cuts) if start < end]


def _is_article(word: RunWord) -> bool:
    return word.low in ARTICLES and not word.text.endswith(".")


def _opens(run: list[RunWord], evidence: NameEvidence) -> bool:
    """Whether the first word of a sentence is an ordinary word rather than the first of a name."""
    word = run[0]
    if _abbreviated(word) or (len(run) > 1 and is_place(f"{word.text} {run[1].text}")):
        return False
    if word.low in STARTERS:
        return not word.text.endswith(".")
    if len(run) == 1 or word.low in demonyms() or evidence.capital[word.low]:
        return False
    return evidence.common(word) or (lexical(word.low) in "VDGR" and word.low not in given_names())


def _abbreviated(word: RunWord) -> bool:
    return word.text.isupper() and len(word.text) > 1


def trimmed(part: list[RunWord]) -> list[RunWord]:
    """`part` without days, months and small words at its ends, save in a person's name ("Sun Ye-rin", "Ana May")."""
    if part and family_first([word.text for word in part]):
        return part
    kept = [n for n, word in enumerate(part) if word.capital and word.low not in DAYS_MONTHS]
    rest = part[kept[0] :] if kept else []
    return rest if _named_like_a_month(rest) else part[kept[0] : kept[-1] + 1] if kept else []


def _named_like_a_month(part: list[RunWord]) -> bool:
    return len(part) == 2 and part[0].low in given_names() and part[1].low in ("may", "march", "august")


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a run that may be a name; `titled` where a title stands before it."""

    words: list[RunWord]
    titled: bool
    evidence: NameEvidence

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def is_name(part: list[RunWord], titled: bool, evidence: NameEvidence) -> bool:
    """Whether `part` is a name; `titled` where a title stands before it."""
    whole = _Part(part, titled, evidence)
    return next(verdict(whole) for applies, verdict in _TESTS if applies(whole))


def may_be(part: list[RunWord], evidence: NameEvidence) -> bool:
    """Whether a word alone, which its own sentence does not show to be a name, is one if a longer name holds it."""
    return len(part) == 1 and not _ordinary(part[0], evidence) and part[0].low not in STARTERS


def _is_place(part: _Part) -> bool:
    return is_place(part.text)


def _surely_place(part: _Part) -> bool:
    first = part.words[0]
    return not (first.initial and len(part.words) == 1 and part.evidence.common(first))


def _ends_in_people(part: _Part) -> bool:
    """Whether it is what belongs to a country or a party: "South Korean", "Acme Danes", "Utah Democrat"."""
    last = part.words[-1].low
    return part.text.lower() in demonyms() or (len(part.words) > 1 and (last in demonyms() or last in PARTIES))


def _is_sentence(part: _Part) -> bool:
    words = part.words[:-1] if _named_like_a_month(part.words) else part.words
    return any(word.low in SENTENCE_WORDS and word.capital and not word.text.isupper() for word in words)


def _is_alone(part: _Part) -> bool:
    return len(part.words) == 1


def _alone(part: _Part) -> bool:
    return part.titled or _single(part.words[0], part.evidence)


def _is_shouted(part: _Part) -> bool:
    """Whether it is written in capitals throughout, and is no row of abbreviations: "NO DEAL"."""
    capitals = all(word.text.isupper() and len(word.text) > 1 and "." not in word.text for word in part.words)
    words = any(len(word.text) > _SHOUT or word.low in SENTENCE_WORDS for word in part.words)
    return capitals and words and not is_body(part.text)


def _is_generic(part: _Part) -> bool:
    return all(word.low in demonyms() or word.low in GENERIC for word in part.words if word.capital)


def _headed(part: _Part) -> bool:
    """Whether a run of ordinary words is a name by its head: "Foreign Ministry", "House of Commons"."""
    return kind_of([word.text for word in part.words], "", "") in ("organisation", "agreement")


def _tells(part: _Part) -> bool:
    """Whether one word at least is no ordinary one."""
    capitals = [word for word in part.words if word.capital]
    common = [word for word in capitals if part.evidence.common(word) or word.low in _COMMON]
    return len(common) < len(capitals) or _headed(part)


def _never(part: _Part) -> bool:
    return False


def _always(part: _Part) -> bool:
    return True


_Test = Callable[[_Part], bool]
_TESTS: tuple[tuple[_Test, _Test], ...] = (
    (_is_place, _surely_place),
    (_ends_in_people, _never),
    (_is_sentence, _never),
    (_is_alone, _alone),
    (_is_shouted, _never),
    (_is_generic, _headed),
    (_always, _tells),
)


def _ordinary(word: RunWord, evidence: NameEvidence) -> bool:
    """Whether a word alone is never a name, or has its capital by chance."""
    named = word.low in GENERIC or word.low in DAYS_MONTHS or word.low in demonyms()
    return len(word.text) < 2 or named or evidence.common(word)


def _single(word: RunWord, evidence: NameEvidence) -> bool:
    """Whether a word alone is a name by where and how it is written."""
    mixed = any(c.isupper() for c in word.text[1:])
    if mixed and word.low in AGREEMENTS:
        return True
    if _ordinary(word, evidence):
        return False
    if mixed:
        return word.low not in STARTERS or word.text.isupper()
    return not _may_open(word, evidence) and (_noun_like(word) or evidence.capital[word.low] > 1)


def _may_open(word: RunWord, evidence: NameEvidence) -> bool:
    """Whether a word may have its capital from the sentence that it opens."""
    return word.low in STARTERS or (word.initial and not evidence.capital[word.low])


def _noun_like(word: RunWord) -> bool:
    return lexical(word.low) not in "VBJRDGS" or word.low in given_names()
