"""The live preview follows the sources, on loopback and for a bounded time."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def page(port: int, path: str) -> str:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=5) as answer:
            text: str = answer.read().decode("utf-8")
            return text
    except OSError:
        return ""


def wait_for(words: str, port: int, path: str, seconds: int = 60) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if words in page(port, path):
            return True
        time.sleep(0.3)
    return False


@pytest.mark.parametrize("settings", ["its own mkdocs.yml", "no mkdocs.yml"])
def test_serve_follows_the_sources(project: Path, settings: str) -> None:
    if settings == "no mkdocs.yml":
        (project / "mkdocs.yml").unlink()
    port = free_port()
    command = [sys.executable, "-m", "generator", "-C", str(project), "serve", "--address", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        assert wait_for("The port", port, "topics/port/")
        (project / "sources" / "third.txt").write_text(
            "A lighthouse for the port\n\nThe port will get a lighthouse of forty metres by 2030, engineers said.\n",
            encoding="utf-8",
        )
        assert wait_for("lighthouse", port, "topics/port/")
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(timeout=20)
