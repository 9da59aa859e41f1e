"""What a line of a scrape looks like, and what stands around it: the numbers that `linemodel` weighs.

Prose clusters: an article is the place where long lines with sentence ends stand together, so most features ask how
much prose lies near a line, before it and after it, and whether it is inside the densest stretch. Nothing here knows a
language, but for the boilerplate words of `junk`. The work is linear in the number of lines."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from .junk import count_boilerplate, marks_comment, opens_comments, opens_tail

_END = re.compile(r"[.!?:;…。！？।॥][\"'”’»)\]」』]*$")
_BULLET = re.compile(r"[•*·▪◦‣●○■□➤►–—+-]\s|\(?\d{1,3}[.)]\s")
_DATE = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d|\b\d\d?\.? "
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d{4}-\d\d|\d[/.]\d\d?[/.]\d\d|\d年|\d\d:\d\d|\bago\b|^\W{0,3}by\b",
    re.IGNORECASE,
)
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_PROSE_WORDS = 10
_DENSEST_COST = 8
_SOME_PROSE = 100


@dataclass(frozen=True, slots=True)
class ScrapeLine:
    """A line that is not blank, measured by itself. `gap` counts the blank lines before it; `words` are estimated
    where a script has no spaces; `prose` is `words` where the line reads as running text, else 0."""

    text: str
    number: int
    gap: int
    words: int
    capitals: float
    digits: float
    ended: bool
    bullet: bool
    dated: bool
    commas: int
    boilerplate: int
    tail: bool
    comments: bool
    comment: bool
    prose: int
    indent: int


def measure(text: str, number: int, gap: int) -> ScrapeLine:
    """`text`, a line as it stands with its indent, measured."""
    line = text.strip()
    tokens = line.split()
    unspaced = len(_UNSPACED.findall(line))
    words = len(tokens) + unspaced // 2
    capitals = sum(map(_capital, tokens)) / len(tokens)
    digits = sum(t[0].isdigit() for t in tokens) / len(tokens)
    return ScrapeLine(
        text=line,
        number=number,
        gap=gap,
        words=words,
        capitals=capitals,
        digits=digits,
        ended=_END.search(line[-8:]) is not None,
        bullet=_BULLET.match(line) is not None,
        dated=words < 20 and _DATE.search(line) is not None,
        commas=line.count(",") + line.count("、"),
        boilerplate=count_boilerplate(line) if words < 60 else 0,
        tail=words <= 8 and opens_tail(line),
        comments=words <= 14 and opens_comments(line),
        comment=words <= 14 and marks_comment(line),
        prose=words * _is_running(words, capitals, digits),
        indent=min(len(text) - len(text.lstrip()), 12),
    )


def _capital(token: str) -> bool:
    """Whether a word begins with a capital, after a quotation mark too."""
    return token[0].isupper() or (not token[0].isalnum() and token[1:2].isupper())


def _is_running(words: int, capitals: float, digits: float) -> bool:
    """Whether a line reads as running text, by its length and its shares of capitals and numbers."""
    return words >= _PROSE_WORDS and capitals < 0.5 and digits < 0.3


def features(lines: list[ScrapeLine]) -> list[dict[str, float]]:
    """For each line the features by name, in one fixed order."""
    rows = [_own(line) for line in lines]
    for context in (_prose_around, _neighbours, _densest, _smoothed, _tails, _repeats):
        for row, more in zip(rows, context(lines), strict=True):
            row.update(more)
    for row, line in zip(rows, lines, strict=True):
        row["bullet in prose"] = line.bullet * row["prose before, wide"]
        row["short in prose"] = (line.words < 12) * (row["prose before, wide"] + row["prose after, wide"])
    return rows


def _own(line: ScrapeLine) -> dict[str, float]:
    words = line.words
    return {
        "log words": math.log(1 + words),
        "15 words or more": float(words >= 15),
        "30 words or more": float(words >= 30),
        "share of capitals": line.capitals,
        "share of digits": line.digits,
        "ended": float(line.ended),
        "ended by a colon": float(line.text.endswith((":", "："))),
        "bullet": float(line.bullet),
        "bullet with a sentence": float(line.bullet and words >= 5),
        "dated": float(line.dated),
        "commas": float(min(line.commas, 5)),
        "boilerplate words": float(min(line.boilerplate, 4)),
        "boilerplate rate": line.boilerplate / max(words, 1),
        "opens a tail": float(line.tail),
        "indent": line.indent / 4,
        "short, not ended": float(words < 12 and not line.ended),
        "long, not ended": float(words >= 15 and not line.ended),
    }


def _prose_around(lines: list[ScrapeLine]) -> list[dict[str, float]]:
    total = sum(line.prose for line in lines) or 1
    before = 0
    rows = []
    for line in lines:
        share = before / total
        rest = 1 - (before + line.prose) / total
        rows.append(
            {
                "amid the prose": 4 * share * rest,
                "no prose before": float(share == 0),
                "no prose after": float(rest <= 0),
            }
        )
        before += line.prose
    return rows


def _neighbours(lines: list[ScrapeLine]) -> list[dict[str, float]]:
    before, after = _distances(lines), _distances(lines[::-1])[::-1]
    beside = zip([None, *lines], lines, [*lines[1:], None], before, after, strict=False)
    return [
        {
            "stands alone": float(_parts(line, previous) and _parts(following, line)),
            "ended after": float(following is not None and following.ended),
            "ended before": float(previous is not None and previous.ended),
            "log words before": _log_words(previous),
            "log words after": _log_words(following),
            "log lines since prose": math.log(1 + since),
            "log lines until prose": math.log(1 + until),
        }
        for previous, line, following, since, until in beside
    ]


def _parts(line: ScrapeLine | None, previous: ScrapeLine | None) -> bool:
    """Whether a blank line, or an end of the scrape, stands between a line and the one before."""
    return line is None or previous is None or line.gap > 0


def _log_words(line: ScrapeLine | None) -> float:
    return math.log(1 + line.words) if line else 0.0


def _distances(lines: list[ScrapeLine]) -> list[int]:
    found, distance = [], 50
    for line in lines:
        found.append(distance)
        distance = 0 if line.prose else min(distance + 1, 50)
    return found


def densest(lines: list[ScrapeLine]) -> tuple[int, int]:
    """The stretch, as indexes with an open end, that holds the most words of prose, each other line in it costing
    eight (the largest sum over a contiguous run, by Kadane)."""
    best, found, current, start = 0, (0, 0), 0, 0
    for index, line in enumerate(lines):
        if current <= 0:
            current, start = 0, index
        current += line.prose or -_DENSEST_COST
        if current > best:
            best, found = current, (start, index + 1)
    return found


def _densest(lines: list[ScrapeLine]) -> list[dict[str, float]]:
    start, end = densest(lines)
    return [
        {
            "in the densest stretch": float(start <= index < end),
            "log lines before it": math.log(1 + max(start - index, 0)),
            "log lines after it": math.log(1 + max(index - end + 1, 0)),
        }
        for index in range(len(lines))
    ]


_SMOOTHED = (
    ("prose", 0.8, lambda line: min(line.prose, 60) / 60),
    ("length", 0.8, lambda line: math.log(1 + line.words)),
    ("boilerplate", 0.93, lambda line: min(line.boilerplate, 3)),
    ("bullets", 0.93, lambda line: float(line.bullet)),
    ("comments", 0.9, lambda line: float(line.comment)),
    ("capitals", 0.5, lambda line: line.capitals),
)


def _smoothed(lines: list[ScrapeLine]) -> list[dict[str, float]]:
    rows: list[dict[str, float]] = [{} for _ in lines]
    for name, keep, value in _SMOOTHED:
        values = [value(line) for line in lines]
        wide = ", wide" if name == "prose" else ""
        for row, x in zip(rows, _smooth(values, keep), strict=True):
            row[f"{name} before{wide}"] = x
        for row, x in zip(rows, _smooth(values[::-1], keep)[::-1], strict=True):
            row[f"{name} after{wide}"] = x
    return rows


def _smooth(values: list[float], keep: float) -> list[float]:
    """The exponentially weighted mean of what came before each value."""
    found, mean = [], 0.0
    for value in values:
        found.append(mean)
        mean = keep * mean + (1 - keep) * value
    return found


def _tails(lines: list[ScrapeLine]) -> list[dict[str, float]]:
    total = sum(line.prose for line in lines) or 1
    before = tails = comments = 0
    rows = []
    for line in lines:
        rows.append(
            {
                "after a tail": float(tails > 0),
                "tails": float(min(tails, 3)),
                "after a comments heading": float(comments > 0),
            }
        )
        comments += line.comments and before >= _SOME_PROSE
        tails += line.tail and before > total / 2
        before += line.prose
    return rows


def _repeats(lines: list[ScrapeLine]) -> list[dict[str, float]]:
    keys = [" ".join(line.text.lower().split()) for line in lines]
    count: dict[str, int] = {}
    for key in keys:
        count[key] = count.get(key, 0) + 1
    return [{"repeated": float(count[key] > 1 and line.words < 40)} for key, line in zip(keys, lines, strict=True)]
