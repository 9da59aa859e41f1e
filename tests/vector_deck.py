"""Deals attacks to whoever has a place for one: the payloads of tests/fixtures/vectors.yml, one after the other."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path

import yaml

EVIL = "evil.example"
SUM, TOTAL = "7*7000019", "49000133"
_FILE: dict[str, dict[str, str]] = yaml.safe_load(
    (Path(__file__).parent / "fixtures/vectors.yml").read_text(encoding="utf-8")
)
SAID = "The harbour council of Vellmar said on Tuesday that {} basin works cost {} million crowns and end in May."


@dataclass(frozen=True, slots=True)
class Vector:
    """A payload, by its name, in a place."""

    number: int
    place: str
    payload: str

    @property
    def word(self) -> str:
        """By which the vector is found where a page shows it."""
        return f"vec{self.number:03}"


def plain(text: str) -> str:
    return text


@dataclass(slots=True)
class Deck:
    """Deals payloads, one after the other, to whoever has a place for one."""

    vectors: list[Vector] = field(default_factory=list)
    _texts: Iterator[tuple[str, str]] = field(default_factory=lambda: cycle(_FILE["payloads"].items()))
    _addresses: Iterator[tuple[str, str]] = field(default_factory=lambda: cycle(_FILE["addresses"].items()))

    def text(self, place: str, written: Callable[[str], str] = plain) -> str:
        """The next payload for `place`, `written` as that takes it."""
        number = self._next(place, *(dealt := next(self._texts)))
        return written(f"{_filled(dealt[1], number)} vec{number:03}")

    def words(self, place: str, written: Callable[[str], str] = plain) -> str:
        """A statement that holds the next payload."""
        number = len(self.vectors) + 1
        return SAID.format(self.text(place, written), number)

    def address(self, place: str, written: Callable[[str], str] = plain) -> str:
        """The next address."""
        number = self._next(place, *(dealt := next(self._addresses)))
        return written(_filled(dealt[1], number))

    def _next(self, place: str, payload: str, _: str) -> int:
        self.vectors.append(Vector(len(self.vectors) + 1, place, payload))
        return len(self.vectors)


def _filled(text: str, number: int) -> str:
    return text.replace("RUN", f"pwn({number})").replace("EVIL", EVIL).replace("SUM", SUM)


def line(text: str) -> str:
    """`text` for a place that has one line, and no character that its format forbids."""
    return " ".join(text.replace("\0", "").split())


def xml(text: str) -> str:
    return html.escape(line(text))


def raw(text: str) -> str:
    """Markup as it is, closed so that what follows in the page is not its own."""
    return text.replace("<!--", "").replace("<style>@import", "<style>@import") + "</style></svg></template></form>"
