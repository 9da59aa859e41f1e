"""The README is true: every command in it is run, in its order, in a copy of the project; its links lead somewhere."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import tomllib
import urllib.request
from pathlib import Path

import pytest

from generator.config import parse
from tests.conftest import FIRST, SECOND
from tests.shipped import copy_shipped
from tests.signals import as_from_a_terminal

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COPIED = ("LICENSE", "Makefile", "pyproject.toml", "README.md", "requirements", "scripts")
pytestmark = pytest.mark.skipif(
    not README.startswith("# Briefing\n"), reason="a README of a project's own is no matter of ours"
)
ARTICLE = """\
Port vote passes

The council of Farhaven approved a 5G network for the port on 3 March 2021, the mayor said in a statement. The network
will cost 40 million euros, according to the council.

Cranes and trucks are to be steered from a control room at the north pier once the network stands. Dockers fear for
their work, and two of their unions have asked for talks with the harbour office before the first mast is put up.

The old radio system dates from the year in which the container terminal was built. It fails in heavy rain, and pilots
have complained for years that ships have to wait outside the breakwater until somebody answers.

The harbour office wants to begin with the masts in spring. Which company will build them is decided later, and the
fishing boats keep their own channel in any case.
"""


def fenced(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


BLOCKS = [block.splitlines() for block in fenced("sh")]
COMMANDS = [line for block in BLOCKS[1:] for line in block]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The project as a maintainer has it: installed, in git, with a remote to push to."""
    root = tmp_path / "project"
    root.mkdir()
    for name in COPIED:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy2)(source, root / name)
    copy_shipped(root)
    (root / ".venv").mkdir()
    (root / ".venv" / "bin").symlink_to(Path(sys.prefix) / "bin")
    for stamp in ("site.stamp", "dev.stamp"):
        (root / ".venv" / stamp).touch()
    (root / ".gitignore").write_text("/.venv/\n/site/\n", encoding="utf-8")
    (tmp_path / "Downloads").mkdir()
    (tmp_path / "Downloads" / "port-vote.txt").write_text(ARTICLE, encoding="utf-8")
    run(".venv/bin/briefing -q render", root)
    for command in ("git init -q --bare ../remote", "git init -q -b main", "git remote add origin ../remote",
                    "git add -A", "git commit -qm Start", "git push -q -u origin main"):  # fmt: skip
        run(command, root)
    return root


def surroundings(root: Path) -> dict[str, str]:
    mine = {
        f"GIT_{who}_{what}": "someone@farhaven.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    return {**os.environ, **mine, "HOME": str(root.parent), "GIT_CONFIG_NOSYSTEM": "1"}


def run(command: str, root: Path) -> str:
    done = subprocess.run(
        command, shell=True, cwd=root, env=surroundings(root), capture_output=True, text=True, timeout=240
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout + done.stderr


def preview(root: Path) -> str:
    """Runs `make serve` until the first page comes, and gives that page."""
    deadline = time.monotonic() + 120
    while taken(8000):  # somebody else's preview: this one's address is the README's promise, so wait for it
        assert time.monotonic() < deadline, "port 8000 is taken"
        time.sleep(0.5)
    server = subprocess.Popen(["make", "serve"], cwd=root, env=surroundings(root), start_new_session=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              preexec_fn=as_from_a_terminal)  # fmt: skip
    try:
        while not taken(8000):
            assert server.poll() is None, server.communicate()[0].decode()
            assert time.monotonic() < deadline, "no preview came"
            time.sleep(0.2)
        with urllib.request.urlopen("http://127.0.0.1:8000/", timeout=30) as answer:
            page: bytes = answer.read()
            return page.decode("utf-8")
    finally:
        os.killpg(server.pid, signal.SIGINT)
        try:
            server.wait(15)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)


def taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def test_three_commands_make_a_site_of_ones_own_documents(copy: Path) -> None:
    """The tests run with what is installed already; that a wheel of this name comes of a release is looked up."""
    documents = copy.parent / "Downloads" / "harbour"
    documents.mkdir()
    for name, text in {"first.txt": FIRST, "second.txt": SECOND, "vote.md": f"# Vote\n\n{ARTICLE}"}.items():
        (documents / name).write_text(text, encoding="utf-8")
    install, *rest = BLOCKS[0]
    about = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert install == f'pip install "./briefing-{about["version"]}-py3-none-any.whl[pdf,docx]"'
    assert {"pdf", "docx"} <= set(about["optional-dependencies"]) and len(rest) == 2
    for command in rest:
        run(f"cd .. && PATH={copy}/.venv/bin:$PATH {command}", copy)
    site = copy.parent / "harbour" / "site"
    assert len(list(site.glob("sources/*/index.html"))) == 3 and list(site.glob("topics/*/index.html"))
    assert "million euros" in (site / "briefing.json").read_text(encoding="utf-8")


def test_every_command_runs_in_the_order_of_the_readme(copy: Path) -> None:
    """`make test` is this run itself, so there it is asked what it would do."""
    said: dict[str, str] = {}
    for command in COMMANDS:
        if command == "make serve":
            said[command] = preview(copy)
        else:
            said[command] = run("make -n test" if command == "make test" else command, copy)
    assert list(said) == list(dict.fromkeys(COMMANDS)) and len(said) >= 8
    assert "-m pytest" in said["make test"]
    assert "</html>" in said["make serve"]
    assert "+" in said["git diff docs/"] and "Farhaven" in said["git diff docs/"]
    page = (copy / "site" / "topics" / "5g" / "index.html").read_text(encoding="utf-8")
    assert "Farhaven" in page
    assert run("git status --porcelain", copy) == "", "what was added is all that had changed"
    assert "Add the report on the port vote" in run("git --git-dir=../remote log main --format=%s", copy)


def test_the_topic_it_shows_becomes_a_page(copy: Path) -> None:
    (topic,) = fenced("yaml")
    settings = copy / "briefing.yml"
    text = settings.read_text(encoding="utf-8")
    assert text.count("\nnames:") == 1
    text = text.replace("\nnames:", f"\n{topic}\nnames:")
    settings.write_text(text, encoding="utf-8")
    assert [t.id for t in parse(text).topics][-1] == "health"
    run("make site", copy)
    page = (copy / "docs" / "topics" / "health.md").read_text(encoding="utf-8")
    assert "No source speaks of this topic" not in page and "](../sources/" in page


def test_the_files_that_the_guide_names_are_those_that_are_published(copy: Path) -> None:
    run("make site", copy)
    mkdocs = {"index.html", "404.html", "sitemap.xml", "sitemap.xml.gz"}
    published = {path.name for path in (copy / "site").iterdir() if path.is_file()} - mkdocs
    published = {name for name in published if not name.startswith("feed-")}  # one a topic, told as feed-TOPIC
    guide = (ROOT / "docs" / "guide" / "publish-on-pages.md").read_text(encoding="utf-8")
    rows = [line for line in guide.splitlines() if line.startswith("| `")]
    assert {name for row in rows for name in re.findall(r"`([\w.]+\.\w+)`", row)} == published


def test_its_links_lead_somewhere() -> None:
    """The picture is made from the site by `make screenshot`; everything else is a file of the project."""
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert "docs/assets/screenshot.png" in links
    known = {"../../releases/latest"}  # of the repository that shows the README
    assert [link for link in links if link not in known and not (ROOT / link).exists()] == []
