"""Addresses as they may be published: what leads to a page, and nothing of who read it.

An address that a person copies from a browser, or a program from a mail, often holds more than the place of a page: a
name and password, the key of a session, who sent the reader there. None of it belongs on a public site. What the names
of such parameters are is in `data/private_parameters.yml`; docs/decisions/0036 says from where that is known."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import SplitResult, unquote, urlsplit, urlunsplit

from .word_lists import word_lists

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_SIGNS = re.compile(r"[\W_]+")
_MAIL = re.compile(r"(?:^|[\s<,;=(]|mailto:)[\w.+-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_KEY = re.compile(r"eyJ[\w-]{16,}")  # JSON in Base64: a web token (RFC 7519), the policy of a signed address
_ANCHOR = re.compile(r"(?:[^\W\d_]|%[0-9A-F]{2})[\w.:%-]{0,119}", re.IGNORECASE)
_OPAQUE = re.compile(r"(?=[^\W_]*\d)(?=[^\W_]*[A-Za-z])[A-Za-z0-9]{24,}|[0-9a-f]{24,}", re.IGNORECASE)
_PARAMETER = re.compile(r";([^/;?#]*)")
_INNER = re.compile(r"https?(?::|%3A)(?:/|%2F){1,2}.+", re.IGNORECASE)
_HOME = ("localhost", "local", "internal", "intranet", "lan", "home", "corp", "home.arpa", "localdomain")
_IN_TEXT = re.compile(r"(?<![\w@.])(?:[a-z][a-z0-9+.-]{1,20}://|www\.)[^\s<>\"“”‘’«»]+", re.IGNORECASE)
_BEHIND = ".,;:!?)]}'*_…"  # what stands behind an address rather than in it
_WEB = re.compile(r"https?://", re.IGNORECASE)
_USER = re.compile(r"^([^/]*//)[^/@]*@")
_DEEPEST = 3  # addresses within one another


@dataclass(frozen=True, slots=True)
class _Names:
    """Names of parameters as they are compared: whole ones, and beginnings."""

    whole: frozenset[str]
    begins: tuple[str, ...]

    def hold(self, key: str) -> bool:
        plain = _SIGNS.sub("", key).lower()
        return plain in self.whole or plain.startswith(self.begins)


@cache
def _names(kind: str) -> _Names:
    every: list[str] = word_lists("private_parameters")[kind]
    begins = tuple(name.removesuffix("*") for name in every if name.endswith("*"))
    return _Names(frozenset(every), begins)


def is_tracking(key: str) -> bool:
    """Whether the parameter `key` of an address says only from where a reader came."""
    return _names("tracking").hold(key)


def _is_personal(key: str) -> bool:
    words = [word.lower() for word in _WORDS.findall(key)]
    endings = {"".join(words[-count:]) for count in (1, 2)} if words else set()
    return (
        not endings.isdisjoint(_names("personal").whole) or _names("personal").hold(key) or _names("signed").hold(key)
    )


def published_address(url: str) -> str | None:
    """`url`, an http(s) address, without user and password, without parameters that tell of a reader or a session, and
    without a fragment that is no anchor; also the addresses within it, such as the one that an archive keeps a copy of.
    None where nobody else could open it: its host is no public one. What cannot be taken apart is None too."""
    return _published(url, _DEEPEST)


def without_private_parts(text: str) -> str:
    """`text` with each address in it as it may be published: one that would not be stays, but for user and password."""
    if "://" not in text and "www." not in text:
        return text
    return _IN_TEXT.sub(_told, text)


def _told(found: re.Match[str]) -> str:
    written = found[0].rstrip(_BEHIND)
    behind = found[0][len(written) :]
    scheme = "" if "://" in written else "https://"
    published = published_address(scheme + written) if _WEB.match(scheme + written) else None
    told = published.removeprefix(scheme) if published else _USER.sub(r"\1", written)
    return told + behind


def _published(url: str, deep: int) -> str | None:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    if not _is_public(host):
        return None
    name = f"[{host}]" if ":" in host else _as_written(parts)
    place = f"{name}:{port}" if port is not None else name
    path = _inner(_PARAMETER.sub(_kept_parameter, parts.path), deep)
    # the query of an address that an archive names in its path is that address's own
    return urlunsplit((parts.scheme, place, path, _query(parts.query, deep), _fragment(parts.fragment)))


def _as_written(parts: SplitResult) -> str:
    """The host as the address spells it."""
    return parts.netloc.rpartition("@")[2].partition(":")[0]


def _is_public(host: str) -> bool:
    """Whether a stranger's machine could know `host`."""
    try:
        number = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        name = host.rstrip(".").lower()
        return "." in name and not name.endswith(tuple(f".{home}" for home in _HOME))
    return number.is_global


def _kept_parameter(found: re.Match[str]) -> str:
    return "" if _is_private(found[1]) else found[0]


def _query(query: str, deep: int) -> str:
    kept = (_inner(pair, deep) for pair in query.split("&") if not _is_private(pair))
    return "&".join(filter(None, kept))


def _is_private(pair: str) -> bool:
    key, value = map(unquote, pair.partition("=")[::2])
    return is_tracking(key) or _is_personal(key) or bool(_MAIL.search(value + " " + key) or _KEY.search(value))


def _fragment(fragment: str) -> str:
    anchor = _ANCHOR.fullmatch(fragment) is not None
    return fragment if anchor and not _OPAQUE.search(fragment) and not _KEY.search(fragment) else ""


def _inner(text: str, deep: int) -> str:
    """`text` with the address in it, if there is one, as it may be published; one that may not is left out."""
    found = _INNER.search(text)
    if not found:
        return text
    written = found[0]
    whole = unquote(written) if "://" not in written and "%" in written else written
    whole = re.sub(r"^(https?):/(?!/)", r"\1://", whole, flags=re.IGNORECASE)
    clean = _published(whole, deep - 1) if deep else None
    if clean == whole:
        return text
    return text[: found.start()] + (clean or "")
