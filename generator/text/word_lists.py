"""The package's own word lists, which are YAML files in `generator/data/`."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml

# The C loader reads the same YAML ten times as fast; it is in every wheel, and only a build without libyaml lacks it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def word_lists(name: str) -> dict[str, Any]:
    """The mapping in `generator/data/NAME.yml`, read once; nobody changes it."""
    text = (resources.files("generator.data") / f"{name}.yml").read_text(encoding="utf-8")
    return own_yaml(text)


def own_yaml(text: str) -> dict[str, Any]:
    """The mapping in a YAML text that comes with the package."""
    loaded: dict[str, Any] = yaml.load(text, Loader=_LOADER)  # noqa: S506 (a safe loader, either way)
    return loaded
