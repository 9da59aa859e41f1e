"""Where a project's files are, and its settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import yaml
from pathspec import GitIgnoreSpec

from ..config import Config, Written, parse, read_written
from ..errors import BriefingError, Problem

_LARGEST_SETTINGS = 1_000_000


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
    """The project in `root`. Raises BriefingError where its settings are missing or wrong."""
    return Project(root.resolve(), read_config(root / "briefing.yml"))


def read_config(path: Path) -> Config:
    """The settings in the file `path`. Raises BriefingError with every problem in them."""
    return parse(_text(path), path.name)


def written(path: Path) -> Written:
    """The settings in the file `path` as they are written, which knows the line of each. Raises BriefingError."""
    return read_written(_text(path), path.name)


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BriefingError(
            Problem(
                str(path),
                f"expected the project's settings, found {_why(error)}",
                hint="run this in the project's folder, or name it with -C DIR",
            )
        ) from None
    if len(data) > _LARGEST_SETTINGS:
        raise BriefingError(Problem(str(path), f"expected a short settings file, found {len(data):,} bytes"))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise BriefingError(
            Problem(path.name, "expected UTF-8 text", line=line, hint="save the file as UTF-8")
        ) from None


def _why(error: OSError) -> str:
    return "no such file" if isinstance(error, FileNotFoundError) else str(error.strerror or error).lower()
