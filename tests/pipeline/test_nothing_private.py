"""A secret in every field and place of every format: none reaches docs/ or the other files of a site."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

import pytest

from generator import disk
from generator.config import parse
from generator.model import Site, SourceFile
from generator.pipeline import run
from tests.conftest import SETTINGS
from tests.planted import SECRET, Plant, plants

pytestmark = pytest.mark.xdist_group("planted")
_SETTINGS = SETTINGS.replace("[port, harbour]", "[port, harbour, basin, Vellmar]")


@dataclass(frozen=True, slots=True)
class Built:
    """What was planted, and what came of it."""

    planted: tuple[Plant, ...]
    site: Site


@pytest.fixture(scope="module")
def built() -> Built:
    planted = plants()
    files = [SourceFile(f"sources/{p.name}", p.data, p.beside) for p in planted]
    return Built(planted, run(files, parse(_SETTINGS, "briefing.yml"), parser=disk.parse_apart))


def test_every_plant_is_read_but_those_that_are_to_be_skipped(built: Built) -> None:
    export = json.loads(next(asset.data for asset in built.site.assets if asset.path == "briefing.json"))
    read = {str(source["path"]) for source in export["sources"]}
    wrong = [p.place for p in built.planted if any(path.startswith(f"sources/{p.name}") for path in read) == p.skipped]
    assert wrong == []
    assert len(built.planted) > 200


def test_no_secret_is_in_any_file_of_the_site(built: Built) -> None:
    places = {p.secret: p.place for p in built.planted}
    files = [(page.path, page.text.encode()) for page in built.site.pages]
    files += [(asset.path, asset.data) for asset in built.site.assets]
    leaks = {
        (places[secret.decode()], path)
        for path, data in files
        for secret in re.findall(SECRET.encode() + rb"\d{3}", data, re.IGNORECASE)
    }
    assert leaks == set()


def test_a_secret_in_the_text_itself_would_be_found() -> None:
    said = f"The harbour council of Vellmar agreed on Tuesday that {SECRET}001 is the name of the northern basin."
    site = run([SourceFile("sources/a.txt", said.encode())], parse(_SETTINGS, "briefing.yml"))
    assert any(f"{SECRET}001" in page.text for page in site.pages)
