"""The forms in which English news says who says something: reporting verbs, the documents that they come in, and the
noun phrase that is the speaker."""

from __future__ import annotations

import re

# Verbs that report speech whatever follows, and verbs that do so only beside "that", a quotation or a document.
STRONG = "said|says|tweeted|quipped"
WEAK = (
    "told|added|adds|announced|announces|confirmed|confirms|stated|states|wrote|writes|noted|notes|argued|argues|warned|warns|"
    "claimed|claims|explained|explains|insisted|insists|reiterated|reiterates|clarified|clarifies|revealed|reveals|declared|declares|"
    "emphasised|emphasized|stressed|stresses|acknowledged|acknowledges|admitted|admits|denied|reported|reports|suggested|suggests|"
    "posted|concluded|maintained|maintains|estimates|estimated|alleged|alleges|disclosed|testified|ruled|cautioned|remarked|replied|"
    "commented|believes|thinks|recalled|predicted|predicts"
)
VERB = re.compile(rf"\b(?P<strong>{STRONG})\b|\b(?P<weak>{WEAK})\b")
ACCORDING = re.compile(r"\b[Aa]ccording to (?P<who>[^,;:“”\"]+(?:\([^)]*\))?)")
PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been)(?: \w+ly)? (?:announced|confirmed|reported|disclosed|revealed|said|stated|denied) by (?P<who>[^,;:.“”\"]+)"
)
_DOCUMENTS = ("statement|tweet|post|blog post|blog|interview|press release|news release|release|report|letter|email|e-mail|briefing|press "
              "conference|news conference|speech|filing|memo|note|video|message|readout|communique|communiqué|joint statement|thread|notice|"
              "ruling|judgment|judgement|verdict|study|paper|survey|bulletin|circular|affidavit|editorial|column|series of tweets|address")  # fmt: skip
DOCUMENT = re.compile(rf"\b(?:in|via|through|during|from|at) (?:an?|the|his|her|its|their|another|one)(?: [\w-]+){{0,3}}? (?P<medium>{_DOCUMENTS})\b", re.I)
NETWORK = re.compile(r"\bon (?P<medium>Twitter|X|Facebook|Instagram|Telegram|LinkedIn|Weibo|Truth Social|Mastodon|Bluesky|YouTube)\b")
ISSUED = re.compile(
    rf"^(?:an?|the|its|their|his|her|another|one)?\s?(?:[\w-]+ ){{0,3}}?(?P<medium>{_DOCUMENTS})s?\b(?:,)?(?: (?:issued|released|published|made|put out|posted|"
    r"signed|sent|written|given))?(?: (?:on|late|early|last) [\w ]{1,20}?)?(?: (?:by|from|of|of the) (?P<who>.+))?",
    re.I,
)  # fmt: skip
LICENCE_AFTER = re.compile(r"^(?:,? (?:that|how|why|whether)\b|:|,? ?[“\"‘]|,)")
TOLD = re.compile(r"^ (?:reporters|journalists|media|parliament|lawmakers|the [\w’' ]{1,40}|[A-Z][\w’' ]{1,40}|him|her|them|us|me|investors|analysts|a [\w ]{1,30})")
_TAIL = re.compile(
    r"(?:\s|^)(?:has|have|had|also|later|further|then|reportedly|repeatedly|earlier|recently|previously|publicly|separately|simply|"
    r"subsequently|who|which|still|once|again|even|[a-z]+ly|on (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)|"
    r"yesterday|today|would|could|did not|not|never|and)$"
)
_PARENTHESIS = re.compile(r",\s(?:in|on|at|via|speaking|writing|during|after|earlier|meanwhile|however|too|for (?:his|her|its|their) part)\b[^,]{0,80},?$")
_APPOSITIVE = re.compile(r"^(?:an?|the|who|which|whose|aged|his|her|its|their|our|one of|\d{1,3}|chief|head|director|president|minister|spokes\w+|professor|"
                         r"senior|former|executive|vice|deputy|managing|co-founder|founder|analyst|editor|author|CEO|chair\w*|general|secretary|of)\b")  # fmt: skip
_OPENERS = re.compile(
    r"^(?:and|but|while|as|after|although|though|because|when|if|so|yet|or|where|since|with|meanwhile|however|then|still|also|"
    r"in|on|at|by|for|amid|during|following|before|from|to|of|that|than|until|about|over|under|last|earlier|later)\s",
    re.I,
)
_INNER = re.compile(r"\s(?=(?:the|an?|his|her|its|their|he|she|it|they|we|I)\s[^,]*$|(?:he|she|it|they|we|I)$)")
_BAD = frozenset("which who that what there this and but or as when where if not to be is are was were will would can could "
                 "has have had so then also".split())  # fmt: skip


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
    cut = max(bare.rfind(c) for c in "“”\";:—–?!")
    comma = bare.rfind(", ", cut + 1)
    if apposed and comma >= 0 and _APPOSITIVE.match(bare[comma + 2 :]):
        comma = bare.rfind(", ", cut + 1, comma)
        while comma >= 0 and _APPOSITIVE.match(bare[comma + 2 :]):
            comma = bare.rfind(", ", cut + 1, comma)
    elif apposed:
        return "", 0
    start = max(cut + 1, comma + 2 if comma >= 0 else 0)
    return _phrase(bare, start)


def _without_tail(left: str) -> str:
    """`left` without helping verbs, adverbs and a parenthesis between the subject and its verb."""
    left = left.rstrip()
    while True:
        shorter = _PARENTHESIS.sub("", _TAIL.sub("", left)).rstrip()
        if shorter == left:
            return left
        left = shorter


def _phrase(bare: str, start: int) -> tuple[str, int]:
    """The noun phrase in `bare[start:]`, past the words that open a clause."""
    while True:
        while start < len(bare) and bare[start].isspace():
            start += 1
        opener = _OPENERS.match(bare[start:])
        if not opener:
            break
        inner = _INNER.search(bare, start + opener.end())
        prepositional = opener.group().strip().lower() in ("in", "on", "at", "by", "for", "amid", "during", "following", "to", "of", "from")
        start = inner.end() if inner and prepositional else start + opener.end()
    phrase = bare[start:].strip()
    words = phrase.split()
    if not words or len(words) > 25 or words[0].lower() in _BAD and len(words) == 1:
        return "", 0
    return phrase, start
