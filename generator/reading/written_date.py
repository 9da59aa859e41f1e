"""Dates as pages and their datelines write them out, in several languages, to EDTF days: never a guess."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.edtf import normal_date

_MONTHS = {
    1: "january jan januar janvier enero ene gennaio janeiro jän jänner",
    2: "february feb februar février fevrier févr febrero febbraio fevereiro",
    3: "march mar märz maerz mars marzo março marco",
    4: "april apr avril abril abr aprile avr",
    5: "may mai mayo maggio maio",
    6: "june jun juni juin junio giugno junho",
    7: "july jul juli juillet julio luglio julho juil",
    8: "august aug août aout agosto ago",
    9: "september sep sept septembre septiembre settembre setembro",
    10: "october oct oktober okt octobre octubre ottobre outubro",
    11: "november nov novembre noviembre novembro",
    12: "december dec dezember dez décembre diciembre dic dicembre dezembro déc",
}
_FURTHER_MONTHS = (
    "januari januára ledna stycznia января tammikuuta januarie ocak січня gen",
    "februari února lutego февраля helmikuuta şubat лютого februarie fev",
    "maart mart marts března marca марта maaliskuuta березня martie mrt",
    "dubna kwietnia апреля huhtikuuta nisan квітня aprilie",
    "mei maj května maja мая toukokuuta mayıs травня mag",
    "června czerwca июня kesäkuuta haziran червня iunie giu",
    "července lipca июля heinäkuuta temmuz липня iulie lug",
    "augustus augusti srpna sierpnia августа elokuuta ağustos серпня",
    "září września сентября syyskuuta eylül вересня septembrie",
    "října października октября lokakuuta ekim жовтня octombrie ott",
    "listopadu listopada ноября marraskuuta kasım листопада noiembrie",
    "desember prosince grudnia декабря joulukuuta aralık грудня decembrie",
)
_BY_MONTH = (*_MONTHS.items(), *enumerate(_FURTHER_MONTHS, 1))
_MONTH = {name: number for number, names in _BY_MONTH for name in names.split()}
YEAR = "(19[89][0-9]|20[0-9]{2})"
_ISO = re.compile(rf"(?<![0-9]){YEAR}[-/.](0?[1-9]|1[0-2])[-/.](0?[1-9]|[12][0-9]|3[01])(?![0-9])")
_MONTH_FIRST = re.compile(rf"(?<![^\W\d_])([a-z]{{3,9}})\.? ([0-9]{{1,2}})(?:st|nd|rd|th)?,? {YEAR}(?![0-9])")
_DAY_FIRST = re.compile(
    rf"\b([0-9]{{1,2}})(?:st|nd|rd|th|\.|er)? (?:de |of )?([^\W\d_]{{3,12}})\.?,? (?:de |del )?{YEAR}(?![0-9])"
)
_EAST_ASIAN = re.compile(rf"{YEAR} ?年 ?(1[0-2]|[1-9]) ?月 ?(3[01]|[12][0-9]|[1-9]) ?日")
_NUMBERS = re.compile(rf"(?<![0-9])([0-9]{{1,2}})[/.]([0-9]{{1,2}})[/.]{YEAR}(?![0-9])")
_CHANGED = re.compile(
    r"updat|modifi|revis|review|edited|accessed|aktualisiert|geändert|mis à jour|actualizado|copyright|©", re.I
)
_PUBLISHED = re.compile(r"publi|posted|issued|veröffentlicht|first appeared", re.I)


def says_published(text: str) -> bool:
    """Whether `text` speaks of publishing."""
    return _PUBLISHED.search(text) is not None


def says_changed(text: str) -> bool:
    """Whether `text` speaks of a change, a review or a copyright: its date is not the day of publishing."""
    return _CHANGED.search(text) is not None


def told_day(line: str) -> str | None:
    """The one day that a short line gives as that of publishing; None where it tells only of a change."""
    said = _PUBLISHED.search(line)
    if said:
        return day(_CHANGED.split(line[said.start() :])[0])
    return None if says_changed(line) else day(line)


def day(text: str) -> str | None:
    """The one date that `text` writes out, as EDTF. Two different dates, or 04/05/2024, whose order nobody can know,
    give none."""
    low = text[:400].lower()
    found = {d for d in (calendar_day(y, m, d) for y, m, d in _parts(low)) if d}
    return found.pop() if len(found) == 1 else None


def number_days(text: str) -> tuple[str, ...]:
    """The days that the only date in `text` may be that is written in numbers alone: read day first, then month first.
    None where there is no such date."""
    hits = set(_NUMBERS.findall(text[:400]))
    if len(hits) != 1:
        return ()
    first, second, year = hits.pop()
    readings = (calendar_day(year, month, date) for month, date in ((second, first), (first, second)))
    return tuple(dict.fromkeys(reading for reading in readings if reading))


def edtf_day(text: str) -> str | None:
    """The day at the start of a date and time, however precisely it is written, or of a date written out."""
    head = _ISO.match(text.strip())
    return calendar_day(*head.groups()) if head else day(text)


def without_dates(text: str) -> str:
    """`text` without the dates with a year that it writes out."""
    for pattern in (_ISO, _EAST_ASIAN, _MONTH_FIRST, _DAY_FIRST, _NUMBERS):
        text = pattern.sub(" ", text.lower())
    return text


def calendar_day(year: str, month: str, date: str) -> str | None:
    """The day of these three numbers as EDTF, where the calendar has it."""
    return normal_date(f"{year}-{int(month):02}-{int(date):02}") if month and date else None


def _parts(low: str) -> Iterator[tuple[str, str, str]]:
    for hit in _ISO.finditer(low):
        yield hit[1], hit[2], hit[3]
    for hit in _EAST_ASIAN.finditer(low):
        yield hit[1], hit[2], hit[3]
    for hit in _MONTH_FIRST.finditer(low):
        yield hit[3], str(_MONTH.get(hit[1], "")), hit[2]
    for hit in _DAY_FIRST.finditer(low):
        yield hit[3], str(_MONTH.get(hit[2], "")), hit[1]
    for hit in _NUMBERS.finditer(low):
        first, second = int(hit[1]), int(hit[2])
        if (first > 12) != (second > 12) or first == second:
            yield hit[3], str(min(first, second)), str(max(first, second))
