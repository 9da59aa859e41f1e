"""Texts beside numbers."""

from __future__ import annotations

_MOST = 90  # characters


def shortened(text: str) -> str:
    """`text`, or its beginning with an ellipsis."""
    return text if len(text) <= _MOST else f"{text[: _MOST - 1].rstrip()}…"
