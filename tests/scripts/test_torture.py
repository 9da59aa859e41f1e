"""What `make torture` tries, and what it calls lost; faults themselves are tried in tests/disk/test_transaction.py."""

from __future__ import annotations

from scripts import torture


def test_places_are_spread_over_all_calls() -> None:
    assert torture.places(3, 12) == [1, 2, 3]
    assert torture.places(100, 3) == [1, 50, 100] or torture.places(100, 3) == [1, 51, 100]
    assert torture.places(9, 1) == [5]
    assert torture.places(0, 3) == []


def test_what_is_half_new_is_lost() -> None:
    before, after = {"docs/a": b"1", "docs/b": b"1", "x": b""}, {"docs/a": b"2", "docs/b": b"2", "x": b""}
    assert torture.lost(before, after, before) == torture.lost(before, after, after) == []
    assert torture.lost(before, after, {**before, "docs/a": b"2"}) == ["docs"]
    assert torture.lost(before, after, {**after, ".briefing/aside/new-1": b""}) == ["the rest"]
