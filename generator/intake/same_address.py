"""Whether two addresses are of one page."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit

from ..text.addresses import is_tracking


def same_address(url: str) -> str:
    """What the addresses of one page have in common: without scheme, `www.`, fragment, a slash at the end, and what
    tells only from where a reader came."""
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return url
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not is_tracking(k)])
    place = f"{host}:{port}" if port not in (None, 80, 443) else host
    return f"{place}{parts.path.rstrip('/')}{f'?{query}' if query else ''}"
