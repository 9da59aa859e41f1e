"""Whether the origins of a statement are quoted, in one word."""

from __future__ import annotations

import pytest

from generator.model import Origin, OriginKind
from generator.pages.basis import manner


@pytest.mark.parametrize(
    ("kinds", "word"),
    [
        (["unnamed"], "unnamed"),
        (["publisher"], "direct"),
        (["speaker"], "quoted"),
        (["speaker", "voices"], "quoted"),
        (["speaker", "unnamed"], "partly"),
        (["publisher", "speaker"], "partly"),
        (["publisher", "unnamed"], "direct"),
    ],
)
def test_quoted_is_said_of_those_only_who_are(kinds: list[OriginKind], word: str) -> None:
    assert manner([Origin(f"{kind}-{n}", kind) for n, kind in enumerate(kinds)]) == word
