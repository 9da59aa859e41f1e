"""What of a site follows from mkdocs.yml and from nothing else that could change unseen, told without MkDocs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from .project import Project

_ENV, _PYTHON = "!ENV", "tag:yaml.org,2002:python/"
_PLUGINS = frozenset({"awesome-nav", "briefing", "search", "material/search"})
_EXTENSIONS = frozenset(
    {"abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code", "footnotes", "md_in_html"}
    | {"meta", "nl2br", "sane_lists", "smarty", "tables", "toc", "wikilinks"}
)
_READ_FILES = frozenset({"pymdownx.b64", "pymdownx.snippets"})
_CLOCK = "SOURCE_DATE_EPOCH"


@dataclass(frozen=True, slots=True)
class SiteInputs:
    """Where the site will be, the files that it is made of beside docs/, and what else it depends on."""

    site: Path
    files: tuple[Path, ...]
    said: tuple[str, ...]


def site_inputs(project: Project) -> SiteInputs | None:
    """What the site of `project` is made of beside its pages; None where that cannot be told from mkdocs.yml alone: one
    that inherits or has hooks, plugins or extensions that may look at anything, or that cannot be read."""
    try:
        root = yaml.compose(project.mkdocs_read.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except (OSError, yaml.YAMLError, ValueError, RecursionError):
        return None
    settings = _mapping(root)
    if not _foreseen(root, settings):
        return None
    own, site = _mapping(settings.get("theme")).get("custom_dir"), settings.get("site_dir")
    if any(one is not None and one.tag == _ENV for one in (own, site)):
        return None
    files = (project.root / own.value,) if isinstance(own, yaml.ScalarNode) else ()
    place = site.value if isinstance(site, yaml.ScalarNode) else "site"
    names = sorted({_CLOCK, *_asked(root)})
    return SiteInputs(project.root / place, files, tuple(f"{name}={os.environ.get(name)}" for name in names))


def _foreseen(root: yaml.Node | None, settings: dict[str, yaml.Node]) -> bool:
    nodes = list(_nodes(root))
    plugins = _names(settings.get("plugins"))
    extensions = _names(settings.get("markdown_extensions"))
    return (
        not {"INHERIT", "hooks"} & settings.keys()
        and not any(node.tag.startswith(_PYTHON) or (node.tag.startswith("!") and node.tag != _ENV) for node in nodes)
        and "briefing" in plugins
        and plugins <= _PLUGINS
        and all(one in _EXTENSIONS or one.startswith("pymdownx.") for one in extensions - _READ_FILES)
        and not extensions & _READ_FILES
    )


def _mapping(node: yaml.Node | None) -> dict[str, yaml.Node]:
    rows = node.value if isinstance(node, yaml.MappingNode) else []
    return {str(key.value): value for key, value in rows}


def _names(node: yaml.Node | None) -> set[str]:
    """What a list names, whose entries are names or have settings under them."""
    if isinstance(node, yaml.MappingNode):
        return set(_mapping(node))
    entries = node.value if isinstance(node, yaml.SequenceNode) else []
    return {name for entry in entries for name in (_mapping(entry) or [str(entry.value)])}


def _nodes(node: yaml.Node | None) -> Iterator[yaml.Node]:
    if node is None:
        return
    yield node
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from (*_nodes(key), *_nodes(value))
    elif isinstance(node, yaml.SequenceNode):
        for entry in node.value:
            yield from _nodes(entry)


def _asked(root: yaml.Node | None) -> Iterator[str]:
    """The variables of the environment that are asked for, and defaults, which do no harm."""
    for node in _nodes(root):
        if node.tag == _ENV:
            yield from (str(one.value) for one in (node.value if isinstance(node.value, list) else [node]))
