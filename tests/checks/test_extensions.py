"""The checks render pages with what MkDocs renders them with, here and in a project that starts from our example."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.checks.seen import EXTENSIONS
from tests.conftest import ROOT
from tests.shipped import SHIPPED


class Loader(yaml.SafeLoader):
    """MkDocs' settings hold `!ENV`, which is of no interest here."""


Loader.add_constructor("!ENV", lambda loader, node: None)


@pytest.mark.parametrize(
    "path", [SHIPPED / "mkdocs.yml", ROOT / "generator" / "data" / "mkdocs.yml"], ids=["ours", "example"]
)
def test_the_same_extensions_and_plugins(path: Path) -> None:
    settings = yaml.load(path.read_text(encoding="utf-8"), Loader)
    names = [next(iter(e)) if isinstance(e, dict) else e for e in settings["markdown_extensions"]]
    plugins = [next(iter(p)) if isinstance(p, dict) else p for p in settings["plugins"]]
    assert tuple(names) == EXTENSIONS
    assert plugins == ["awesome-nav", "briefing"]
    assert settings["theme"]["font"] is False
    assert "repo_url" not in settings
