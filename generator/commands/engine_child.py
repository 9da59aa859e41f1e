"""The process in which MkDocs works for a build: takes what is rendered, and tells whatever goes wrong as a value."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from logging.handlers import QueueHandler
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from .. import disk
from ..engine_faults import Place, fault
from ..errors import BriefingError, Problem

STAYS = "the last good site stays"
BUILT = "built"
"""What is said when the site is there."""

_WRITES = os.O_WRONLY | os.O_RDWR


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
    place = Place(project.root)
    try:
        from . import build_site as mkdocs

        settings = mkdocs.mkdocs_settings(project)
        site = Path(settings.site_dir)
        pipe.send(SiteSettings(site, settings.site_url or "", settings.use_directory_urls))
        made, target = pipe.recv()
        place = Place(project.root, target, site)
        mkdocs.build_site(settings, made, target)
        answer: object = BUILT
    except EOFError:
        return  # whoever started this has gone
    except BriefingError as error:
        answer = Failed(error.problems)
    except BaseException as error:
        logging.getLogger("mkdocs").info("", exc_info=error)
        answer = Failed((fault(error, place, STAYS, written),))
    pipe.send(answer)


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
    """Sends what is logged to whoever started this, where a queue would keep it."""

    def __init__(self, pipe: Connection) -> None:
        super().__init__(SimpleQueue())
        self._pipe = pipe

    def enqueue(self, record: logging.LogRecord) -> None:
        self._pipe.send(record)


def _tell_logs(pipe: Connection, levels: Mapping[str, int]) -> None:
    root = logging.getLogger()
    for handler in list(root.handlers):
        root.removeHandler(handler)
    root.addHandler(_ToPipe(pipe))
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
