"""A project folder in a git repository, with statements enough to correct, and what its site says as data."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator import disk
from generator.run_pipeline import run_pipeline

Run = Callable[..., tuple[int, str, str]]

# How statements of the project begin.
APPROVED = "The city council approved the new port"
AGAIN = "The new port was approved"
SIGNED = "The council signed"
BERTHS = "Fishing crews will keep"
PROTEST = "Fishing crews protested"
COSTS = "The port will cost 45"

THIRD = """\
Fleet stays

Fishing crews will keep their berths in the old harbour, the fleet's speaker Per Holm said on Friday. The council
signed the port agreement with the region on 9 March 2021, he said.
"""

FOURTH = """\
Region waits

The council has finalised the text of the port agreement with the region, governor Eva Dal said. Her office will read
it next week, Anna Lind of the town hall was told.
"""


def in_git(project: Path) -> Path:
    """`project` with two more sources and no limits on quoting, all of it committed."""
    settings = project / "briefing.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "publish_full_text: true\n", encoding="utf-8")
    (project / "sources" / "third.txt").write_text(THIRD, encoding="utf-8")
    (project / "sources" / "fourth.txt").write_text(FOURTH, encoding="utf-8")
    git(project, "init", "-q")
    git(project, "config", "user.name", "Ida Berg")
    git(project, "config", "user.email", "ida@harbour.example")
    commit(project)
    return project


def git(project: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=project, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout


def commit(project: Path) -> None:
    git(project, "add", "-A")
    git(project, "commit", "-qm", "As it is")


def correct(project: Path, *rows: str, name: str = "port.yml") -> None:
    """Writes a file of corrections; each row without who, why and when, which are the same for all."""
    folder = project / "editorial"
    folder.mkdir(exist_ok=True)
    signed = "    by: Bo Ek\n    because: It was wrong.\n    on: 2021-05-01\n"
    text = "corrections:\n" + "".join(row.rstrip() + "\n" + signed for row in rows)
    (folder / name).write_text(text, encoding="utf-8")


def rendered(project: Path, briefing: Run, *options: str) -> tuple[int, str, dict[str, Any]]:
    """Exit code and what was said of `briefing render`, and the data that the site would have."""
    code, _, said = briefing("-C", project, "render", *options)
    (export,) = run_pipeline(disk.open_project(project)).assets
    return code, said, json.loads(export.data)


def fact(data: dict[str, Any], words: str) -> dict[str, Any]:
    """The statement of which a quote begins with `words`."""
    found: dict[str, Any] = next(f for f in data["facts"] if any(q["text"].startswith(words) for q in f["quotes"]))
    return found


def quote(data: dict[str, Any], words: str) -> dict[str, Any]:
    """The quote that begins with `words`."""
    found: dict[str, Any] = next(q for f in data["facts"] for q in f["quotes"] if q["text"].startswith(words))
    return found


def aimed(row: dict[str, Any], key: str = "quote") -> str:
    """The lines that name a quote as a correction does."""
    return f"    {key}: {row['id']}\n    words: {json.dumps(row['text'], ensure_ascii=False)}\n"


def page(project: Path, path: str) -> str:
    return (project / "docs" / path).read_text(encoding="utf-8")


def dismissed(before: dict[str, Any]) -> str:
    """A row that dismisses the first difference."""
    only = before["differences"][0]
    return f"  - do: dismiss\n{aimed({'id': only['id'], 'text': only['about']}, 'difference')}"


def told(project: Path, briefing: Run) -> dict[str, Any]:
    """The site's data before anything is corrected."""
    return rendered(project, briefing)[2]
