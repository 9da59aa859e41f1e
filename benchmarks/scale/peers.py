"""What others take for a part of the work, each in a process of its own: `python -m benchmarks.scale.peers yake
PROJECT` ranks the keyphrases of every source with YAKE alone, `… mkdocs DOCS` builds the same Markdown with MkDocs and
Material alone. Prints JSON."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from .stages import peak, spent

_BARE = {
    "site_name": "Bare",
    "theme": {"name": "material", "font": False, "features": ["navigation.prune"]},
    "plugins": ["search"],
    "markdown_extensions": ["attr_list", "tables", "toc", "pymdownx.details", "pymdownx.superfences"],
}


def yake(project: Path) -> None:
    """The twenty best keyphrases of each source."""
    from yake import KeywordExtractor

    extractor = KeywordExtractor(top=20)
    for path in sorted((project / "sources").glob("*.txt")):
        extractor.extract_keywords(path.read_text(encoding="utf-8"))


def mkdocs(docs: Path) -> None:
    """A site of the Markdown in `docs`."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    with tempfile.TemporaryDirectory() as scratch:
        settings = Path(scratch) / "mkdocs.yml"
        settings.write_text(
            json.dumps(_BARE | {"docs_dir": str(docs), "site_dir": f"{scratch}/site"}), encoding="utf-8"
        )
        build(load_config(str(settings)))


def main(peer: str, folder: str) -> None:
    """Prints the CPU seconds and the memory of one of them."""
    began = spent()
    {"yake": yake, "mkdocs": mkdocs}[peer](Path(folder).resolve())
    print(json.dumps({"all": spent() - began, "MB": peak()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
