"""Pages that are slow to open are named by the build, the heaviest first."""

from __future__ import annotations

from pathlib import Path

from generator.disk import HEAVY, heavy


def test_pages_above_the_limit_are_found_with_their_size(tmp_path: Path) -> None:
    (tmp_path / "names").mkdir()
    (tmp_path / "index.html").write_bytes(b" " * HEAVY)
    (tmp_path / "names" / "index.html").write_bytes(b" " * (HEAVY + 1))
    (tmp_path / "heaviest.html").write_bytes(b" " * (HEAVY + 2))
    (tmp_path / "briefing.json").write_bytes(b" " * (HEAVY * 2))
    assert heavy(tmp_path) == (("heaviest.html", HEAVY + 2), ("names/index.html", HEAVY + 1))
