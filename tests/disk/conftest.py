"""What tests of files share."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def docs_folder(tmp_path: Path) -> Path:
    """The docs/ of a project."""
    folder = tmp_path / "docs"
    folder.mkdir()
    return folder
