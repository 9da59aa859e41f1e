"""Projects of any size with made-up news: events that several sources tell, each in its own way, among much that only
one tells. The same for one size and seed, and the sources of a smaller size are those of a larger one."""

from __future__ import annotations

import bisect
import itertools
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

WORDS = 500  # of a source, about
_ROOT = Path(__file__).resolve().parents[2]
_CHOICE, _SLOT = re.compile(r"\[([^\[\]]*)\]"), re.compile(r"<([a-z]+\d?)>")
_LISTS: Mapping[str, Any] = yaml.safe_load((Path(__file__).parent / "words.yml").read_text(encoding="utf-8"))


def _list(name: str) -> list[str]:
    """One of the lists of words.yml."""
    held: str = _LISTS[name]
    return held.split("|") if "|" in held else held.split()


_SYLLABLES = [onset + vowel for onset in _list("onsets") for vowel in _list("vowels")]
_ENDINGS, _GIVEN, _DAYS = _list("endings"), _list("given"), _list("days")
_PAPERS = [f"{place} {paper}" for paper in _list("papers") for place in _list("places of papers")]


class _Chance:
    """Draws words as news has them: few often, most hardly ever."""

    def __init__(self, seed: str) -> None:
        self.rng = random.Random(seed)

    def zipf(self, words: Sequence[str], sums: Sequence[float]) -> str:
        return words[bisect.bisect(sums, self.rng.random() * sums[-1])]

    def name(self) -> str:
        made = "".join(self.rng.choice(_SYLLABLES) for _ in range(self.rng.choice((1, 2, 2))))
        return (made + self.rng.choice(_ENDINGS)).capitalize()


def _lexicon() -> dict[str, tuple[list[str], list[float]]]:
    """The project's own list of English words, by class, with how often each is drawn."""
    found: dict[str, list[str]] = {}
    mine: list[str] = []
    for line in (_ROOT / "generator/data/word_classes_en.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            mine = found.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            mine += [word for word in line.split() if 3 < len(word) < 12]
    kinds = {"noun": found["N"] + found["B"], "adj": found["J"], "verbs": found["B"], "done": found["D"]}
    order = random.Random("order")
    return {
        kind: (order.sample(words, len(words)), list(itertools.accumulate(1 / (n + 8) for n in range(len(words)))))
        for kind, words in kinds.items()
    }


def write(
    folder: Path, size: int, seed: int = 1, first: int = 0, settings: Mapping[str, Any] = MappingProxyType({})
) -> None:
    """Writes a project with `size` sources, but for those before the `first`, into `folder`, which must not hold one:
    one after the other, so that memory does not grow with them. `settings` are added to those of the project."""
    topics: Mapping[str, Any] = yaml.safe_load((Path(__file__).parent / "events.yml").read_text(encoding="utf-8"))
    (folder / "sources").mkdir(parents=True)
    own = {
        "title": "Made-up news",
        "description": "Written by a program.",
        "language": "en",
        "topics": [
            {
                "id": id,
                "title": about["title"],
                "scope": f"What is told of {about['title'].lower()}.",
                "terms": about["terms"],
            }
            for id, about in topics.items()
        ],
    }
    (folder / "briefing.yml").write_text(yaml.safe_dump({**own, **settings}, sort_keys=False), encoding="utf-8")
    (folder / "mkdocs.yml").write_text((_ROOT / "mkdocs.yml").read_text(encoding="utf-8"), encoding="utf-8")
    for number, (day, publisher, text) in enumerate(itertools.islice(_sources(topics, seed), first, size), first):
        name = folder / "sources" / f"{day}-{number:05d}"
        name.with_suffix(".txt").write_text(text, encoding="utf-8")
        name.with_suffix(".meta.yml").write_text(
            f"published: {day}\npublisher: {publisher}\nadded: {day + timedelta(days=1)}\n", encoding="utf-8"
        )


def _sources(topics: Mapping[str, Any], seed: int) -> Iterator[tuple[date, str, str]]:
    """Day, publisher and text of one source after the other, those of an event together."""
    words = _lexicon()
    for event in itertools.count():
        chance = _Chance(f"{seed} {event}")
        about = topics[chance.rng.choice(list(topics))]
        day = date(2031, 1, 1) + timedelta(days=event // 12)
        held = _of_event(chance, day)
        for teller in range(min(30, int(chance.rng.paretovariate(1.1)) + 2)):
            mine = _Chance(f"{seed} {event} {teller}")
            yield (
                day + timedelta(days=mine.rng.choice((0, 0, 1, 2))),
                mine.rng.choice(_PAPERS),
                _told(about, held, words, mine),
            )


def _of_event(chance: _Chance, day: date) -> dict[str, str]:
    rng = chance.rng
    return {
        "place": chance.name(),
        "town": chance.name(),
        "leader": f"{rng.choice(_GIVEN)} {chance.name()}",
        "critic": f"{rng.choice(_GIVEN)} {chance.name()}",
        "company": f"{chance.name()} {rng.choice(_list('firms'))}",
        "body": f"the {chance.name()} {rng.choice(_list('bodies'))}",
        "food": rng.choice(_list("food")),
        "work": rng.choice(_list("work")),
        "day": _DAYS[day.weekday()],
        "month": (day - timedelta(days=rng.randrange(60, 300))).strftime("%B"),
        "year": str(rng.randrange(1990, 2031)),
        **{f"n{n}": str(rng.randrange(3, 40 * n)) for n in range(1, 6)},
    }


def _told(
    about: Mapping[str, Any], held: Mapping[str, str], words: Mapping[str, tuple[list[str], list[float]]], mine: _Chance
) -> str:
    """One source: a headline, most of what is known of the event, and what it alone has."""
    lines = [line for line in about["lines"] if mine.rng.random() < 0.75]
    body = [_said(line, held, words, mine) for line in lines]
    while sum(len(sentence.split()) for sentence in body) < WORDS:
        body.insert(
            mine.rng.randrange(1, max(2, len(body) + 1)), _said(mine.rng.choice(_LISTS["fillers"]), held, words, mine)
        )
    paragraphs = [" ".join(body[at : at + 3]) for at in range(0, len(body), 3)]
    return "\n\n".join([_said(about["headline"], held, words, mine).rstrip("."), *paragraphs]) + "\n"


def _said(line: str, held: Mapping[str, str], words: Mapping[str, tuple[list[str], list[float]]], mine: _Chance) -> str:
    chosen = _CHOICE.sub(lambda found: mine.rng.choice(found[1].split("|")), line)
    filled = _SLOT.sub(lambda found: held.get(found[1]) or _by_chance(found[1], words, mine), chosen)
    return filled[:1].upper() + filled[1:] + "."


def _by_chance(kind: str, words: Mapping[str, tuple[list[str], list[float]]], mine: _Chance) -> str:
    if kind in words:
        return mine.zipf(*words[kind])
    if kind == "number":
        return str(mine.rng.randrange(2, 900))
    return mine.rng.choice(_GIVEN) if kind == "given" else mine.name()
