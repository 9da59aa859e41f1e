"""The steps of a change of several files, forth and back. Each may be done more than once."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import groupby
from pathlib import Path, PurePosixPath

from .aside import digest_of
from .folders import file_mode, named, opened
from .journal import Step

_Act = Callable[[int, int, Step], None]


def forth(root: Path, steps: Sequence[Step]) -> None:
    """Every file takes the place that is meant for it. Raises OSError with the name of the one that cannot."""
    _each(root, steps, _forward)
    _prune(root, [step for step in steps if step.new is None], outermost=False)


def back(root: Path, steps: Sequence[Step]) -> None:
    """Every file that is in its new place makes room for what was there before. Raises OSError."""
    _each(root, tuple(reversed(steps)), _backward)
    _prune(root, [step for step in steps if step.old is None], outermost=True)


def fits(root: Path, steps: Sequence[Step]) -> bool:
    """Whether each file is as it was before or after its step: else somebody has been at it since. Raises OSError."""
    found: list[bool] = []

    def look(place: int, aside: int, step: Step) -> None:
        now = digest_of(place, step.name)
        waits = step.new is None or digest_of(aside, step.new_name) == step.new
        found.append(now == step.new or (now == step.old and waits))

    try:
        _each(root, steps, look, sync=False)
    except (FileNotFoundError, IsADirectoryError):  # what lay aside is gone, or a folder is in the place
        return False
    return bool(found) and all(found)


def _each(root: Path, steps: Sequence[Step], act: _Act, sync: bool = True) -> None:
    for (folder, aside), group in groupby(steps, key=lambda step: (step.folder, step.aside)):
        with opened(root, folder, make=True) as place, opened(root, aside) as there:
            for step in group:
                with named(root / step.path):
                    act(place, there, step)
            if sync:
                with named(root / folder):
                    os.fsync(place)


def _forward(place: int, aside: int, step: Step) -> None:
    if step.new is None:
        with suppress(FileNotFoundError):
            os.unlink(step.name, dir_fd=place)
    elif _is_there(aside, step.new_name):
        os.chmod(step.new_name, file_mode(place), dir_fd=aside)
        os.rename(step.new_name, step.name, src_dir_fd=aside, dst_dir_fd=place)


def _backward(place: int, aside: int, step: Step) -> None:
    if step.old is not None:
        if digest_of(place, step.name) in (None, step.new) and _is_there(aside, step.old_name):
            os.rename(step.old_name, step.name, src_dir_fd=aside, dst_dir_fd=place)
    elif digest_of(place, step.name) == step.new:
        os.unlink(step.name, dir_fd=place)


def _is_there(folder: int, name: str) -> bool:
    try:
        os.stat(name, dir_fd=folder, follow_symlinks=False)
    except FileNotFoundError:
        return False
    return True


def _prune(root: Path, gone: Sequence[Step], outermost: bool) -> None:
    """Removes the folders that files have left empty, the `outermost` only where that is wanted."""
    for folder in sorted({PurePosixPath(step.folder) for step in gone}, reverse=True):
        inner = [one for one in (folder, *folder.parents) if one.name and (outermost or len(one.parts) > 1)]
        with suppress(OSError):  # up to the first that holds something
            for one in inner:
                with opened(root, str(one.parent)) as parent:
                    os.rmdir(one.name, dir_fd=parent)
