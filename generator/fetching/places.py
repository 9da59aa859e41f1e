"""Where an address leads: taken apart once, its name resolved once, every answer looked at before any connection."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator
from dataclasses import dataclass

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from ..errors import UnfetchableError

_PORTS = {"http": 80, "https": 443}
_MOST_ADDRESSES = 4
_LONGEST = 2_000
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Place:
    """An http(s) address in its parts. `origin` is what robots.txt is for; `host` is a name, or an IP without brackets;
    `authority` is what the header Host says."""

    url: str
    scheme: str
    host: str
    port: int
    authority: str
    path: str

    @property
    def origin(self) -> str:
        return f"{self.scheme}://{self.authority}"


def place(url: str) -> Place:
    """The parts of `url`, without its fragment. Raises UnfetchableError where it is no plain http(s) address."""
    found = _parsed(url)
    scheme, host = found.scheme or "", (found.host or "").strip("[]")
    if scheme not in _PORTS:
        raise UnfetchableError(f"only http and https are fetched, found {f'{scheme}:' if scheme else 'no scheme'}")
    if not host:
        raise UnfetchableError("an address without a host")
    if found.auth:
        raise UnfetchableError("an address with a user's name in it is not fetched; take the name out")
    port = found.port or _PORTS[scheme]
    authority = f"[{host}]" if ":" in host else host
    if port != _PORTS[scheme]:
        authority += f":{port}"
    whole = f"{scheme}://{authority}{found.request_uri}"
    return Place(whole, scheme, host, port, authority, found.request_uri)


def _parsed(url: str) -> Url:
    if len(url) > _LONGEST or not url.isprintable():
        raise UnfetchableError("no readable address")
    try:
        return parse_url(url.strip())
    except (LocationParseError, ValueError):
        raise UnfetchableError("no readable address") from None


def resolved(there: Place, allow_private: bool) -> tuple[str, ...]:
    """The IP addresses of a place, to connect to one of them and to no other. Raises UnfetchableError where there is
    none, and where any of them is no public one and `allow_private` is false."""
    try:
        answers = socket.getaddrinfo(there.host, there.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise UnfetchableError(f"no address is known for {there.host}") from None
    found = list(dict.fromkeys(str(answer[4][0]) for answer in answers))
    for text in found:
        kind = not_public(text)
        if kind and not allow_private:
            raise UnfetchableError(
                f"{there.host} is {kind} ({text}), which is not fetched; --allow-private fetches from it"
            )
    return tuple(found[:_MOST_ADDRESSES])


def not_public(text: str) -> str | None:
    """What kind of address `text` is where it is none of the public network: a private one, this machine's own …"""
    try:
        whole = ipaddress.ip_address(text)
    except ValueError:  # one with a zone (`fe80::1%eth0`) is of this link
        return "a link-local address"
    return next((kind for address in _inner(whole) if (kind := _kind(address))), None)


def _inner(address: _Address) -> Iterator[_Address]:
    """The addresses of IPv4 that may be wrapped in an address, and it."""
    if isinstance(address, ipaddress.IPv6Address):
        wrapped = (address.ipv4_mapped, address.sixtofour, address.teredo and address.teredo[1])
        yield from (inner for inner in wrapped if inner)
        if address in _NAT64:
            yield ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    yield address


def _kind(address: _Address) -> str | None:
    tests = (
        (address.is_loopback, "this machine's own address"),
        (address.is_link_local, "a link-local address"),
        (address.is_private, "a private address"),
        (address.is_multicast or address.is_reserved or address.is_unspecified, "no public address"),
        (not address.is_global, "no public address"),
    )
    return next((kind for holds, kind in tests if holds), None)
