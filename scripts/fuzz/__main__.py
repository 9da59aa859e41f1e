"""`make fuzz`: throws made-up bytes at every reader and at what works on what was read, for MINUTES in all, one target
after the other. Prints what was tried and what broke; exit 1 where anything did.

What broke lies in FOLDER (`.fuzz/`), by target. Once mended it goes to `tests/fixtures/fuzz/TARGET/`, where
`tests/scripts/test_fuzz.py` tries it for ever."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from .one import SLOW, atheris
from .targets import targets

_TRIED = re.compile(r"stat::number_of_executed_units: +(\d+)")
_PEAK = re.compile(r"stat::peak_rss_mb: +(\d+)")
_BROKEN = re.compile(r"^BROKEN .*$", re.MULTILINE)
_KINDS = ("crash-", "timeout-", "oom-", "leak-")
_START = 600  # seconds to load everything in, beside the time to try: 7 s of work take minutes where others work too


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a target: inputs tried, the most memory in MB, and what broke."""

    name: str
    tried: int
    peak: int
    broken: tuple[str, ...]


def outcome(name: str, printed: str, left: tuple[str, ...], code: int) -> Outcome:
    """What a process tells that tried the target `name`: by what it `printed`, by the files that it `left`, and by its
    exit code."""
    tried, peak = (int(found[1]) if (found := one.search(printed)) else 0 for one in (_TRIED, _PEAK))
    broken = [*_BROKEN.findall(printed), *(f"BROKEN {file}" for file in left if file.startswith(_KINDS))]
    if code and not broken:
        broken.append(f"BROKEN the process ended with {code}: {printed.strip()[-300:]!r}")
    return Outcome(name, tried, peak, tuple(broken))


def tried(name: str, seconds: int, folder: Path) -> Outcome:
    """Tries the target `name` in a process of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "scripts.fuzz.one", name, str(seconds), str(folder)]
    try:
        done = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, timeout=seconds + SLOW + _START
        )
        printed, code = done.stdout.decode("utf-8", "replace"), done.returncode
    except subprocess.TimeoutExpired as error:
        printed, code = (error.stdout or b"").decode("utf-8", "replace") + "\nBROKEN it did not end", 1
    return outcome(name, printed, tuple(sorted(path.name for path in folder.iterdir())), code)


def main() -> int:
    """Tries every target, or those asked for."""
    known = [target.name for target in targets()]
    asked = argparse.ArgumentParser(prog="make fuzz", description=str(__doc__).partition("\n")[0])
    asked.add_argument("targets", nargs="*", choices=[*known, []], help=f"all where none is named: {', '.join(known)}")
    asked.add_argument("--minutes", type=float, default=30, help="in all (30)")
    asked.add_argument("--folder", type=Path, default=Path(".fuzz"), help="where what breaks is written (.fuzz)")
    given = asked.parse_args()
    chosen = given.targets or known
    share = max(1, round(60 * given.minutes / len(chosen)))
    guided = "guided by coverage (atheris)" if atheris() else "by chance alone: atheris has no wheel here"
    print(f"{len(chosen)} targets, {share} s each, {guided}")
    started, outcomes = time.monotonic(), []
    for name in chosen:
        made = tried(name, share, given.folder / name)
        outcomes.append(made)
        print(f"{name:12} {made.tried:>9,} inputs  {made.peak:>5,} MB  {len(made.broken)} broken", flush=True)
        for line in made.broken:
            print(f"    {line}", flush=True)
    broken = sum(len(one.broken) for one in outcomes)
    inputs = sum(one.tried for one in outcomes)
    print(f"{inputs:,} inputs in {(time.monotonic() - started) / 60:.1f} minutes, {broken} broken")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
