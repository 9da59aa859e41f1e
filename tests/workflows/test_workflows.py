"""The workflows say what they must, pin what they use, and hold no more rights than they need."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.release_notes import notes
from tests.shipped import SHIPPED

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".github" / "workflows"
OFFERED = ROOT / "generator" / "data" / "project"
"""What `briefing init` gives to a project: its workflow is held to the same."""
FILES = [*sorted(FOLDER.glob("*.y*ml")), *(OFFERED / f"{name}.yml" for name in ("pages", "changes", "watch"))]
PINNED = re.compile(r"uses: (?P<action>[\w.-]+/[\w./-]+)@(?P<commit>[0-9a-f]{40}) # (?P<version>v\d+\.\d+\.\d+)$")


def load(path: Path) -> dict[str, Any]:
    """A workflow; YAML 1.1 reads its key `on` as true, which is put right here."""
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {("on" if key is True else key): value for key, value in found.items()}


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in load(path)["jobs"].values() for step in job["steps"]]


def uses(path: Path) -> list[str]:
    return [step["uses"].split("@")[0] for step in steps(path) if "uses" in step]


def test_there_are_the_three_workflows() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == ["pages.yml", "release.yml", "tests.yml"]


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_every_action_is_pinned_with_its_version_beside_it(path: Path) -> None:
    lines = [line.strip().removeprefix("- ") for line in path.read_text(encoding="utf-8").splitlines()]
    lines = [line for line in lines if line.startswith("uses:")]
    assert len(lines) == len(uses(path)) > 0
    assert [line for line in lines if not PINNED.fullmatch(line)] == []


def test_one_action_has_one_pin_everywhere() -> None:
    pins: dict[str, set[tuple[str, str]]] = {}
    for line in "\n".join(path.read_text(encoding="utf-8") for path in FILES).splitlines():
        if match := PINNED.search(line):
            pins.setdefault(match["action"], set()).add((match["commit"], match["version"]))
    assert {action: len(pin) for action, pin in pins.items()} == dict.fromkeys(pins, 1)
    assert len({commit for pin in pins.values() for commit, _ in pin}) == len(pins)


WRITES = {
    ("pages.yml", "deploy"): {"pages", "id-token"},
    ("release.yml", "release"): {"contents"},
    ("changes.yml", "comment"): {"pull-requests"},
    ("watch.yml", "propose"): {"contents", "pull-requests"},
}
RUNS_NOTHING_OF_OURS = {"actions/checkout", "actions/deploy-pages", "actions/download-artifact"}
OURS = re.compile(r"\b(briefing|python|pip|make|sh|bash)\b")


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_nothing_is_granted_at_the_top_and_a_job_that_may_publish_runs_no_code_of_the_project(path: Path) -> None:
    workflow = load(path)
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        rights = job["permissions"]
        writes = {right for right, level in rights.items() if level == "write"}
        assert writes == WRITES.get((path.name, name), set()), name
        assert set(rights) <= {"contents", "pages", "id-token", "pull-requests"}, name
        if writes:
            assert {step["uses"].split("@")[0] for step in job["steps"] if "uses" in step} <= RUNS_NOTHING_OF_OURS
            commands = [re.sub(r"--title '?\"?[^'\"]*", "", step["run"]) for step in job["steps"] if "run" in step]
            assert not [command for command in commands if OURS.search(command)]
            assert all(re.search(r"\bgh (release|pr) |\bgit push|push --quiet", command) for command in commands)


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_no_credentials_stay_behind_and_no_expression_reaches_a_shell(path: Path) -> None:
    checkouts = [step for step in steps(path) if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)
    assert not [step for step in steps(path) if "${{" in step.get("run", "")]
    assert "pull_request_target" not in load(path)["on"]
    assert "secrets." not in path.read_text(encoding="utf-8")


def test_every_push_and_pull_request_is_checked_and_tested() -> None:
    workflow = load(FOLDER / "tests.yml")
    assert workflow["on"] == {"push": None, "pull_request": None}, "without branches or paths left out"
    assert [step["run"] for step in steps(FOLDER / "tests.yml") if "run" in step] == ["make check", "make test"]
    rows = workflow["jobs"]["test"]["strategy"]["matrix"]["include"]
    assert {row["system"].split("-")[0] for row in rows} == {"ubuntu", "macos"}
    assert "3.11" in {row["python"] for row in rows}, "the oldest Python that pyproject.toml promises"


def test_main_is_built_strictly_for_its_own_address_and_deployed() -> None:
    path = FOLDER / "pages.yml"
    workflow = load(path)
    assert workflow["on"] == {"push": {"branches": ["main"]}, "workflow_dispatch": None}
    assert workflow["jobs"]["deploy"]["needs"] == "build"
    assert workflow["jobs"]["deploy"]["environment"]["name"] == "github-pages"
    assert uses(path) == [f"actions/{name}" for name in (
        "checkout", "setup-python", "configure-pages", "upload-pages-artifact", "deploy-pages")]  # fmt: skip
    by_name = {step.get("id", step["name"]): step for step in steps(path)}
    build = by_name["Build, and stop at any warning and any skipped source"]
    assert build["run"] == 'SOURCE_DATE_EPOCH="$(git log -1 --format=%ct)" make site STRICT=1'
    assert build["env"] == {"SITE_URL": "${{ steps.pages.outputs.base_url }}"}
    assert by_name["pages"]["uses"].startswith("actions/configure-pages@")
    assert workflow["jobs"]["build"]["permissions"]["pages"] == "read", (
        "the address of a private site is asked for with it"
    )
    assert by_name["Keep the site for the deployment"]["with"] == {"path": "site"}


def test_a_tag_is_tested_and_released_with_wheel_source_and_changelog() -> None:
    path = FOLDER / "release.yml"
    workflow = load(path)
    assert workflow["on"] == {"push": {"tags": ["v[0-9]+.[0-9]+.[0-9]+"]}}
    assert workflow["jobs"]["release"]["needs"] == "build"
    runs = [step["run"] for step in workflow["jobs"]["build"]["steps"] if "run" in step]
    assert runs[1:3] == ["make check", "make test"]
    assert "scripts/release_notes.py" in runs[0]
    assert runs[3].endswith(" make dist")
    command = workflow["jobs"]["release"]["steps"][-1]["run"].strip()
    assert command.endswith("--notes-file dist/notes.md dist/*.whl dist/*.tar.gz")


CHANGELOG = """# Changelog

## [Unreleased]

## [1.2.0] - 2026-11-30

### Added

- A bell.

## [1.1.0] - 2026-10-01

- Older.
"""


def test_the_words_of_a_release_are_the_section_of_its_version() -> None:
    assert notes("v1.2.0", "1.2.0", CHANGELOG) == "### Added\n\n- A bell.\n"
    assert notes("v1.1.0", "1.1.0", CHANGELOG) == "- Older.\n"


@pytest.mark.parametrize(
    ("tag", "version", "text", "expected"),
    [
        ("v1.2.1", "1.2.0", CHANGELOG, "expected v1.2.0"),
        ("1.2.0", "1.2.0", CHANGELOG, "expected v1.2.0"),
        ("v1.3.0", "1.3.0", CHANGELOG, "YYYY-MM-DD"),
        ("v1.2.0", "1.2.0", "## [1.2.0] - 2026-11-30\n\n## [1.1.0] - 2026-10-01\n\n- Older.\n", "words in it"),
    ],
    ids=["another version", "no v", "no section", "an empty section"],
)
def test_a_release_without_its_version_or_words_is_refused(tag: str, version: str, text: str, expected: str) -> None:
    with pytest.raises(ValueError, match=expected):
        notes(tag, version, text)


def test_mkdocs_takes_the_address_from_the_workflow_and_is_strict(monkeypatch: pytest.MonkeyPatch) -> None:
    from mkdocs.config import load_config

    monkeypatch.setenv("SITE_URL", "https://someone.example/REPO")
    settings = load_config(str(SHIPPED / "mkdocs.yml"))
    assert settings.site_url == "https://someone.example/REPO/"
    assert settings.strict is True
    monkeypatch.delenv("SITE_URL")
    assert not load_config(str(SHIPPED / "mkdocs.yml")).site_url, "a build at home needs no address"


def test_pins_are_kept_fresh() -> None:
    settings = yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_text(encoding="utf-8"))
    assert {row["package-ecosystem"] for row in settings["updates"]} == {"github-actions", "uv"}
    assert all(row["cooldown"]["default-days"] >= 7 for row in settings["updates"]), "a bad release is found out first"


@pytest.mark.parametrize("whose", ["ours", "a new project's"])
def test_zizmor_finds_nothing(whose: str, tmp_path: Path) -> None:
    folder = ROOT / ".github"
    if whose != "ours":
        folder = tmp_path / ".github"
        (folder / "workflows").mkdir(parents=True)
        for name in ("pages", "changes", "watch"):
            shutil.copy(OFFERED / f"{name}.yml", folder / "workflows")
        shutil.copy(OFFERED / "dependabot.yml", folder)
    tool = Path(sys.executable).with_name("zizmor")
    done = subprocess.run([tool, "--offline", "--no-progress", "--persona=auditor", folder],
                          capture_output=True, text=True, timeout=120)  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No findings to report" in done.stdout + done.stderr


def test_zizmor_is_not_asleep(tmp_path: Path) -> None:
    """The same call on a workflow with a known fault must fail, or the test above proves nothing."""
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    text = (FOLDER / "tests.yml").read_text(encoding="utf-8")
    (folder / "bad.yml").write_text(re.sub(r"@[0-9a-f]{40} # ", "@", text).replace("permissions: {}\n", ""))
    tool = Path(sys.executable).with_name("zizmor")
    done = subprocess.run(
        [tool, "--offline", "--no-progress", folder.parent], capture_output=True, text=True, timeout=120
    )
    assert done.returncode != 0
    assert "unpinned-uses" in done.stdout


def test_a_pull_request_is_told_what_it_changes_in_facts() -> None:
    workflow = load(OFFERED / "changes.yml")
    assert workflow["on"] == {"pull_request": None}
    by_name = {step["name"]: step for step in steps(OFFERED / "changes.yml")}
    assert by_name["Check out, with the branch that it goes to"]["with"]["fetch-depth"] == 0
    assert by_name["Stop where docs/ is not what the sources give"]["run"] == "briefing render --check"
    assert by_name["Compare"]["run"].splitlines()[0] == 'briefing diff "$BASE" --markdown > changes.md'
    assert "head.repo.full_name == github.repository" in workflow["jobs"]["comment"]["if"]
