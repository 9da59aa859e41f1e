"""Where a project's files are, and its settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import TypeVar

import yaml
from pathspec import GitIgnoreSpec

from ..config import Config, Written, parse, read_written
from ..errors import BriefingError, Problem
from ..text.messages import FALLBACK
from .settings_text import settings_text
from .wording import read_wording, wording_files

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with a briefing.yml, opened: its root and settings."""

    root: Path
    config: Config

    @property
    def settings(self) -> Path:
        return self.root / "briefing.yml"

    @property
    def sources(self) -> Path:
        return self.root / "sources"

    @property
    def watched(self) -> tuple[Path, ...]:
        """What a preview follows beside docs/."""
        return self.sources, self.settings, *wording_files(self.root, self.config.language)

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    @property
    def mkdocs(self) -> Path:
        return self.root / "mkdocs.yml"

    @property
    def mkdocs_read(self) -> Path:
        """The file that MkDocs' settings are read from: the project's own, or those that come with the package."""
        return self.mkdocs if self.mkdocs.is_file() else Path(str(resources.files("generator.data") / "mkdocs.yml"))


def hidden(project: Project) -> Callable[[str], bool]:
    """Whether a path of docs/ is kept off the site by `exclude_docs` in mkdocs.yml."""
    lines = _excluded(project.mkdocs_read.read_text(encoding="utf-8", errors="replace")).splitlines()
    spec = GitIgnoreSpec.from_lines(lines)
    return lambda path: bool(spec.match_file(path))


def _excluded(text: str) -> str:
    """The value of `exclude_docs`. Only that node is read: MkDocs' settings hold tags of its own."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return ""  # MkDocs says what is wrong with it
    rows = root.value if isinstance(root, yaml.MappingNode) else []
    return next((str(value.value) for key, value in rows if key.value == "exclude_docs"), "")


def open_project(root: Path) -> Project:
    """The project in `root`. Raises BriefingError where its settings or its own wording are missing or wrong."""
    problems: list[Problem] = []
    config = _tried(lambda: read_config(root / "briefing.yml"), problems)
    own = _tried(lambda: read_wording(root, config.language if config else FALLBACK), problems)
    if problems or config is None:
        raise BriefingError(*problems)
    return Project(root.resolve(), replace(config, wording=own or ()))


def _tried(read: Callable[[], T], problems: list[Problem]) -> T | None:
    """What `read` gives; None where it fails, with what is wrong among `problems`."""
    try:
        return read()
    except BriefingError as error:
        problems += error.problems
        return None


def read_config(path: Path) -> Config:
    """The settings in the file `path`. Raises BriefingError with every problem in them."""
    return parse(settings_text(path), path.name)


def written(path: Path) -> Written:
    """The settings in the file `path` as they are written, which knows the line of each. Raises BriefingError."""
    return read_written(settings_text(path), path.name)
