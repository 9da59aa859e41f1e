"""One command, one fault: what it leaves, what it says, and whether the next command finds all or nothing."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator import disk
from generator.commands import build, build_site, init, merge, upgrade, withdraw
from generator.errors import BriefingError
from generator.run_pipeline import rendered

from .faults import INTERRUPT, KILL, Counts, Fault, arm

LOADED = (build, init, merge, upgrade, withdraw)  # once, and not again in every copy
STOPPED = 128 + signal.SIGINT
IGNORED = (".briefing/lock", ".briefing/cache", ".briefing/print", ".git/", "new.txt")
UNSWEPT = ".site-"  # a site half built goes with the next build

_TOPS, _REST = ("docs", "site", "sources", "another"), "the rest"

State = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended: its exit code, or minus the signal; and what it said."""

    code: int
    said: str


def run(root: Path, arguments: tuple[str, ...], fault: Fault | None = None, counts: Counts | None = None) -> Ended:
    """Runs the command in a copy of this process, until that and its own copies have ended."""
    sys.stdout.flush()
    said = root.with_name(f"{root.name}.said")
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        os.close(ours)
        _in_the_copy(root, arguments, fault, counts or Counts(), said)
    os.close(theirs)
    status = os.waitpid(child, 0)[1]
    os.read(ours, 1)  # nothing but its end, once nobody has the other one any more
    os.close(ours)
    return Ended(os.waitstatus_to_exitcode(status), said.read_text(encoding="utf-8", errors="replace"))


def _in_the_copy(root: Path, arguments: tuple[str, ...], fault: Fault | None, counts: Counts, said: Path) -> None:
    code = 99
    try:
        for handle, path in ((0, os.devnull), (1, os.devnull), (2, str(said))):
            os.dup2(os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), handle)
        sys.stderr = os.fdopen(2, "w", encoding="utf-8")
        os.chdir(root)
        arm(root, fault, counts)
        code = _command(arguments)
        sys.stderr.flush()
    finally:
        os._exit(code)


def _command(arguments: tuple[str, ...]) -> int:
    from generator.__main__ import main

    sys.argv = ["briefing", "-q", *arguments]
    try:
        main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    return 0


def state(root: Path) -> State:
    """Every file of the project, by its path."""
    files = (path for path in root.rglob("*") if path.is_file())
    found = {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
    return {path: data for path, data in found.items() if not path.startswith(IGNORED)}


def part(files: State, top: str) -> State:
    """The files of a part of the project that changes as one."""
    if top != _REST:
        return {path: data for path, data in files.items() if path.startswith(f"{top}/")}
    others = (*(f"{one}/" for one in _TOPS), UNSWEPT)
    return {path: data for path, data in files.items() if not path.startswith(others)}


def lost(before: State, after: State, now: State) -> list[str]:
    """The parts that are neither as they were nor as they are to be, and what is left over."""
    return [top for top in (*_TOPS, _REST) if part(now, top) not in (part(before, top), part(after, top))]


def ended_badly(end: Ended, fault: Fault) -> Iterator[str]:
    """A command that is not killed ends in words, with one of its own codes, and says what was at fault."""
    if fault.what == KILL and end.code == -signal.SIGKILL:
        return
    if end.code not in ((0, 1, 2, STOPPED) if fault.what == INTERRUPT else (0, 1, 2)):
        yield f"ended with {end.code}"
    if "Traceback" in end.said:
        yield "a traceback"
    if end.code == 2 and not end.said.strip():
        yield "without a word"
    if ".venv" in end.said or "site-packages" in end.said:
        yield f"names a file that is not the project's: {end.said.strip()[:200]}"


def found(root: Path, before: State, after: State) -> Iterator[str]:
    """What another command does not find whole."""
    for folder in (root, root / "another"):
        with suppress(FileNotFoundError):
            try:
                if folder.is_dir():
                    with disk.locked(folder):
                        pass
            except (BriefingError, OSError) as error:
                yield f"cannot be ended: {error}"
    yield from (f"half new: {top}" for top in lost(before, after, state(root)))


def then(root: Path, arguments: tuple[str, ...], codes: tuple[int, ...], after: State) -> Iterator[str]:
    """Run once more, and not disturbed, the command brings about what it would have."""
    end = run(root, arguments)
    if end.code not in codes:
        yield f"once more, it ends with {end.code}: {end.said.strip()[:200]}"
    now = state(root)
    yield from (f"once more, other: {path}" for path in sorted({*now, *after}) if now.get(path) != after.get(path))


def copied(model: Path, place: Path) -> None:
    """Puts a copy of the project `model` into `place`."""
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(model, place, symlinks=True)


def warm(root: Path) -> None:
    """Loads, with a build of the project in `root`, what every copy of this process needs."""
    project = disk.open_project(root)
    with rendered(project) as made:
        build_site.build_site(build_site.mkdocs_settings(project), made, root / "site")
