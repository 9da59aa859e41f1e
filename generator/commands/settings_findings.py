"""Settings that match nothing, as likely as not by a slip of the pen, and a title that is still the sample's."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from importlib import resources

import yaml

from ..config import Topic, folded
from ..errors import Problem
from ..text.language_tags import one_language
from ..text.matching import fold, matcher, singular
from ..text.words import normal
from .findings import Checked

_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 0.8  # how alike a word of a term and one of the sources are, for the one to be a slip for the other
_SHORTEST = 4  # letters: shorter words are alike by chance


def foreign(checked: Checked) -> Iterator[Problem]:
    """A language that no source has."""
    language = checked.project.config.language
    spoken = sorted({a.article.metadata.language or language for a in checked.site.brief.analyses})
    if not any(one_language(code, language) for code in spoken):
        yield Problem(
            "briefing.yml",
            f"no source is in {language!r}, so that no statements are compared",
            line=checked.written.line_of(["language"]),
            key="language",
            hint=f"the sources are in {', '.join(map(repr, spoken))}",
        )


def sample_title(checked: Checked) -> Iterator[Problem]:
    """The title of a sample whose sources are gone."""
    title, here = checked.project.config.title, {a.article.path for a in checked.site.brief.analyses}
    if title in _samples() and here.isdisjoint(_samples()[title]):
        yield Problem(
            "briefing.yml",
            "still the title of the sample, whose sources are gone",
            line=checked.written.line_of(["title"]),
            key="title",
            hint="say what your briefing is about",
            level="warning",
        )


@cache
def _samples() -> dict[str, frozenset[str]]:
    text = (resources.files("generator.data") / "samples.yml").read_text(encoding="utf-8")
    return {row["title"]: frozenset(row["sources"]) for row in yaml.safe_load(text)}


def empty_topics(checked: Checked) -> Iterator[Problem]:
    """Topics of which no source speaks."""
    empty = {content.topic for content in checked.site.brief.briefings if not content.coverage}
    for number, topic in enumerate(checked.project.config.topics):
        if topic.id in empty:
            line = checked.written.line_of(["topics", number, "terms"])
            yield Problem("briefing.yml", "no source holds any of its terms", line=line, key=f"topics.{topic.id}.terms")


def idle_terms(checked: Checked) -> Iterator[Problem]:
    """Terms that no source holds, of topics of which one speaks."""
    topics = _spoken_of(checked)
    texts = [sentence.text for analysis in checked.site.brief.analyses for sentence in analysis.sentences]
    idle = _idle(checked, topics, texts)
    words = frozenset(word for text in texts for word in _WORD.findall(text)) if idle else frozenset()
    for number, topic in topics:
        for place, term in enumerate(topic.terms):
            if term in idle:
                yield _idle_term(checked, topic.id, ["topics", number, "terms", place], term, _meant(term, words))


def _spoken_of(checked: Checked) -> list[tuple[int, Topic]]:
    """The topics of which a source speaks, with their places in the settings."""
    empty = {content.topic for content in checked.site.brief.briefings if not content.coverage}
    return [(n, topic) for n, topic in enumerate(checked.project.config.topics) if topic.id not in empty]


def _idle(checked: Checked, topics: Sequence[tuple[int, Topic]], texts: Sequence[str]) -> frozenset[str]:
    found = {term for term, _ in checked.site.brief.topics.rarity.terms}
    return _unheld((term for _, topic in topics for term in topic.terms if term not in found), texts)


def _idle_term(checked: Checked, topic: str, path: Sequence[str | int], term: str, meant: str | None) -> Problem:
    return Problem(
        "briefing.yml",
        f"no source holds the term {term!r}",
        line=checked.written.line_of(path),
        key=f"topics.{topic}.terms",
        hint=f"did you mean {meant!r}?" if meant else None,
        level="warning" if meant else "note",
    )


def _unheld(terms: Iterable[str], texts: Sequence[str]) -> frozenset[str]:
    """Those of `terms` that no text holds. One pass finds one spelling of a term, and the longest of those that begin
    alike; the others are looked for again."""
    left = set(terms)
    while left:
        alone = matcher(sorted(left))
        held = {match.term for text in texts for match in alone.find(text)}
        if not held:
            break
        left -= held
    return frozenset(left)


def _meant(term: str, words: Collection[str]) -> str | None:
    """The term with its words that no source holds put right; None where one of them is like no word of a source."""
    known = {singular(fold(word)) for word in words}
    slips = [word for word in _WORD.findall(term) if singular(fold(word)) not in known]
    meant = {word: _nearest(word, words) for word in slips}
    if not slips or None in meant.values():
        return None
    return _WORD.sub(lambda found: meant.get(found[0]) or found[0], term)


def _nearest(word: str, words: Collection[str]) -> str | None:
    if len(word) < _SHORTEST:
        return None
    alike = {fold(one): one for one in sorted(words) if abs(len(one) - len(word)) <= 2 and len(one) >= _SHORTEST}
    near = difflib.get_close_matches(fold(word), alike, n=1, cutoff=_NEAR)
    return alike[near[0]] if near else None


def idle_aliases(checked: Checked) -> Iterator[Problem]:
    """Spellings of names that no source holds: worth knowing, for a source to come may hold them."""
    rules = checked.project.config.names
    if not any(rule.aliases for rule in rules):
        return
    text = normal(" ".join(p.text for a in checked.site.brief.analyses for p in a.article.paragraphs))
    for number, rule in enumerate(rules):
        for place, alias in enumerate(rule.aliases):
            if normal(alias) not in text:
                line = checked.written.line_of(["names", number, "aliases", place])
                message, key = f"no source holds the spelling {alias!r}", f"names.{rule.name}.aliases"
                yield Problem("briefing.yml", message, line=line, key=key, level="note")


def idle_publishers(checked: Checked) -> Iterator[Problem]:
    """Publishers of whom there is no source: worth knowing, for one to come may be theirs."""
    here = _publishers(checked)
    rules = checked.project.config.publishers
    known = {folded(rule.name) for rule in rules}
    others = {key: name for key, name in here.items() if key not in known}
    for number, rule in enumerate(rules):
        if folded(rule.name) not in here:
            near = difflib.get_close_matches(folded(rule.name), sorted(others), n=1, cutoff=_NEAR)
            yield Problem(
                "briefing.yml",
                "no source is of this publisher",
                line=checked.written.line_of(["publishers", number, "name"]),
                key=f"publishers.{rule.name}",
                hint=f"did you mean {others[near[0]]!r}?" if near else None,
                level="note",
            )


def _publishers(checked: Checked) -> dict[str, str]:
    """The names of the publishers of all sources, and of those whose texts they pass on, by their folded forms."""
    found = [a.article.metadata for a in checked.site.brief.analyses]
    return {folded(name): name for meta in found for name in (meta.publisher, meta.first_publisher) if name}
