"""The words that tell what a capitalised run of words is (`generator/data/names.yml`), as sets: titles, the head nouns
of organisations, agreements, events and places, and what names nothing. General English; nothing of one story."""

from __future__ import annotations

from .word_lists import word_lists
from .words import word_set

_LISTS = word_lists("names")


def _set(name: str) -> frozenset[str]:
    return word_set(_LISTS[name])


HONORIFICS = _set("honorifics")
TITLES = _set("titles")
ROYAL = _set("royal")
TITLE_PARTS = _set("title_parts")
OFFICE_HOLDERS = _set("office_holders")
PORTFOLIOS = _set("portfolios")
ABBREVIATED = _set("abbreviated")
ORGANISATIONS = _set("organisations")
AGREEMENTS = _set("agreements")
MEASURES = _set("measures")
EVENTS = _set("events")
PLACES = _set("places")
LEGAL_FORMS = _set("legal_forms")
MEDIA_KINDS = _set("media_kinds")
COMPOUND_TAILS = _set("compound_tails")
OWNERS = _set("owners")
JOINED_BY_AND = _set("joined_by_and")
MEDIA_TITLES = _set("media_titles")
DAYS_MONTHS = _set("days_months")
PARTICLES = _set("particles")
STARTERS = _set("starters")
SENTENCE_WORDS = _set("sentence_words")
ARTICLES = _set("articles")
PARTIES = _set("parties")
SHIPS = _set("ships")
SHIP_PREFIXES = _set("ship_prefixes")
SHIP_NAMES = _set("ship_names")
FIRMS = _set("firms")
SMALL_PLACES = _set("small_places")
SMALL_GROUPS = _set("small_groups")
WITH_OF = ORGANISATIONS | AGREEMENTS | EVENTS | PLACES | _set("with_of")
GENERIC = (
    TITLES | HONORIFICS | ROYAL | ORGANISATIONS | MEASURES | AGREEMENTS | EVENTS | PLACES | _set("generic")
) - word_set("united times guardian telegraph")  # they begin or make up names
NICKNAMES: dict[str, frozenset[str]] = {}
for _group in _LISTS["nicknames"]:
    for _name in _group.split():
        NICKNAMES[_name] = NICKNAMES.get(_name, frozenset()) | word_set(_group)
