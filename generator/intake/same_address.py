"""Whether two addresses are of one page."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

_TOLD_APART = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|cmpid|at_medium|at_campaign", re.IGNORECASE)


def same_address(url: str) -> str:
    """What the addresses of one page have in common: without scheme, `www.`, fragment, a slash at the end, and what
    tells only from where a reader came."""
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return url
    query = urlencode(
        [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TOLD_APART.fullmatch(k)]
    )
    place = f"{host}:{port}" if port not in (None, 80, 443) else host
    return f"{place}{parts.path.rstrip('/')}{f'?{query}' if query else ''}"
