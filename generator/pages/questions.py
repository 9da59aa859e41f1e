"""What sources answer differently, in a line: what it is about, and their answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from ..model import STATUSES, Difference, Question
from .wording import Words, sentence

_HEADED = 72  # characters of a heading of two lines on a phone
_QUOTED: frozenset[Question] = frozenset({"found", "called", "term", "spelling", "meeting"})
_SCALES = ("hundred", "thousand", "million", "billion", "trillion", "lakh", "crore")
_UNITS = frozenset({*_SCALES, "percent", "cent", "pct", "%"})
_MEETING = r"(?:\s[\w’'-]+){0,2}?\s(?:meeting|summit|talks|conference|forum|dialogue|Games|congress|session)\b"


def heading(difference: Difference, words: Words) -> str:
    """`Homes flooded: 33 or 36`, `Status: agreed or signed?`: the question, and the answers if they are short."""
    about = about_what(difference, words)
    answers = _listed(_answers(difference, words), difference, words)
    whole = words.say(f"difference.headed.{_form(difference)}", about=about, answers=answers)
    return whole if len(whole) <= _HEADED else about


def about_what(difference: Difference, words: Words) -> str:
    """`Homes flooded`, `Status`, `Timing relative to the Quad meeting`: the question alone."""
    if difference.question == "meeting":
        return words.say("difference.meeting", event=_event(difference))
    if difference.question == "count" and difference.measured:
        return sentence(difference.measured)
    return words.say(f"difference.{difference.question}")


def side(value: str, words: Words) -> str:
    """The word or figure that a side holds, a status in the language of the site."""
    return words.say(f"status.{value.replace(' ', '_')}") if value in STATUSES else value


def _form(difference: Difference) -> str:
    return "status" if difference.question == "status" else "other"


def _listed(answers: Iterable[str], difference: Difference, words: Words) -> str:
    if difference.kind == "revision":
        return " → ".join(answers)
    if difference.question in _QUOTED:
        answers = [words.say("difference.quoted", text=one) for one in answers]
    return words.choice(answers)


def _answers(difference: Difference, words: Words) -> list[str]:
    """The answers, of figures without the noun that the question names or that ends them all."""
    values = [side(position.value, words) for position in difference.positions]
    if difference.kind not in ("figure", "revision"):
        return values
    noun = difference.measured.casefold().split()
    bare = [_bare(value.split(), noun) for value in _without_common_end(values)]
    return [value[:1].lower() + value[1:] for value in bare]


def _without_common_end(values: list[str]) -> list[str]:
    """`10,000`, `11,000` of `10,000 lives`, `11,000 lives`."""
    parts = [value.split() for value in values]
    while _end(parts) not in ("", *_UNITS) and min(map(len, parts)) > 1:
        parts = [part[:-1] for part in parts]
    return [" ".join(part) for part in parts]


def _end(parts: list[list[str]]) -> str:
    """The last word of all, "" where they end in several."""
    ends = {part[-1].casefold() for part in parts}
    return ends.pop() if len(ends) == 1 else ""


def _bare(value: list[str], noun: list[str]) -> str:
    """`value` without the end that is the beginning of `noun`."""
    for length in range(min(len(noun), len(value) - 1), 0, -1):
        if [word.casefold() for word in value[-length:]] == noun[:length]:
            return " ".join(value[:-length])
    return " ".join(value)


def _event(difference: Difference) -> str:
    """The event beside which a time is told, as most quotes write it: "Quad meeting"."""
    texts = [t for p in difference.positions for t in (p.value, *(q.text for q in p.quotes if q.shown))]
    named = re.escape(difference.subject)
    for pattern in (rf"(?<!\w){named}{_MEETING}", rf"(?<!\w){named}(?!\w)"):
        found = Counter(hit[0] for text in texts for hit in re.finditer(pattern, text, re.IGNORECASE))
        if found:
            return max(found, key=lambda one: found[one])
    return difference.subject
