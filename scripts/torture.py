"""`make torture`: a command is killed, or the system refuses it something, at every place where it touches the disk.

For each verb, each kind of call and each number of it, a fresh project is made, the command runs in a copy of this
process, and the fault happens there. Then any other command opens the project, and what it finds must be what was there
before or what the command makes, and nothing else. Prints what was tried, and what was lost."""

from __future__ import annotations

import argparse
import errno
import json
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

from generator import disk, plugin
from generator.commands import build, init, upgrade, withdraw
from generator.errors import BriefingError

LOADED = (plugin, build, init, upgrade, withdraw)  # once, and not again in every copy

CALLS = ("open", "write", "rename", "mkdir", "fsync", "unlink", "link", "chmod")
ERRORS = ("ENOSPC", "EIO", "EACCES", "EROFS", "EMFILE", "EDQUOT")
ALONE = ("--jobs", "1", "--no-cache")
VERBS = {
    "render": ("render", *ALONE),
    "build": ("build", *ALONE),
    "add": ("add", "new.txt"),
    "withdraw": ("withdraw", "sources/first.txt", "--because", "a slip", "--on", "2026-11-28"),
    "upgrade": ("upgrade", *ALONE),
    "init": ("init", "another", "--title", "Another"),
}
SETTINGS = "title: T\ntopics:\n  - {id: port, title: Port, scope: The port., terms: [port]}\n"
NEWS = "The %s port is approved\n\nThe %s port was approved on 3 March 2021, the council said in a statement.\n"
IGNORED = (".briefing/lock", ".briefing/cache", ".site-", "new.txt")  # a site half built goes with the next build

_TOPS, _REST = ("docs", "site", "sources", "another"), "the rest"

State = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens at which call: `kill`, or an error of the system by its name."""

    call: str
    at: int
    what: str


def project(root: Path, verb: str) -> None:
    """A project with two sources whose pages are rendered, and a change that the verb is to bring to them."""
    (root / "sources").mkdir(parents=True)
    (root / "briefing.yml").write_text(SETTINGS, encoding="utf-8")
    for name in ("first", "second"):
        (root / "sources" / f"{name}.txt").write_text(NEWS % (name, name), encoding="utf-8")
    if run(root, ("render", *ALONE), None):
        raise SystemExit("the project cannot be rendered")
    (root / "new.txt").write_text(NEWS % ("third", "third"), encoding="utf-8")
    if verb in ("render", "build", "upgrade"):
        shutil.copy(root / "new.txt", root / "sources" / "third.txt")
        (root / "sources" / "second.txt").unlink()


def run(root: Path, arguments: Sequence[str], fault: Fault | None, counts: Path | None = None) -> int:
    """Runs the command in a copy of this process; gives how it ended, as `waitpid` does."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    try:
        quiet = os.open(os.devnull, os.O_RDWR)
        for handle in (1, 2):
            os.dup2(quiet, handle)
        os.chdir(root)
        calls = _patched(root, fault)
        code = _command(arguments)
        if counts:
            counts.write_text(json.dumps(calls), encoding="utf-8")
    except BaseException:
        code = 99
    os._exit(code)


def _command(arguments: Sequence[str]) -> int:
    from generator.__main__ import main

    sys.argv = ["briefing", "-q", *arguments]
    try:
        main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    return 0


def _patched(root: Path, fault: Fault | None) -> dict[str, int]:
    """Counts the calls that change something, and has the fault happen at its own."""
    calls = dict.fromkeys(CALLS, 0)

    def wrapped(name: str, genuine: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            if _changes(name, arguments, named, root):
                calls[name] += 1
                if fault and (fault.call, fault.at) == (name, calls[name]):
                    if fault.what == "kill":
                        os.kill(os.getpid(), signal.SIGKILL)
                    number = getattr(errno, fault.what)
                    raise OSError(number, os.strerror(number))
            return genuine(*arguments, **named)

        return call

    for name in CALLS:
        setattr(os, name, wrapped(name, getattr(os, name)))
    return calls


def _changes(name: str, arguments: tuple[Any, ...], named: dict[str, Any], root: Path) -> bool:
    """Whether a call may change something of the project."""
    if name in ("write", "fsync"):
        return isinstance(arguments[0], int) and arguments[0] > 2
    if name == "open":
        flags = arguments[1] if len(arguments) > 1 else named.get("flags", 0)
        if not flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            return False
    path = arguments[0]
    inside = any(key.endswith("dir_fd") and named[key] is not None for key in named)
    return inside or (isinstance(path, str | os.PathLike) and str(path).startswith(str(root)))


def state(root: Path) -> State:
    """Every file of the project, by its path."""
    files = (path for path in root.rglob("*") if path.is_file())
    found = {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
    return {path: data for path, data in found.items() if not path.startswith(IGNORED)}


def part(files: State, top: str) -> State:
    """The files of a part of the project that changes as one."""
    if top != _REST:
        return {path: data for path, data in files.items() if path.startswith(f"{top}/")}
    return {path: data for path, data in files.items() if not path.startswith(tuple(f"{one}/" for one in _TOPS))}


def lost(before: State, after: State, now: State) -> list[str]:
    """The parts that are neither as they were nor as they are to be, and what is left over."""
    return [top for top in (*_TOPS, _REST) if part(now, top) not in (part(before, top), part(after, top))]


def places(count: int, most: int) -> list[int]:
    """Up to `most` numbers of `count` calls, spread evenly, the first and the last among them."""
    if count <= most:
        return list(range(1, count + 1))
    if most == 1:
        return [(count + 1) // 2]
    return sorted({1 + round(i * (count - 1) / (most - 1)) for i in range(most)})


def faults(counts: dict[str, int], most: int) -> Iterator[Fault]:
    """Every kind of call at up to `most` of its places: a kill at each, and the errors by turns."""
    names = cycle(ERRORS)
    for call, count in counts.items():
        for at in places(count, most):
            yield Fault(call, at, "kill")
            yield Fault(call, at, next(names))


def torture(verb: str, most: int, scratch: Path) -> tuple[int, int, list[str]]:
    """Tries the verb with every fault: how many calls it makes, how many faults were tried, and what was lost."""
    model = scratch / f"{verb}-model"
    project(model, verb)
    before, arguments, told = state(model), VERBS[verb], scratch / "counts"
    whole = scratch / "trial"
    shutil.copytree(model, whole)
    run(whole, arguments, None, told)
    after = state(whole)
    counts: dict[str, int] = json.loads(told.read_text(encoding="utf-8"))
    wrong: list[str] = []
    tried = 0
    for fault in faults(counts, most):
        shutil.rmtree(whole)
        shutil.copytree(model, whole)
        end = run(whole, arguments, fault)
        wrong += [f"{verb}: {fault}: {what}" for what in (*_ended_badly(end, fault), *_found(whole, before, after))]
        tried += 1
    shutil.rmtree(whole)
    return sum(counts.values()), tried, wrong


def _ended_badly(end: int, fault: Fault) -> list[str]:
    """A command whose fault was no kill ends in words, with one of its own codes."""
    code = os.waitstatus_to_exitcode(end)
    good = (0, 1, 2) if fault.what != "kill" else (0, 1, 2, -signal.SIGKILL)
    return [] if code in good else [f"ended with {code}"]


def _found(root: Path, before: State, after: State) -> list[str]:
    """What another command does not find whole."""
    for folder in (root, root / "another"):
        if folder.is_dir():
            try:
                with disk.locked(folder):
                    pass
            except (BriefingError, OSError) as error:
                return [f"cannot be ended: {error}"]
    return lost(before, after, state(root))


def main() -> int:
    """Prints a row for each verb."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("verbs", nargs="*", default=list(VERBS), help="which commands (default: all)")
    parser.add_argument(
        "--most", type=int, default=12, help="places of each kind of call that are tried (0: every one)"
    )
    options = parser.parse_args()
    wrong: list[str] = []
    print(f"{'verb':10} {'calls':>6} {'faults':>7} {'lost':>5}")
    with tempfile.TemporaryDirectory(prefix="torture-") as name:
        for verb in options.verbs:
            calls, tried, found = torture(verb, options.most or 1_000_000, Path(name).resolve())
            print(f"{verb:10} {calls:6} {tried:7} {len(found):5}", flush=True)
            wrong += found
    for one in wrong:
        print(one)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
