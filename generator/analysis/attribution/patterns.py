"""The forms in which English news says who says something: reporting verbs, the documents that they come in, and the
noun phrase that is the speaker."""

from __future__ import annotations

import re

from ...text.words import word_set


def _any(words: str) -> str:
    """An alternative of the words of a text; an underscore stands for a space in one."""
    return "|".join(word.replace("_", " ") for word in words.split())


# Verbs that report speech whatever follows, and verbs that do so only beside "that", a quotation or a document.
_STRONG = _any("said says tweeted quipped")
_WEAK = _any(
    "told added adds announced announces confirmed confirms stated states wrote writes noted notes argued "
    "argues warned warns claimed claims explained explains insisted insists reiterated reiterates clarified "
    "clarifies revealed reveals declared declares emphasised emphasized stressed stresses acknowledged "
    "acknowledges admitted admits denied reported reports suggested suggests posted concluded maintained "
    "maintains estimates estimated alleged alleges disclosed testified ruled cautioned remarked replied "
    "commented believes thinks recalled predicted predicts"
)
VERB = re.compile(rf"\b(?P<strong>{_STRONG})\b|\b(?P<weak>{_WEAK})\b")
ACCORDING = re.compile(r"\b[Aa]ccording to (?P<who>[^,;:“”\"]+(?:\([^)]*\))?)")
_PASSIVE_VERBS = _any("announced confirmed reported disclosed revealed said stated denied")
PASSIVE = re.compile(rf"\b(?:was|were|is|are|been)(?: \w+ly)? (?:{_PASSIVE_VERBS}) by (?P<who>[^,;:.“”\"]+)")

_DOCUMENTS = _any(
    "statement tweet post blog_post blog interview press_release news_release release report letter email "
    "e-mail briefing press_conference news_conference speech filing memo note video message readout communique "
    "communiqué thread notice ruling judgment judgement verdict study paper survey bulletin circular affidavit "
    "editorial column address"
)
_DETERMINER = _any("an? the his her its their another one our")
DOCUMENT = re.compile(
    rf"\b(?:in|via|through|during|from|at) (?:{_DETERMINER})(?: (?!of\b)[\w-]+){{0,3}}? (?P<medium>{_DOCUMENTS})\b",
    re.I,
)
NETWORK = re.compile(
    rf"\bon (?P<medium>{_any('Twitter X Facebook Instagram Telegram LinkedIn Weibo Mastodon Bluesky')})\b"
)
ISSUED = re.compile(
    rf"^(?:(?:{_DETERMINER}) )?(?:(?!by\b|from\b|of\b)[\w-]+ ){{0,3}}?(?P<medium>{_DOCUMENTS})s?\b,?"
    rf"(?:(?: (?:{_any('issued released published made put_out posted signed sent written given')}))?"
    r"(?: (?:on|late|early|last|after) [\w ]{1,20}? (?:by|from)| (?:by|from|of)) (?P<who>.+))?",
    re.I,
)
_BODIES = _any("cabinet council board committee commission parliament senate assembly presidium politburo")
_BODY = rf"(?:[A-Z][\w.]* ){{0,3}}(?i:{_BODIES})"
OF_BODY = re.compile(  # "a Cabinet statement", "a statement released after the Cabinet meeting"
    rf"^(?:[Aa]n?|[Tt]he) (?:(?:joint|official|short|brief) )?(?:(?P<own>{_BODY})(?:[’']s)? )?"
    rf"(?P<medium>statement|communiqu[eé]|press release|readout)"
    rf"(?(own)$|(?: (?:issued|released|published|put out))? (?:after|following) "
    rf"(?P<who>(?:the|an?|its) {_BODY}) (?:meeting|session|sitting)\b)"
)
LICENCE_AFTER = re.compile(r"^(?:,? (?:that|how|why|whether)\b|:|,? ?[“\"‘]|,)")
TOLD = re.compile(
    rf"^ (?:(?:{_any('reporters journalists media parliament lawmakers him her them us me investors analysts')})\b"
    r"|(?:the|a) [\w’' ]{1,40}|[A-Z][\w’' ]{1,40})"
)
_HELPERS = _any(
    "has have had also later further then reportedly repeatedly earlier recently previously publicly separately simply "
    "subsequently who which still once again even yesterday today would could never and did_not"
)
_TAIL = re.compile(rf"(?:\s|^)(?:{_HELPERS}|[a-z]+ly|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$")
_ASIDE = _any(
    "in on at via speaking writing during after earlier meanwhile however too for_his_part for_her_part for_its_part"
)
_PARENTHESIS = re.compile(rf",\s(?:{_ASIDE})\b[^,]{{0,80}},?$")
_OF_PERSONS = _any(
    "who which whose aged his her its their our one_of of chief head director president minister professor senior "
    "former executive vice deputy managing co-founder founder analyst editor author CEO general secretary"
)
_APPOSITIVE = re.compile(rf"^(?:an?\b|the\b|\d{{1,3}}\b|spokes\w+|chair\w*|(?:{_OF_PERSONS})\b)")
_NAME = re.compile(r"[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){1,3}")
_OPENING_WORDS = _any(
    "and but while as after although though because when if so yet or where since with meanwhile however then still "
    "also in on at by for amid during following before from to of that than until about over under last earlier later"
)
_OPENERS = re.compile(rf"^(?:{_OPENING_WORDS})\s", re.I)
_PREPOSITIONS = word_set("in on at by for amid during following to of from")
_INNER = re.compile(rf"\s(?=(?:(?:{_DETERMINER})\s[^,]*|(?:he|she|it|they|we|I))$)")
_NO_SPEAKER = word_set(
    "which who that what there this and but or as when where if not to be is are was were will would can could have "
    "has had so then also"
)
_LONGEST = 25  # words of a speaker with his appositions


def document_in(text: str) -> str | None:
    """The document or network that `text` names as where something was said: "statement", "tweet"."""
    found = DOCUMENT.search(text)
    if found:
        return found["medium"].lower()
    network = NETWORK.search(text)
    return ("tweet" if network["medium"] in ("Twitter", "X") else "post") if network else None


def subject_before(left: str) -> tuple[str, int]:
    """The noun phrase that ends `left`, the text in front of a reporting verb, and where it begins; "" where there is
    none. An apposition between commas stays with its name: "Ana Ruiz, a spokeswoman at Acme,"."""
    left = _without_tail(left)
    apposed = left.endswith(",")
    bare = left.rstrip(", ")
    cut = max(bare.rfind(c) for c in '“”";:—–?!')
    comma = bare.rfind(", ", cut + 1)
    if apposed:
        first = comma
        while comma >= 0 and _APPOSITIVE.match(bare[comma + 2 :]):
            comma = bare.rfind(", ", cut + 1, comma)
        if comma == first:
            comma = _office_before(bare, cut, first)
        if comma == first:
            return "", 0
    return _phrase(bare, max(cut + 1, comma + 2 if comma >= 0 else 0))


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
        prepositional = opener.group().strip().lower() in _PREPOSITIONS
        start = inner.end() if inner and prepositional else start + opener.end()
    phrase = bare[start:].strip()
    words = phrase.split()
    if not words or len(words) > _LONGEST or (len(words) == 1 and words[0].lower() in _NO_SPEAKER):
        return "", 0
    return phrase, start
