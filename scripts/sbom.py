"""Writes a CycloneDX 1.6 bill of materials of what a site is built with: each package of requirements/site.lock with
its version, hashes, licence and what it needs. `make sbom`, or `python -m scripts.sbom FILE`. Same locks, same bytes.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from packaging.utils import canonicalize_name

from scripts.licences import FILE

ROOT = Path(__file__).resolve().parents[1]
ENTRY = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[\w.+!]+)(?P<rest>.*\n(?:[ \t].*\n)*)", re.M)
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
ASKED_BY = re.compile(r"^ {4}# +(?:via )?(?!-c )([\w.-]+)(?: \(pyproject\.toml.*\))?$", re.M)


def bill(lock: str, licences: dict[str, str], project: dict[str, Any]) -> dict[str, Any]:
    """The bill of `lock`, the text of a lock file, for the project of a pyproject.toml."""
    entries = [match.groupdict() for match in ENTRY.finditer(lock)]
    own = {"type": "application", "name": project["name"], "version": project["version"], "bom-ref": project["name"]}
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {**own, "licenses": [{"expression": project["license"]}]}},
        "components": [_component(entry, licences) for entry in entries],
        "dependencies": list(_dependencies(entries, project["name"])),
    }


def _ref(entry: dict[str, str]) -> str:
    return f"pkg:pypi/{entry['name']}@{entry['version']}"


def _component(entry: dict[str, str], licences: dict[str, str]) -> dict[str, Any]:
    """One package. A lock holds a hash for each of its files, of which a machine installs one, so they are properties
    of the package and not the hash of one thing."""
    name = entry["name"]
    return {
        "type": "library",
        "bom-ref": _ref(entry),
        "name": name,
        "version": entry["version"],
        "licenses": [{"expression": licences[name]}],
        "purl": _ref(entry),
        "properties": [{"name": "file:sha256", "value": value} for value in HASH.findall(entry["rest"])],
    }


def _dependencies(entries: list[dict[str, str]], project: str) -> Iterator[dict[str, Any]]:
    """What each package needs. One that is locked in two versions, for two versions of Python, counts as both."""
    refs = {project: [project]}
    for entry in entries:
        refs.setdefault(entry["name"], []).append(_ref(entry))
    needs: dict[str, set[str]] = {ref: set() for found in refs.values() for ref in found}
    for entry in entries:
        for name in ASKED_BY.findall(entry["rest"]):
            for by in refs.get(str(canonicalize_name(name)), ()):
                needs[by].add(_ref(entry))
    return ({"ref": ref, "dependsOn": sorted(needs[ref])} for ref in sorted(needs))


def text() -> str:
    """The bill of requirements/site.lock as JSON."""
    lock = (ROOT / "requirements" / "site.lock").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = bill(lock, tomllib.loads(FILE.read_text(encoding="utf-8"))["site"], project)
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def main(target: str) -> None:
    """Writes the bill."""
    path = Path(target)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text(), encoding="utf-8")
    print(target)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "dist/briefing.cdx.json")
