"""Writes requirements/dev.lock, site.lock and fuzz.lock: every version pinned with hashes, for Linux and macOS and
Python 3.11 on, the build backend included, and without the address of any index."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

COMMON = (
    "--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url", "--no-emit-find-links",
    "--custom-compile-command", "make lock", "--quiet", "--upgrade",
)  # fmt: skip
PROJECT = ("pyproject.toml", "--extra", "pdf", "--extra", "docx", "--extra", "scripts", "--group", "build")
LOCKS = (
    ("dev", (*PROJECT, "--group", "dev")),
    ("site", (*PROJECT, "--constraints", "requirements/dev.lock")),
    ("fuzz", ("--group", "fuzz")),
)


def main() -> None:
    uv = Path(sys.executable).with_name("uv")
    for name, what in LOCKS:
        target = f"requirements/{name}.lock"
        subprocess.run([uv, "pip", "compile", *what, *COMMON, "-o", target], check=True)
        text = Path(target).read_text(encoding="utf-8")
        if "://" in text:
            sys.exit(f"{target}: expected no address, found one")


if __name__ == "__main__":
    main()
