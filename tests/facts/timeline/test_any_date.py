"""What holds for dates of any day: what is written is what is read, and nothing is resolved to what is no date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analysis.dates.find_dates import find_dates
from generator.facts.timeline.resolve import contains, full_day, resolve, shifted, starts
from generator.model import Article, DateMention, Metadata, MonthName, Nearest, Paragraph, Units, Weekday
from generator.model.dates import InYear
from generator.text.edtf import is_edtf, normal_date, parse_edtf
from generator.text.sentences import split

DAYS = st.dates(date(1950, 1, 1), date(2049, 12, 31))
ANY_DAY = st.dates()
WRITTEN = ("{d.day} {d:%B} {d.year}", "{d:%B} {d.day}, {d.year}", "{d.year}-{d.month:02}-{d.day:02}")
RELATIVE = st.one_of(
    st.builds(Weekday, st.integers(0, 6), st.sampled_from(["", "last", "this", "next"])),
    st.builds(MonthName, st.integers(1, 12), st.sampled_from(["", "last", "this", "next"])),
    st.builds(Units, st.sampled_from(["day", "week", "weekend", "month", "year"]), st.integers(-(10**6), 10**6)),
    st.builds(InYear, st.integers(-9999, 9999), st.integers(1, 12), st.none() | st.integers(1, 31)),
    st.builds(Nearest, st.sampled_from(["weekend", "midyear"])),
)
PUBLISHED = (
    st.none() | ANY_DAY.map(date.isoformat) | st.sampled_from(["2020", "2020-10", "2020-10-07~", "XXXX-02-29", "x"])
)


@pytest.mark.parametrize("pattern", WRITTEN)
@given(day=DAYS)
def test_a_day_that_is_written_out_is_that_day(pattern: str, day: date) -> None:
    text = f"The port of Vellmar opened on {pattern.format(d=day)} after a storm."
    article = Article("a", "sources/a.txt", "text", Metadata(), (Paragraph(text),))
    (found,) = find_dates(split(article))
    assert text[found.start : found.end] == found.text
    assert found.value == resolve(found, "1999-01-01") == day.isoformat()


@given(relative=RELATIVE, published=PUBLISHED, tense=st.sampled_from(["past", "ahead", "open"]))
def test_what_is_relative_becomes_a_date_or_stays_unknown(relative: object, published: str | None, tense: str) -> None:
    mention = DateMention(0, 0, 1, "x", None, relative, tense)  # type: ignore[arg-type]
    found = resolve(mention, published)
    assert found is None or is_edtf(found)
    if published is None:
        assert found is None or "X" in found


@given(day=ANY_DAY, days=st.integers(-(10**6), 10**6))
def test_days_later_are_days_earlier_again(day: date, days: int) -> None:
    there = shifted(day.isoformat(), days)
    assert there is None or shifted(there, -days) == day.isoformat()
    assert there is None or full_day(there) == day + timedelta(days=days)


@given(day=ANY_DAY)
def test_a_month_and_a_year_hold_their_days(day: date) -> None:
    whole = day.isoformat()
    assert contains(whole[:7], whole) and contains(whole[:4], whole) and contains(whole[:4], whole[:7])
    assert not contains(whole, whole[:7]) and not contains(whole, whole)
    assert starts(whole[:4]) <= starts(whole[:7]) <= starts(whole)


@given(text=st.text(alphabet="0123456789X-/?~%T: Z+", max_size=24))
def test_a_date_is_normal_once_and_has_parts(text: str) -> None:
    normal = normal_date(text)
    assert normal is None or (normal_date(normal) == normal and is_edtf(normal) and parse_edtf(text) is not None)
    assert parse_edtf(text) is None or normal is not None
