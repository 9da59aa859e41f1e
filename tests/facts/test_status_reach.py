"""How far from a status word its instrument, its negation and its approval may stand."""

from __future__ import annotations

import pytest

from generator.facts.status import StatusMention, first_person, kind, marks


def filler(count: int) -> str:
    return " ".join(["boat"] * count)


def said(text: str) -> list[tuple[str, str]]:
    return [(mark.status, mark.instrument) for mark in marks(text)]


TREATY = [("signed", "treaty")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"They signed {filler(8)} treaty.", TREATY),
        (f"They signed {filler(9)} treaty.", []),
        (f"The treaty {filler(5)} signed by all.", TREATY),
        (f"The treaty {filler(6)} signed by all.", []),
        ("The pact, they signed the treaty.", TREATY),  # what follows before what went before
        (f"They never {filler(2)} signed the treaty.", []),
        (f"They never {filler(3)} signed the treaty.", TREATY),
        ("Never signed, the treaty.", []),
        ("They signed the treaty", TREATY),
        ("treaty signed", TREATY),
        ("They agreed to swim.", [("agreed", "")]),
        ("They agreed quickly that boats swim.", [("agreed", "")]),
        ("They agreed very quickly that boats swim.", []),
        ("They accepted that boats swim.", []),
        ("They tabled it to swim.", []),
        (f"They approved {filler(6)} the signing of the treaty.", [("approved for signing", "treaty")]),
        (f"They approved {filler(7)} the signing of the treaty.", TREATY),
        ("They approved boats and the signing of the treaty.", TREATY),
        ("They approved what they announced, the signing of the treaty.", [("announced", "treaty"), *TREATY]),
        ("Approved yesterday, the signing of the treaty.", [("approved for signing", "treaty")]),
        ("They approved a treaty signed at sea.", TREATY),
        ("They approved boats near signing the treaty.", TREATY),
        (f"The signing of the treaty {filler(4)} postponed.", []),
        (f"The signing of the treaty {filler(5)} postponed.", TREATY),
        ("The signing of the treaty ended, and rowing was postponed.", TREATY),
        ("The signing of the treaty, that was postponed, ended.", []),
        ("The signing in spring was postponed, the treaty stands.", TREATY),
        ("They signed the treaty and ratified the pact.", [("signed", "treaty"), ("ratified", "agreement")]),
        ("They signed, ratified the treaty.", [("signed", "treaty"), ("ratified", "treaty")]),
        ("The treaty came into effect.", [("in force", "treaty")]),
        ("They agreed on the treaty.", [("agreed", "treaty")]),
        ("They rowed past the treaty.", []),
    ],
)
def test_what_a_status_word_reaches(text: str, found: list[tuple[str, str]]) -> None:
    assert said(text) == found


def test_a_status_spans_from_its_word_to_its_instrument() -> None:
    after, before, free = "They signed the old treaty.", "The treaty was signed.", "They agreed to row."
    spans = [text[mark.start : mark.end] for text in (after, before, free) for mark in marks(text)]
    assert spans == ["signed the old treaty", "treaty was signed", "agreed"]
    whole = "They approved on Monday the signing of the treaty."
    assert [whole[m.start : m.end] for m in marks(whole)] == ["approved on Monday the signing of the treaty"]
    forced = "The treaty entered into force."
    assert [forced[m.start : m.end] for m in marks(forced)] == ["treaty entered into force"]


def test_an_instrument_is_told_from_others_by_the_words_beside_it() -> None:
    (mark,) = marks("They signed far near lake harbour trade treaty over many rusty boats below.")
    assert mark.about == {"lake", "harbour", "trade", "over", "mani", "rusti"}
    (short,) = marks("They signed a new sea treaty on the sea bed.")
    assert not short.about


def test_a_rank_is_a_word_of_the_scale() -> None:
    assert [StatusMention(rank, "", frozenset(), 0, 1).status for rank in (0, 2, 5)] == ["proposed", "agreed", "signed"]


@pytest.mark.parametrize(
    ("text", "speakers", "status", "expected"),
    [
        ("Clearly boats sink.", 0, False, "opinion"),
        ("Clearly boats sink.", 1, False, "event"),
        ("“Clearly” is what boats are called.", 0, False, "background"),
        ("Boats perhaps sink.", 0, False, "claim"),
        ("Boats perhaps sink.", 1, True, "claim"),
        ("Clearly boats perhaps sink.", 0, False, "opinion"),
        ("We row boats.", 0, False, "opinion"),
        ("We row boats.", 1, False, "event"),
        ("Boats are old.", 0, False, "background"),
        ("Boats are old.", 0, True, "event"),
        ("Boats landed.", 0, False, "event"),
        ("Boats are painted.", 0, False, "background"),
        ("Painted by hand.", 0, False, "event"),
        ("Boats need feed.", 0, False, "background"),  # four letters are no verb
        ("Boats faded.", 0, False, "event"),
        ("Boats came.", 0, False, "event"),
    ],
)
def test_the_kind_of_a_statement(text: str, speakers: int, status: bool, expected: str) -> None:
    assert kind(text, speakers, status) == expected


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Boats belong to us.", True),
        ("I know boats.", True),
        ("The boat Orla I sank.", False),
        ("I’ve seen boats.", True),
        ("“We row,” they said.", False),
        ("“We row,” we said.", True),
        ("The US rows.", False),
    ],
)
def test_whether_a_source_speaks_in_its_own_voice(text: str, own: bool) -> None:
    assert first_person(text) is own
