"""The locks hold what pyproject.toml asks for, each with hashes and without an address."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ASKED = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["build"]]
NOT_FOR_A_SITE = {"dask"}  # who has a cluster installs it; dev.lock has it, for its tests
EXTRAS = PROJECT["project"]["optional-dependencies"]
ASKED += [line for name, extra in EXTRAS.items() if name not in NOT_FOR_A_SITE for line in extra]
GROUPS = PROJECT["dependency-groups"]
WANTED = {"site.lock": ASKED, "dev.lock": ASKED + GROUPS["dev"], "fuzz.lock": GROUPS["fuzz"]}
PIN = re.compile(r"^([\w.-]+)==([\w.+!]+)((?:.*\\\n)*.*)", re.M)


def pins(name: str) -> dict[str, str]:
    found = PIN.findall((ROOT / "requirements" / name).read_text(encoding="utf-8"))
    assert all("--hash=sha256:" in rest for _, _, rest in found)
    return {canonicalize_name(package): version for package, version, _ in found}


@pytest.mark.parametrize("name", WANTED)
def test_a_lock_holds_what_is_asked_for(name: str) -> None:
    have = pins(name)
    for line in WANTED[name]:
        asked = Requirement(line)
        version = have.get(canonicalize_name(asked.name))
        assert version is not None, f"{asked.name} is not in {name}: run make lock"
        assert asked.specifier.contains(version), (
            f"{name} has {asked.name} {version}, {line} is asked for: run make lock"
        )


def test_locks_agree_and_name_no_address() -> None:
    site, dev = pins("site.lock"), pins("dev.lock")
    assert {package: dev.get(package) for package in site} == site
    assert "://" not in "".join((ROOT / "requirements" / name).read_text(encoding="utf-8") for name in WANTED)


def test_what_finds_the_article_in_a_page_is_of_one_version() -> None:
    (line,) = (line for line in ASKED if Requirement(line).name == "trafilatura")
    assert re.fullmatch(r"==[\d.]+", str(Requirement(line).specifier)), "another release may read worse: make quality"
