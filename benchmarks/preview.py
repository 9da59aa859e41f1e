"""How long `briefing serve` takes from a change to the rebuilt site: `python -m benchmarks.preview DIR`, DIR a project
of any size, of which a copy is served.

Printed are seconds of the processor and of the clock for the first build, for one in which nothing changed, after a
page of one's own changed, and after a source came."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from mkdocs.commands.build import build

from generator import disk
from generator.commands.build_site import hand_over, mkdocs_settings
from generator.remember import Memory
from generator.run_pipeline import rendered

SOURCE = "A new pier\n\nThe port of Farhaven will get a new pier by 2030, the harbour office said on Monday.\n"


def timed(name: str, do: Callable[[], None]) -> None:
    began, used = time.monotonic(), time.process_time()
    do()
    print(
        f"{name:<18} {time.process_time() - used:8.1f} s of the processor {time.monotonic() - began:8.1f} s", flush=True
    )


def main(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / "project"
        shutil.copytree(folder, root, ignore=shutil.ignore_patterns("site", ".git", ".venv"))
        memory, project = Memory(), disk.open_project(root)

        def rebuild(first: bool = False) -> None:
            settings = mkdocs_settings(project)
            settings.site_dir = str(Path(scratch) / "site")
            if first:
                settings.plugins.on_startup(command="serve", dirty=False)
                with rendered(project, memory=memory) as made:
                    hand_over(settings, made, memory)
            build(settings, serve_url="http://127.0.0.1:8000/")

        timed("first", lambda: rebuild(first=True))
        timed("nothing changed", rebuild)
        (root / "docs" / "own.md").write_text("# Ours\n", encoding="utf-8")
        timed("an own page", rebuild)
        (root / "sources" / "new-pier.txt").write_text(SOURCE, encoding="utf-8")
        timed("a source more", rebuild)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
