"""Coverage by publisher: for each topic, how many sources each publisher gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from .draw import WIDTH, Scheme, Shape, box, drawing, fit, label

_LEFT = 170.0
_MOST = 10


def draw_bars(groups: Sequence[tuple[str, Counter[str]]], scheme: Scheme) -> bytes:
    """A small chart for each group, all on one scale, bars by length."""
    most = max((number for _, counts in groups for number in counts.values()), default=1)
    elements: list[Shape] = []
    y = 14.0
    for name, counts in groups:
        elements.append(label(0, y, fit(name, WIDTH), scheme.ink, bold=True))
        y += 18
        for who, number in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_MOST]:
            elements.append(label(_LEFT - 8, y, fit(who, _LEFT - 10), scheme.muted, anchor="end"))
            elements.append(box(_LEFT, y - 9, max(2.0, number / most * (WIDTH - _LEFT - 30)), 10, scheme.fill))
            elements.append(label(_LEFT + number / most * (WIDTH - _LEFT - 30) + 6, y, str(number), scheme.ink))
            y += 17
        y += 10
    return drawing(elements, y - 6)
