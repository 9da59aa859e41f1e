"""`briefing init` makes a project that stands by itself: it builds, is in order, and is published by pinned hashes."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import pytest
import yaml

from generator.config import parse
from tests.conftest import FIRST, ROOT, SECOND

Run = Callable[..., tuple[int, str, str]]
FILES = {
    ".briefing/briefing.schema.json",
    ".briefing/editorial.schema.json", ".gitattributes", ".github/dependabot.yml",
    ".github/workflows/changes.yml", ".github/workflows/pages.yml", ".github/workflows/watch.yml",
    ".gitignore", "README.md", "briefing.yml", "mkdocs.yml", "requirements.txt",
}  # fmt: skip
SAMPLE = {"sources/ferry-islanders.md", "sources/ferry-vote.md"}


def paths(root: Path) -> set[str]:
    return {p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file()}


def settings(root: Path) -> str:
    return (root / "briefing.yml").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder as somebody has it, with things in it that are no documents."""
    folder = tmp_path / "Downloads"
    (folder / "old").mkdir(parents=True)
    (folder / "first.txt").write_text(FIRST, encoding="utf-8")
    (folder / "first.meta.yml").write_text("publisher: Harbour Gazette\n", encoding="utf-8")
    (folder / "old" / "second.txt").write_text(SECOND, encoding="utf-8")
    (folder / "empty.txt").touch()
    (folder / "program.exe").write_bytes(bytes(range(256)))
    (folder / ".hidden").write_text("x", encoding="utf-8")
    return folder


def test_a_new_project_builds_at_once_and_is_in_order(tmp_path: Path, briefing: Run) -> None:
    root = tmp_path / "harbour-news"
    code, _, err = briefing("init", root)
    assert (code, paths(root)) == (0, FILES | SAMPLE)
    assert err.splitlines()[0] == f"{root}/: a project with 2 documents"
    assert settings(root).startswith("# yaml-language-server: $schema=.briefing/briefing.schema.json\n")
    assert parse(settings(root)).title == "Harbour news"
    assert briefing("-C", root, "build", "--strict")[0] == 0
    page = (root / "docs" / "topics" / "ferry.md").read_text(encoding="utf-8")
    assert "2 articles" in page and "40 million euros / 45 million euros" in page
    assert briefing("-C", root, "check", "--strict") == (0, "", "all in order\n")
    schema = json.loads((root / ".briefing" / "briefing.schema.json").read_text(encoding="utf-8"))
    assert schema["title"] == "briefing.yml"


def test_documents_are_copied_in_and_topics_proposed_from_them(tmp_path: Path, documents: Path, briefing: Run) -> None:
    root = tmp_path / "port"
    code, _, err = briefing("init", root, "--from", documents, "--title", "Port: what is said")
    names = ("sources/council-approves-the-new-port.txt", "sources/second.txt")
    assert (code, paths(root)) == (0, FILES | {*names, *(f"{name}.meta.yml" for name in names)})
    assert (root / names[0]).read_bytes() == (documents / "first.txt").read_bytes()
    about = yaml.safe_load((root / f"{names[0]}.meta.yml").read_text(encoding="utf-8"))
    assert (about["publisher"], about["title"]) == ("Harbour Gazette", "Council approves the new port")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", str(about["added"])), "as `briefing add` writes it down"
    said = err.splitlines()
    assert said[0] == f"{documents}/empty.txt: warning: left out: the file is empty"
    assert said[1].startswith(f"{documents}/program.exe: warning: left out: ")
    assert said[2] == f"{root}/: a project with 2 documents"
    config = parse(settings(root))
    assert config.title == "Port: what is said"
    assert [f"  topic {t.title}: {', '.join(t.terms)}" for t in config.topics] == [s for s in said if "topic " in s]
    assert any("port" in " ".join(topic.terms).lower() for topic in config.topics)
    assert "These were proposed from the documents" in settings(root)
    assert briefing("-C", root, "build", "--strict")[0] == 0
    assert briefing("-C", root, "check", "--strict")[0] == 0


def test_documents_that_lie_there_already_stay_where_they_are(project: Path, briefing: Run) -> None:
    for name in ("briefing.yml", "mkdocs.yml"):
        (project / name).unlink()
    before = {path: (project / path).read_bytes() for path in paths(project)}
    assert briefing("-C", project, "init", ".")[0] == 0
    assert paths(project) == FILES | set(before)
    assert {path: (project / path).read_bytes() for path in before} == before
    assert briefing("-C", project, "build", "--strict")[0] == 0


def test_nothing_is_overwritten_and_nothing_half_made(project: Path, documents: Path, briefing: Run) -> None:
    before = paths(project)
    code, _, err = briefing("init", project, "--from", documents)
    assert (code, paths(project)) == (2, before)
    assert [line.split(": ")[0] for line in err.splitlines()] == [
        str(project / name) for name in ("briefing.yml", "mkdocs.yml")
    ]


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda folder: folder / "gone", "expected a folder of documents, found none"),
        (lambda folder: folder / "none", "expected at least one readable document, found none"),
    ],
    ids=["no folder", "no documents"],
)
def test_a_folder_without_documents_starts_nothing(
    tmp_path: Path, documents: Path, briefing: Run, spoil: Callable[[Path], Path], says: str
) -> None:
    (documents / "none").mkdir()
    (documents / "none" / "empty.txt").touch()
    code, _, err = briefing("init", tmp_path / "new", "--from", spoil(documents))
    assert (code, says in err, (tmp_path / "new").exists()) == (2, True, False)


def test_the_language_is_that_of_most_documents(tmp_path: Path, briefing: Run) -> None:
    (tmp_path / "docs").mkdir()
    text = "Der Stadtrat hat die neue Fähre am Montag beschlossen. Die Fähre soll im Winter fahren, sagte die Stadt.\n"
    (tmp_path / "docs" / "rat.txt").write_text(text * 3, encoding="utf-8")
    assert briefing("init", tmp_path / "new", "--from", tmp_path / "docs")[0] == 0
    assert parse(settings(tmp_path / "new")).language == "de"


def recorded(monkeypatch: pytest.MonkeyPatch, record: object) -> None:
    """Has an installer have written `record` of where the package came from."""
    real = metadata.distribution("briefing")

    class Installed:
        version = "0.9.1"

        def read_text(self, name: str) -> str | None:
            return json.dumps(record) if name == "direct_url.json" else real.read_text(name)

    monkeypatch.setattr(metadata, "distribution", lambda name: Installed())


def pinned(root: Path) -> str:
    return (root / "requirements.txt").read_text(encoding="utf-8").partition("\n")[0]


def test_a_wheel_of_a_release_is_pinned_by_its_address_and_hash(
    tmp_path: Path, briefing: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = "https://example.org/releases/download/v0.9.1/briefing-0.9.1-py3-none-any.whl"
    recorded(monkeypatch, {"url": url, "archive_info": {"hash": f"sha256={'ab' * 32}"}})
    _, _, err = briefing("init", tmp_path / "new")
    assert pinned(tmp_path / "new") == f"briefing @ {url} --hash=sha256:{'ab' * 32}"
    assert "hash is not known" not in err


def test_a_wheel_of_this_machine_comes_into_the_project(
    tmp_path: Path, briefing: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheel = tmp_path / "my downloads" / "briefing-0.9.1-py3-none-any.whl"
    wheel.parent.mkdir()
    wheel.write_bytes(b"a wheel")
    known = hashlib.sha256(b"a wheel").hexdigest()
    recorded(monkeypatch, {"url": wheel.as_uri(), "archive_info": {"hashes": {"sha256": known}}})
    briefing("init", tmp_path / "new")
    assert pinned(tmp_path / "new") == f"./wheels/{wheel.name} --hash=sha256:{known}"
    assert (tmp_path / "new" / "wheels" / wheel.name).read_bytes() == b"a wheel"


@pytest.mark.parametrize(
    "record", [{}, {"url": ROOT.as_uri(), "dir_info": {"editable": True}}], ids=["index", "folder"]
)
def test_where_no_hash_is_known_that_is_said(
    tmp_path: Path, briefing: Run, monkeypatch: pytest.MonkeyPatch, record: object
) -> None:
    recorded(monkeypatch, record)
    _, _, err = briefing("init", tmp_path / "new")
    assert re.fullmatch(r"briefing==[\w.]+", pinned(tmp_path / "new"))
    assert "requirements.txt: briefing was not installed from a wheel, so its hash is not known" in err


def test_every_package_is_pinned_by_hashes_as_the_project_itself_is(tmp_path: Path, briefing: Run) -> None:
    briefing("init", tmp_path / "new")
    text = (tmp_path / "new" / "requirements.txt").read_text(encoding="utf-8")
    assert text.partition("\n\n")[2] == (ROOT / "requirements" / "site.lock").read_text(encoding="utf-8")


def test_its_workflow_checks_strictly_builds_and_publishes_and_nothing_else(tmp_path: Path, briefing: Run) -> None:
    briefing("init", tmp_path / "new")
    workflows = sorted((tmp_path / "new" / ".github" / "workflows").iterdir())
    assert [path.name for path in workflows] == ["changes.yml", "pages.yml", "watch.yml"]
    jobs = yaml.safe_load(workflows[1].read_text(encoding="utf-8"))["jobs"]
    assert {job["runs-on"] for job in jobs.values()} == {"ubuntu-24.04"}
    assert [step["run"] for step in jobs["build"]["steps"] if "run" in step] == [
        "python -m pip install --quiet --require-hashes --no-deps -r requirements.txt",
        "briefing check --strict",
        'SOURCE_DATE_EPOCH="$(git log -1 --format=%ct)" briefing build --strict',
    ]


def test_git_keeps_documents_byte_for_byte_and_passes_over_what_is_built(tmp_path: Path, briefing: Run) -> None:
    root = tmp_path / "new"
    briefing("init", root)
    briefing("-q", "-C", root, "build")
    (root / "docs" / "index.md.edited").write_text("x", encoding="utf-8")
    (root / "sources" / "dos.txt").write_bytes(b"The port opens.\r\nIt does.\r\n")
    subprocess.run(["git", "init", "-q", root], check=True)
    subprocess.run(["git", "-C", root, "add", "-A"], check=True, capture_output=True)
    listed = subprocess.run(["git", "-C", root, "ls-files"], capture_output=True, text=True, check=True).stdout.split()
    assert not [path for path in listed if path.startswith("site/") or path.endswith(".edited")]
    assert {"docs/index.md", "docs/.statements.json", "briefing.yml"} <= set(listed)
    stored = subprocess.run(["git", "-C", root, "show", ":sources/dos.txt"], capture_output=True, check=True).stdout
    assert stored == b"The port opens.\r\nIt does.\r\n"
