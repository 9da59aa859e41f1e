"""A chart of each kind made by hand, plain and of hostile words. As a program it prints what each one's files are."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from datetime import date

from generator.pages.pictures.bars import Bars, bars
from generator.pages.pictures.intervals import Days, bins
from generator.pages.pictures.layout import Chart
from generator.pages.pictures.over_time import Strips

HOSTILE = (
    "<script>alert(1)</script>\"' onload=x ]]> <!-- & &amp;",
    "$x^2$ and $\\frac{1}{0$ for 5$ or 6$",
    "\\TeX{} %s {0} {{ 7 }} #0f4c81 #1c2430 fill: #ffffff",
    "W" * 300,
    "ALL CAPITALS " * 30,
    "日本語の長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い題名です",
    "שלום עולם " * 20,
    "العربية \u202eevil\u202c \u200f " * 20,
    "हिन्दी में एक बहुत लंबा शीर्षक जो कहीं नहीं समाता " * 5,
    "🚢🚆🇮🇳👩‍👩‍👧 " * 30,
    "nul \x00 bell \x07 tab \t line \n surrogate \ud800 not a character \uffff end",
    "",
    "_leading underscore",
)


def on(day: date) -> Days:
    """A day that is known."""
    return Days(day, day, True)


def strips(texts: tuple[str, ...]) -> Strips:
    """A strip for each text with one and four things on two days of its own."""
    days = [[on(date(2020, 1, 5 + i)), *[on(date(2020, 9, 9 + i))] * 4] for i in range(len(texts))]
    return Strips(texts, bins(days))


def columns(texts: tuple[str, ...]) -> Strips:
    """A strip for each text with ninety days in bins, a month and a year; some are left out."""
    days = [[on(date.fromordinal(737_000 + 7 * i + j)) for i in range(90)] for j in range(len(texts))]
    days[0] += [Days(date(2019, 3, 1), date(2019, 3, 31), False), Days(date(2019, 1, 1), date(2019, 12, 31), False)]
    return Strips(texts, bins(days), 4, 2)


def publishers(texts: tuple[str, ...]) -> Bars:
    """A group for each text with a publisher for each text, 1, 2, 3 … times."""
    made = bars([(text, Counter({who: i + 1 for i, who in enumerate(texts)})) for text in texts])
    assert made
    return made


PLAIN = ("Rail link", "Port", "A third thing", "A fourth thing")
MAKERS: dict[str, Callable[[tuple[str, ...]], Chart]] = {
    "strips": strips,
    "columns": columns,
    "bars": publishers,
}
CHARTS: dict[str, Chart] = {
    f"{kind}-{name}": make(texts[:12])
    for kind, make in MAKERS.items()
    for name, texts in (("plain", PLAIN), ("hostile", HOSTILE))
}


def main() -> None:
    from generator.pages.pictures.charts import draw

    for name, chart in CHARTS.items():
        for scheme, data in draw(chart).items():
            print(name, scheme, len(data), hashlib.sha256(data).hexdigest())


if __name__ == "__main__":
    main()
