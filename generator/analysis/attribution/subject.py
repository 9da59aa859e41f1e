"""The noun phrase in front of a reporting verb: the speaker with his appositions, without the words that open a clause
or stand between him and his verb."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...text.gazetteer import is_place
from ...text.pos_tagger import lexical
from ...text.words import word_set
from .patterns import DETERMINER, WHEN, any_of

_HELPERS = any_of(
    "has have had also later further then reportedly repeatedly earlier recently previously publicly separately simply "
    "subsequently who which still once again even yesterday today would could never did_not"
)
_TAIL = re.compile(rf"(?:\s|^)(?:{_HELPERS}|[a-z]+ly|{WHEN})$")
_ASIDE = any_of(
    "without despite citing in on at via speaking writing during after earlier meanwhile however too for_his_part "
    "for_her_part for_its_part"
)
_PARENTHESIS = re.compile(rf",\s(?:{_ASIDE})\b[^,]{{0,80}},?$")
_OF_PERSONS = any_of(
    "who which whose aged his her its their our one_of of chief head director president minister professor senior "
    "former executive vice deputy managing co-founder founder analyst editor author CEO general secretary"
)
_APPOSITIVE = re.compile(rf"^(?:an?\b|[A-Z][\w.-]*['’]s?\s|the\b|\d{{1,3}}\b|spokes\w+|chair\w*|(?:{_OF_PERSONS})\b)")
_NAME = re.compile(r"[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){1,3}")
_OPENING_WORDS = any_of(
    "and but while as after although though because when if so yet or where since with meanwhile however then still "
    "also in on at by for amid during following before from to of that than until about over under last earlier later"
)
_OPENERS = re.compile(rf"^(?:{_OPENING_WORDS}),?\s", re.I)
_PREPOSITIONS = word_set("in on at by for amid during following to of from")
_INNER = re.compile(rf"\s(?=(?:(?:{DETERMINER})\s[^,]*|(?:he|she|it|they|we|I))$)")
_NO_SPEAKER = word_set(
    "which who that what there this and but or as when where if not to be is are was were will would can could have "
    "has had so then also"
)
_BREAKS = re.compile(r"[“”\";:—–?!]|--| _(?= )")  # behind which a speaker may begin
_SUBORDINATE = re.compile(
    r"\s(?:(?:when|because|while|that|although|as|and|but|where) (?=(?:the|an?|its|his|her|their|[A-Z])[^,]*(?:,|$))"
    r"|(?:when|because|while|that|although|and|but|where|after|since|before|if) (?=(?:it|he|she|they)$)"
    r"|after (?=[A-Z][^,]*$))"
)
_ENDS_IN_PRONOUN = re.compile(r"\s(?P<pronoun>he|she|it|they)$")
_RELATIVE = re.compile(r",| who\b| which\b| whose\b")
_WORD = re.compile(r"[\w.’'-]+")
_SPACE = re.compile(r"[\s’']+")
_DETERMINERS = word_set("the a an its his her their our this that these those some many most no two three")
_AFTER_PARTICIPLE = word_set("of by on in to with at from for as about during after before jointly")
_PARTICIPLES = word_set(
    "held made met built sent known given taken led paid found kept left lost sold told hit set put cut"
)
_AUXILIARIES = word_set("is was are were be been will would has had have can could may might must should do does did")
_LONGEST = 25  # words of a speaker without his appositions


def subject_before(left: str) -> tuple[str, int]:
    """The noun phrase that ends `left`, the text in front of a reporting verb, and where it begins; "" where there is
    none. An apposition between commas stays with its name: "Ana Ruiz, a spokeswoman at Acme,"; a second verb has the
    subject of the first: "the mayor shut the bridge and"."""
    left = _without_tail(left)
    apposed = left.endswith(",")
    bare = left.rstrip(", ")
    cut = max((hit.end() - 1 for hit in _BREAKS.finditer(bare)), default=-1)
    if bare.endswith((" and", " but")):
        return _first_subject(bare, cut + 1)
    comma = bare.rfind(", ", cut + 1)
    if apposed:
        head = _before_appositions(bare, cut, comma)
        if head is None:
            return "", 0
        comma = head
    return _phrase(bare, max(cut + 1, comma + 2 if comma >= 0 else 0))


def _before_appositions(bare: str, cut: int, comma: int) -> int | None:
    """The comma, or -1, behind which a name with its appositions begins; None where nothing is in apposition."""
    first, apposed, end = comma, False, len(bare)
    while comma >= 0:
        segment = bare[comma + 2 : end]
        apposition = bool(_APPOSITIVE.match(segment))
        if not apposition and not is_place(segment):  # "the mayor of Salem, Oregon"
            break
        apposed |= apposition
        end, comma = comma, bare.rfind(", ", cut + 1, comma)
    if apposed:
        return comma
    office = _office_before(bare, cut, first)
    return office if office != first else None


def _first_subject(bare: str, start: int) -> tuple[str, int]:
    """The subject of the clause at `start`: what stands in front of its first verb."""
    while True:
        opener = _OPENERS.match(bare[start:]) or _SPACE.match(bare[start:])
        if not opener:
            break
        comma = bare.find(", ", start + opener.end())
        aside = opener.group().strip(", \n").lower() in _PREPOSITIONS and comma >= 0
        start = comma + 2 if aside else start + opener.end()
    verb = finite_verb(bare[start:])
    phrase = _without_tail(bare[start : start + verb]).rstrip(", ") if verb else ""
    return (phrase, start) if phrase and len(phrase.split()) <= _LONGEST else ("", 0)


def finite_verb(phrase: str) -> int:
    """Where the first verb of a clause begins, 0 where there is none: not "officials briefed on it", nor "the newly
    appointed minister"."""
    words = list(_WORD.finditer(phrase))
    texts = [word.group() for word in words]
    return next((words[n].start() for n in range(1, len(words)) if _is_finite(texts, n)), 0)


def _is_finite(words: Sequence[str], number: int) -> bool:
    word, before = words[number], words[number - 1].lower()
    if word in _AUXILIARIES:
        return True
    if lexical(word) not in "VD" or before in _DETERMINERS or lexical(before) in "RJ":
        return False
    participle = lexical(word) == "D" or word in _PARTICIPLES
    follows = words[number + 1] if number + 1 < len(words) else "of"
    return not (participle and follows in _AFTER_PARTICIPLE)


def _office_before(bare: str, cut: int, comma: int) -> int:
    """The comma, or -1, from which an office leads to its holder's name behind `comma`: "the Minister for Ports, Ana
    Ruiz,"; `comma` itself where none does."""
    earlier = bare.rfind(", ", cut + 1, comma)
    office = bare[earlier + 2 if earlier >= 0 else cut + 1 : comma].strip()
    if _NAME.fullmatch(bare[comma + 2 :]) and _APPOSITIVE.match(office[:1].lower() + office[1:]):
        return earlier
    return comma


def _without_tail(left: str) -> str:
    """`left` without helping verbs, adverbs and a parenthesis between the subject and its verb."""
    left = left.rstrip()
    while True:
        shorter = _PARENTHESIS.sub("", _TAIL.sub("", left[-160:])).rstrip()
        if shorter == left[-160:]:
            return left
        left = left[:-160] + shorter


def _phrase(bare: str, start: int) -> tuple[str, int]:
    """The noun phrase in `bare[start:]`, past the words that open a clause."""
    while True:
        while start < len(bare) and (bare[start].isspace() or bare[start] in "’'"):
            start += 1
        opener = _OPENERS.match(bare[start:])
        if not opener:
            break
        inner = _INNER.search(bare, start + opener.end())
        prepositional = opener.group().strip(", \n").lower() in _PREPOSITIONS
        start = inner.end() if inner and prepositional else start + opener.end()
    start += _last_clause(bare[start:])
    pronoun = _ENDS_IN_PRONOUN.search(bare, start)
    start = pronoun.start("pronoun") if pronoun else start
    phrase = bare[start:].strip()
    return (phrase, start) if _is_noun_phrase(phrase) else ("", 0)


def _is_noun_phrase(phrase: str) -> bool:
    head = _RELATIVE.split(phrase)[0]
    if not 0 < len(head.split()) <= _LONGEST or " that " in head:
        return False
    return phrase.lower() not in _NO_SPEAKER and not finite_verb(head)


def _last_clause(phrase: str) -> int:
    """Where the last clause in a phrase begins that holds a verb before it: "Acme lost when | it"."""
    found = [hit for hit in _SUBORDINATE.finditer(phrase) if finite_verb(phrase[: hit.start()] + " of")]
    return found[-1].end() if found else 0
