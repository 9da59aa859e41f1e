"""Whoever is named is named without a mail address."""

from __future__ import annotations

import pytest

from generator.reading.named import without_address


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Ana Lind", "Ana Lind"),
        ("@ana", "@ana"),
        ("ana@port.example", None),
        ("mailto:ana@port.example", None),
        ("<ana@port.example>", None),
        ("ana@port.example (Ana Lind)", "Ana Lind"),
        ("Ana Lind <ana@port.example>", "Ana Lind"),
        ("Ana Lind [mailto:ana@port.example]", "Ana Lind"),
        ("Ana Lind, bo@port.example, Cy Marsh", "Ana Lind; Cy Marsh"),
        ("Ana Lind; bo@port.example", "Ana Lind"),
    ],
)
def test_a_mail_address_is_no_name(written: str, name: str | None) -> None:
    assert without_address(written) == name
