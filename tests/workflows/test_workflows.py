"""The workflows say what they must, pin what they use, and hold no more rights than they need."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".github" / "workflows"
FILES = sorted(FOLDER.glob("*.y*ml"))
PINNED = re.compile(r"uses: (?P<action>[\w.-]+/[\w./-]+)@(?P<commit>[0-9a-f]{40}) # (?P<version>v\d+\.\d+\.\d+)$")


def load(path: Path) -> dict[str, Any]:
    """A workflow; YAML 1.1 reads its key `on` as true, which is put right here."""
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {("on" if key is True else key): value for key, value in found.items()}


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in load(path)["jobs"].values() for step in job["steps"]]


def uses(path: Path) -> list[str]:
    return [step["uses"].split("@")[0] for step in steps(path) if "uses" in step]


def test_there_are_the_two_workflows() -> None:
    assert [path.name for path in FILES] == ["pages.yml", "tests.yml"]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
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


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_nothing_is_granted_at_the_top_and_only_the_deploying_job_may_publish(path: Path) -> None:
    workflow = load(path)
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        rights = job["permissions"]
        deploys = any(step.get("uses", "").startswith("actions/deploy-pages@") for step in job["steps"])
        writes = {right for right, level in rights.items() if level == "write"}
        assert writes == ({"pages", "id-token"} if deploys else set()), name
        assert set(rights) <= {"contents", "pages", "id-token"}, name
        assert not deploys or len(job["steps"]) == 1, "the job with the rights runs nothing but the deployment"


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
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
    build = by_name["Build, and stop at any warning"]
    assert build["run"] == 'SOURCE_DATE_EPOCH="$(git log -1 --format=%ct)" make site'
    assert build["env"] == {"SITE_URL": "${{ steps.pages.outputs.base_url }}"}
    assert by_name["pages"]["uses"].startswith("actions/configure-pages@")
    assert workflow["jobs"]["build"]["permissions"]["pages"] == "read", (
        "the address of a private site is asked for with it"
    )
    assert by_name["Keep the site for the deployment"]["with"] == {"path": "site"}


def test_mkdocs_takes_the_address_from_the_workflow_and_is_strict(monkeypatch: pytest.MonkeyPatch) -> None:
    from mkdocs.config import load_config

    monkeypatch.setenv("SITE_URL", "https://someone.example/REPO")
    settings = load_config(str(ROOT / "mkdocs.yml"))
    assert settings.site_url == "https://someone.example/REPO/"
    assert settings.strict is True
    monkeypatch.delenv("SITE_URL")
    assert not load_config(str(ROOT / "mkdocs.yml")).site_url, "a build at home needs no address"


def test_pins_are_kept_fresh() -> None:
    settings = yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_text(encoding="utf-8"))
    assert "github-actions" in {row["package-ecosystem"] for row in settings["updates"]}


def test_zizmor_finds_nothing() -> None:
    tool = Path(sys.executable).with_name("zizmor")
    done = subprocess.run([tool, "--offline", "--no-progress", "--persona=auditor", ROOT / ".github"],
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
