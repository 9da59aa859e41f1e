"""Titles: which words of a capitalised run are an office or a rank, whose office it is, and who bears it."""

from __future__ import annotations

from ...text.gazetteer import countries, demonyms, given_names, is_place, key
from ...text.name_words import HONORIFICS, OFFICE_HOLDERS, PORTFOLIOS, ROYAL, TITLE_PARTS, TITLES
from ...text.personal_names import family_first
from .name_kind import by_form, kind_of, personal
from .run_words import RunWord

_NAMED_BY_OFFICE = OFFICE_HOLDERS | {"ministry"}
_OFFICE_WORDS = TITLE_PARTS | PORTFOLIOS | {"the", "for"}
_LONGEST = 4  # words of a person's name
_LONGEST_COUNTRY = 8  # words

Named = list[tuple[list[RunWord], bool]]


def strip_titles(run: list[RunWord]) -> Named:
    """The names in a run that may hold a person's title, each with whether it bears one: "Acme CEO Ana Ruiz" is Acme,
    and Ana Ruiz who does; a title without a name is none. A royal style stays with its name."""
    at = max((n for n, _ in enumerate(run) if _is_title(run, n)), default=None)
    if at is None:
        return _after_country(run) if run else []
    if run[at].low in TITLES and run[at].owner:
        return [(run, False)]
    return _office(run, at) if run[at + 1 : at + 2] and run[at + 1].text in ("of", "for") else _titled(run, at)


def _titled(run: list[RunWord], at: int) -> Named:
    """What stands before the title at `at`, and who bears it."""
    before, rest = run[:at], _past_parts(run[at + 1 :])
    if len(rest) > 1 and personal(_texts(rest)) and _is_office(_texts(before)):
        return [(before, False), (rest, True)]  # "Department of Health Secretary Ana Ruiz"
    if rest and not _may_bear(run, rest):
        return [(run, False)]
    return _only(_holder(before, run[at].low)) + ([(rest, True)] if rest else [])


def _texts(words: list[RunWord]) -> list[str]:
    return [word.text for word in words]


def _only(name: list[RunWord]) -> Named:
    return [(name, False)] if name else []


def _past_parts(rest: list[RunWord]) -> list[RunWord]:
    """What follows a title without the words that end it: "Pro Tem" of "President Pro Tem"."""
    while len(rest) > 1 and rest[0].capital and rest[0].low in TITLE_PARTS:
        rest = rest[1:]
    return rest


def _may_bear(run: list[RunWord], rest: list[RunWord]) -> bool:
    """Whether `rest` of a run can be who bears its title: "Premier Foods" is a company, "President Hotel" a place."""
    whole = kind_of(_texts(run), "", "")
    return whole not in ("organisation", "agreement") and len(rest) <= _LONGEST and not is_place(rest[0].text)


def _is_title(run: list[RunWord], at: int) -> bool:
    """Whether a word is a title: not in "Department of Justice", where it is what the office is for."""
    if at and not run[at - 1].capital:
        return False
    low = run[at].low
    if low in OFFICE_HOLDERS and at + 1 < len(run) and run[at + 1].text in ("of", "for"):
        return True  # "Ministers of"
    first, _, last = low.partition("-")
    return low in TITLES or low in HONORIFICS or (last in TITLES and first in TITLE_PARTS | TITLES)


def _after_country(run: list[RunWord]) -> Named:
    """A country and the person whose name follows it: "to the United States | Hong Mi-rae"; what belongs to a country
    goes before a royal style: "Nepalese King Birendra"."""
    if len(run) > 2 and run[0].low in demonyms() and run[1].low in ROYAL:
        return [(run[1:], False)]
    for cut in range(1, min(len(run), _LONGEST_COUNTRY + 1)):
        country, rest = _texts(run[:cut]), _texts(run[cut:])
        if key(" ".join(country)) in countries() and _may_follow(country, rest):
            return [(run[:cut], False), (run[cut:], family_first(rest))]
    return [(run, False)]


def _may_follow(country: list[str], rest: list[str]) -> bool:
    """Whether `rest` is another name than the country's before it: a full name of a person, or another country behind
    an abbreviation ("U.S. | China")."""
    if len(rest) > 1 and by_form(" ".join(rest)) == "person":
        return country[-1].lower() not in given_names()  # "Jordan Ana Holm"
    return country[0].isupper() and key(" ".join(rest)) in countries()


def _is_office(parts: list[str]) -> bool:
    return "of" in parts and by_form(" ".join(parts)) == "organisation"


def _office(run: list[RunWord], at: int) -> Named:
    """“Secretary of State Mike Pompeo”: the person after the office; an office alone is no name."""
    rest = run[at + 2 :]
    while rest and rest[0].low in _OFFICE_WORDS:
        rest = rest[1:]
    holder = _only(_holder(run[:at], run[at].low))
    return holder + ([(rest, not is_place(" ".join(_texts(rest))))] if rest else [])


def _holder(before: list[RunWord], title: str) -> list[RunWord]:
    """What stands before a title without the words of the title itself: "Acme" of "Acme Chief Executive"."""
    portfolio = title in _NAMED_BY_OFFICE  # "Civil Protection Minister": what stands before is what the office is for
    while before and (portfolio or _belongs(before[-1])) and not is_place(before[-1].text) and not before[-1].owner:
        before = before[:-1]
    return [] if all(w.low in demonyms() or w.low in TITLE_PARTS for w in before) else before


def _belongs(word: RunWord) -> bool:
    """Whether a word before a title is a part of it."""
    return word.low in TITLE_PARTS or word.low in TITLES or word.low in HONORIFICS or not word.capital
