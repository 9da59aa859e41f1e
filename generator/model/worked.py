"""What the work on one file gave, apart from all others: stages 1 and 2 of the road."""

from __future__ import annotations

from dataclasses import dataclass

from .analysis import Analysis
from .reading import Article, Metadata


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is nothing, in one line; `published` is the same without what it quotes from the file."""

    reason: str
    published: str


@dataclass(frozen=True, slots=True)
class Part:
    """A document in a file, under the page name that it has where no other document wants the same. One that could not
    be cleaned or analysed has no article, but the reason in `refused`; one that was taken back is not analysed."""

    path: str
    metadata: Metadata
    article: Article | None = None
    analysis: Analysis | None = None
    refused: Refusal | None = None


@dataclass(frozen=True, slots=True)
class Worked:
    """The documents in a file, or in `refused` why it has none."""

    parts: tuple[Part, ...] = ()
    refused: Refusal | None = None

    @property
    def whole(self) -> bool:
        """Whether nothing in the file was refused."""
        return not self.refused and not any(part.refused for part in self.parts)
