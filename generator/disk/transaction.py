"""Several files of a project change together: all of them or none, whenever the process or the machine stops.

What is new is written aside on the same disk, what is old is kept there too, and all of that is synced; then a journal
says what belongs where; then each file takes its place. What is found with a journal is ended, and without is swept."""

from __future__ import annotations

import errno
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from ..errors import BriefingError, Problem
from . import journal
from .aside import Wanted, stage, sweep, sweep_earlier
from .journal import FORTH, Step
from .steps import back, fits, forth


def replace_files(root: Path, puts: Mapping[str, bytes], deletes: Iterable[str] = (), fresh: bool = False) -> None:
    """Gives the files `puts` of the project in `root`, by their paths, these contents, and deletes `deletes`. Nothing
    has changed where it raises: BriefingError where a folder is a link out of the project, OSError with the file's name
    where one cannot be written, FileExistsError where a `fresh` one is there. Whoever calls it holds the lock."""
    wanted = [Wanted(path, data, fresh) for path, data in sorted(puts.items())]
    wanted += [Wanted(path, None) for path in sorted({*deletes} - {*puts})]
    if not wanted:
        return
    try:
        _replace(root, wanted, beside=False)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        _replace(root, wanted, beside=True)  # docs/ or sources/ is a disk of its own


def _replace(root: Path, wanted: Sequence[Wanted], beside: bool) -> None:
    try:
        steps = stage(root, wanted, beside)
        journal.write(root, steps)
        forth(root, steps)
    except BaseException:
        with suppress(OSError):  # then the next command does it
            _undone(root)
        raise
    with suppress(OSError):  # it is done; what cannot be cleared away goes with the next command
        journal.drop(root)
        sweep(root)


def _undone(root: Path) -> None:
    if journal.pending(root):
        journal.turn(root)
        _back(root)
    sweep(root)


def recover(root: Path) -> None:
    """Ends what a process before this one left half done, or undoes it where it cannot be ended, and sweeps what it
    left. What was changed by somebody since is left to them. Raises BriefingError where neither can be done."""
    found = journal.read(root)
    if found:
        way, steps = found
        try:
            _ended(root, steps) if way == FORTH else _back(root)
        except OSError as error:
            why = f"{error.filename}: {(error.strerror or str(error)).lower()}"
            raise BriefingError(
                Problem(
                    str(root),
                    f"a `briefing` was stopped while it wrote, and what it left cannot be ended: {why}",
                    hint="mend that, and run any command again",
                )
            ) from None
    sweep(root)
    sweep_earlier(root)


def _ended(root: Path, steps: Sequence[Step]) -> None:
    if fits(root, steps):
        try:
            forth(root, steps)
        except OSError:
            journal.turn(root)
            _back(root)
            return
    journal.drop(root)


def _back(root: Path) -> None:
    found = journal.read(root)
    back(root, found[1] if found else ())
    journal.drop(root)
