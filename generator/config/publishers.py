"""Which publisher of briefing.yml is meant by a name as sources spell it, or by a web address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from .values import Publisher

_ARTICLE = re.compile(r"^the\s+(?=\S)")
_HOST = re.compile(r"(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:/\S*)?", re.IGNORECASE)


def folded(name: str) -> str:
    """`name` as a key: capitals, spaces and a leading "The" do not count; of a web host, neither does "www."."""
    host = _HOST.fullmatch(name.strip())
    if host:
        return host[1].lower()
    plain = " ".join(unicodedata.normalize("NFKC", name).casefold().split())
    return _ARTICLE.sub("", plain)


class KnownPublishers:
    """The publishers of the settings, by all that they go by."""

    def __init__(self, publishers: Sequence[Publisher]) -> None:
        self._names = {folded(text): one.name for one in publishers for text in (*one.aliases, one.name)}

    def name(self, given: str | None, url: str | None) -> str | None:
        """The name in the settings of the publisher that a source gives, or at whose address it can be read if it gives
        none; else what it gives."""
        if given:
            return self._names.get(folded(given), given)
        return next((self._names[host] for host in _hosts(url) if host in self._names), None)


def _hosts(url: str | None) -> Iterator[str]:
    """The host of an address, and those it lies within: `news.gazette.example`, `gazette.example`, `example`."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:  # an address of no known form
        return
    while host:
        yield host
        host = host.partition(".")[2]
