"""How to cite a page of the site, in the three forms that people ask for: plain text, not yet escaped for HTML.

Plain BibTeX knows no day, so that it stands in the note.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from ..wording import Words
from .bibliography import MONTHS, latex

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


@dataclass(frozen=True, slots=True)
class Citation:
    """A page as APA style, BibTeX (https://ctan.org/pkg/bibtex) and CSL-JSON (https://citationstyles.org) cite it."""

    apa: str
    bibtex: str
    csl: str


def citation(key: str, title: str, site: str, place: str, updated: str, words: Words) -> Citation:
    """The citation of the page `title` of `site` at the address `place` ("" where it is not known), of the day
    `updated`, ISO 8601 or ""."""
    found = _DAY.fullmatch(updated)
    day = tuple(int(part) for part in found.groups()) if found else None
    name = f"briefing-{key}"
    return Citation(
        _apa(title, site, place, day, words),
        _bibtex(name, title, site, place, day, words),
        _csl(name, title, site, place, day),
    )


_Day = tuple[int, ...] | None


def _apa(title: str, site: str, place: str, day: _Day, words: Words) -> str:
    when = f"{day[0]}, {words.messages.month(day[1])} {day[2]}" if day else words.say("cite.no_date")
    return f"{site}. ({when}). {title}." + (f" {place}" if place else "")


def _bibtex(name: str, title: str, site: str, place: str, day: _Day, words: Words) -> str:
    fields = [f"title = {{{{{latex(title)}}}}}", f"author = {{{{{latex(site)}}}}}"]
    if day:
        version = words.say("cite.version", date=words.date("{:04}-{:02}-{:02}".format(*day)))
        fields += [f"year = {{{day[0]}}}", f"month = {MONTHS[day[1] - 1]}", f"note = {{{latex(version)}}}"]
    fields += [f"url = {{{place}}}"] if place else []
    return "\n".join([f"@misc{{{name},", ",\n".join(f"  {field}" for field in fields), "}"])


def _csl(name: str, title: str, site: str, place: str, day: _Day) -> str:
    item: dict[str, Any] = {
        "id": name,
        "type": "webpage",
        "title": title,
        "container-title": site,
        "author": [{"literal": site}],
        **({"issued": {"date-parts": [list(day)]}} if day else {}),
        **({"URL": place} if place else {}),
    }
    return (
        "{\n"
        + ",\n".join(f" {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in item.items())
        + "\n}"
    )
