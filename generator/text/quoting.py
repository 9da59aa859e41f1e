"""Which sources the limits on quoting hold for."""

from __future__ import annotations

from ..config import Config
from ..model import Metadata


def quoted_freely(metadata: Metadata, config: Config) -> bool:
    """Whether every word of a source may be published, so that neither `quotes.max_words` nor `quotes.max_share` holds
    for it: a digest is the project's own account, and `publish_full_text` frees every source."""
    return metadata.is_digest or config.publish_full_text
