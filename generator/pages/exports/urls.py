"""Addresses of the built site: whole where the site's address is known, else relative to the file that names them."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses as one file of the site writes them. `site` is the site's address or ""; `path` is the file's."""

    site: str
    path: str

    def page(self, path: str, anchor: str = "") -> str:
        """The address of a page of docs/ as the built site has it."""
        stem = path.removesuffix(".md")
        place = "" if stem == "index" else f"{stem.removesuffix('/index')}/"
        return self.file(place) + (f"#{anchor}" if anchor else "")

    def file(self, path: str) -> str:
        """The address of a file of the site."""
        if self.site:
            return f"{self.site.rstrip('/')}/{path}"
        relative = posixpath.relpath(path or ".", posixpath.dirname(self.path) or ".")
        return f"{relative}/" if path.endswith("/") or not path else relative
