"""Mends the two invalid attributes that Material writes outside any template block, where no override reaches."""

from __future__ import annotations

import re

_TOGGLE = re.compile(r'(<input class="md-toggle"[^<>]*?) autocomplete="off"')
_EMPTY = re.compile(r'(<label class="md-nav__link[^<>]*?) tabindex=""')


def mend(html: str) -> str:
    """A finished page without `autocomplete` on check boxes and without an empty `tabindex` on labels."""
    return _EMPTY.sub(r"\1", _TOGGLE.sub(r"\1", html))
