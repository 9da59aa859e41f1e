"""MkDocs in a process of its own: whatever becomes of it, a build ends in order and says what happened."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import sys
import time
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkContext, SpawnContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from .. import disk
from ..errors import BriefingError, Problem
from ..run_pipeline import Rendered
from .engine_child import BUILT, Failed, SiteSettings, work

_LOUD = ("", "mkdocs", "mkdocs.plugins.briefing")
_VERBOSE = "run it with -v to see how far it came"


@dataclass(frozen=True, slots=True)
class Engine:
    """A MkDocs that has been started for a project, and may take so many seconds for each thing asked."""

    process: BaseProcess
    pipe: Connection
    seconds: int

    def settings(self) -> SiteSettings:
        """What MkDocs' settings say of the site. Raises BriefingError where they are wrong, or MkDocs fails."""
        answer = self._answer()
        if not isinstance(answer, SiteSettings):
            raise BriefingError(_died("it gave no settings"))
        return answer

    def build(self, made: Rendered, target: Path) -> None:
        """Makes the site of what is rendered in the empty folder `target`; a warning of MkDocs is an error. Raises
        BriefingError, also where MkDocs fails in any way or takes too long."""
        with suppress(OSError):  # it has died; how, it is asked next
            self.pipe.send((made, target))
        if self._answer() != BUILT:
            raise BriefingError(_died("it said nothing of the site"))

    def _answer(self) -> Any:
        """The next thing that MkDocs' process says, but for the lines of its log, which are told here as they come."""
        end = time.monotonic() + self.seconds
        while True:
            left = end - time.monotonic()
            if left <= 0 or not wait([self.pipe, self.process.sentinel], left):
                raise BriefingError(_slow(self.seconds))
            said = self._heard()
            if isinstance(said, logging.LogRecord):
                logging.getLogger(said.name).handle(said)
            elif isinstance(said, Failed):
                raise BriefingError(*said.problems)
            else:
                return said

    def _heard(self) -> Any:
        """What MkDocs' process has said. Raises BriefingError where it has ended and will say nothing more: of a pipe
        whose other end is gone there is always something to read, its end."""
        try:
            if self.pipe.poll():
                return self.pipe.recv()
        except (EOFError, OSError):
            pass
        raise BriefingError(_ended(self.process))


@contextmanager
def engine(project: disk.Project) -> Iterator[Engine]:
    """Starts MkDocs for a project; when the block ends, it has ended too, with whatever it started."""
    # A copy of this process is there at once, but on macOS, whose own libraries forbid it.
    context: ForkContext | SpawnContext = multiprocessing.get_context("fork")
    if sys.platform == "darwin":
        context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(theirs, project, _levels()), name="mkdocs")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of copies of a process that has threads: ours waits
        process.start()
    theirs.close()
    try:
        yield Engine(process, ours, project.config.limits.engine_seconds)
    finally:
        _end(process)
        ours.close()


def _end(process: BaseProcess) -> None:
    process.join(0.2)  # one that has said its last word ends by itself
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid or 0, signal.SIGKILL)
    if process.is_alive():
        process.kill()
    process.join()


def _levels() -> Mapping[str, int]:
    return {name: logging.getLogger(name).level for name in _LOUD}


def _slow(seconds: int) -> Problem:
    return _died(
        f"it took more than {seconds:,} seconds",
        f"`limits.engine_seconds` in briefing.yml raises the limit; {_VERBOSE}",
    )


def _ended(process: BaseProcess) -> Problem:
    process.join(5)
    code = process.exitcode
    if code is not None and code < 0:
        name = signal.Signals(-code).name if -code in {*signal.Signals} else str(-code)
        memory = "; a system that is short of memory ends programs so" if -code == signal.SIGKILL else ""
        return _died(f"it was ended from outside ({name}){memory}")
    return _died(f"it ended with {code} in the middle of its work")


def _died(what: str, hint: str = "") -> Problem:
    return Problem("mkdocs build", f"MkDocs made no site: {what}", hint=hint or f"{_VERBOSE}; the last good site stays")
