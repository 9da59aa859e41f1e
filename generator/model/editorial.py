"""What a person puts right about what the generator made of the sources, and what came of it. No value here is a quote:
where a page shows it, it is shown as the editor's, signed and dated."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from .analysis import NameKind
from .facts import Quote
from .reading import Kind


@dataclass(frozen=True, slots=True)
class Signed:
    """Who corrects, why and on which day (EDTF), and the file and line in which that stands."""

    by: str
    because: str
    on: str
    where: str
    line: int


@dataclass(frozen=True, slots=True)
class Target:
    """What a correction is about: the id of a quote (a statement has that of its oldest) or of a difference, and its
    `words`: those of the quote, or what the difference is about. The words tell what was meant once the id is gone."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class OwnLine:
    """The editor's own bottom line of a topic."""

    signed: Signed
    topic: str
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """The editor's note on a topic."""

    signed: Signed
    topic: str
    text: str


@dataclass(frozen=True, slots=True)
class Hide:
    """A statement that is not to be told: on the page of `topic`, or anywhere where that is None."""

    signed: Signed
    target: Target
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class Pin:
    """A statement that comes first: on the page of `topic`, or on each of its topics where that is None."""

    signed: Signed
    target: Target
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class Split:
    """Quotes `apart` that do not say what the target says."""

    signed: Signed
    target: Target
    apart: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class Join:
    """Quotes `others` that say what the target says."""

    signed: Signed
    target: Target
    others: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class FixDate:
    """The EDTF date of what the quote dates by the words `said`, which may be left out where it dates one thing; `date`
    is None where the words are no date."""

    signed: Signed
    target: Target
    date: str | None
    said: str | None = None


@dataclass(frozen=True, slots=True)
class FixStatus:
    """The status that the quote gives, one of STATUSES or None."""

    signed: Signed
    target: Target
    status: str | None


@dataclass(frozen=True, slots=True)
class FixOrigin:
    """Who the quote goes back to; `speaker`, where given, is who says it ("" for nobody)."""

    signed: Signed
    target: Target
    origin: str
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class FixName:
    """What a name is: its other `spelling`, a `misspelling` of it, one that is `another` name, its kind."""

    signed: Signed
    name: str
    spelling: str | None = None
    misspelling: str | None = None
    another: str | None = None
    kind: NameKind | None = None


@dataclass(frozen=True, slots=True)
class Dismiss:
    """A difference that is none."""

    signed: Signed
    target: Target


@dataclass(frozen=True, slots=True)
class Slip:
    """Words of the quote that are a slip of its source, and what is meant by them."""

    signed: Signed
    target: Target
    slip: str
    meant: str


Correction = OwnLine | Note | Hide | Pin | Split | Join | FixDate | FixStatus | FixOrigin | FixName | Dismiss | Slip


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of a source: `start:end` of a paragraph, in the sentence of that number."""

    source: str
    paragraph: int
    start: int
    end: int
    sentence: int = 0

    def shares(self, quote: Quote) -> int:
        """How many characters `quote` and the place have in common, 0 where that is less than half of the shorter."""
        if (self.source, self.paragraph) != (quote.source, quote.paragraph):
            return 0
        shared = min(self.end, quote.end) - max(self.start, quote.start)
        return shared if 2 * shared >= min(self.end - self.start, quote.end - quote.start) else 0


@dataclass(frozen=True, slots=True)
class Rulings:
    """What is settled before statements are made. Each of `apart` parts its second quotes from its first, each of
    `together` joins its quotes, each of the others says something of one quote."""

    apart: tuple[tuple[tuple[Place, ...], tuple[Place, ...]], ...] = ()
    together: tuple[tuple[tuple[Place, ...], ...], ...] = ()
    statuses: tuple[tuple[Place, str | None], ...] = ()
    origins: tuple[tuple[Place, str, str | None], ...] = ()


UNRULED = Rulings()


RemarkKind = Literal["gone", "moved", "other words", "no statement", "no date", "no words", "not joined", "no name"]


@dataclass(frozen=True, slots=True)
class Remark:
    """Why a correction has no effect any more, or where its target is now ("moved": it has its effect). `target` is
    what was not found; `nearest` are the most similar things that are there."""

    correction: Correction
    kind: RemarkKind
    target: Target
    nearest: tuple[Target, ...] = ()


@dataclass(frozen=True, slots=True)
class InForce:
    """A correction that has its effect: the statements, topics and difference that it is about, as far as it is about
    such, and the sources of its quotes. `id` is its anchor on the page of corrections."""

    id: str
    correction: Correction
    facts: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A source that was taken back: what is known of it stays, and no word of it is shown. Fields are those of its
    metadata."""

    id: str
    path: str
    kind: Kind
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    on: str
    because: str | None
    by: str | None
    formerly: tuple[str, ...] = ()

    @property
    def called(self) -> str:
        """Its title, or the name of its file."""
        return self.title or PurePosixPath(self.path).stem.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Editorial:
    """What people put right on this site, newest first; and what is to be told to whoever keeps it."""

    in_force: tuple[InForce, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    remarks: tuple[Remark, ...] = ()


UNEDITED = Editorial()
