"""What a statement says of an instrument's status, and what kind of statement it is. Status words stay exact: a word
counts only beside the instrument that it speaks of, and not where it speaks of the future, of a wish, or with "not"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model import STATUSES, FactKind
from ..text.words import stem, word_set
from .lexicons import lexicons
from .tokens import PlacedWord, plain, words

_AFTER, _BEFORE = 9, 6  # how far from its status word an instrument may stand, in words
_OPEN = word_set(
    "not never to will would may might could should before until yet without refuse refused refuses ahead expected due "
    "unless if for against depend depends depended depending conditional contingent awaits awaiting pending"
)
_PUT_OFF = word_set(
    "will would may might could should not never is are expected due planned scheduled set likely postponed delayed "
    "cancelled canceled suspended"
)
_LONGEST = 3
_SIGNED, _FOR_SIGNING = STATUSES.index("signed"), STATUSES.index("approved for signing")
_SIGNING = frozenset(("sign", "signing", "signature"))
_LEADS_ON = word_set("the to for its their of a")
_OTHER_CLAUSE = word_set("and but or after before while when who which that as because since until")
_REACH = 8  # words from an approval to the signing
_RELATIVE = frozenset(("which", "that", "who"))
_VERB = 5  # words from a signing's instrument to the verb that tells of it
_AGREEING = frozenset(("to", "on", "that"))
_FREE = 2  # "agreed" needs no instrument: the two sides agreed to something
_I_DO = (
    r"(?:\w+ly )?(?:am|have|had|was|will|would|can|could|do|did|think|thought|believe|know|saw|hope|say|said|\w+ed)\b"
)
_OWN = re.compile(  # a number is no person: "Apollo I"
    rf"\b(?:[Ww]e|[Oo]urs?|us|[Mm]y|(?<![a-z] )I|I(?=['’]| {_I_DO}))\b"
)
_QUOTED = re.compile(r"[“\"][^”\"]{0,600}[”\"]?")


@dataclass(frozen=True, slots=True)
class StatusMention:
    """A status of rank `rank` (an index of STATUSES) said of an instrument: its class and the stems that tell it from
    others, both empty where none is named. `start:end` of the text are the words from status to instrument."""

    rank: int
    instrument: str
    about: frozenset[str]
    start: int
    end: int

    @property
    def status(self) -> str:
        """The word of the scale."""
        return STATUSES[self.rank]


def marks(text: str) -> tuple[StatusMention, ...]:
    """Every status that `text` gives an instrument, in order."""
    if lexicons().status_openings.isdisjoint(plain(text)):
        return ()
    placed = words(text)
    lower = [word.text for word in placed]
    found, position = [], 0
    while position < len(lower):
        length, rank = _form(lower, position)
        approval = _approval(lower, position) if rank == _SIGNED and length else None
        if approval is not None:
            mark = _mark(placed, lower, approval, position - approval + length, _FOR_SIGNING)
        else:
            mark = _mark(placed, lower, position, length, rank) if length else None
        if mark:
            found.append(mark)
        position += max(1, length)
    return tuple(found)


def _form(lower: list[str], at: int) -> tuple[int, int]:
    """How many words from `at` are a form of a status, the longest form first, and its rank."""
    known = lexicons().status
    if lower[at] not in lexicons().status_openings:
        return 0, -1
    for length in range(min(_LONGEST, len(lower) - at), 0, -1):
        rank = known.get(" ".join(lower[at : at + length]), -1)
        if rank >= 0:
            return length, rank
    return 0, -1


def _approval(lower: list[str], at: int) -> int | None:
    """Where the approval stands that the signing at `at` is the object of: "authorised the minister to sign"."""
    if lower[at] not in _SIGNING or not _LEADS_ON & set(lower[max(0, at - 1) : at]):
        return None
    for i in range(at - 1, max(-1, at - 1 - _REACH), -1):
        if lower[i] in lexicons().approving:
            return i
        if lower[i] in _OTHER_CLAUSE or lower[i] in lexicons().status_openings:
            return None
    return None


def _mark(placed: tuple[PlacedWord, ...], lower: list[str], at: int, length: int, rank: int) -> StatusMention | None:
    if _OPEN & set(lower[max(0, at - 3) : at]):
        return None
    place = _instrument(lower, at, length)
    if lower[at] == "signing" and rank == _SIGNED and _still_open(lower, max(at, place or at)):
        return None
    if place is None:
        free = rank == _FREE and lower[at] == "agreed" and set(lower[at + 1 : at + 3]) & _AGREEING
        return StatusMention(rank, "", frozenset(), placed[at].start, placed[at + length - 1].end) if free else None
    first, last = min(at, place), max(at + length - 1, place)
    return StatusMention(
        rank, lexicons().instruments[lower[place]], _about(lower, place), placed[first].start, placed[last].end
    )


def _still_open(lower: list[str], at: int) -> bool:
    """Whether what follows the thing at `at` says that it has not happened: "the signing of the pact was postponed"."""
    after = lower[at + 1 : at + 1 + _VERB]
    end = next((i for i, word in enumerate(after) if word in _OTHER_CLAUSE - _RELATIVE), len(after))
    return not _PUT_OFF.isdisjoint(after[:end])


def _instrument(lower: list[str], at: int, length: int) -> int | None:
    """Where the instrument stands that the status words from `at` speak of: after them, else among or before them."""
    known = lexicons().instruments
    among = [i for i in range(at, at + length) if lower[i] in known]
    after = [i for i in range(at + length, min(len(lower), at + length + _AFTER)) if lower[i] in known]
    before = [i for i in range(at - 1, max(-1, at - 1 - _BEFORE), -1) if lower[i] in known]
    return next((found[0] for found in (after, among, before) if found), None)


def _about(lower: list[str], place: int) -> frozenset[str]:
    """The stems of up to three words before an instrument and three after: "cyber security" of an agreement."""
    near = [*lower[max(0, place - 3) : place], *lower[place + 1 : place + 4]]
    return frozenset(stem(word) for word in near if len(word) > 3 and word not in lexicons().reporting)


def kind(text: str, speakers: int, status: bool) -> FactKind:
    """The kind of the statement `text`: an opinion by its stance words, a claim by its hedges, background by its verbs.
    `speakers` is how many it is attributed to, `status` whether it gives an instrument a status."""
    own = _QUOTED.sub(" ", text)
    said = plain(own)
    stance, hedged = lexicons().opinion & set(said), lexicons().hedges & set(said)
    if (stance or first_person(text)) and not speakers:
        return "opinion"
    if hedged:
        return "claim"
    if status or speakers:
        return "event"
    return "event" if _happened(said) else "background"


def _happened(said: tuple[str, ...]) -> bool:
    """Whether a verb of the past stands in the words, and not only as a participle after "is", "are" or "be"."""
    past = lexicons().past
    return any(
        word in past or (word.endswith("ed") and len(word) > 4 and (i == 0 or said[i - 1] not in _PARTICIPLE))
        for i, word in enumerate(said)
    )


_PARTICIPLE = word_set("is are be being a an the of with by and or")


def first_person(text: str) -> bool:
    """Whether a source speaks in its own voice, outside quotation marks."""
    return bool(_OWN.search(text)) and bool(_OWN.search(_QUOTED.sub(" ", text)))
