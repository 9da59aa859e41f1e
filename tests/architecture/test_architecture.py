"""The structure is held by tests: direction of imports, no outside world below the shells, small rooms."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "generator"
SHELLS = (
    "cli",
    "commands",
    "plugin",
    "disk",
    "engines",
    "fetching",
    "engine_faults",
    "later",
    "on_demand",
    "preview",
    "site_search",
    "__main__",
)
MODULES = sorted(PACKAGE.rglob("*.py"))
PURE = [p for p in MODULES if p.relative_to(PACKAGE).parts[0].removesuffix(".py") not in SHELLS]
WORLD = {"asyncio", "glob", "http", "io", "locale", "logging", "mkdocs", "os", "random", "requests", "shutil"} | {
    "socket", "subprocess", "sys", "tempfile", "threading", "time", "urllib.request", "urllib3"
}  # fmt: skip
NETWORK = {"aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket"} | {
    "socketserver", "ssl", "telnetlib", "urllib.request", "urllib3", "websockets", "xmlrpc"
}  # fmt: skip
OPENERS = {"open", "read_bytes", "write_text", "write_bytes", "now", "today", "utcnow", "getenv", "urlopen"}


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def test_imports_go_one_way() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", PURE, ids=_name)
def test_stages_know_no_outside_world(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    seen: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            seen += [a.name for a in node.names if a.name in WORLD or a.name.split(".")[0] in WORLD - {"io"}]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            module = node.module or ""
            seen += [module] if module in WORLD or module.split(".")[0] in WORLD - {"io"} else []
        elif isinstance(node, ast.Call):
            called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            seen += [called] if called in OPENERS else []
    allowed = {"io"} if {"reading", "pictures"} & set(path.parts) else set()
    assert not [s for s in seen if s not in allowed]


def _imported(tree: ast.AST) -> set[str]:
    """The roots of all that is imported by its full name, and the rooms of ours that are."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {a.name.split(".")[0] if a.name.split(".")[0] != "urllib" else a.name for a in node.names}
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            found |= {module if module.startswith("urllib.") or node.level else module.split(".")[0]}
            found |= {a.name for a in node.names} if node.level else set()
    return found


@pytest.mark.parametrize("path", [p for p in MODULES if "fetching" not in p.parts], ids=_name)
def test_nothing_talks_to_a_network_but_the_room_that_fetches(path: Path) -> None:
    assert _imported(ast.parse(path.read_text(encoding="utf-8"))) & NETWORK == set()


def test_only_what_takes_documents_in_asks_the_room_that_fetches() -> None:
    asking = [_name(p) for p in MODULES if "fetching" in _imported(ast.parse(p.read_text(encoding="utf-8")))]
    assert [name for name in asking if not name.startswith("fetching/")] == ["commands/take_in.py"]


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_rooms_are_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno
        and node.end_lineno - node.lineno >= 50
    ]
    assert not long


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_public_names_are_documented(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert path.name == "__main__.py" or ast.get_docstring(tree), "a module says what it is for"
    bare = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert not bare
