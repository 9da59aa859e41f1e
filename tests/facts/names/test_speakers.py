"""Who is meant by a speaker without a name, and who speaks for whom: a few words a case."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from generator.facts.names.affiliations import Affiliations, _calls, _one, _Pair, _told, affiliations
from generator.facts.names.lookup import Lookup
from generator.facts.names.speakers import SpeakerNames, no_speaker
from generator.model import (
    Alias,
    Analysis,
    Article,
    Attribution,
    Metadata,
    Name,
    NameKind,
    NameMention,
    Paragraph,
    Sentence,
)


def name(
    text: str, kind: NameKind, *aliases: Alias, sources: tuple[str, ...] = ("a",), short: str | None = None
) -> Name:
    return Name(text.lower().replace(" ", "-"), text, kind, aliases, sources, short, ())


ANA, OLAF, IVO = (name(text, "person") for text in ("Ana Ruiz", "Olaf Berg", "Ivo Brandt"))
ACME, LUMEN = name("Acme Corporation", "organisation"), name("Lumen Group", "organisation")
UNIT = name("Seventh Division", "organisation")
ORLA = name("Norway", "place")


def pair(one: Name, gap: str, other: Name, before: str = "", after: str = "") -> list[tuple[str, str]]:
    given = _Pair(one, other, before, gap, after)
    return [(a.name, b.name) for a, b in _told(given)] if given.near else []


FOR_ACME = [("Ana Ruiz", "Acme Corporation")]


@pytest.mark.parametrize(
    ("one", "gap", "other", "more", "expected"),
    [
        (ACME, " chief executive ", ANA, {}, FOR_ACME),
        (ACME, "'s chief executive, ", ANA, {}, FOR_ACME),
        (ACME, " and director ", ANA, {}, []),
        (ACME, " one two three four five director ", ANA, {}, []),
        (ACME, " one two three four director ", ANA, {}, FOR_ACME),
        (ACME, " former director ", ANA, {}, []),
        (ACME, " director ", ANA, {"before": "former "}, []),
        (ACME, " director ", ANA, {"before": "former 12345"}, []),
        (ACME, " director ", ANA, {"before": "former 123456"}, FOR_ACME),
        (ORLA, " director ", ANA, {}, []),
        (ACME, " ", ANA, {}, []),
        (ACME, ", ", ANA, {"before": "the director of "}, FOR_ACME),
        (ACME, " (AC), ", ANA, {"before": "the director of the "}, FOR_ACME),
        (ACME, ", ", ANA, {"before": "the tower of "}, []),
        (ACME, " or, ", ANA, {"before": "the director of "}, []),
        (ANA, ", a spokeswoman at ", ACME, {}, FOR_ACME),
        (ANA, ", ", ACME, {"after": "'s lawyer said"}, FOR_ACME),
        (ANA, ", ", ACME, {"after": "'s tower fell"}, []),
        (ANA, " saw ", ACME, {"after": "'s lawyer said"}, []),
        (ANA, " of ", ACME, {}, FOR_ACME),
        (ANA, " of the ", ACME, {}, FOR_ACME),
        (ANA, " of ", ORLA, {}, []),
        (ANA, " saw ", ACME, {}, []),
        (ANA, " is of ", ACME, {}, []),
        (ANA, "'s spokesman ", OLAF, {}, [("Olaf Berg", "Ana Ruiz")]),
        (ANA, "'s cousin ", OLAF, {}, []),
        (ACME, "'s ", UNIT, {}, [("Seventh Division", "Acme Corporation")]),
        (ACME, "'s ", LUMEN, {}, []),
        (ACME, " and ", UNIT, {}, []),
        (ORLA, "'s ", UNIT, {}, []),
    ],
)  # fmt: skip
def test_who_speaks_for_whom(
    one: Name, gap: str, other: Name, more: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    assert pair(one, gap, other, **more) == expected


def test_a_name_far_from_a_body_does_not_speak_for_it() -> None:
    def gap(letters: int) -> str:
        return f", a {'x' * letters} spokeswoman at "

    edge = 89 - len(gap(0))
    assert pair(ANA, gap(edge), ACME) == FOR_ACME and pair(ANA, gap(edge + 1), ACME) == []


def test_one_body_must_have_more_votes() -> None:
    assert _one(Counter(a=1)) and _one(Counter(a=2, b=1))
    assert not _one(Counter(a=1, b=1)) and not _one(Counter(a=2, b=2, c=1))


def test_the_origin_of_a_speaker_ends_where_it_turns_round() -> None:
    both = Affiliations({ANA.id: ACME, ACME.id: ANA, OLAF.id: ANA}, {})
    assert both.origin(ANA) is ACME and both.origin(ACME) is ANA and both.origin(OLAF) is ACME
    assert both.origin(LUMEN) is LUMEN


@pytest.mark.parametrize(
    ("text", "who", "words"),
    [
        ("Ana Ruiz, the mayor, spoke", ANA, ["mayor"]),
        ("Ana Ruiz, the old mayor, spoke", ANA, ["mayor", "old mayor"]),
        ("Ana Ruiz, a big old mayor.", ANA, ["mayor", "old mayor"]),
        ("Ana Ruiz spoke", ANA, []),
        ("Ana Ruiz, mayor of Orla, spoke", ANA, []),
        ("then mayor Ana Ruiz spoke", ANA, ["mayor", "then mayor"]),
        ("then Mrs Ana Ruiz spoke", ANA, []),
        ("then King Ana Ruiz spoke", ANA, []),
        ("then cook Ana Ruiz spoke", ANA, []),
        ("Acme Corporation, a shipping company, sank", ACME,
         ["company", "shipping company", "corporation", "acme corporation"]),
        ("Norway, the old country, sank", ORLA, ["country", "old country"]),
        ("Norway sank", ORLA, []),
    ],
)  # fmt: skip
def test_what_a_name_is_called(text: str, who: Name, words: list[str]) -> None:
    start = text.index(who.name)
    assert list(_calls(text, (0, start, start + len(who.name), who))) == words


def test_a_body_is_called_by_the_head_of_its_name() -> None:
    ministry = name("Ministry of Docks", "organisation")
    assert list(_calls("Ministry of Docks", (0, 0, 17, ministry))) == ["ministry"]


@pytest.mark.parametrize("speaker", ["it", "He", "she", "they", "the statement", "The joint statement", "a tweet",
    "the report", "this article", "the two sides", "both", "both sides"])  # fmt: skip
def test_what_is_no_speaker_by_itself(speaker: str) -> None:
    assert no_speaker(speaker)


@pytest.mark.parametrize("speaker", ["Ana Ruiz", "the mayor", "the itch", "statement makers", "the twofold"])
def test_what_is_a_speaker(speaker: str) -> None:
    assert not no_speaker(speaker)


def document(
    *said: str | tuple[str, str], called: tuple[str, ...] = (), names: tuple[Name, ...] = ()
) -> list[str | None]:
    """The names behind the speakers of a document whose sentences each have one speaker, a medium perhaps, and where
    `called` those names: "2 Ana Ruiz" stands in sentence 2."""
    every = (ANA, OLAF, IVO, ACME, LUMEN)
    kinds = {one.name: one.kind for one in every}
    texts = [" ".join(["Rain fell."] + [c[2:] + "." for c in called if int(c[0]) == n]) for n in range(9)]
    sentences, mentions, at = [], [], 0
    for n, text in enumerate(texts):
        sentences.append(Sentence("a", n, 1, at, at + len(text), text, f"s{n}"))
        for c in called:
            if int(c[0]) == n:
                start = at + text.index(c[2:])
                mentions.append(NameMention(n, start, start + len(c) - 2, c[2:], kinds[c[2:]]))
        at += len(text) + 1
    attributions = []
    for one in said:
        words, medium = (one, None) if isinstance(one, str) else one
        place, speaker = words.split(" ", 1)
        attributions.append(Attribution(int(place), 0, 5, speaker, medium))
    article = Article("a", "sources/a.txt", "text", Metadata(), (Paragraph(" ".join(texts)),))
    given = Analysis(article, tuple(sentences), (), (), tuple(mentions), (), tuple(attributions))
    lookup = Lookup(every)
    calls = {"mayor": (ANA, OLAF), "company": (ACME, LUMEN), "port mayor": (IVO,), "chief": (ANA,)}
    found = SpeakerNames(lookup, Affiliations({}, calls)).of(given)
    return [one.name if one else None for one in found]


@pytest.mark.parametrize(
    ("said", "called", "last"),
    [
        (["0 Ana Ruiz", "2 she"], (), "Ana Ruiz"),
        (["0 Ana Ruiz", "3 she"], (), None),
        (["0 Ana Ruiz", "4 Olaf Berg", "5 he"], (), "Olaf Berg"),
        (["0 Ana Ruiz", "2 it"], (), None),
        (["0 Acme Corporation", "2 it"], (), "Acme Corporation"),
        (["0 Acme Corporation", "3 it"], (), None),
        (["0 Acme Corporation", "1 she"], (), None),
        (["0 Ana Ruiz", "1 they"], (), None),
        (["0 Ana Ruiz", "2 he"], ("1 Olaf Berg",), "Olaf Berg"),
        (["0 Ana Ruiz", "2 he"], ("1 Olaf Berg", "1 Ivo Brandt"), None),
        (["0 Ana Ruiz", "2 he"], ("0 Olaf Berg", "2 Ivo Brandt"), "Ana Ruiz"),
        (["0 Ana Ruiz", "2 he"], ("1 Acme Corporation",), "Ana Ruiz"),
        (["3 he"], ("1 Olaf Berg",), "Olaf Berg"),
        (["3 he"], ("0 Olaf Berg",), None),
        (["3 he"], ("3 Olaf Berg",), None),
        (["3 he"], ("1 Olaf Berg", "2 Ivo Brandt"), None),
        (["3 it"], ("2 Acme Corporation",), None),
        ([("0 Acme Corporation", "statement"), "8 the statement"], (), "Acme Corporation"),
        ([("0 Acme Corporation", "tweet"), "8 the statement"], (), None),
        (["0 Acme Corporation", "8 the statement"], (), None),
        ([("0 Acme Corporation", "statement"), ("1 Lumen Group", "statement"), "8 the statement"], (), None),
        ([("0 Acme Corporation", "statement"), "8 the government"], (), "Acme Corporation"),
        ([("0 Acme Corporation", "report"), "8 the government"], (), None),
        ([("0 Ana Ruiz", "statement"), "8 the government"], (), None),
        (["8 the company"], ("0 Acme Corporation",), "Acme Corporation"),
        (["8 the company"], ("0 Acme Corporation", "1 Lumen Group"), None),
        (["8 the company"], ("0 Acme Corporation", "6 Lumen Group"), "Lumen Group"),
        (["8 the company"], ("0 Acme Corporation", "5 Lumen Group"), None),
        (["2 Acme Corporation", "8 the company"], ("0 Acme Corporation", "1 Lumen Group"), "Acme Corporation"),
        (["8 the company"], (), None),
        (["8 a company"], ("0 Acme Corporation",), None),
        (["8 the company spokesman"], ("0 Acme Corporation",), "Acme Corporation"),
        (["8 a company spokesman"], ("0 Acme Corporation",), "Acme Corporation"),
        (["8 the port mayor"], (), "Ivo Brandt"),
        (["8 the port mayor"], ("0 Ana Ruiz",), "Ivo Brandt"),
        (["8 the chief"], (), None),
        (["8 the chief"], ("0 Ana Ruiz",), "Ana Ruiz"),
        (["0 Ana Ruiz", "8 Ruiz"], (), "Ana Ruiz"),
        (["0 Acme Corporation", "8 Corporation"], (), None),
        (["0 Ana Ruiz", "8 Ruizes"], (), None),
    ],
)  # fmt: skip
def test_who_a_speaker_is(said: list[Any], called: tuple[str, ...], last: str | None) -> None:
    assert document(*said, called=called)[-1] == last


def test_the_name_by_which_a_speaker_is_written() -> None:
    port = name("Ministry of Docks", "organisation", Alias("Docks Office", ("a",), False), short="MOD")
    speakers = SpeakerNames(Lookup((ANA, OLAF, ACME, ORLA, port)), Affiliations({}, {}))

    def written(text: str) -> str | None:
        found = speakers.speaker_name(text, "a")
        return found.name if found else None

    assert written("the Acme Corporation (AC)") == "Acme Corporation"
    assert written("the mayor, Ana Ruiz") == "Ana Ruiz"
    assert written("the board, Acme Corporation") is None
    assert written("Acme Corporation, Ana Ruiz") == "Acme Corporation"
    assert written("spokesman Olaf Berg of Acme Corporation") == "Olaf Berg"
    assert written("Oslo") == written("the Norwegian government") == written("Norwegian authorities") == "Norway"
    assert written("the Norwegian cook") is None
    assert written("MOD") == written("the Docks Office") == written("a clerk at the Ministry of Docks") == port.name
    assert speakers.together("Ana Ruiz and Olaf Berg", "a") == "Ana Ruiz and Olaf Berg"
    assert speakers.together("Ana Ruiz and Ana Ruiz", "a") is None
    assert speakers.together("Ana Ruiz and Acme Corporation", "a") is None
    assert speakers.together("Ana Ruiz", "a") is None


def test_of_two_names_with_one_spelling_that_of_the_source() -> None:
    north = name("Karl Holm", "person", Alias("Holm", ("a",), False))
    south = name("Piet Holm", "person", Alias("Holm", ("b",), False), sources=("b",))
    lookup = Lookup((north, south))
    assert [lookup.spelled("Holm", source) for source in "abc"] == [north, south, None]
    assert lookup.within("old Holm", "b") is south and lookup.within("old Holm", "c") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a clerk of Acme Corporation", "Acme Corporation"),
        ("Acme Corporation's Lumen Group", "Lumen Group"),
        ("Acme Corporation of Lumen Group", "Lumen Group"),
        ("Lumen Group and Acme Corporation", "Lumen Group"),
        ("Trade and Ports Board and Acme Corporation", "Trade and Ports Board"),
        ("cooks and Acme Corporation", "Acme Corporation"),
        ("Acme Corporation and its Ana Ruiz", "Acme Corporation"),
        ("Acme Corporation with Ana Ruiz", "Ana Ruiz"),
        ("Ana Ruiz with Olaf Berg", "Olaf Berg"),
        ("it said", None),
        ("IT said", "IT"),
        ("a b c d e f g h i j k l Acme Corporation", "Acme Corporation"),
        ("a b c d e f g h i j k l m Acme Corporation", None),
        ("the One Two Three Four Five Six Seven", "One Two Three Four Five Six Seven"),
        ("the Ones Two Three Four Five Six Seven Eight", None),
        ("the minister of Docks", "Ministry of Docks"),
    ],
)
def test_whom_a_description_names(text: str, expected: str | None) -> None:
    bodies = ["Trade and Ports Board", "IT", "One Two Three Four Five Six Seven",
              "Ones Two Three Four Five Six Seven Eight", "Ministry of Docks"]  # fmt: skip
    lookup = Lookup((ANA, OLAF, ACME, LUMEN, *(name(body, "organisation") for body in bodies)))
    found = lookup.within(text, "a")
    assert (found.name if found else None) == expected
    assert affiliations((), lookup) == Affiliations({}, {})
