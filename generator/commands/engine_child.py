"""The process in which MkDocs works for a build: takes what is rendered, and tells whatever goes wrong as a value."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from logging.handlers import QueueHandler
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from .. import disk
from ..errors import BriefingError, Problem

BUILT = "built"
"""What is said when the site is there."""

_WRITES = os.O_WRONLY | os.O_RDWR
_LIBRARIES = ("site-packages", "dist-packages")
_PACKAGE = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What a build needs of MkDocs' settings: the folder of the site, its address, and the form of its addresses."""

    site_dir: Path
    site_url: str
    use_directory_urls: bool


@dataclass(frozen=True, slots=True)
class Failed:
    """Why there is no site."""

    problems: tuple[Problem, ...]


def work(pipe: Connection, project: disk.Project, levels: Mapping[str, int]) -> None:
    """Tells the settings of MkDocs for `project`, waits for what is rendered and a folder, and makes the site there."""
    _alone()
    _tell_logs(pipe, levels)
    written: list[str] = []
    sys.addaudithook(lambda event, about: _hear(event, about, written))
    place = _Place(project.root)
    try:
        from . import build_site as mkdocs

        settings = mkdocs.mkdocs_settings(project)
        site = Path(settings.site_dir)
        pipe.send(SiteSettings(site, settings.site_url or "", settings.use_directory_urls))
        made, target = pipe.recv()
        place = _Place(project.root, target, site)
        mkdocs.build_site(settings, made, target)
        answer: object = BUILT
    except EOFError:
        return  # whoever started this has gone
    except BriefingError as error:
        answer = Failed(error.problems)
    except BaseException as error:
        logging.getLogger("mkdocs").info("", exc_info=error)
        answer = Failed((_problem(error, place, written),))
    pipe.send(answer)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the work is done: what lies in `target` will be found in `site`."""

    root: Path
    target: Path | None = None
    site: Path | None = None

    def shown(self, path: str) -> str:
        """A path as a person will look for it."""
        real = Path(path)
        if self.target and self.site and real.is_relative_to(self.target):
            real = self.site / real.relative_to(self.target)
        return real.relative_to(self.root).as_posix() if real.is_relative_to(self.root) else str(real)


def _alone() -> None:
    """A group of its own, so that it can be ended with all that it starts, and its end when its parent ends."""
    os.setsid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for one in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(one, signal.SIG_DFL)
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os.killpg(0, signal.SIGKILL)


class _ToPipe(QueueHandler):
    """Sends what is logged to whoever started this."""

    def enqueue(self, record: logging.LogRecord) -> None:
        self.queue.send(record)  # type: ignore[attr-defined]


def _tell_logs(pipe: Connection, levels: Mapping[str, int]) -> None:
    root = logging.getLogger()
    for handler in list(root.handlers):
        root.removeHandler(handler)
    root.addHandler(_ToPipe(pipe))  # type: ignore[arg-type]
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


def _hear(event: str, about: tuple[Any, ...], written: list[str]) -> None:
    """Keeps the path of the last file that was opened to be written."""
    if (
        event == "open"
        and isinstance(about[0], (str, os.PathLike))
        and isinstance(about[2], int)
        and about[2] & _WRITES
    ):
        written[:] = [os.fspath(about[0])]


def _problem(error: BaseException, place: _Place, written: list[str]) -> Problem:
    """What goes for any failure: what it was, and where to look."""
    if isinstance(error, OSError):
        said = (error.strerror or str(error)).lower()
        return Problem(place.shown(_at_fault(error, written)), said, hint="the last good site stays")
    if isinstance(error, ModuleNotFoundError):
        return Problem(
            "mkdocs build",
            f"MkDocs cannot be loaded: there is no {error.name}",
            hint="install Briefing again, with all that it needs",
        )
    if isinstance(error, MemoryError):
        return Problem("mkdocs build", "MkDocs had not enough memory", hint="the last good site stays")
    where, line = _innermost(error, place.root)
    said = " ".join(f"{type(error).__name__}: {error}".split())[:300].removesuffix(":")
    hint = "run it with -v to see how it came to that; the last good site stays"
    return Problem(place.shown(where), f"MkDocs was stopped by {said}", line=line, hint=hint)


def _at_fault(error: OSError, written: list[str]) -> str:
    """The file that could not be written or read. Where one is copied, an error names the one it is copied from."""
    named = [os.fsdecode(one) for one in (error.filename2, error.filename) if isinstance(one, (str, bytes))]
    own = [name for name in (*named, *written) if not _is_library(name)]
    return next(iter((*own, *named)), "mkdocs build")


def _innermost(error: BaseException, root: Path) -> tuple[str, int | None]:
    """The file and line that an error came from: the project's own, where it has a part in it."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [one for one in frames if Path(one.filename).is_relative_to(root) and not _is_library(one.filename)]
    last = next(iter(reversed(own or frames)), None)
    return (last.filename, last.lineno) if last else ("mkdocs build", None)


def _is_library(path: str) -> bool:
    return Path(path).is_relative_to(_PACKAGE) or any(folder in path for folder in _LIBRARIES)
