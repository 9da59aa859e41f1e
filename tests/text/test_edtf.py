"""EDTF dates: which texts are one, and as what they are kept."""

from __future__ import annotations

import pytest

from generator.text.edtf import Edtf, is_edtf, normal_date, parse_edtf


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2031-03-12", "2031-03-12"),
        ("2031-03", "2031-03"),
        ("2031", "2031"),
        ("XXXX-10-07", "XXXX-10-07"),
        ("2031-XX", "2031-XX"),
        ("2031-03~", "2031-03~"),
        ("2032-02-29", "2032-02-29"),
        ("2031-02-29", None),
        ("2031-13", None),
        ("2031-21", "2031-21"),
        ("2031-00", None),
        ("2031-04-31", None),
        ("XXXX", None),
        ("0000", None),
        ("2031-03-12T09:40:00Z", "2031-03-12"),
        ("2031-3-5 09:40", "2031-03-05"),
        ("2031-3-5", None),
        ("12/03/2031", None),
        ("yesterday", None),
        ("２０３１", None),
        ("", None),
    ],
)
def test_a_date_is_kept_where_it_is_one_of_the_calendar(text: str, expected: str | None) -> None:
    assert normal_date(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2031-03-12/2031-03-14", True),
        ("XXXX-03-12/XXXX-03-14", True),
        ("2031", True),
        ("203X", True),
        ("2031-03-12/2031-02-30", False),
        ("2031-03-12/", False),
        ("2031/2032/2033", False),
        ("2031-02-30", False),
        ("2031-03-12T09:40:00Z", False),
        ("XXXX", False),
    ],
)
def test_an_interval_is_two_dates(text: str, expected: bool) -> None:
    assert is_edtf(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2031-03-12", Edtf("2031", 3, 12, "")),
        ("2031-03-12T09:40:00Z", Edtf("2031", 3, 12, "")),
        ("203X", Edtf("203X", None, None, "")),
        ("2031-XX-XX~", Edtf("2031", None, None, "~")),
        ("2031-21?", Edtf("2031", 21, None, "?")),
        ("XXXX-03-XX", Edtf("XXXX", 3, None, "")),
        ("2031-13", None),
        ("2031/2032", None),
    ],
)
def test_a_date_has_parts_as_far_as_they_are_known(text: str, expected: Edtf | None) -> None:
    assert parse_edtf(text) == expected
