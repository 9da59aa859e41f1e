"""The name of each source's page: its own `id` where it has one, else one made of its file's name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from ..model import Document, Part
from ..text.ids import unique_slugs


def page_names(documents: Sequence[Document | Part]) -> list[str]:
    """A page name for each document. An `id` goes first; of others, the one that was there first, by (added, path),
    keeps the plain name, so that no address changes when another file of the same name comes."""
    order = sorted(range(len(documents)), key=lambda i: _order(documents[i]))
    names = [(documents[i].metadata.id or _plain(documents[i].path), documents[i].path) for i in order]
    made = dict(zip(order, unique_slugs(names), strict=True))
    return [made[i] for i in range(len(documents))]


def _order(document: Document | Part) -> tuple[bool, str, str]:
    return not document.metadata.id, document.metadata.added or "", document.path


def _plain(path: str) -> str:
    return str(PurePosixPath(*PurePosixPath(path).with_suffix("").parts[1:]))
