"""Where a project's files are, and its settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from importlib import resources
from pathlib import Path
from typing import TypeVar

import yaml
from pathspec import GitIgnoreSpec

from ..config import Config, Written, parse, read_written
from ..editorial import parse_all
from ..errors import BriefingError, Problem
from ..model import Correction
from ..text.messages import FALLBACK
from .lock import end_what_is_left
from .settings_text import settings_text
from .wording import read_wording, wording_files

T = TypeVar("T")
_YAML = (".yml", ".yaml")


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with a briefing.yml, opened: its root and settings, and what its editors put right."""

    root: Path
    config: Config
    corrections: tuple[Correction, ...] = ()

    @property
    def settings(self) -> Path:
        return self.root / "briefing.yml"

    @property
    def sources(self) -> Path:
        return self.root / "sources"

    @property
    def editorial(self) -> Path:
        return self.root / "editorial"

    @property
    def watched(self) -> tuple[Path, ...]:
        """What a preview follows beside docs/."""
        return self.sources, self.settings, self.editorial, *wording_files(self.root, self.config.language)

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
    """The project in `root`, once what a command that was stopped left half done there is ended. Raises BriefingError
    where its settings, its own wording or its corrections are missing or wrong."""
    end_what_is_left(root)
    problems: list[Problem] = []
    config = _tried(lambda: read_config(root / "briefing.yml"), problems)
    own = _tried(lambda: read_wording(root, config.language if config else FALLBACK), problems)
    corrections = _tried(lambda: read_corrections(root / "editorial", config), problems) if config else None
    if problems or config is None:
        raise BriefingError(*problems)
    return Project(root.resolve(), replace(config, wording=own or ()), corrections or ())


def _tried(read: Callable[[], T], problems: list[Problem]) -> T | None:
    """What `read` gives; None where it fails, with what is wrong among `problems`."""
    try:
        return read()
    except BriefingError as error:
        problems += error.problems
        return None


def read_corrections(folder: Path, config: Config) -> tuple[Correction, ...]:
    """The corrections in the YAML files of `folder`, in the order of their names; none where it is not there. Raises
    BriefingError with every problem in all of them."""
    problems: list[Problem] = []
    names = {f"{folder.name}/{path.name}": path for path in sorted(folder.glob("*")) if path.suffix in _YAML}
    texts = {name: _tried(partial(settings_text, path, name), problems) for name, path in names.items()}
    read = [(name, text) for name, text in texts.items() if text is not None]
    made = _tried(lambda: parse_all(read, [topic.id for topic in config.topics]), problems)
    if problems or made is None:
        raise BriefingError(*problems)
    return made


def read_config(path: Path) -> Config:
    """The settings in the file `path`. Raises BriefingError with every problem in them."""
    return parse(settings_text(path), path.name)


def written(path: Path) -> Written:
    """The settings in the file `path` as they are written, which knows the line of each. Raises BriefingError."""
    return read_written(settings_text(path), path.name)
