"""What the sources establish together: facts, differences, the timeline and names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from .analysis import NameKind

FactKind = Literal["event", "background", "claim", "opinion"]
DifferenceKind = Literal["status", "contradiction", "figure", "revision", "date", "name", "wording"]
Question = Literal[
    "status", "found", "called", "count", "dead", "hurt", "missing", "day", "meeting", "term", "spelling"
]
"""What sources give different answers to: how far a thing has got, whether any were found or it is rightly called so,
how many (of people: how many died, were hurt, are missing), on which day, when beside a meeting, what it is called, how
a name is spelt."""
OriginKind = Literal["speaker", "voices", "declared", "author", "publisher", "house", "unnamed"]
AnchorKind = Literal["published", "previous", "clause", "event", "source", "interval", "sentence", "writer", "editor"]

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
class Origin:
    """Where statements go back to: a speaker, voices without a name ("officials"), what a source's metadata declare,
    the author of the article `source`, a publisher who names nobody, several of one house, or nobody at all. `name` is
    that of all but the author and nobody, as a reader knows it."""

    key: str
    kind: OriginKind
    name: str = ""
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement with every quote that supports it, best first. `id` is the id of the quote whose source has the
    lowest (added, path). `origins` are those that are surely independent, no two of one key; where voices have no
    name there may be more of them, `most_origins` at the most. `differences` are ids."""

    id: str
    text: str
    topics: tuple[str, ...]
    kind: FactKind
    status: str | None
    quotes: tuple[Quote, ...]
    origins: tuple[Origin, ...]
    weight: float
    differences: tuple[str, ...] = ()
    first_added: str | None = None
    most_origins: int = 0


@dataclass(frozen=True, slots=True)
class Position:
    """One side of a difference: the word or figure it holds and the quotes that hold it."""

    value: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Where sources part ways about one thing: a `question` about a `subject` in words of a source, `measured` the noun
    of what is counted ("homes flooded"). The positions of a revision follow one another in time, oldest first."""

    id: str
    topics: tuple[str, ...]
    kind: DifferenceKind
    question: Question
    subject: str
    positions: tuple[Position, ...]
    measured: str = ""

    @property
    def about(self) -> str:
        """`count: “40 jobs”`: question and subject in one line, in any language of a site the same."""
        return f"{self.question}: “{self.subject}”" if self.subject else self.question


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a date was resolved against: the day on which its source was published, or the `date` of its writer's
    calendar where the report is dated by another clock, `base`; a year that the same sentence gives by `words`; the
    date told just before or in the same clause; an event that the source dates by `words`, or another `source` does;
    a date of which it lies `words` ("a day after") apart, itself resolved against `base`; or a correction by an editor,
    whom `words` names. `date` is EDTF."""

    kind: AnchorKind
    date: str = ""
    words: str = ""
    source: str = ""
    base: Anchor | None = None

    def told(self, day: Callable[[str], str] = str, publication: Callable[[str], str] = "published {}".format) -> str:
        """The anchor in words, dates by `day`, that of a publication by `publication`."""
        if self.kind == "published":
            return publication(self.date)
        words = _ANCHORS[self.kind].format(date=day(self.date), words=self.words, source=self.source)
        return f"{words}: {self.base.told(day, publication)}" if self.base else words


_ANCHORS: dict[AnchorKind, str] = {
    "previous": "{words}: {date}",
    "clause": "the same clause: {date}",
    "event": "“{words}”: {date}",
    "source": "“{words}” in {source}",
    "interval": "{date}, {words} it",
    "sentence": "“{words}” in the same sentence",
    "writer": "{date} by its writer’s calendar",
    "editor": "a correction by {words}",
}


@dataclass(frozen=True, slots=True)
class Event:
    """A line of the timeline. `date` is EDTF or None where no anchor gives one; `words` is the expression it came
    from; `anchor` what it was resolved against; `planned` what lay ahead of its source."""

    date: str | None
    words: str
    anchor: Anchor | None
    facts: tuple[str, ...]
    quotes: tuple[Quote, ...]
    topics: tuple[str, ...] = ()
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Alias:
    """Another spelling of a name. `misspelling` marks one that a single source has against all the others."""

    text: str
    sources: tuple[str, ...]
    misspelling: bool = False


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
