"""The workflow that watches feeds: what it may do, and its steps run against a feed, a bare repository and a `gh` that
only notes what it is asked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.web import Web

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "generator" / "data" / "project" / "watch.yml"
WORKFLOW: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
SETTINGS = "title: T\ntopics:\n  - {id: port, title: Port, scope: The port., terms: [port]}\n"
PAGE = """\
<!doctype html><html lang="en"><head><title>{title}</title></head><body><article><h1>{title}</h1>
<p>{title}, the council said on Friday, and it named the berths of the old port that will be closed first.</p>
<p>The port was measured in May, an engineer said, and no crane will be moved before the end of the summer.</p>
</article></body></html>
"""
GH = """\
#!/bin/sh
echo "$*" >> "{here}/asked"
case "$1 $2" in
  "pr list") if [ -e "{here}/open" ]; then case "$*" in *length*) echo 1;; *) echo 7;; esac
             else case "$*" in *length*) echo 0;; esac; fi;;
  "pr create") touch "{here}/open";;
esac
while [ $# -gt 0 ]; do if [ "$1" = --body-file ]; then cp "$2" "{here}/body"; fi; shift; done
"""
BRIEFING = """\
#!/bin/sh
for word in "$@"; do if [ "$word" = add ]; then exec "{python}" -m generator "$@" --allow-private; fi; done
exec "{python}" -m generator "$@"
"""


@dataclass(frozen=True)
class Hub:
    """A bare repository, and what stands in for GitHub around it."""

    here: Path

    @property
    def bare(self) -> Path:
        return self.here / "origin.git"

    def git(self, *arguments: str, at: Path | None = None) -> str:
        where = at or self.bare
        done = subprocess.run(
            ["git", *arguments], cwd=where, env=self.env(), capture_output=True, text=True, check=True
        )
        return done.stdout

    def env(self, **more: str) -> dict[str, str]:
        who = {f"GIT_{role}_{what}": "t@t.example" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        quiet = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, "PYTHONPATH": str(ROOT)}
        return {**os.environ, **who, **quiet, "PATH": f"{self.here / 'bin'}:{os.environ['PATH']}", **more}

    def asked(self) -> list[str]:
        """What `gh` was asked since this was asked last."""
        file = self.here / "asked"
        lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        file.unlink(missing_ok=True)
        return lines


@pytest.fixture
def hub(tmp_path: Path) -> Hub:
    hub = Hub(tmp_path)
    (tmp_path / "bin").mkdir()
    for name, text in (("gh", GH.format(here=tmp_path)), ("briefing", BRIEFING.format(python=sys.executable))):
        (tmp_path / "bin" / name).write_text(text, encoding="utf-8")
        (tmp_path / "bin" / name).chmod(0o755)
    hub.git("init", "-q", "--bare", "-b", "main", str(hub.bare), at=tmp_path)
    return hub


def start(hub: Hub, settings: str) -> None:
    """A project on `main`, whose pages are rendered."""
    work = hub.here / "start"
    (work / "sources").mkdir(parents=True)
    (work / "briefing.yml").write_text(settings, encoding="utf-8")
    (work / ".gitignore").write_text(".briefing/*\n", encoding="utf-8")
    (work / "sources" / "first.txt").write_text(
        "The port opens\n\nThe port opened on 3 March 2021, the council said.\n"
    )
    subprocess.run([hub.here / "bin" / "briefing", "-q", "-C", work, "render"], check=True, env=hub.env())
    hub.git("init", "-q", "-b", "main", at=work)
    hub.git("add", "-A", at=work)
    hub.git("commit", "-qm", "Start", at=work)
    hub.git("push", "-q", str(hub.bare), "main", at=work)


def job(hub: Hub, name: str, temp: Path) -> tuple[dict[str, str], list[str]]:
    """Runs the steps of a job; gives its outputs, and the names of the steps that failed."""
    work = temp / "work"
    hub.git("clone", "-q", str(hub.bare), str(work), at=temp)
    outputs: dict[str, dict[str, str]] = {}
    failed: list[str] = []
    for step in WORKFLOW["jobs"][name]["steps"]:
        if "run" not in step or "pip install" in step["run"] or failed or not holds(step.get("if", ""), outputs):
            continue
        told = temp / "outputs"
        told.write_text("")
        env = {key: filled(str(value), outputs) for key, value in step.get("env", {}).items()}
        env |= {"GITHUB_OUTPUT": str(told), "GITHUB_STEP_SUMMARY": str(temp / "summary"), "RUNNER_TEMP": str(temp),
                "GITHUB_WORKSPACE": str(work), "GITHUB_REF_NAME": "main",
                "GITHUB_SHA": hub.git("rev-parse", "main").strip()}  # fmt: skip
        done = subprocess.run(["bash", "-e", "-c", step["run"]], cwd=work, env=hub.env(**env), capture_output=True,
                              text=True, timeout=120, check=False)  # fmt: skip
        if done.returncode:
            failed.append(step["name"])
            assert not done.stderr, done.stderr
        outputs[step.get("id", step["name"])] = dict(line.split("=", 1) for line in told.read_text().splitlines())
    return outputs.get("keep", {}), failed


def holds(condition: str, outputs: dict[str, dict[str, str]]) -> bool:
    return not condition or bool(value(condition, outputs))


def value(expression: str, outputs: dict[str, dict[str, str]]) -> str:
    """What `steps.ID.outputs.NAME` is."""
    if not expression.startswith("steps."):
        return "a token"
    _, step, _, name = expression.split(".")
    return outputs.get(step, {}).get(name, "")


def filled(text: str, outputs: dict[str, dict[str, str]]) -> str:
    return value(text[4:-3], outputs) if text.startswith("${{ ") else text


def watched(hub: Hub) -> tuple[bool, list[str]]:
    """The whole workflow: whether something was proposed, and which steps of the first job failed."""
    first = hub.here / "first"
    second = hub.here / "second"
    for temp in (first, second):
        shutil.rmtree(temp, ignore_errors=True)
        temp.mkdir()
    outputs, failed = job(hub, "gather", first)
    if not outputs.get("changed"):
        return False, failed
    shutil.copytree(first / "watch", second / "watch")
    assert job(hub, "propose", second)[1] == []
    return True, failed


def feed(web: Web, *titles: str) -> str:
    items = "".join(f"<item><title>{t}</title><link>/{n}</link></item>" for n, t in enumerate(titles, 1))
    return web.page("/feed", f'<rss version="2.0"><channel><title>F</title>{items}</channel></rss>', "text/xml")


def page(web: Web, number: int, title: str) -> str:
    web.page(f"/{number}", PAGE.format(title=title))
    return title


def files(hub: Hub, branch: str) -> list[str]:
    return hub.git("ls-tree", "-r", "--name-only", branch, "sources", "docs").split()


LOOK = "Fail where something could not be added, so that somebody looks"


def test_what_is_new_is_proposed_once_and_nobody_s_work_is_lost(hub: Hub, web: Web) -> None:
    one = page(web, 1, "A crane for the port")
    start(hub, f"{SETTINGS}watch:\n  - {feed(web, one, 'Gone')}\n")
    assert watched(hub) == (True, [LOOK]), "what cannot be fetched does not keep the rest back"
    assert [line.split(" --")[0] for line in hub.asked()] == ["pr list", "pr list", "pr create"]
    new = {*files(hub, "watched-feeds")} - {*files(hub, "main")}
    assert {"sources/a-crane-for-the-port.html", "sources/a-crane-for-the-port.html.meta.yml",
            "docs/sources/a-crane-for-the-port.md"} <= new  # fmt: skip
    body = (hub.here / "body").read_text(encoding="utf-8")
    assert "- source added: A crane for the port" in body
    assert f"    {web.url('/2')}: not added: it answers 404 Not Found" in body

    assert watched(hub) == (False, [LOOK]), "nothing is new"
    assert [line.split(" --")[0] for line in hub.asked()] == ["pr list"]

    by_hand = hub.here / "by-hand"
    hub.git("clone", "-q", "-b", "watched-feeds", str(hub.bare), str(by_hand), at=hub.here)
    (by_hand / "NOTE").write_text("mine")
    hub.git("add", "-A", at=by_hand)
    hub.git("commit", "-qm", "By hand", at=by_hand)
    hub.git("push", "-q", "origin", "watched-feeds", at=by_hand)
    feed(web, one, page(web, 2, "A dock for the port"))
    assert watched(hub) == (True, [])
    assert [line.split(" --")[0] for line in hub.asked()] == ["pr list", "pr list", "pr edit 7"]
    assert hub.git("log", "--format=%s", "main..watched-feeds").splitlines() == [
        "Add what is new in the feeds", "By hand", "Add what is new in the feeds"
    ]  # fmt: skip
    assert {"sources/a-crane-for-the-port.html", "sources/a-dock-for-the-port.html"} <= {*files(hub, "watched-feeds")}
    assert hub.git("log", "--format=%s", "main").splitlines() == ["Start"]
    assert [web.paths.count(path) for path in ("/1", "/2")] == [1, 3]


def test_where_nothing_is_watched_nothing_is_done(hub: Hub) -> None:
    start(hub, SETTINGS)
    assert watched(hub) == (False, [])
    assert hub.asked() == []


def test_what_somebody_pushed_in_between_is_not_overwritten(hub: Hub, web: Web) -> None:
    start(hub, f"{SETTINGS}watch: [{feed(web, page(web, 1, 'A crane for the port'))}]\n")
    first, second = hub.here / "first", hub.here / "second"
    first.mkdir()
    second.mkdir()
    assert job(hub, "gather", first) == ({"changed": "true"}, [])
    shutil.copytree(first / "watch", second / "watch")
    hub.git("branch", "watched-feeds", "main")
    with pytest.raises(AssertionError, match="stale info"):
        job(hub, "propose", second)
    assert hub.git("rev-parse", "main", "watched-feeds").split()[0] == hub.git("rev-parse", "watched-feeds").strip()


def test_only_sources_and_pages_are_taken_from_what_was_gathered(hub: Hub) -> None:
    start(hub, SETTINGS)
    temp = hub.here / "second"
    (temp / "watch").mkdir(parents=True)
    add = "diff --git a/{0} b/{0}\nnew file mode 100644\n--- /dev/null\n+++ b/{0}\n@@ -0,0 +1 @@\n+x\n"
    patch = add.format("sources/a.txt") + add.format(".github/workflows/evil.yml") + add.format("briefing.lock")
    (temp / "watch" / "change.patch").write_text(patch)
    (temp / "watch" / "base").write_text(hub.git("rev-parse", "main"))
    (temp / "watch" / "tip").write_text("")
    (temp / "watch" / "body.md").write_text("x")
    assert job(hub, "propose", temp)[1] == []
    assert hub.git("diff", "--name-only", "main", "watched-feeds").split() == ["sources/a.txt"]


def test_it_runs_by_the_clock_and_by_hand_and_one_at_a_time() -> None:
    runs_on: dict[str, Any] = WORKFLOW[True]  # type: ignore[index]  # YAML 1.1 reads `on` as true
    assert set(runs_on) == {"schedule", "workflow_dispatch"}
    assert len(runs_on["schedule"][0]["cron"].split()) == 5
    assert WORKFLOW["concurrency"] == {"group": "watch", "cancel-in-progress": False}
    assert WORKFLOW["jobs"]["propose"]["if"] == "${{ !cancelled() && needs.gather.outputs.changed }}"
    assert all(job["timeout-minutes"] <= 120 for job in WORKFLOW["jobs"].values())


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("watch: feed.xml\n", "briefing.yml:4: watch: "),
        (
            "watch: [ftp://x.example/feed]\n",
            "briefing.yml:4: watch.1: expected an address that begins with http:// or https://, found ",
        ),
    ],
)
def test_a_slip_in_the_list_is_told(project: Path, briefing: Callable[..., tuple[int, str, str]], body: str,
                                    says: str) -> None:  # fmt: skip
    (project / "briefing.yml").write_text(SETTINGS + body, encoding="utf-8")
    code, _, err = briefing("-C", project, "add", "--watched")
    assert code == 2
    assert says in err
