"""What a site costs beyond its pages: `python -m benchmarks.scale.site build PROJECT` prints CPU seconds of the
MkDocs part of a build, `… serve PROJECT` the seconds from saving a source to its page in a browser. Prints JSON."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

from generator import disk
from generator.commands.engine import engine
from generator.engines import Engine
from generator.run_pipeline import rendered

from .stages import spent

PATIENCE = 3600  # seconds
QUIET = 4  # seconds without work, after which a preview has nothing left to do
SAID = "\n\nThe harbour master {word} said on Tuesday that the pier will open in May.\n"


def build(project: Path) -> float:
    """CPU seconds of all that makes a site of the pages of `project`, the start of MkDocs included."""
    opened = disk.open_project(project)
    began = spent()
    with engine(opened) as mkdocs:
        target = mkdocs.settings().site_dir
        before = spent()
        with rendered(opened, engine=Engine(jobs=1)) as made:
            road = spent() - before
            with disk.swapped_in(target, opened.root) as fresh:
                mkdocs.build(made, fresh)
    return spent() - began - road


def serve(project: Path) -> float:
    """Seconds of the clock from saving a source to its page with what was saved, of a preview that is at rest."""
    source = sorted((project / "sources").glob("*.txt"))[0]
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [sys.executable, "-m", "generator", "-q", "-C", str(project), "serve", "--address", address]
    preview = subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)
    page = f"http://{address}/sources/{source.stem}/"
    try:
        _until(lambda: "<article" in _read(page))
        _rest(preview.pid)
        began = time.monotonic()
        source.write_text(source.read_text(encoding="utf-8") + SAID.format(word="Ilvestra"), encoding="utf-8")
        _until(lambda: "Ilvestra" in _read(page))
        return time.monotonic() - began
    finally:
        os.killpg(preview.pid, signal.SIGTERM)
        preview.wait()


def _read(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            text: str = answer.read().decode("utf-8")
            return text
    except OSError:
        return ""


def _until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.05)


def _rest(pid: int) -> None:
    """Waits until a process has hardly worked for a while; for that while only, where the system does not tell."""
    before = -1.0
    while (now := _worked(pid)) > before + 0.1:
        before = now
        time.sleep(QUIET)


def _worked(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main(what: str, folder: str) -> None:
    """Prints the figure that was asked for."""
    print(json.dumps({"build": build(Path(folder))} if what == "build" else {"save to page": serve(Path(folder))}))


if __name__ == "__main__":
    main(*sys.argv[1:])
