"""What editors, hooks and forms are told agrees with what the project does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("benchmarks", "docs", "generator", "requirements", "scripts", "tests", ".github")
TEXTS = {".py", ".md", ".yml", ".toml", ".json", ".js", ".css", ".html", ".j2", ".sh", ".txt", ".lock"}
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
DECISIONS = sorted((ROOT / "docs" / "decisions").iterdir())


def files() -> list[Path]:
    found = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.suffix in TEXTS]
    return [path for path in found if "node_modules" not in path.parts and path.is_file()]


def test_texts_are_as_the_editorconfig_says() -> None:
    for path in files():
        data = path.read_bytes()
        assert b"\r" not in data, path
        assert not data or data.endswith(b"\n"), path
        assert not re.search(rb"[ \t]+$", data, re.M), path


def test_no_file_holds_what_a_merge_left_behind() -> None:
    top = [path for path in ROOT.iterdir() if path.suffix in TEXTS and path.is_file()]
    left = re.compile(rb"^(?:<{7}|>{7}) ", re.MULTILINE)
    assert [path for path in [*files(), *top] if left.search(path.read_bytes())] == []


def test_the_hooks_run_what_make_check_runs() -> None:
    recipe = re.search(r"^check:.*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    assert recipe
    commands = recipe[1].replace("$(BRIEFING)", "$(BIN)/briefing").replace("$(BIN)", ".venv/bin")
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [repo["repo"] for repo in config["repos"]] == ["local"], "nothing is fetched"
    hooks = config["repos"][0]["hooks"]
    assert [hook["entry"] for hook in hooks] == [line.strip() for line in commands.splitlines()]
    assert all(hook["pass_filenames"] is False for hook in hooks)


@pytest.mark.parametrize("path", [path for path in FORMS if path.name != "config.yml"], ids=lambda p: p.stem)
def test_a_form_asks_for_what_it_needs(path: Path) -> None:
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert {"name", "description", "body"} <= set(form)
    fields = [part for part in form["body"] if part["type"] != "markdown"]
    assert len({field["id"] for field in fields}) == len(fields)
    assert all(field["attributes"]["label"] for field in fields)
    assert any(field.get("validations", {}).get("required") for field in fields)


def test_decisions_are_numbered_without_gaps_and_every_mention_of_one_leads_somewhere() -> None:
    assert [path.name[:4] for path in DECISIONS] == [f"{n:04}" for n in range(1, len(DECISIONS) + 1)]
    names = {path.name for path in DECISIONS}
    for path in [*files(), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]:
        if path == Path(__file__):
            continue
        text = path.read_text(encoding="utf-8")
        assert set(re.findall(r"\b\d{4}-[a-z][\w-]+\.md\b", text)) <= names, path
        assert all(int(number) <= len(DECISIONS) for number in re.findall(r"\bdecisions? (\d{4})\b", text)), path


def test_every_file_that_a_document_names_is_there() -> None:
    folders = ("benchmarks", "generator", "scripts", "tests")
    have = [f"/{path.relative_to(ROOT).as_posix()}" for folder in folders for path in (ROOT / folder).rglob("*.*")]
    documents = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "docs/how-it-works.md")]
    for path in (*documents, *DECISIONS):
        for name in re.findall(r"`([\w./-]+\.(?:css|j2|js|json|py|sh|txt|yml))`", path.read_text(encoding="utf-8")):
            assert (ROOT / name).exists() or any(file.endswith(f"/{name}") for file in have), f"{path}: {name}"
