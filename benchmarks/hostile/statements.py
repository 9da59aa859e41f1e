"""Kinds made of whole sentences, each a little different from the last, so that nothing drops them as said already."""

from __future__ import annotations

from collections.abc import Callable

from .kind import NAMES, WORDS, Kind, acronym, filled, prose


def _word(i: int) -> str:
    return WORDS[i % len(WORDS)]


def _name(i: int) -> str:
    return NAMES[i % len(NAMES)]


def _new(i: int) -> str:
    return acronym(i).title()


_FOUR: dict[str, Callable[[int], str]] = {
    "names": lambda i: f"{_name(i)} {_name(i * 7)}son and {_name(i * 5)} {_name(i * 11)}berg met {_new(i)}sen in Oslo.",
    "new names": lambda i: f"{_new(i)}an {_new(i * 7)}son met {_new(i * 3)}ik {_new(i * 11)}berg.",
    "figures": lambda i: (
        f"The council paid {i + 17:,} dollars for {i % 90 + 3} buses, {i % 9}.{i % 7} percent of {i * 3:,}."
    ),
    "dates": lambda i: f"On {i % 28 + 1} March {1990 + i % 40} the ferry sailed to port {i}.",
    "many dates": lambda i: (
        f"It sails on Monday, {i % 28 + 1} June, in June 20{i % 30:02}, last week and {i % 9 + 2} days ago."
    ),
    "abbreviations": lambda i: (
        f"The Bank of {_new(i)} No. {i} ({acronym(i)}) met Mr. Holm of the U.S. at 3 p.m. with Acme Inc."
    ),
    "acronyms": lambda i: (
        f"The {acronym(i)} told the {acronym(i * 3)} of {acronym(i * 7)} that {acronym(i * 5)} agreed."
    ),
    "quotations": lambda i: f"“We {_word(i)} it,” said {_name(i)} Holm. “The {_word(i * 3)}”, she said, “is {i}.”",
    "attributions": lambda i: (
        f"According to minister {i}, who said that the port said, the {_word(i)} was said to be, she said."
    ),
    "commas": lambda i: f"Port {i}, " + ", ".join(WORDS) + ", said.",
    "offices": lambda i: (
        f"Ministry {i} of {_name(i)} and {_name(i * 3)} of the Department of {_name(i * 5)} for {_name(i)} met."
    ),
    "titles": lambda i: f"President Prime Minister Secretary of State Dr. Prof. {_new(i)} Holm spoke.",
    "addresses": lambda i: f"See https://example.org/a/{i}?q={i}&token={i}#a{i} and www.example.org/{i}.",
    "mail addresses": lambda i: f"Write to ana.{i}@example.org or press@port{i}.example.com now.",
    "short sentences": lambda i: f"It is {i}.",
    "denials": lambda i: (
        f"The port did not say that it would not close quay {i}, nor did it deny that it had not been open."
    ),
    "statuses": lambda i: (
        f"The {_word(i)} treaty {i} was signed, ratified, proposed, planned, agreed, rejected and denied."
    ),
}

_ALONE: dict[str, Callable[[int], str]] = {
    "one sentence a paragraph": lambda i: f"The port {_word(i)} number {i} opens in the {_word(i * 3)} at noon.",
    "list items": lambda i: f"- The {_word(i)} of port {i} will open in the {_word(i * 3)} at noon.",
    "speakers": lambda i: f"{_name(i % 7).upper()}: The port will {_word(i)} quay {i} by the {_word(i * 3)}.",
    "questions and answers": lambda i: (
        f"Q. Will the port {_word(i)} quay {i}?\n\nA. It will {_word(i * 3)} it, yes, by noon."
    ),
    "posts of a live page": lambda i: f"{i % 24:02}:{i % 60:02} GMT\nThe port will {_word(i)} quay {i} again, it said.",
    "levels of quoting": lambda i: "> " * (i % 30) + f"The port of {_word(i)} said {i}.",
    "bylines": lambda i: f"By {_name(i)} {_new(i)}son, {_word(i)} correspondent",
    "keys and values": lambda i: f"Key{i}: value of the {_word(i)}",
    "datelines": lambda i: f"{_new(i).upper()}, Norway (AP) — The port opened quay {i} for the {_word(i)}.",
}


def _four(sentence: Callable[[int], str]) -> Callable[[int], bytes]:
    return lambda n: "".join(filled(sentence, n)).encode()


def _alone(sentence: Callable[[int], str]) -> Callable[[int], bytes]:
    return lambda n: "".join(filled(sentence, n, 1)).encode()


def _one_line(n: int) -> bytes:
    """Long forms and their abbreviations on lines as long as may be."""
    return "".join(filled(lambda i: f"{_new(i)}a {_new(i * 3)}o ({_new(i)[0]}{_new(i * 3)[0]})", n, 9_000)).encode()


STATEMENTS: tuple[Kind, ...] = (
    *(Kind(name, ".md", _four(sentence)) for name, sentence in _FOUR.items()),
    *(Kind(name, ".txt", _alone(sentence)) for name, sentence in _ALONE.items()),
    Kind("long forms on a line", ".md", _one_line),
    Kind("one paragraph", ".md", lambda n: prose(min(n, 99_000), 0).encode()),
    Kind("lines of a sentence", ".txt", lambda n: prose(n).replace(" the ", "\nthe ").encode()),
)
