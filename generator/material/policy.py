"""A Content-Security-Policy in each page that is made of documents: should a document's words ever become markup, the
browser still runs nothing of them and sends nothing anywhere.

https://www.w3.org/TR/CSP3/ tells what the directives mean. A static host sends no headers of ours, so that the policy
stands in a `meta` element; what that cannot say (`frame-ancestors`, `sandbox`) is left to the host."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from ..model import Asset

SETTING = "content_security_policy"
"""Set to false under `extra` in mkdocs.yml, pages go without."""

_HEAD = re.compile(r"<head[^<>]*>(?:\s*<meta charset=[^<>]*>)?", re.IGNORECASE)
_INLINE = re.compile(r"<(script|style)\b([^<>]*)>(.*?)</\1>", re.DOTALL | re.IGNORECASE)
_LOADED = re.compile(r"<(script|link)\b[^<>]*?\b(?:src|href)=[\"']?(https?://[^\s\"'<>]+)[^<>]*>", re.IGNORECASE)
_SHEET = re.compile(r"\brel=[\"']?stylesheet", re.IGNORECASE)
_DATA = re.compile(r"\btype=[\"']?application/", re.IGNORECASE)
_THERE = re.compile(r"<meta http-equiv=\"Content-Security-Policy\"[^<>]*>")


def guarded(assets: Iterable[Asset], paths: frozenset[str]) -> Iterator[Asset]:
    """`assets`, those pages among them that `paths` names with their policy."""
    for asset in assets:
        yield Asset(asset.path, with_policy(asset.data.decode()).encode()) if asset.path in paths else asset


def with_policy(page: str) -> str:
    """The finished HTML `page` with the policy that allows what stands around its article, and nothing that stands in
    it: what the theme and the settings of the project put there, files of the site itself, and no more. Nothing may
    change a script of the page after that."""
    page = _THERE.sub("", page)
    start, end = page.find("<article"), page.rfind("</article>")
    around = page[:start] + page[end:] if 0 <= start < end else page
    return _HEAD.sub(lambda head: f'{head[0]}<meta http-equiv="Content-Security-Policy" content="{_policy(around)}">',
                     page, count=1)  # fmt: skip


def _policy(page: str) -> str:
    scripts, styles = _inline(page, "script"), _inline(page, "style")
    hosts = {kind: _hosts(page, kind) for kind in ("script", "style")}
    fonts = ["https://fonts.gstatic.com"] if "https://fonts.googleapis.com" in hosts["style"] else []
    return "; ".join(
        " ".join(directive)
        for directive in (
            ("default-src", "'none'"),
            ("script-src", "'self'", "'wasm-unsafe-eval'", *scripts, *hosts["script"]),  # search is WebAssembly
            ("style-src", "'self'", *styles, *hosts["style"]),
            ("img-src", "'self'", "data:"),
            ("font-src", "'self'", *fonts),
            ("connect-src", "'self'", *hosts["script"]),
            ("form-action", "'self'"),
            ("base-uri", "'none'"),
        )
    )


def _inline(page: str, tag: str) -> list[str]:
    """What stands for each inline script or style that runs, each once, in the order of the page."""
    texts = (found[3] for found in _INLINE.finditer(page) if found[1].lower() == tag and not _DATA.search(found[2]))
    return list(dict.fromkeys(f"'sha256-{_digest(text)}'" for text in texts if text))


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.replace("\r\n", "\n").encode()).digest()).decode("ascii")


def _hosts(page: str, kind: str) -> list[str]:
    """The other hosts from which the project has its pages load scripts or stylesheets."""
    wanted = (m[2] for m in _LOADED.finditer(page) if _kind(m) == kind)
    parts = (urlsplit(url) for url in wanted)
    return list(
        dict.fromkeys(f"{part.scheme}://{part.netloc}" for part in parts if re.fullmatch(r"[\w.:-]+", part.netloc))
    )


def _kind(loaded: re.Match[str]) -> str:
    if loaded[1].lower() == "script":
        return "script"
    return "style" if _SHEET.search(loaded[0]) else ""
