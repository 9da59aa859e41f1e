"""The licences of all locked packages: requirements/licences.toml holds one SPDX expression each, which a person has
agreed to. `python scripts/licences.py` adds packages that are new in the locks, from what their metadata say, and drops
those that are gone; docs/reference/licences.md (scripts/reference.py) and the bill of materials (scripts/sbom.py) are
made from it. Tests hold that each licence is allowed, and that the metadata of what is installed say the same."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

REQUIREMENTS = Path(__file__).resolve().parents[1] / "requirements"
FILE = REQUIREMENTS / "licences.toml"
PIN = re.compile(r"^([\w.-]+)==([\w.+!]+)", re.M)
SAID = {
    "Apache 2.0": "Apache-2.0", "Apache Software License": "Apache-2.0", "BSD 2-Clause License": "BSD-2-Clause",
    "BSD 3-Clause License": "BSD-3-Clause", "MIT Licence": "MIT", "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0", "Python Software Foundation License": "PSF-2.0",
    "The BSD 2-Clause License": "BSD-2-Clause",
}  # fmt: skip
WORD = re.compile(r"[\w.+-]+|[()]")


def locked(name: str) -> dict[str, str]:
    """The packages of requirements/NAME.lock with their versions."""
    return dict(PIN.findall((REQUIREMENTS / f"{name}.lock").read_text(encoding="utf-8")))


def development() -> dict[str, str]:
    """All that is locked for those who change the project."""
    return locked("dev") | locked("fuzz")


def said(about: metadata.PackageMetadata) -> str | None:
    """The SPDX expression of a package's metadata; None where they say nothing, or too little ("BSD")."""
    kinds = [line.rpartition(" :: ")[2] for line in about.get_all("Classifier", []) if line.startswith("License")]
    fields = [about[name] for name in ("License-Expression", "License") if name in about]
    for text in (*fields, *(kinds if len(kinds) == 1 else ())):
        try:
            return str(canonicalize_license_expression(SAID.get(text, text)))
        except InvalidLicenseExpression:
            continue
    return None


def is_allowed(expression: str, allowed: set[str]) -> bool:
    """Whether a licence may be used: of what OR joins one part, of what AND joins all."""
    words = WORD.findall(expression)
    return _any(words, allowed) and not words


def _any(words: list[str], allowed: set[str]) -> bool:
    result = _all(words, allowed)
    while words and words[0] == "OR":
        words.pop(0)
        result = _all(words, allowed) or result
    return result


def _all(words: list[str], allowed: set[str]) -> bool:
    result = _one(words, allowed)
    while words and words[0] in {"AND", "WITH"}:
        words.pop(0)
        result = _one(words, allowed) and result
    return result


def _one(words: list[str], allowed: set[str]) -> bool:
    word = words.pop(0)
    if word != "(":
        return word in allowed
    result = _any(words, allowed)
    return words.pop(0) == ")" and result


def _lines(known: dict[str, str], packages: Iterator[str], unclear: list[str]) -> Iterator[str]:
    for package in packages:
        expression = known.get(package)
        if expression is None:
            try:
                expression = said(metadata.metadata(package))
            except metadata.PackageNotFoundError:
                expression = None
        if expression is None:
            unclear.append(package)
        else:
            yield f'{package} = "{expression}"'


def main() -> int:
    """Brings the file up to date; 1 where the licence of a package is for a person to read."""
    text = FILE.read_text(encoding="utf-8")
    found = tomllib.loads(text)
    site, dev = locked("site"), development()
    unclear: list[str] = []
    head = text[: text.index("[site]")]
    parts = (("site", sorted(site)), ("dev", sorted(dev.keys() - site)))
    body = [[f"[{name}]", *_lines(found[name], iter(packages), unclear), ""] for name, packages in parts]
    FILE.write_text(head + "\n".join(line for part in body for line in part).rstrip() + "\n", encoding="utf-8")
    for package in unclear:
        print(f"{package}: its metadata name no SPDX licence; read its licence file and add it to {FILE.name}")
    return bool(unclear)


if __name__ == "__main__":
    sys.exit(main())
