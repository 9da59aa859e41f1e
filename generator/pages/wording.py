"""The fixed words around what the sources say, in the site's language: messages, counts, lists, dates.

Texts stand in `data/wording/LANGUAGE.yml`. `Words.say` and the others give plain strings, not yet escaped; a template
asks `t("key", n=…)`, which escapes the text and leaves what is put in as it was made.
"""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass

from ..config import OwnText
from ..text.edtf import Edtf, parse_edtf
from ..text.escape import Inline, compose, inline
from ..text.ids import slug
from ..text.messages import Messages, messages

_SEASONS = {21: "date.spring", 22: "date.summer", 23: "date.autumn", 24: "date.winter"}
_DOUBT = {"?": "date.perhaps", "~": "date.about", "%": "date.perhaps_about"}
_OPEN = ("", "..")
_LONG_WORD = 9  # characters, with its space: half as long again as an ordinary word of a title


@dataclass(frozen=True, slots=True)
class Words:
    """What the pages of one site say, in its language."""

    messages: Messages

    def say(self, key: str, n: int | None = None, **values: object) -> str:
        """The text of `key`; `n` picks its plural form and stands for `{n}`."""
        return self.messages.say(key, n, **values)

    def inline(self, key: str, n: int | None = None, **values: object) -> Inline:
        """The text of `key` for a page. `values` are escaped already, or whole numbers: a template's own."""
        counted = {} if n is None else {"n": inline(self.messages.number(n))}
        return compose(self.messages.pattern(key, n), {**values, **counted})

    def html(self, key: str, n: int | None = None, **values: object) -> str:
        """The text of `key` for a template of the theme, escaped; `values` are plain text."""
        return html.escape(self.say(key, n, **values))

    def phrase(self, group: str, text: str) -> str:
        """The words for `text`, a phrase that another room gives in English; itself where the group has none for it."""
        key = f"{group}.{slug(text)}"
        return self.say(key) if key in self.messages.forms else text

    def listing(self, words: Iterable[str]) -> str:
        """`a`, `a and b`, `a, b and c`."""
        return self.messages.listing(words)

    def choice(self, words: Iterable[str]) -> str:
        """`a`, `a or b`, `a, b or c`."""
        return self.messages.choice(words)

    def date(self, edtf: str | None, unknown: str | None = None) -> str:
        """An EDTF date as a reader writes it: `7 October 2020`, `spring 2020`, `7 October, year not given`, `about
        2020`, `the 2020s`, `6–8 October 2020`; `unknown` for none. What is no EDTF date is given as it is."""
        if not edtf:
            return self.say("date.undated") if unknown is None else unknown
        first, slash, last = edtf.partition("/")
        if not slash or first == last:
            return self._one(first)
        if first in _OPEN:
            return self.say("date.until", date=self._one(last))
        if last in _OPEN:
            return self.say("date.from", date=self._one(first))
        return self._interval(parse_edtf(first), parse_edtf(last)) or edtf

    def short_date(self, edtf: str | None, year: bool = True) -> str:
        """A date in short, `17 Nov 2021`, `Nov 2021`, `2021`; without `year` the first two give none,
        for where it is known; "" where there is none."""
        made = parse_edtf(edtf or "")
        if not made or not made.year.isdigit():
            return ""
        if not made.month or made.month in _SEASONS:
            return made.year
        month = self.messages.month(made.month, short=True)
        part = self.say("date.day", day=made.day, month=month) if made.day else month
        return self.say("date.with_year", part=part, year=made.year) if year else part

    def day(self, edtf: str | None, unknown: str) -> str:
        """A date as a reader writes it where the year is known beside it: `7 October`; a span, and a date that is no
        closer than a year, as `date` writes it; `unknown` for none."""
        made = parse_edtf(edtf or "")
        if not made or not made.month or not made.year.isdigit():
            return self.date(edtf, unknown)
        part = self._point(made, "")
        return self.say(_DOUBT[made.doubt], date=part) if made.doubt else part

    def year(self, edtf: str | None) -> str:
        """The year in which an EDTF date lies or begins, `2020` or `the 2020s`; "" where none is known."""
        first = next((made for part in (edtf or "").split("/") if (made := parse_edtf(part))), None)
        return self._year(first.year) if first and first.year != "XXXX" else ""

    def _one(self, edtf: str) -> str:
        made = parse_edtf(edtf)
        return self._whole(made) if made else edtf

    def _interval(self, first: Edtf | None, last: Edtf | None) -> str | None:
        """From one date to another; what both share is said once, behind the last."""
        if not first or not last:
            return None
        end = self._whole(last)
        if not _in_one_year(first, last):
            return self.say("date.span", first=self._whole(first), last=end)
        if first.day and last.day and first.month == last.month:
            return self.say("date.days", first=first.day, last=end)
        return self.say("date.span", first=self._point(first, ""), last=end)

    def _whole(self, made: Edtf) -> str:
        point = self._point(made, self._year(made.year))
        return self.say(_DOUBT[made.doubt], date=point) if made.doubt else point

    def _point(self, made: Edtf, year: str) -> str:
        """Day, month or season, and `year`, as far as they are known."""
        if not made.month:
            return year
        season = _SEASONS.get(made.month)
        name = self.say(season) if season else self.messages.month(made.month)
        part = self.say("date.day", day=made.day, month=name) if made.day else name
        if not year:
            return part
        return self.say("date.with_year" if year.isdigit() else "date.with_unsure_year", part=part, year=year)

    def _year(self, year: str) -> str:
        """`2020`, `the 2020s`, `between 2000 and 2099`, `year not given`."""
        known = year.rstrip("X")
        if known == year:
            return year
        if len(known) == 3:
            return self.say("date.decade", decade=f"{known}0")
        if known:
            return self.say("date.century", first=f"{known}00", last=f"{known}99")
        return self.say("date.no_year")


def words_of(language: str, own: tuple[OwnText, ...] = ()) -> Words:
    """The words of a site in `language`, English ones where there are none of it; a project's `own` before them."""
    return Words(messages(language, own))


def _in_one_year(first: Edtf, last: Edtf) -> bool:
    """Whether two dates are so surely of one year, and so closely known, that the year need be said once only."""
    return first.year == last.year and bool(first.month and last.month) and not (first.doubt or last.doubt)


format_date = words_of("en").date  # of pictures, until they ask their own site's words


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 article`, `3 articles`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def shorten(text: str, words: int) -> str:
    """The first `words` words of a title, fewer where they are very long, with an ellipsis where some are left out. A
    word is cut only where it is too long for all of them."""
    most = words * _LONG_WORD
    parts = text.split()
    if len(parts) <= words and len(text) <= most:
        return text
    kept = " ".join(parts[:words])
    if len(kept) > most:
        kept = kept[: most + 1].rpartition(" ")[0] or kept[:most]
    kept = kept.rstrip(",;:–-")
    return (kept.replace("[", "", 1) if kept.count("[") > kept.count("]") else kept) + "…"


def sentence(text: str) -> str:
    """`text` with a capital first letter."""
    return text[:1].upper() + text[1:]
