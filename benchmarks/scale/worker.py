"""A part of what is measured, in a process of its own: what it found before it failed is kept."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .tables import Found

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Done:
    """The figures that a part gave, the last line of JSON that it printed, and whether it came to its end."""

    found: Found
    whole: bool


def part(label: str, module: str, words: Sequence[str]) -> Done:
    """Runs a program of this package; says on standard error what runs, how long it took, and how it failed."""
    print(f"{label} …", file=sys.stderr, flush=True)
    began = time.monotonic()
    command = [sys.executable, "-m", f"benchmarks.scale.{module}", *words]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    found = next(filter(None, map(_figures, reversed(done.stdout.splitlines()))), {})
    took = f"{time.monotonic() - began:.0f} s"
    if done.returncode:
        why = next(iter(reversed(done.stderr.strip().splitlines())), "without a word")
        print(f"{label}: failed after {took} ({done.returncode}): {why}", file=sys.stderr, flush=True)
    else:
        print(f"{label}: {took}", file=sys.stderr, flush=True)
    return Done(found, not done.returncode)


def _figures(line: str) -> Found:
    try:
        found = json.loads(line)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
