"""Mends what Material writes outside any template block, where no override reaches: two invalid attributes, where the
link leads that skips to the content, and parts of the contents that are named as the navigation's are."""

from __future__ import annotations

import re

_TOGGLE = re.compile(r'(<input class="md-toggle"[^<>]*?) autocomplete="off"')
_EMPTY = re.compile(r'(<label class="md-nav__link[^<>]*?) tabindex=""')
_SKIP = re.compile(r'(<a href=")#[^"<>]*(" class="md-skip">)')
_PART = re.compile(r'<nav class="md-nav" aria-label="(?!On this page: )')
_TITLE = re.compile(r'<h1 id="([^"<>]+)"')


def mend(html: str) -> str:
    """A finished page without `autocomplete` on check boxes and without an empty `tabindex` on labels, whose skip link
    leads to the title; Material's leads to the first entry of the contents, past the title and all that follows it.
    A part of the contents is named as one: two landmarks of one name, "Topics", are not told apart."""
    html = _EMPTY.sub(r"\1", _TOGGLE.sub(r"\1", html))
    html = _PART.sub('<nav class="md-nav" aria-label="On this page: ', html)
    title = _TITLE.search(html, max(html.find("<article"), 0))
    return _SKIP.sub(lambda link: f"{link[1]}#{title[1]}{link[2]}", html, count=1) if title else html
