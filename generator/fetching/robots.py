"""What a site allows programs, by its robots.txt (RFC 9309), read by Protego."""

from __future__ import annotations

from dataclasses import dataclass

from protego import Protego


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one site, and the seconds that it asks programs to leave between two pages."""

    _read: Protego
    pause: float

    def allow(self, url: str, agent: str) -> bool:
        """Whether the program that calls itself `agent` may fetch `url`."""
        return self._read.can_fetch(url, _token(agent))


def rules_of(data: bytes, agent: str) -> Rules:
    """The rules in the robots.txt `data`; all is allowed where it says nothing."""
    read = Protego.parse(data.decode("utf-8", "replace"))
    return Rules(read, float(read.crawl_delay(_token(agent)) or 0))


def _token(agent: str) -> str:
    """What a robots.txt calls a program: its User-Agent up to the version."""
    return agent.partition("/")[0]
