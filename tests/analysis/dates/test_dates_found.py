"""Which words of a sentence are dates, and what they say by themselves: tests/golden/dates, a line a case."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.analysis.dates.find_dates import find_dates
from generator.model import (
    Article,
    DateMention,
    InYear,
    Metadata,
    MonthName,
    Nearest,
    Paragraph,
    Relative,
    Tied,
    Units,
    Upcoming,
    Weekday,
)
from generator.text import sentences

_TENSES = {"past": "", "ahead": " planned", "open": " open"}
GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "dates"
CASES = [
    pytest.param(text, found, id=f"{path.stem}: {text[:60]}")
    for path in sorted(GOLDEN.glob("*.yml"))
    for text, found in yaml.safe_load(path.read_text(encoding="utf-8")).items()
]


def spelled(relative: Relative | None) -> str:
    """What is to be resolved as the golden files write it: "next-weekday:4", "2-days-after:the quake"."""
    match relative:
        case Weekday(number, step):
            return f"{step and f'{step}-'}weekday:{number}"
        case MonthName(month, step):
            return f"{step and f'{step}-'}month-name:{month:02}"
        case InYear(years, month, day):
            return f"year:{years}-{month:02}" + (f"-{day:02}" if day else "")
        case Units(unit, count, part):
            return f"{part and f'{part}-'}{unit}:{count}"
        case Nearest(what):
            return f"nearest-{what}"
        case Tied(count, unit, event):
            side = "before" if count < 0 else "after"
            return f"{unit if abs(count) == 1 else f'{abs(count)}-{unit}s'}-{side}:{event}"
        case Upcoming(event):
            return f"ahead:{event}" if event else "soon"
    return "nothing"


def dates_in(text: str) -> tuple[DateMention, ...]:
    article = Article("a", "sources/a.txt", "text", Metadata(), (Paragraph(text),))
    cut = sentences.split(article)
    found = find_dates(cut)
    assert all(text[m.start : m.end] == m.text for m in found)
    return found


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_dates_found(text: str, expected: list[str] | None) -> None:
    found = [
        f"{m.text} = {m.value or spelled(m.relative)}{_TENSES[m.tense]}{f' of {m.year_from}' if m.year_from else ''}"
        for m in dates_in(text)
    ]
    assert found == (expected or [])


@pytest.mark.parametrize("word", ["May", "March", "Mon", "Sat", "Sun", "Dec", "today", "Wednesday", "in 2019"])
def test_long_runs_of_date_words_take_linear_time(word: str) -> None:
    text = " ".join([word] * 1000)
    assert len(dates_in(text)) <= 1000
