"""Writes docs/reference/commands.md, settings.md and licences.md from what they describe: the command line as click
knows it, the JSON Schema of briefing.yml, and requirements/licences.toml. A test compares. Run it to write them
anew."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from generator.cli import main as command
from generator.config import schema
from scripts.licences import FILE as LICENCES

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "reference"

FRONT = """\
---
title: {title}
description: {description}
search:
  exclude: true
---

<!-- Written by scripts/reference.py. To change a description, change {origin}. -->

# {title}

"""

ABOUT_COMMANDS = """\
`make site`, `make serve` and `make check` call these commands. In a project of your own, call them directly.

A command exits with **0** where it is done, **1** where it is done but something is wrong (a check found a problem,
a page is stale, or a source was skipped under `--strict`), and **2** where it cannot do it at all. Problems go to
standard error, each with its file, its line where one is known, and what was expected.
"""

ABOUT_SETTINGS = """\
All settings are in `briefing.yml`, in the project's folder. With the comment in its first line, editors that know the
YAML language server complete the keys and explain them. A key that is not listed here is an error, and so is a value
of another type; `briefing check` tells all of them at once. How to choose is in [Settings](../guide/settings.md).
"""

ABOUT_LICENCES = """\
Briefing is MIT, and one of its word lists BSD-3-Clause. It ships no package of others: each is installed beside it,
from the hashes in `requirements/`, and used unchanged. `make sbom` writes the same list with versions and hashes as a
CycloneDX bill of materials.

What may be locked without a word: {allowed}. What else is there, and why:

"""

TYPES = {"string": "text", "array": "list", "object": "group", "integer": "whole number", "number": "number",
         "boolean": "true or false"}  # fmt: skip


def commands() -> str:
    """The page on the command line."""
    about = FRONT.format(
        title="Commands", description="Every command and option of briefing.", origin="generator/cli.py"
    )
    return about + ABOUT_COMMANDS + "\n" + "\n".join(_command(command, "briefing", 2))


def _command(found: click.Command, name: str, level: int, parent: click.Context | None = None) -> Iterator[str]:
    context = click.Context(found, info_name=name, parent=parent, **found.context_settings)
    pieces = " ".join(found.collect_usage_pieces(context))
    yield f"{'#' * level} `{name}`\n"
    yield f"{' '.join((found.help or '').split())}\n"
    yield f"```text\n{name} {pieces}\n```\n"
    rows = [row for option in found.get_params(context) if (row := _option(option, context))]
    yield "\n".join(["| option | what it does |", "| --- | --- |", *rows]) + "\n"
    for child in getattr(found, "commands", {}).values():
        yield from _command(child, f"{name} {child.name}", level + 1, context)


def _option(option: click.Parameter, context: click.Context) -> str | None:
    record = option.get_help_record(context)
    if record is None or isinstance(option, click.Argument):
        return None
    names, text = record
    return f"| `{names}` | {' '.join(text.split())} |"


def settings() -> str:
    """The page on briefing.yml."""
    found = schema()
    about = FRONT.format(title="Settings of briefing.yml", description="Every key of briefing.yml, with its default.",
                         origin="generator/data/briefing.schema.json")  # fmt: skip
    return about + ABOUT_SETTINGS + "\n" + "\n".join(_group(found, "", 2))


def _group(found: dict[str, Any], path: str, level: int) -> Iterator[str]:
    for key, rule in found["properties"].items():
        name = f"{path}{key}"
        yield f"{'#' * level} `{name}`\n"
        yield f"{rule['description']}\n"
        yield f"*{_facts(rule, key in found.get('required', ()))}*\n"
        inner = rule.get("items", rule)
        if "properties" in inner:
            yield from _group(inner, f"{name}[]." if "items" in rule else f"{name}.", level + 1)


def _facts(rule: dict[str, Any], required: bool) -> str:
    kind = TYPES.get(rule.get("type", ""), "one of " + ", ".join(map(str, rule.get("enum", ()))))
    if rule.get("type") == "array":
        kind += " of groups" if rule["items"]["type"] == "object" else " of texts"
    facts = [kind]
    if "minimum" in rule and "maximum" in rule:
        facts.append(f"from {rule['minimum']} to {rule['maximum']}")
    elif "minimum" in rule:
        facts.append(f"{rule['minimum']} or more")
    if required:
        facts.append("required")
    elif "default" in rule:
        facts.append(f"default {_default(rule['default'])}")
    else:
        facts.append("may be left out")
    return ", ".join(facts)


def _default(value: object) -> str:
    return "none" if value == [] else str(value).lower() if isinstance(value, bool) else f"{value}"


def licences() -> str:
    """The page on the licences of all locked packages."""
    found = tomllib.loads(LICENCES.read_text(encoding="utf-8"))
    about = FRONT.format(title="Licences", description="The licence of every package that Briefing is built with.",
                         origin="requirements/licences.toml")  # fmt: skip
    rows = [f"- **{name}**: {why}" for name, why in sorted(found["exceptions"].items())]
    return (
        about + ABOUT_LICENCES.format(allowed=", ".join(found["allowed"])) + "\n".join(rows)
        + "\n\n## What a site is built with\n\n" + _packages(found["site"])
        + "\n## What only development needs\n\n" + _packages(found["dev"])
    )  # fmt: skip


def _packages(licence_of: dict[str, str]) -> str:
    rows = [f"| {name} | {licence} |" for name, licence in sorted(licence_of.items())]
    return "\n".join(["| package | licence |", "| --- | --- |", *rows]) + "\n"


PAGES = {"commands.md": commands, "licences.md": licences, "settings.md": settings}


def main() -> None:
    for name, make in PAGES.items():
        (FOLDER / name).write_text(make(), encoding="utf-8")
        sys.stdout.write(f"docs/reference/{name}\n")


if __name__ == "__main__":
    main()
