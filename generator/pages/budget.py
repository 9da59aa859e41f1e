"""How much of a topic stands open on its page: what a reader with three minutes reads, and what waits behind a click.

A page shows so many words at most, and never more than a share of the words of its sources: who would read more of it
reads the sources. What matters most opens first; what does not fit is folded away.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

MOST_WORDS = 900
MOST_SHARE = 0.4
_LINES = 0.5  # of what is left after the fixed words, for the bottom line at most

# Whose turn it is to open, and up to how many of it: what a reader needs first comes round first.
_TURNS = (
    ("gaps", 2),
    ("differences", 1),
    ("several", 2),
    ("differences", 2),
    ("single", 1),
    ("timeline", 3),
    ("several", 4),
    ("gaps", 4),
    ("single", 3),
    ("timeline", 6),
    ("several", 6),
    ("differences", 3),
)


def limit(source_words: int) -> int:
    """How many words a page may show that rests on sources of so many words."""
    return min(MOST_WORDS, int(MOST_SHARE * source_words))


def words_in(*texts: str | None) -> int:
    """How many words a reader sees in `texts`."""
    return sum(len(text.split()) for text in texts if text)


def opened_lines(room: int, costs: Sequence[int]) -> int:
    """How many statements of the bottom line stand open: the first always."""
    fits, left = 0, int(room * _LINES)
    for cost in costs:
        left -= cost
        fits += left >= 0
        if left < 0:
            break
    return min(len(costs), max(1, fits))


def opened(room: int, costs: Mapping[str, Sequence[int]]) -> dict[str, int]:
    """How many of each part stand open in `room` words, the first before the next; `costs` are the words of each."""
    done = dict.fromkeys(costs, 0)
    full: set[str] = set()
    for name, most in _TURNS:
        mine = costs.get(name, ())
        while name not in full and done.get(name, 0) < min(most, len(mine)):
            cost = mine[done[name]]
            if cost > room:
                full.add(name)
            else:
                room -= cost
                done[name] += 1
    return done
