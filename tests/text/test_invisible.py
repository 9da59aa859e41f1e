"""Characters that nobody sees go, those that a script is written with stay."""

from __future__ import annotations

import pytest

from generator.text.invisible import visible


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("har\u200bbour", "harbour"),
        ("min\u00adis\u00adtry", "ministry"),
        ("\ufeffharbour", "harbour"),
        ("har\u2060bour", "harbour"),
        ("\u202eharbour\u202c", "harbour"),
        ("\u2067harbour\u2069", "harbour"),
        ("har\u200ebour\u200f", "harbour"),
        ("Auf\u200clage", "Auflage"),
        ("har\u200dbour", "harbour"),
        ("har\U000e0062\U000e0061\U000e0064bour", "harbour"),
        ("har\ufe0fbour", "harbour"),
        ("har\u2062bour\u3164", "harbour"),
        ("港\u200b湾", "港湾"),
        ("\u05de\u200f\u05dc", "\u05de\u05dc"),
        ("\u0634\u200bد", "\u0634د"),
        ("\U0001f600\ufe0f\ufe00\ufe01\U000e0101", "\U0001f600\ufe0f"),
        ("\ufffcharbour", "harbour"),
        ("har\x00bour\x07 and\x1b \x7fquay\x88", "harbour and quay"),
        ("har\ud800bour", "harbour"),
    ],
)
def test_what_nobody_sees_goes(written: str, seen: str) -> None:
    assert visible(written) == seen


@pytest.mark.parametrize(
    "text",
    [
        "\u0645\u06cc\u200c\u0631\u0648\u0645",  # Persian: I go
        "\u0915\u094d\u200d\u0937",  # Hindi: a half form
        "\u0dc1\u0dca\u200d\u0dbb\u0dd3",  # Sinhala: Sri
        "\u0d28\u0d4d\u200d",  # Malayalam: a final letter
        "\u09b0\u200d\u09cd\u09af",  # Bengali: before its mark
        "\u0647\u200d",  # Persian: a joined form at a word's end
        "\u1820\u180b\u1821",  # Mongolian: a variant of a letter
        "\u1781\u17d2\u1789\u17bb\u17c6\u200b\u1791\u17c5",  # Khmer: between two words
        "\U0001f468\u200d\U0001f469\u200d\U0001f467",  # a family
        "\u2764\ufe0f\u200d\U0001f525",
        "1\ufe0f\u20e3",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",  # a flag
        "\u845b\U000e0100",  # a form of an ideograph
        "a\u00a0b\u2009c\u2011d",  # seen, as space and hyphen
    ],
)
def test_what_a_script_is_written_with_stays(text: str) -> None:
    assert visible(text) == text
