"""A browser that prints a page without a window: found, started, watched, and ended with all that it started."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from ..errors import UnprintedError
from .process_group import end_group, held_back

SETTING = "BRIEFING_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge")
APPS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
SECONDS = 60  # for one page; a browser that works takes one or two

# No request leaves: every name is unknown, and every address lies behind a proxy that is not there.
_FLAGS = (
    "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions", "--no-first-run",
    "--no-default-browser-check", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-default-apps", "--disable-breakpad", "--disable-crash-reporter", "--metrics-recording-only",
    "--password-store=basic", "--use-mock-keychain", "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=127.0.0.1:1", "--user-agent=Briefing", "--no-pdf-header-footer", "--print-to-pdf-no-header",
    "--generate-pdf-document-outline",
)  # fmt: skip
_DATES = re.compile(rb"/(?:CreationDate|ModDate) ?\(D:[^()\\]{1,40}\)")
_PARTS = re.compile(rb"\(node(\d{8})\)")  # the headings of tables, by a number that differs from run to run
_PAGES = re.compile(rb"/Type ?/(?:Page|ObjStm)\b")
_SAID = re.compile(r"^\[[^\]]*?:(?:ERROR|FATAL):[^\]]*\] *(.*)")
_NOISE = re.compile(r"dbus|gpu|vaapi|gcm|vulkan|DevTools|bytes written", re.IGNORECASE)


def find_browser(environment: Mapping[str, str] = os.environ) -> str | None:
    """The program that prints: the one that BRIEFING_CHROMIUM names, by a path or a name, else one of the usual names
    on PATH or of macOS' applications; None where there is none, and where BRIEFING_CHROMIUM names none."""
    path = environment.get("PATH")
    if named := environment.get(SETTING):
        return shutil.which(named, path=path)
    return next(filter(None, (shutil.which(name, path=path) for name in (*NAMES, *APPS))), None)


def print_page(browser: str, page: str, target: Path, scratch: Path, seconds: float = SECONDS) -> None:
    """Writes the HTML `page` as a PDF into the file `target`, whole or not at all. Raises UnprintedError with what the
    browser said. `scratch` is a folder on the same disk as `target`; nothing of ours stays in it.

    A PDF carries no date and no number of the run, so that the same page and browser give the same bytes."""
    with tempfile.TemporaryDirectory(prefix="print-", dir=scratch, ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "page.html").write_text(page, encoding="utf-8")
        printed = folder / "page.pdf"
        said = _run(_command(browser, folder, printed), folder / "said.txt", seconds)
        data = printed.read_bytes() if printed.is_file() else b""
        if not data:
            raise UnprintedError(f"the browser wrote no PDF{said}")
        if not (data.startswith(b"%PDF-") and b"%%EOF" in data[-32:] and _PAGES.search(data)):
            raise UnprintedError(f"what the browser wrote is no PDF with a page{said}")
        printed.write_bytes(_steady(data))
        target.parent.mkdir(parents=True, exist_ok=True)
        printed.replace(target)


def _steady(data: bytes) -> bytes:
    """A PDF without what differs between two prints of one page; not a byte of it moves."""
    ranks = {number: rank for rank, number in enumerate(sorted(set(_PARTS.findall(data))))}
    data = _PARTS.sub(lambda found: b"(node%08d)" % ranks[found[1]], data)
    return _DATES.sub(lambda found: b" " * len(found[0]), data)


def _command(browser: str, folder: Path, printed: Path) -> list[str]:
    # The sandbox of Chromium refuses to start as root; what it prints is our own page, without a script.
    free = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
    profile = f"--user-data-dir={folder / 'profile'}"
    return [browser, *_FLAGS, *free, profile, f"--print-to-pdf={printed}", (folder / "page.html").as_uri()]


def _run(command: list[str], told: Path, seconds: float) -> str:
    """Runs to the end and gives what was said on the way, for an error message; ends it after `seconds`, and ends in
    every case what it started."""
    child: subprocess.Popen[bytes] | None = None
    with told.open("wb") as log:
        try:
            with held_back():
                child = subprocess.Popen(  # noqa: S603 - the user's own browser
                    command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=told.parent, start_new_session=True
                )
            code = child.wait(timeout=seconds)
        except OSError as error:
            raise UnprintedError(f"the browser cannot be started: {(error.strerror or str(error)).lower()}") from None
        except subprocess.TimeoutExpired:
            raise UnprintedError(f"the browser took more than {seconds:g} seconds{_said(told)}") from None
        finally:
            if child is not None:
                end_group(child)
    if code:
        raise UnprintedError(f"the browser ended with {code}{_said(told)}")
    return _said(told)


def _said(told: Path, most: int = 200) -> str:
    """The last thing of weight that a browser said, as the end of a sentence; most of what it says is of none."""
    heard = _heard(told.read_text(encoding="utf-8", errors="replace"))
    errors = [found[1] for line in heard if (found := _SAID.match(line)) and found[1]]
    plain = _plain((errors or heard or [""])[-1])
    return f" and said: {plain[:most]}" if plain else " and said nothing"


def _heard(told: str) -> list[str]:
    """The lines of what a browser said, without those that every browser says."""
    lines = (line.strip() for line in told.splitlines())
    return [line for line in lines if line and not _NOISE.search(line)]


def _plain(line: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in line).split())
