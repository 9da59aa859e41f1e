"""The search index of a built site, by Pagefind's own program."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from ..errors import BriefingError, Problem

FOLDER = "pagefind"
SECONDS = 300  # a site of a thousand pages takes two
_KEPT = ("pagefind.js", "pagefind-entry.json", "*.pf_meta", "index/*", "fragment/*")
_HINT = "install it as the locks in requirements/ have it, or with `pip install 'pagefind[bin]'`, and build again"


def index_site(pages: Mapping[str, str], site: Path) -> dict[str, str]:
    """Puts the index of `pages` (what stands for each page, by its path in the site) into the folder `site`, with the
    script and the program that a browser asks it by; nothing where there is no page. Gives the name that Pagefind has
    for each page, by its path. Raises BriefingError."""
    if not pages:
        return {}
    with tempfile.TemporaryDirectory(prefix="index-") as name:
        stage, made = Path(name) / "pages", Path(name) / "made"
        for path, text in pages.items():
            (stage / path).parent.mkdir(parents=True, exist_ok=True)
            (stage / path).write_text(text, encoding="utf-8")
        _run(stage, made)
        wanted, target = _wanted(made), site / FOLDER
        shutil.rmtree(target, ignore_errors=True)
        for file in wanted:
            (target / file.relative_to(made)).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target / file.relative_to(made))
    addresses = {_address(path): path for path in pages}
    return {addresses[_url(file)]: file.stem for file in sorted(target.glob("fragment/*"))}


def put_index(aside: Path, site: Path) -> None:
    """Has the index that was made in the folder `aside`, on the disk of `site`, take the place of that in `site`."""
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    if (aside / FOLDER).is_dir():
        (aside / FOLDER).rename(site / FOLDER)
    shutil.rmtree(aside, ignore_errors=True)


def _address(path: str) -> str:
    """The address within the site by which Pagefind knows the page at `path`."""
    return "/" + (path.removesuffix("index.html") if f"/{path}".endswith("/index.html") else path)


def _url(fragment: Path) -> str:
    data = json.loads(gzip.decompress(fragment.read_bytes()).removeprefix(b"pagefind_dcd"))
    return str(data["url"])


def _wanted(made: Path) -> list[Path]:
    """The files that our script asks for. Pagefind writes boxes of its own beside them."""
    if not (made / "pagefind-entry.json").is_file():
        raise _problem("it wrote no index")
    entry = json.loads((made / "pagefind-entry.json").read_text(encoding="utf-8"))
    programs = {language["wasm"] or "unknown" for language in entry["languages"].values()}
    patterns = (*_KEPT, *(f"wasm.{name}.pagefind" for name in sorted(programs)))
    return [file for pattern in patterns for file in sorted(made.glob(pattern))]


def _run(stage: Path, made: Path) -> None:
    command = [sys.executable, "-P", "-m", "pagefind", "--site", str(stage), "--output-path", str(made), "--quiet"]
    settings = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    try:
        done = subprocess.run(  # noqa: S603 - a program that comes with a package of ours
            command, env=settings, cwd=stage, capture_output=True, timeout=SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _problem(str(error)) from None
    if done.returncode:
        said = (done.stderr or done.stdout).decode("utf-8", errors="replace").split("\n")
        raise _problem(
            " ".join(next((line for line in reversed(said) if line.strip()), "it said nothing").split())[:300]
        )


def _problem(said: str) -> BriefingError:
    return BriefingError(Problem(f"{FOLDER}/", f"Pagefind could not index the site: {said}", hint=_HINT))
