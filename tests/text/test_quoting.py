"""Which sources the limits on quoting hold for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.config import Config
from generator.model import Kind, Metadata
from generator.text.quoting import quoted_freely


@pytest.mark.parametrize(
    ("kind", "full_text", "free"),
    [("report", False, False), ("digest", False, True), ("report", True, True), ("digest", True, True)],
)
def test_a_report_is_quoted_freely_only_where_the_settings_say_so(kind: Kind, full_text: bool, free: bool) -> None:
    settings = replace(Config("T", ()), publish_full_text=full_text)
    assert quoted_freely(Metadata(kind=kind), settings) is free
