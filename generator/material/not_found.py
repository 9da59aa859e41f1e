"""The page for addresses that lead nowhere, of a site whose own address is not known when it is built.

A server shows it at any address, /a/b/c/ as well as /nowhere, so that no relative link holds, and where the site lies
in a folder no link from the root does either. Such a page carries its stylesheet and icon within, asks for no other
file, and finds the site's root when it is opened: the one that the reader's last page of the site left behind, or, on
the hosts that give each project a folder, the first folder. Without scripts its links lead from the server's root.
"""

from __future__ import annotations

import base64
import mimetypes
import re
from collections.abc import Callable

PATH = "404.html"
ROOT = "briefing-root"
"""Where a page of the site leaves the path of the root: a key of the browser's session storage."""

_SHEET = re.compile(r'<link rel="stylesheet" href="/([^"]+)"[^>]*>')
_ICON = re.compile(r'(<link rel="icon" href=")/([^"]+)(">)')
_ASKS = re.compile(r'<link rel="(?:alternate|prefetch|preload)"[^>]*>|<script[^>]* src="[^"]*"[^>]*></script>')
_FIND = (
    "<script>{"
    "let root;"
    f'try{{root=sessionStorage.getItem("{ROOT}")}}catch{{}}'
    "if(!root||!location.pathname.startsWith(root))"
    r'root=/\.(?:github|gitlab)\.io$/.test(location.hostname)&&location.pathname.match(/^\/[^/]+\//)?.[0]||"/";'
    'for(const a of document.querySelectorAll(\'a[href^="/"]\'))a.href=root+a.getAttribute("href").slice(1)'
    "}</script></body>"
)
_STYLE = "<style>.md-search,[for=__search]{display:none!important}</style>"  # search asks for other files


def stands_alone(page: str, read: Callable[[str], bytes]) -> str:
    """`page`, built for the root "/", with nothing left to ask for; `read` gives the bytes of a file by its path in the
    site. A file that is not there raises as `read` does."""
    page = _SHEET.sub(lambda link: f"<style>{read(link[1]).decode('utf-8')}</style>", page)
    page = _ICON.sub(lambda link: f"{link[1]}{_data(link[2], read(link[2]))}{link[3]}", page)
    page = _ASKS.sub("", page)
    return page.replace("</head>", f"{_STYLE}</head>", 1).replace("</body>", _FIND, 1)


def _data(path: str, data: bytes) -> str:
    kind = mimetypes.guess_type(path)[0] or "image/png"
    return f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}"
