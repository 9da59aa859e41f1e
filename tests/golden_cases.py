"""The golden cases of a stage: `tests/golden/STAGE/*.yml`, each file a list of mappings with a name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent / "golden"


def cases(stage: str) -> list[Any]:
    """One pytest parameter a case, called by its file and name."""
    found = []
    for path in sorted((HERE / stage).glob("*.yml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            found.append(pytest.param(case, id=f"{path.stem}: {case['name']}"))
    return found
