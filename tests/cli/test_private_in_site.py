"""The secrets of tests/planted.py in a project that is built: none is in any file of docs/ or site/, packed or not."""

from __future__ import annotations

import gzip
import io
import os
import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from tests.conftest import ROOT, SETTINGS
from tests.planted import SECRET, Plant, plants

pytestmark = pytest.mark.xdist_group("planted")
_FOUND = re.compile(SECRET.encode() + rb"\d{3}", re.IGNORECASE)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of every plant, with its site."""
    project = tmp_path_factory.mktemp("planted")
    (project / "sources").mkdir()
    for plant in plants():
        for name, data in ((plant.name, plant.data), *plant.beside):
            (project / "sources" / name).write_bytes(data)
    settings = SETTINGS.replace("[port, harbour]", "[port, harbour, basin, Vellmar]")
    (project / "briefing.yml").write_text(settings + "publish_full_text: true\n", encoding="utf-8")
    (project / "mkdocs.yml").write_bytes((ROOT / "generator/data/mkdocs.yml").read_bytes())
    done = subprocess.run(
        [sys.executable, "-m", "generator", "-q", "-C", str(project), "build"],
        env={**os.environ, "SITE_URL": "https://owner.github.io/repo/"}, cwd=ROOT, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return project


def unpacked(data: bytes) -> Iterator[bytes]:
    """The bytes of a file, and what is packed in it: gzip, and the texts and pixels of a picture."""
    yield data
    if data.startswith(b"\x1f\x8b"):
        yield gzip.decompress(data)
    for found in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", data[:200_000]):
        try:
            yield zlib.decompressobj().decompress(data[found.start() :], 1_000_000)
        except zlib.error:
            continue
    if data.startswith(b"\x89PNG"):
        picture = Image.open(io.BytesIO(data))
        yield repr(picture.info).encode()
        assert not picture.getexif()


def leaks(folder: Path, planted: tuple[Plant, ...]) -> set[tuple[str, str]]:
    """The place of each secret that is in a file of `folder`, with that file."""
    places = {plant.secret: plant.place for plant in planted}
    return {
        (places[secret.decode().lower()], path.relative_to(folder).as_posix())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for data in (path.name.encode(), *unpacked(path.read_bytes()))
        for secret in _FOUND.findall(data)
    }


def test_no_secret_is_in_docs_or_site(built: Path) -> None:
    kinds = {path.suffix for path in (built / "site").rglob("*") if path.is_file()}
    assert {".html", ".xml", ".gz", ".json", ".bib", ".png", ".svg", ".txt", ".pf_fragment", ".pf_index"} <= kinds
    planted = plants()
    print(f"{len(planted)} secrets planted")
    assert (leaks(built / "docs", planted), leaks(built / "site", planted)) == (set(), set())


def test_a_secret_in_a_packed_file_would_be_found(tmp_path: Path) -> None:
    (plant, *_) = planted = plants()
    (tmp_path / "a.pf_fragment").write_bytes(gzip.compress(plant.secret.upper().encode()))
    picture = io.BytesIO()
    Image.new("L", (2, 2)).save(picture, "PNG", comment=plant.secret)
    (tmp_path / "b.png").write_bytes(
        picture.getvalue().replace(b"IEND", b"IEND" + zlib.compress(plant.secret.encode()))
    )
    (tmp_path / plant.secret).touch()
    assert leaks(tmp_path, planted) == {(plant.place, name) for name in ("a.pf_fragment", "b.png", plant.secret)}
