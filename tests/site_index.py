"""What the search of a built site can find."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any


def indexed(site: Path) -> list[dict[str, Any]]:
    """The pages that the index holds, as it holds them: `url`, `content`, `meta`."""
    kept = sorted((site / "pagefind" / "fragment").iterdir())
    return [json.loads(gzip.decompress(f.read_bytes()).removeprefix(b"pagefind_dcd")) for f in kept]
