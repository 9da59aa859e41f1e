"""Transcripts: each turn is its speaker's, and a question states nothing."""

from __future__ import annotations

import pytest

from generator.analysis import analyse
from generator.config import Config
from generator.model import Analysis
from generator.reading import clean

from .support import read_one

CLOSED = "The basin will be closed in October, and we open it again in May when the works are done."
PAYS = "The province pays half of the 38 million crowns, and the port's own fund pays the rest."
ASKED = "Will the basin be closed to ferries?"
WHO = "Who pays for it?"
INTRO = "Ana Brandt, the minister of ports, spoke on Tuesday before the harbour committee of Vellmar about the works."


def _read(name: str, text: str) -> Analysis:
    return analyse(clean(read_one(name, text), "a"), Config(title="", topics=()))


def _turns(asks: str, answers: str, end: str = "\n\n") -> str:
    return end.join((f"{asks}{ASKED}", f"{answers}{CLOSED}", f"{asks}{WHO}", f"{answers}{PAYS}")) + "\n"


def _page(*blocks: str) -> str:
    return (
        "<html><head><title>Hearing on the basin</title></head><body><article><h1>Hearing on the basin</h1>"
        f"<p>{INTRO}</p>{''.join(blocks)}</article></body></html>"
    )


def _bold(*pairs: tuple[str, str]) -> str:
    return _page(*(f"<p><b>{who}</b> {said}</p>" for who, said in pairs))


SHAPES = {
    "q and an office": ("a.txt", _turns("Q: ", "MINISTER: "), "Minister"),
    "a name in bold": ("a.md", f"{INTRO}\n\n" + _turns("**The Ledger:** ", "**Ana Brandt:** "), "Ana Brandt"),
    "a name in bold marks": ("a.txt", f"{INTRO}\n\n" + _turns("**Ledger:** ", "**Ana Brandt:** "), "Ana Brandt"),
    "dashes": ("a.txt", _turns("Moderator — ", "Minister — "), "Minister"),
    "a surname": ("a.txt", f"{INTRO}\n\n" + _turns("Moderator: ", "Brandt: "), "Brandt"),
    "an aside": ("a.txt", _turns("Q: ", "SEN. ANA BRANDT (Coast Party): "), "Sen. Ana Brandt"),
    "german": ("a.txt", _turns("Frage: ", "Ministerin: "), "Ministerin"),
    "french": ("a.txt", _turns("Journaliste : ", "Ana Brandt : "), "Ana Brandt"),
    "spanish": ("a.txt", _turns("Pregunta: ", "Ministra: "), "Ministra"),
    "capitals that the text writes otherwise": (
        "a.html", _bold(("MODERATOR:", ASKED), ("ANA BRANDT:", CLOSED), ("MODERATOR:", WHO), ("ANA BRANDT:", PAYS)),
        "Ana Brandt",
    ),
    "a list of terms": (
        "a.html", _page(f"<dl><dt>Moderator:</dt><dd>{ASKED}</dd><dt>Ana Brandt:</dt><dd>{CLOSED}</dd>"
                        f"<dt>Moderator:</dt><dd>{WHO}</dd><dt>Ana Brandt:</dt><dd>{PAYS}</dd></dl>"), "Ana Brandt",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "text", "speaker"), SHAPES.values(), ids=SHAPES)
def test_answers_are_their_speaker_s_and_questions_no_statements(name: str, text: str, speaker: str) -> None:
    found = _read(name, text)
    said = {s.text: [a.speaker for a in found.attributions if a.sentence == s.index] for s in found.sentences}
    assert said.pop(INTRO, []) == []
    assert said == {CLOSED: [speaker], PAYS: [speaker]}
    assert not any("?" in found.sentences[index].text for index in found.summary)


@pytest.mark.parametrize(
    ("asks", "answers"), [("Q. ", "A. "), ("Q: ", "A: "), ("F: ", "A: "), ("P: ", "R: "), ("Q1: ", "A1: ")]
)
def test_letters_tell_who_asks_and_name_nobody(asks: str, answers: str) -> None:
    found = _read("a.txt", _turns(asks, answers))
    assert [s.text for s in found.sentences] == [CLOSED, PAYS]
    assert found.attributions == ()


def test_a_turn_goes_on_until_the_next_and_not_behind_the_last() -> None:
    text = f"{INTRO}\n\nMODERATOR: {ASKED}\n\nANA BRANDT: {CLOSED}\n\n{PAYS}\n\nMODERATOR: {WHO}\n\n"
    text += "ANA BRANDT: We all do.\n\n"
    text += "(Applause)\n\nThe hearing ended at noon, and the committee votes on the works in the week after.\n"
    found = _read("a.txt", text)
    told = {a.sentence: a.speaker for a in found.attributions}
    assert [s.text for s in found.sentences if told.get(s.index)] == [CLOSED, PAYS, "We all do."]
    assert "Applause" not in " ".join(s.text for s in found.sentences)


def test_who_is_reported_within_a_turn_keeps_his_words() -> None:
    text = _turns("Q: ", "MINISTER: ").replace(PAYS, "Carl Oke said that the province pays half of it.")
    assert [a.speaker for a in _read("a.txt", text).attributions] == ["Minister", "Carl Oke"]


NO_TRANSCRIPTS = {
    "an advisory": f"WHAT: A hearing\n\nWHEN: 7 October 2020\n\nWHO: Ana Brandt, minister. Will you come?\n\n{INTRO}\n",
    "for and against": f"{INTRO}\n\nPros: Cheap, and we like it.\n\nCons: Slow. Is it?\n\nPros: Red.\n\nCons: Old.\n",
    "notes": f"{INTRO}\n\nUpdate: It is closed, we hear.\n\nUpdate: It is open.\n\nNote: No more is known.\n",
    "one quotation": f"{INTRO}\n\nBrandt: “We will close the basin in October.”\n\n{PAYS}\n",
    "contacts": f"{INTRO}\n\nP: 555 0100\n\nF: 555 0101\n\nA: 1 Harbour Road\n",
}


@pytest.mark.parametrize("text", NO_TRANSCRIPTS.values(), ids=NO_TRANSCRIPTS)
def test_what_is_no_transcript_stays_as_it_is(text: str) -> None:
    article = clean(read_one("a.txt", text), "a")
    assert {p.speaker for p in article.paragraphs} == {None}
