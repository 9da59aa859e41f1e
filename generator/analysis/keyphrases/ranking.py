"""Keyphrases of one article: its noun phrases and names, ranked by how telling their words are, how often and how early
they occur.

What was measured on the way here is in docs/decisions/0014-keyphrases.md.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from ...config import KeyphraseEngine
from ...model import Article, Keyphrase, NameMention, Sentence
from ...text import yake_parts
from ...text.datelines import dateline_end
from ...text.gazetteer import country_words
from ...text.language_tags import primary
from ...text.mail_addresses import without_mail_addresses
from ...text.word_counts import TextCounts, count_words_of
from ...text.words import content_stems, stem, stopwords, word_list, word_runs
from ..names.byline import is_credit
from . import own_weights
from .phrases import Key, Phrase, gather, parts, word_counts
from .possessives import join_kinds
from .recurring import join_recurring
from .whole_names import whole_names

MOST = 20
SINGLE = 0.75
_LONGEST_FURNITURE = 80
_LONGEST_LINE = 2_000
_DASHES = ("_", "-", "\u2013", "\u2014")
_AS_BARE = frozenset(("America", "Korea", "Korean", "EU", "UN"))  # as bare as a country, and not the name of one


def find_keyphrases(
    article: Article,
    sentences: Sequence[Sentence],
    language: str = "en",
    names: Sequence[NameMention] = (),
    engine: KeyphraseEngine = "yake",
) -> tuple[Keyphrase, ...]:
    """Up to 20 phrases that tell what `article` is about, best first: of one to four words, or one of its `names`."""
    lines = _lines(article, sentences)
    cut = join_recurring([word_runs(line, language) for line in lines], language)
    english = primary(language) == "en"
    if english:
        cut = join_kinds(cut, lines)
    phrases = gather(lines, cut, whole_names(names if english else ()), language)
    counted = count_words_of(cut, {word for key in phrases for word in key}, stopwords(language))
    return _chosen(phrases, _scores(phrases, _weights(counted, engine)))


def _weights(counted: TextCounts, engine: KeyphraseEngine) -> dict[str, float]:
    return own_weights.weights(counted) if engine == "own" else yake_parts.weights(counted)


def _lines(article: Article, sentences: Sequence[Sentence]) -> list[str]:
    """The title, then headings and sentences in the order of the text, each by itself; of a heading without end, its
    beginning."""
    title = article.metadata.title
    lines = [title] if title and all(p.text != title for p in article.paragraphs) else []
    by_paragraph: dict[int, list[str]] = {}
    for sentence in sentences:
        by_paragraph.setdefault(sentence.paragraph, []).append(sentence.text)
    for number, paragraph in enumerate(article.paragraphs, 1):
        lines += by_paragraph.get(number, []) if paragraph.role != "heading" else [paragraph.text]
    lines = [without_mail_addresses(line) for line in lines]
    pieces = (piece[:_LONGEST_LINE] for line in lines for piece in map(str.lstrip, line.split("\n")))
    return _without_furniture([piece for piece in pieces if piece])


def _without_furniture(pieces: Sequence[str]) -> list[str]:
    told = (piece for piece, after in pairwise([*pieces, ""]) if not _is_furniture(piece, after))
    return [piece[dateline_end(piece) :] for piece in told]


def _is_furniture(line: str, after: str) -> bool:
    """Whether a line names who wrote, or is a dateline that its dash has parted from the line after."""
    if len(line) > _LONGEST_FURNITURE:
        return False
    parted = after.startswith(_DASHES) and dateline_end(f"{line} -- {after}") > len(line)
    return parted or is_credit(line)


def _scores(phrases: Mapping[Key, Phrase], weights: Mapping[str, float]) -> dict[Key, float]:
    """How telling each phrase is: telling words that many phrases hold, often and early, and half as much where a
    phrase only adds a word to one that occurs more often ("5G sector" beside "5G")."""
    telling = {word: count**0.6 * weights.get(word, 0.0) for word, count in word_counts(phrases).items()}
    scores = {}
    for key, phrase in phrases.items():
        worth = sum([telling[word] for word in key]) / len(key) ** 0.2
        if len(key) == 1 and not phrase.acronym:
            worth *= SINGLE
        if any(part in phrases and phrases[part].count > phrase.count for part in parts(key)):
            worth /= 2
        scores[key] = worth * (1 + math.log(phrase.count)) / math.log(2.7 + phrase.order) ** 0.7
    return scores


def _chosen(phrases: Mapping[Key, Phrase], scores: Mapping[Key, float]) -> tuple[Keyphrase, ...]:
    """The best 20 without fragments; what tells little stands behind all that tells more."""
    ranked = sorted(phrases, key=lambda k: (_is_weak(k), -scores[k], phrases[k].order))
    taken: list[Key] = []
    used = 0
    while used < len(ranked) and len(taken) < MOST:
        room = MOST - len(taken)
        taken += ranked[used : used + room]
        used += room
        taken = _without_fragments(taken, phrases)
    out: list[Keyphrase] = []
    for key in taken:
        score = round(scores[key] / scores[taken[0]], 4) if scores[taken[0]] else 0.0
        out.append(_keyphrase(phrases[key], min(score, out[-1].score if out else 1.0)))
    return tuple(out)


def _without_fragments(taken: Sequence[Key], phrases: Mapping[Key, Phrase]) -> list[Key]:
    """`taken` without what is a piece of a longer phrase, and stands by itself no more often than that. An acronym is
    never one."""
    longest: dict[Key, int] = {}
    for key in taken:
        for part in parts(key):
            longest[part] = max(longest.get(part, 0), phrases[key].count)
    return [key for key in taken if phrases[key].acronym or phrases[key].count > longest.get(key, 0)]


@cache
def _weak_stems() -> frozenset[str]:
    generic = word_list("generic_en")
    words = generic["noun"] | generic["adjective"] | country_words() | _AS_BARE
    return frozenset(stem(word.rstrip(".")) for word in words)


@cache
def _offices() -> frozenset[str]:
    return frozenset(map(stem, word_list("generic_en")["office"]))


@cache
def _agencies() -> frozenset[Key]:
    return frozenset(tuple(map(stem, name.split("-"))) for name in word_list("generic_en")["agency"])


def _is_weak(key: Key) -> bool:
    """Whether a phrase holds nothing but generic words and names of countries, or is an office or a news agency."""
    return _weak_stems().issuperset(key) or _offices().issuperset(key) or key in _agencies()


def _keyphrase(phrase: Phrase, score: float) -> Keyphrase:
    shown, *others = sorted(phrase.forms, key=lambda f: (f != phrase.full, -phrase.forms[f], f))
    return Keyphrase(shown, round(score, 4), tuple(others), phrase.count)


def focus(keyphrases: Sequence[Keyphrase], language: str = "en") -> dict[str, float]:
    """The stems of `keyphrases` with their weight, for `text.summary.choose`."""
    weights: dict[str, float] = {}
    for keyphrase in keyphrases:
        for word in content_stems(keyphrase.phrase, language):
            weights[word] = max(weights.get(word, 0.0), keyphrase.score)
    return weights
