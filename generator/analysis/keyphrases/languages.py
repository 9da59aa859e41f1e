"""Where candidate keyphrases lie in languages whose word classes are not known here: between function words, and where
the language's own spelling shows a noun or a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from ...text.language_tags import primary
from ...text.segmenter import is_unspaced
from ...text.words import Word, stopwords, word_list
from .arabic import arabic_spans
from .unspaced import is_verb, unspaced_spans

Span = tuple[int, int]


def _by_language(kind: str) -> dict[str, frozenset[str]]:
    """The words of one kind by the code of their language."""
    lists = word_list("function_words")
    return {section[:2]: words for section, words in lists.items() if section[3:] == kind}


_LINKS = _by_language("links")
_AUXILIARIES = _by_language("auxiliaries")
_VERBS = {
    "es": re.compile(r"..(?:ó|aron|ieron|aba|aban|ará|arán|erá|erán|irá|irán|ando|iendo|ría|rían|arse|erse|irse|mos)$"),
    "fr": re.compile(r"..(?:ait|aient|èrent|irent|era|eront|ira|iront|erait|eraient|ons|ez)$"),
    "hi": re.compile(r"..(?:ेगा|ेगी|ेंगे|ेंगी|एगा|एगी|एंगे|एंगी|ाएगा|ाएगी|ाएंगे|ूंगा|ोगे)$"),
}
_INFINITIVE = {"es": re.compile(r"...[aei]r$"), "fr": re.compile(r"...(?:[^ihg]er|ir|dre|tre)$")}
_BEFORE_INFINITIVE = _by_language("before_infinitive")
_HIRAGANA = re.compile(r"[\u3041-\u309f]")
_KANJI = re.compile(r"[\u3005\u3400-\u9fff]+")
_COUNTED = re.compile(r"[年月日時分人円件回年度万億兆社%か国]+")
_GERMAN_ADJECTIVE = re.compile(r"...(?:e|en|er|es|em)$")


def content_spans(run: Sequence[Word], language: str, longest: int) -> Iterator[Span]:
    """(start, end) of each candidate in a run of words, at most `longest` words. What `join_recurring` joined is
    one."""
    code, first = primary(language), 0
    for i in [*(i for i, word in enumerate(run) if " " in word.text), len(run)]:
        yield from ((first + start, first + end) for start, end in _spans(run[first:i], code, longest))
        if i < len(run):
            yield i, i + 1
        first = i + 1


def _spans(run: Sequence[Word], code: str, longest: int) -> Iterator[Span]:
    if code == "ja":
        return _japanese(run, longest)
    if is_unspaced(code):
        return unspaced_spans(run, code)
    if code == "ar":
        return arabic_spans(run, longest)
    stop = stopwords(code)
    content = [any(c.isalpha() for c in word.text) and word.text.lower() not in stop for word in run]
    if code == "de":
        return _german(run, content, longest)
    for i, word in enumerate(run):
        if content[i] and _is_verb(word.text, run[i - 1].text.lower() if i else "", code):
            content[i] = False
    return _runs(run, content, _LINKS.get(code, frozenset()), longest)


def _is_verb(word: str, last: str, code: str) -> bool:
    if is_verb(word, code):
        return True
    if code not in _VERBS or word[0].isupper():
        return False
    if last in _AUXILIARIES.get(code, ()) or _VERBS[code].search(word):
        return True
    return last in _BEFORE_INFINITIVE.get(code, ()) and bool(_INFINITIVE[code].search(word))


def _runs(run: Sequence[Word], content: Sequence[bool], links: frozenset[str], longest: int) -> Iterator[Span]:
    """Runs of content words; over one linking word where both sides are content ("cadena de suministro"). The head
    comes first where there are links, else last."""
    inside: list[bool] = []
    for i in range(len(run)):
        goes_on = bool(inside) and inside[-1] and _links(run, content, links, i)
        inside.append(content[i] or goes_on)
    for start, stop in _stretches(inside):
        if links:
            end = min(stop, start + longest)
            while not content[end - 1]:
                end -= 1
            yield start, end
        else:
            yield max(start, stop - longest), stop


def _stretches(flags: Sequence[bool]) -> Iterator[Span]:
    """(start, end) of each stretch of neighbours that are all true."""
    for true, group in groupby(range(len(flags)), key=lambda i: flags[i]):
        places = list(group)
        if true:
            yield places[0], places[-1] + 1


def _links(run: Sequence[Word], content: Sequence[bool], links: frozenset[str], i: int) -> bool:
    return run[i].text.lower() in links and i + 1 < len(run) and content[i + 1]


def _german(run: Sequence[Word], content: Sequence[bool], longest: int) -> Iterator[Span]:
    """German writes its nouns with a capital: those, with the adjectives before them."""
    nouns = [inside and _is_german_noun(word.text) for word, inside in zip(run, content, strict=True)]
    for start, end in _stretches(nouns):
        while start and content[start - 1] and not nouns[start - 1] and _GERMAN_ADJECTIVE.search(run[start - 1].text):
            start -= 1
        yield max(start, end - longest), end


def _is_german_noun(word: str) -> bool:
    return word[0].isupper() or any(c.isdigit() for c in word)


def _japanese(run: Sequence[Word], longest: int) -> Iterator[Span]:
    """Compounds of kanji, katakana, letters and digits; hiragana parts them. One kanji before hiragana is the stem of a
    verb or an adjective, and so is a word before a form of "suru"; a number with its counter is a measure."""
    i = 0
    while i < len(run):
        end = _compound_end(run, i)
        follows = run[end].text if i < end < len(run) and run[end].start == run[end - 1].end else ""
        if end > i and _japanese_noun([word.text for word in run[i:end]], follows):
            yield max(i, end - longest), end
        i = max(end, i + 1)


def _compound_end(run: Sequence[Word], start: int) -> int:
    """Where the compound ends that begins at `start`; `start` where hiragana stands there."""
    for end in range(start, len(run)):
        joined = end == start or run[end].start == run[end - 1].end
        if not joined or _HIRAGANA.search(run[end].text):
            return end
    return len(run)


def _japanese_noun(words: Sequence[str], follows: str) -> bool:
    text = "".join(words)
    if follows[:1] in {"し", "す", "さ", "せ"} and len(words) == 1 and _KANJI.fullmatch(text):
        return False
    if words[0].isnumeric() and all(_COUNTED.fullmatch(word) or word.isnumeric() for word in words[1:]):
        return False
    return len(text) > 1 and text not in stopwords("ja")
