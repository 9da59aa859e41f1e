"""What the sources establish together: facts, differences, the timeline and names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .analysis import NameKind

FactKind = Literal["event", "background", "claim", "opinion"]
DifferenceKind = Literal["status", "figure", "date", "name", "wording"]

STATUSES = (
    "proposed",
    "announced",
    "agreed",
    "text finalised",
    "approved for signing",
    "signed",
    "ratified",
    "in force",
)
"""How far an instrument has got, in order."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A verbatim span: `text == paragraph.text[start:end]` of the source. `id` is an anchor on every page that shows
    it. `by` is the speaker as a reader would name him, `origin` the key of the origin it goes back to. `shown` is
    false where the quoting limits keep its words back: it still counts. `status` is the status that its own words
    give, one of STATUSES."""

    id: str
    source: str
    text: str
    paragraph: int
    sentence: int
    start: int
    end: int
    by: str | None = None
    origin: str = ""
    shown: bool = True
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement with every quote that supports it, best first. `id` is the id of the quote whose source has the
    lowest (added, path). `origins` are the labels of the independent origins. `differences` are ids."""

    id: str
    text: str
    topics: tuple[str, ...]
    kind: FactKind
    status: str | None
    quotes: tuple[Quote, ...]
    origins: tuple[str, ...]
    weight: float
    differences: tuple[str, ...] = ()
    first_added: str | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """One side of a difference: the word or figure it holds and the quotes that hold it."""

    value: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Where sources part ways about one thing; `about` names it in fixed words around words of the sources."""

    id: str
    topics: tuple[str, ...]
    kind: DifferenceKind
    about: str
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A line of the timeline. `date` is EDTF or None where no anchor gives one; `words` is the expression it came
    from; `anchor` what it was resolved against; `planned` what lay ahead of its source."""

    date: str | None
    words: str
    anchor: str | None
    facts: tuple[str, ...]
    quotes: tuple[Quote, ...]
    topics: tuple[str, ...] = ()
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Alias:
    """Another spelling of a name. `slip` marks one that a single source has against all the others."""

    text: str
    sources: tuple[str, ...]
    slip: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A person, organisation, place, agreement or initiative, under the fullest spelling the sources use."""

    id: str
    name: str
    kind: NameKind
    aliases: tuple[Alias, ...]
    sources: tuple[str, ...]
    abbreviation: str | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """What the sources establish together. `copies` maps the id of a copy to the id of the source it copies."""

    facts: tuple[Fact, ...] = ()
    differences: tuple[Difference, ...] = ()
    timeline: tuple[Event, ...] = ()
    names: tuple[Name, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()
