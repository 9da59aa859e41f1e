"""What goes stands before the article, after it or in it: told by its ends, and not by a look at all lines for each."""

from __future__ import annotations

from itertools import product

from generator.reading.scrape.cleaning import _ends


def test_the_ends_are_those_of_what_is_kept() -> None:
    for kept in product([True, False], repeat=6):
        first, last = _ends(list(kept))
        for at in range(6):
            if not kept[at]:
                assert (at > last) == (not any(kept[at:]))
                assert at > last or (at < first) == (not any(kept[:at]))
