"""From an address to the bytes of a page: each step of a redirect is checked and asked for as if it were the first."""

from __future__ import annotations

import time
from dataclasses import dataclass
from urllib.parse import urljoin

from ..errors import UnfetchableError
from .places import Place, place, resolved
from .request import Answer, Deadline, ask
from .robots import Rules, rules_of

_ON = frozenset({301, 302, 303, 307, 308})
_TOO_MANY, _FAILED = 429, 500
_ACCEPT = "text/html,application/xhtml+xml,application/pdf,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5"


@dataclass(frozen=True, slots=True)
class Bounds:
    """What is too much for one page: seconds and bytes in all, and redirects; `pause` is how many seconds to leave
    between two pages of one site, `longest_pause` how many its robots.txt may ask for."""

    seconds: float = 30
    bytes: int = 20_000_000
    redirects: int = 5
    robots_bytes: int = 500_000
    pause: float = 1
    longest_pause: float = 30


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came: from which address in the end, its bytes, and the type that the server gave it."""

    url: str
    data: bytes
    content_type: str


class Fetcher:
    """Fetches pages one after the other, keeping what the robots.txt of their sites say. `agent` is the User-Agent, and
    `allow_private` whether addresses that are not public are fetched too."""

    def __init__(self, agent: str, bounds: Bounds, allow_private: bool = False) -> None:
        self._agent, self._bounds, self._private = agent, bounds, allow_private
        self._rules: dict[str, Rules] = {}
        self._asked: dict[str, float] = {}

    def fetch(self, url: str) -> Fetched:
        """The page at `url`. Raises UnfetchableError with the reason in one line."""
        there, deadline = place(url), Deadline(self._bounds.seconds)
        for _ in range(self._bounds.redirects + 1):
            resolved(there, self._private)  # before its robots.txt is asked for: the plainer reason
            deadline = self._wait(there, self._allowed(there, deadline), deadline)
            answer = self._ask(there, self._bounds.bytes, deadline)
            if answer.status not in _ON:
                return _whole(there, answer)
            there = _next(there, answer)
        raise UnfetchableError(f"more than {self._bounds.redirects} redirects")

    def _wait(self, there: Place, rules: Rules, deadline: Deadline) -> Deadline:
        """Waits until the site of `there` may be asked again. What is waited is not counted against the page."""
        pause = min(max(rules.pause, self._bounds.pause), self._bounds.longest_pause)
        wait = self._asked.get(there.origin, 0.0) + pause - time.monotonic()
        left = deadline.left
        if there.origin in self._asked and wait > 0:
            time.sleep(wait)
            deadline = Deadline(left)
        self._asked[there.origin] = time.monotonic()
        return deadline

    def _ask(self, there: Place, most: int, deadline: Deadline) -> Answer:
        """Asks the addresses of a place in turn until one answers; they are looked at anew for every request."""
        headers = {"User-Agent": self._agent, "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate"}
        for address in resolved(there, self._private):
            try:
                return ask(there, address, headers, most, deadline)
            except ConnectionError:
                continue
        raise UnfetchableError(f"{there.authority} does not answer")

    def _allowed(self, there: Place, deadline: Deadline) -> Rules:
        if there.origin not in self._rules:
            self._rules[there.origin] = self._robots(there, deadline)
        rules = self._rules[there.origin]
        if not rules.allow(there.url, self._agent):
            raise UnfetchableError(f"the robots.txt of {there.authority} does not allow it to be fetched by programs")
        return rules

    def _robots(self, there: Place, deadline: Deadline) -> Rules:
        """The rules of a site, after RFC 9309: where there is no robots.txt all is allowed, and where it cannot be read
        nothing is."""
        step = place(f"{there.origin}/robots.txt")
        try:
            for _ in range(self._bounds.redirects + 1):
                answer = self._ask(step, self._bounds.robots_bytes, deadline)
                if answer.status not in _ON:
                    break
                step = _next(step, answer)
        except UnfetchableError as error:
            raise UnfetchableError(f"the robots.txt of {there.authority} cannot be read: {error}") from None
        if answer.status == _TOO_MANY or answer.status >= _FAILED:
            raise UnfetchableError(f"the robots.txt of {there.authority} cannot be read: {_status(answer)}")
        return rules_of(answer.data if answer.status == 200 else b"", self._agent)


def _next(there: Place, answer: Answer) -> Place:
    if not answer.location:
        raise UnfetchableError(f"it {_status(answer)}, to nowhere")
    try:
        return place(urljoin(there.url, answer.location))
    except ValueError:
        raise UnfetchableError(f"it redirects to {answer.location[:120]!r}: no readable address") from None
    except UnfetchableError as error:
        raise UnfetchableError(f"it redirects to {answer.location[:120]!r}: {error}") from None


def _whole(there: Place, answer: Answer) -> Fetched:
    if answer.status != 200:
        raise UnfetchableError(f"it {_status(answer)}")
    if not answer.data.strip():
        raise UnfetchableError("the page is empty")
    return Fetched(there.url, answer.data, answer.content_type)


def _status(answer: Answer) -> str:
    return f"answers {answer.status} {''.join(c for c in answer.reason if c.isprintable())[:60]}".rstrip()
