"""The script behind the search box: its text with a site's words in place, and the name that it gets in the site."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from importlib import resources

from ..model import Asset

_PARTS = ("search_find.js", "search_box.js", "search_arrive.js")  # one request for all


def search_script(texts: Mapping[str, str], stopwords: Iterable[str]) -> Asset:
    """The script of a site. `texts` are what the box says, `stopwords` the words that carry nothing."""
    folder = resources.files("generator.material") / "scripts"
    sources = ((folder / name).read_text(encoding="utf-8") for name in _PARTS)
    lines = (line.strip() for source in sources for line in source.splitlines())
    script = "".join(line + "\n" for line in lines if line and not line.startswith("//"))
    for place, value in (("TEXTS", dict(texts)), ("STOPWORDS", " ".join(sorted(stopwords)))):
        script = script.replace(f'"{place}"', json.dumps(value, ensure_ascii=False))
    name = hashlib.sha256(script.encode()).hexdigest()[:8]
    return Asset(f"assets/javascripts/search.{name}.js", script.encode())
