"""Names in an article: which capitalised runs are names, what each is a name of, and where it stands.

A word at the start of a sentence is a name only where the article writes it in a capital elsewhere too, or where
general knowledge says so; a sentence in headline case gives no name of its own. Precision comes first: what may be an
ordinary word is left out.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ...model import NameKind, NameMention, Sentence
from ...text.gazetteer import demonyms, given_names, is_body, is_place
from ...text.name_words import AGREEMENTS, ARTICLES, DAYS_MONTHS, GENERIC, SENTENCE_WORDS, STARTERS
from ...text.personal_names import family_first
from ...text.pos_tagger import lexical
from .byline import is_credit
from .capital_runs import RunWord, at_countries, runs_of, words_of
from .name_kind import by_form, is_state, kind_of, personal
from .name_phrases import Phrase, phrases_of
from .titles import strip_titles

# From this share of longer words in capitals on, a sentence is set like a headline: without a full stop, and with one.
_HEADLINE, _SHOUTED = 0.6, 0.9


_LONGEST = 5000  # characters: a longer "sentence" is no prose, and holds no names
_COMMON = GENERIC | STARTERS


@dataclass(frozen=True, slots=True)
class _Candidate:
    sentence: int
    words: tuple[RunWord, ...]
    titled: bool
    sure: bool = True

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class _Evidence:
    """How the article writes its words: `lower` in lower case, `capital` in a capital where no sentence begins."""

    lower: Counter[str]
    capital: Counter[str]

    def common(self, word: RunWord) -> bool:
        return self.lower[word.low] > 0 and self.lower[word.low] >= self.capital[word.low]


def find_names(sentences: tuple[Sentence, ...]) -> tuple[NameMention, ...]:
    """The names in `sentences`, in text order, none within another. A long form and its bracketed abbreviation are two
    mentions next to each other. Offsets are those of the paragraph."""
    cut = [words_of(sentence.text) if len(sentence.text) <= _LONGEST else [] for sentence in sentences]
    plain = [not (_headline(s.text, words) or is_credit(s.text)) for s, words in zip(sentences, cut, strict=True)]
    evidence = _evidence(cut, plain)
    candidates: list[_Candidate] = []
    for number, (sentence, words) in enumerate(zip(sentences, cut, strict=True)):
        if plain[number]:
            candidates += _candidates(number, sentence.text, words, evidence)
    candidates = _settled(candidates)
    kinds = _kinds(candidates, sentences)
    known = set(kinds)
    mentions: list[NameMention] = []
    by_sentence: dict[int, list[_Candidate]] = {}
    for candidate in candidates:
        by_sentence.setdefault(candidate.sentence, []).append(candidate)
    for number, (sentence, words) in enumerate(zip(sentences, cut, strict=True)):
        if is_credit(sentence.text):
            continue
        own = by_sentence.get(number, []) if plain[number] else _known_runs(number, words, known)
        mentions += _mentions(sentence, own, kinds, phrases_of(sentence.text, words))
    return tuple(mentions)


def _headline(sentence: str, words: list[RunWord]) -> bool:
    """Whether a sentence is set like a headline, a label or an outcry: most of its longer words have a capital."""
    long = [word for word in words[1:] if len(word.text) > 3 and word.text[0].isalpha()]
    capitals = sum(word.capital for word in long)
    ended = sentence[-1:] in ".!?;:,”\"’')"
    if ended:
        return len(long) >= 6 and capitals >= _SHOUTED * len(long)
    if len(long) >= 4 and capitals >= _HEADLINE * len(long):
        return True
    return len(words) < 9 and capitals >= max(1, 0.5 * len(long))


def _evidence(cut: list[list[RunWord]], plain: list[bool]) -> _Evidence:
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for words, ok in zip(cut, plain, strict=True):
        if not ok:
            continue
        for word in words:
            if not word.capital:
                lower[word.text] += 1
            elif not word.initial:
                capital[word.low] += 1
    return _Evidence(lower, capital)


def _candidates(number: int, text: str, words: list[RunWord], evidence: _Evidence) -> list[_Candidate]:
    found = []
    for run in runs_of(text, words):
        for part, titled in strip_titles(_without_opening(run, evidence)):
            for name in at_countries(_trimmed(part)):
                if is_state(text, name[0].start):
                    continue
                sure = _is_name(name, titled, evidence)
                if sure or _may_be(name, evidence):
                    found.append(_Candidate(number, tuple(name), titled, sure))
    return found


def _may_be(part: list[RunWord], evidence: _Evidence) -> bool:
    """Whether a word alone, which its own sentence does not show to be a name, is one if a longer name holds it."""
    return len(part) == 1 and not _ordinary(part[0], evidence) and part[0].low not in STARTERS


def _settled(candidates: list[_Candidate]) -> list[_Candidate]:
    """The names among `candidates`: an unsure word is one where it is the last of a longer name, or its first and no
    ordinary word."""
    longer = [c.words for c in candidates if c.sure and len(c.words) > 1]
    last = {words[-1].text for words in longer}
    first = {words[0].text for words in longer if lexical(words[0].low) == "N"}
    return [c for c in candidates if c.sure or c.text in last | first]


def _without_opening(run: list[RunWord], evidence: _Evidence) -> list[RunWord]:
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


def _is_article(word: RunWord) -> bool:
    return word.low in ARTICLES and not word.text.endswith(".")


def _opens(run: list[RunWord], evidence: _Evidence) -> bool:
    """Whether the first word of a sentence is an ordinary word rather than the first of a name."""
    word = run[0]
    if (word.text.isupper() and len(word.text) > 1) or (len(run) > 1 and is_place(f"{word.text} {run[1].text}")):
        return False
    if word.low in STARTERS:
        return not word.text.endswith(".")
    if len(run) == 1 or word.low in demonyms() or evidence.capital[word.low]:
        return False
    return evidence.common(word) or (lexical(word.low) in "VDGR" and word.low not in given_names())


def _trimmed(part: list[RunWord]) -> list[RunWord]:
    """`part` without days, months and small words at its ends, and without a nationality that stands before a name of
    one word."""
    if part and family_first([word.text for word in part]):  # "Sun Ye-rin" is no Sunday
        return part
    while part and (part[0].low in DAYS_MONTHS or not part[0].capital):
        part = part[1:]
    while part and (part[-1].low in DAYS_MONTHS or not part[-1].capital):
        part = part[:-1]
    return part


def _is_name(part: list[RunWord], titled: bool, evidence: _Evidence) -> bool:
    text = " ".join(word.text for word in part)
    if text.lower() in demonyms():
        return False
    if is_place(text):
        return not (part[0].initial and len(part) == 1 and evidence.common(part[0]))
    if any(word.low in SENTENCE_WORDS and word.capital and not word.text.isupper() for word in part):
        return False
    if len(part) == 1:
        return titled or _single(part[0], evidence)
    shouted = len(part) > 2 and all(word.text.isupper() and len(word.text) > 2 for word in part)
    if shouted or part[-1].low in demonyms():
        return False
    if all(w.low in demonyms() or w.low in GENERIC for w in part if w.capital):
        return _headed(part)
    common = [word for word in part if word.capital and (evidence.common(word) or word.low in _COMMON)]
    return len(common) < sum(word.capital for word in part) or _headed(part)


def _headed(part: list[RunWord]) -> bool:
    """Whether a run of ordinary words is a name by its head: "Foreign Ministry", "House of Commons"."""
    return kind_of([word.text for word in part], "", "") in ("organisation", "agreement")


def _ordinary(word: RunWord, evidence: _Evidence) -> bool:
    """Whether a word alone is never a name, or has its capital by chance."""
    named = word.low in GENERIC or word.low in DAYS_MONTHS or word.low in demonyms()
    return len(word.text) < 2 or named or evidence.common(word)


def _single(word: RunWord, evidence: _Evidence) -> bool:
    """Whether a word alone is a name by where and how it is written."""
    if any(c.isupper() for c in word.text[1:]) and word.low in AGREEMENTS:
        return True
    if _ordinary(word, evidence):
        return False
    if any(c.isupper() for c in word.text[1:]):
        return word.low not in STARTERS or word.text.isupper()
    if word.low in STARTERS or (word.initial and not evidence.capital[word.low]):
        return False
    return lexical(word.low) not in "VBJRDGS" or evidence.capital[word.low] > 1 or word.low in given_names()


def _known_runs(number: int, words: list[RunWord], known: set[str]) -> list[_Candidate]:
    """In a sentence set like a headline: only what the rest of the article knows as a name, the longest first."""
    found, at = [], 0
    while at < len(words):
        for size in range(min(6, len(words) - at), 0, -1):
            run = words[at : at + size]
            text = " ".join(word.text for word in run)
            if run[0].capital and (text in known or (text.isupper() and (is_place(text) or is_body(text)))):
                found.append(_Candidate(number, tuple(run), False))
                at += size - 1
                break
        at += 1
    return found


def _kinds(candidates: list[_Candidate], sentences: tuple[Sentence, ...]) -> dict[str, NameKind]:
    """The kind of each name in the article: what most of its places say; a surname is what its full name is."""
    votes: dict[str, Counter[NameKind]] = {}
    for c in candidates:
        text = sentences[c.sentence].text
        before, after = (
            text[max(0, c.words[0].start - 40) : c.words[0].start],
            text[c.words[-1].end : c.words[-1].end + 40],
        )
        kind: NameKind = "person" if c.titled else kind_of([word.text for word in c.words], before, after)
        votes.setdefault(c.text, Counter())[kind] += 1
    kinds = {name: _elected(vote) for name, vote in votes.items()}
    last_names = {_surname(name) for name, kind in kinds.items() if " " in name and kind == "person"}
    singles = {name for name in kinds if " " not in name}
    kinds |= {surname: "person" for surname in sorted(last_names) if surname not in kinds}  # a headline may have it
    for name in kinds:
        if name in last_names and kinds[name] == "other":
            kinds[name] = "person"
        elif kinds[name] == "other" and _calls_by_surname(name, singles):
            kinds[name] = kinds[name.split()[-1]] = "person"
    return kinds


def _surname(name: str) -> str:
    words = name.split()
    return words[0] if family_first(words) else words[-1]


def _calls_by_surname(name: str, singles: set[str]) -> bool:
    """Whether the article calls `name` by its last word too, as it does a person, and not by its first."""
    words = name.split()
    return len(words) > 1 and words[-1] in singles and words[0] not in singles and _looks_personal(name)


def _looks_personal(name: str) -> bool:
    parts = name.split()
    return (
        len(parts) in (2, 3)
        and personal(parts)
        and lexical(parts[-1].lower()) == "N"
        and lexical(parts[0].lower()) == "N"
    )


def _elected(vote: Counter[NameKind]) -> NameKind:
    """The commonest kind that says something."""
    telling = [(count, kind) for kind, count in vote.items() if kind != "other"]
    return max(telling)[1] if telling else "other"


def _mentions(
    sentence: Sentence, own: list[_Candidate], kinds: dict[str, NameKind], phrases: list[Phrase]
) -> list[NameMention]:
    """The names of one sentence: phrases found by their form first, then the runs that do not overlap them."""
    spans = [(p.start, p.end, p.kind or kinds.get(sentence.text[p.start : p.end], "other")) for p in phrases]
    taken = bytearray(len(sentence.text))
    for start, end, _ in spans:
        taken[start:end] = b"\x01" * (end - start)
    for c in own:  # in text order, none within another
        start, end = c.words[0].start, c.words[-1].end
        if not any(taken[start:end]):
            spans.append((start, end, kinds.get(c.text) or by_form(c.text) or "other"))
    return [
        NameMention(sentence.index, sentence.start + start, sentence.start + end, sentence.text[start:end], kind)
        for start, end, kind in sorted(spans)
    ]
