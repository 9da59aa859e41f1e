"""Prints what the changelog says of a version, as the text of its release: python scripts/release_notes.py v1.2.3.

Stops where the tag is not the version in pyproject.toml, or the changelog has no dated section for it."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def notes(tag: str, version: str, changelog: str) -> str:
    """The section of `changelog` on the version that `tag` names. Raises ValueError with what to do."""
    if tag != f"v{version}":
        raise ValueError(f"the tag is {tag}, but pyproject.toml says {version}: expected v{version}")
    heading = re.compile(rf"^## \[{re.escape(version)}\] - \d{{4}}-\d{{2}}-\d{{2}}\n(.*?)(?=^## |\Z)", re.M | re.S)
    found = heading.search(changelog)
    if not found or not found[1].strip():
        raise ValueError(f"CHANGELOG.md: expected a section '## [{version}] - YYYY-MM-DD' with words in it")
    return found[1].strip() + "\n"


def main() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    try:
        print(notes(sys.argv[1], version, (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")), end="")
    except ValueError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
