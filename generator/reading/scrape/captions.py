"""Picture captions: as lines of their own, and glued to the paragraph after them without a space between."""

from __future__ import annotations

import re

_AGENCIES = (
    "Reuters|AP|AFP|PTI|ANI|IANS|EPA|EFE|dpa|Getty(?: Images)?|Shutterstock|Bloomberg|Unsplash|Pixabay|Pexels|iStock|"
    "Alamy|Xinhua|Kyodo|Jiji|Wikimedia(?: Commons)?|Flickr|Handout|Adobe Stock"
)
_AGENCY = rf"(?:{_AGENCIES})"
_LABEL = (
    r"(?:photo|image|picture|foto|file photo|file image|file pic|representational (?:image|picture|photo)|"
    r"representative (?:image|picture|photo)|source|credits?|courtesy|photograph|bild|quelle|crédit|写真|फोटो)"
)
_CREDIT = re.compile(
    rf"(?:^{_LABEL} ?(?:credits?|source|courtesy|by)?\s?[:/|]\s?\S.{{0,80}}$"
    rf"|[(\[]\s?{_LABEL} ?(?:credits?|source|courtesy|by)?\s?[:/|]\s?[^()\[\]]{{1,60}}[)\]]\.?$"
    rf"|[(\[|.–—-]\s?{_LABEL} ?(?:credits?|source|courtesy|by)?\s?[:/|]\s?[^.]{{1,60}}[)\].]?$"
    rf"|\b(?-i:Photo|Image|Picture|Source|Credit)s? ?(?:credits?|source|courtesy)?\s?[:|]\s?(?-i:[A-Z@©])[^.]{{0,60}}$"
    rf"|[(\[|©]\s?(?:(?:file )?(?:photo|image|picture)s?(?: by| via)?[:/ ]\s?)?(?:[\w .&'’-]{{0,40}}[/ ])?{_AGENCY}"
    r"[\w /]{0,20}[)\]]?\.?$"
    r"|\b(?-i:Photo|Image|Picture|Photograph)s? (?:by|via|courtesy(?: of)?) (?-i:[A-Z])[^.]{1,60}$"
    rf"|[(\[](?:file|representational|representative|archive) ?(?:photo|image|picture)?[)\]]\.?$"
    rf"|\b(?:file|handout|stock) (?:photo|image|picture)\.?$"
    rf"|^(?:file|representational|representative) (?:photo|image|picture)\b)",
    re.IGNORECASE,
)
_LONGEST_WORDS = 60

_SEAM = re.compile(
    r"(?:(?<=[a-zß-öø-ÿ0-9)\]])|(?<=AFP)|(?<=PTI)|(?<=ANI)|(?<=IANS)|(?<=EPA)|(?<=EFE)|(?<=/AP)|(?<= AP))"
    r"(?=[A-Z“\"‘][\w’'“\"‘])"
)
_SITE = re.compile(r"\s(?:[|–—-])\s(?:[A-Z][\w.&'’-]{0,24}\s){0,3}[A-Z][\w.&'’-]{0,24}$")
_AGENCY_END = re.compile(rf"(?:^|[\s/:(|©-])(?:{_AGENCIES})[)\]]?$")
_OPENER = re.compile(
    r"(?:The|This|These|Those|There|They|She|After|While|When|With|According|Following|Speaking|However|But|Meanwhile|"
    r"Earlier|Today|Yesterday|Although|Since|During|Under)\b"
)
_ANY_OPENER = re.compile(
    rf"{_OPENER.pattern}|(?:In|On|At|A|An|As|It|We|He|For|By|If|To|I|Our|Their|His|Her|What|How)\b"
)
_FEWEST_CREDITED, _FEWEST, _FEWEST_AFTER = 2, 4, 8  # words before and after a seam
_QUOTES, _BRACKETS = tuple('“"‘'), tuple(")]")
_COMPOUNDS = frozenset(("linkedin", "sharethis", "addthis", "builtin", "checkin", "plugin", "opentable"))
_WORD_END = re.compile(r"[\w.’'-]{1,40}$")
_WORD = re.compile(r"[“\"‘]?([A-Za-z]+)")
_SENTENCE_END = re.compile(r"[.!?][”\"’']?\s+[A-Z“\"‘]")


def is_caption(text: str) -> bool:
    """Whether `text` is the line under a picture: one that ends in, or is, a credit."""
    return len(text) <= 600 and len(text.split()) <= _LONGEST_WORDS and _CREDIT.search(text) is not None


def split_glued(text: str, elsewhere: str = "") -> tuple[str, str]:
    """The caption that runs into the paragraph `text` without a space, and the paragraph; ("", text) where there is
    none. A seam is a capital after a small letter, where the words before it read as a caption (a credit, a site's
    name after a dash, or a single short clause) and those after it open a sentence. Names written that way
    ("YouTube", "McDonald", "iPhone") are no seams, nor is a word that `elsewhere` has again."""
    for seam in _SEAM.finditer(text[:400]):
        at = seam.start()
        if _is_seam(text[:at], text[at:], elsewhere):
            return text[:at].strip(), text[at:].strip()
    return "", text


def _is_seam(before: str, after: str, elsewhere: str) -> bool:
    opener, credited = _WORD.match(after), is_caption(before)
    if not opener or not _long_enough(before, after, credited) or _is_name(before, opener[0], elsewhere):
        return False
    return _ends_in_credit(before, credited) or _opens_sentence(before, after, credited)


def _ends_in_credit(before: str, credited: bool) -> bool:
    return _AGENCY_END.search(before) is not None or (credited and before.endswith(_BRACKETS))


def _opens_sentence(before: str, after: str, credited: bool) -> bool:
    """Whether what follows opens a sentence: after a credit or a site's name with any of the words that do, else with
    one that hardly does anything else."""
    if after.startswith(_QUOTES) or before.endswith(_BRACKETS):
        return False
    opens = _ANY_OPENER if credited or _SITE.search(before) else _OPENER
    return opens.match(after) is not None


def _long_enough(before: str, after: str, credited: bool) -> bool:
    """Whether there are words enough for a caption, which without a credit is one sentence, and for a paragraph."""
    if len(after.split()) < _FEWEST_AFTER:
        return False
    return len(before.split()) >= (_FEWEST_CREDITED if credited else _FEWEST) and (
        credited or not _SENTENCE_END.search(before)
    )


def _is_name(before: str, opener: str, elsewhere: str) -> bool:
    """Whether the words at the seam are one that is written so, as "YouTube" is."""
    end = _WORD_END.search(before)
    joined = (end[0] if end else "") + opener
    return joined.lower() in _COMPOUNDS or (len(joined) > 3 and joined in elsewhere)
