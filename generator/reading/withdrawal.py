"""A source that was taken back: what its metadata tell stays, its text does not."""

from __future__ import annotations

from ..model import Metadata, Withdrawn


def taken_back(name: str, path: str, metadata: Metadata) -> Withdrawn | None:
    """The record of the source `name` where its metadata say that it was withdrawn."""
    if not metadata.withdrawn:
        return None
    return Withdrawn(
        id=name,
        path=path,
        kind=metadata.kind,
        title=metadata.title,
        publisher=metadata.publisher,
        published=metadata.published,
        url=metadata.url,
        on=metadata.withdrawn,
        because=metadata.withdrawn_because,
        by=metadata.withdrawn_by,
        formerly=metadata.formerly,
    )
