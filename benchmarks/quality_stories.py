"""Scores restored stories: python -m benchmarks.quality_stories STORIES [--scorer facts.py] [--share 1]

STORIES holds a folder for each story: `sources/`, `briefing.yml` and the answer key `gold.json`. Each is built as a
project of its own in this process, without MkDocs, and its data export is given to the scorer, a script that prints a
line `name: value (...)` for each figure. Printed are the figures of each story and their mean over the stories."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml

from generator import disk
from generator.config import parse
from generator.pipeline import run

_FIGURE = re.compile(r"^(\w+): ([\d.]+) \(", re.MULTILINE)


def settings(text: str, share: float) -> str:
    """A story's settings as a briefing.yml, where they are not one: topics as a mapping, `about` for the scope."""
    data: dict[str, Any] = yaml.safe_load(text)
    topics = data["topics"]
    if isinstance(topics, dict):
        topics = [
            {"id": id, "title": t["title"], "scope": t["about"], "terms": [str(term) for term in t["terms"]]}
            for id, t in topics.items()
        ]
    made = {"title": data["title"], "topics": topics, "quotes": {"max_share": share}}
    return yaml.safe_dump(made, allow_unicode=True, sort_keys=False)


def score(story: Path, scorer: Path, share: float, out: Path) -> dict[str, float]:
    """The figures of one story by their names; its data export is left in `out`."""
    config = parse(settings((story / "briefing.yml").read_text(encoding="utf-8"), share), "briefing.yml")
    files, skipped = disk.scan(story / "sources", config.limits)
    site = run(files, config, skipped, parser=disk.parse_apart)
    export = out / f"{story.name}.json"
    export.write_bytes(next(asset.data for asset in site.assets if asset.path == "briefing.json"))
    command = [sys.executable, str(scorer), str(story / "gold.json"), str(story / "sources"), str(export)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if done.stderr:
        print(f"{story.name}: {done.stderr[-500:]}", file=sys.stderr)
    return {name: float(value) for name, value in _FIGURE.findall(done.stdout)}


def table(rows: dict[str, dict[str, float]]) -> str:
    """A row a story and one of means; a figure that a story has nothing to judge by is a dash, and in no mean."""
    names = list(dict.fromkeys(name for row in rows.values() for name in row))
    held = {name: [row[name] for row in rows.values() if name in row] for name in names}
    every = {**rows, "mean": {name: sum(values) / len(values) for name, values in held.items()}}
    wide = max(map(len, ("story", *every)))
    lines = [" ".join(["story".ljust(wide), *(name.rjust(17) for name in names)])]
    for story, row in every.items():
        cells = (f"{row[name]:.3f}" if name in row else "–" for name in names)
        lines.append(" ".join([story.ljust(wide), *(cell.rjust(17) for cell in cells)]))
    return "\n".join(lines)


def main() -> None:
    """Reads the command line and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--scorer", type=Path, default=Path("../shared/checks/facts.py"))
    parser.add_argument("--share", type=float, default=1.0, help="quotes.max_share of every story")
    given = parser.parse_args()
    keys = sorted(given.stories.glob("*/gold.json"))
    if not given.scorer.is_file():
        parser.error(f"expected the scorer, a script, at {given.scorer}")
    if not keys:
        parser.error(f"expected folders with a gold.json in {given.stories}, found none")
    with tempfile.TemporaryDirectory() as out:
        print(table({key.parent.name: score(key.parent, given.scorer, given.share, Path(out)) for key in keys}))


if __name__ == "__main__":
    main()
