"""What stands above the first paragraph of a scrape: headline, standfirst, kicker, captions, and their repeats."""

from __future__ import annotations

from dataclasses import dataclass

from ...text.sentence_case import is_in_capitals
from .captions import is_caption
from .dateline import find_dateline
from .headline import ENOUGH, byline, headline_score, near_repeat, split_publisher, stems, telling
from .line_features import ScrapeLine

_REACH = 25
_STAND_IN_WORDS = 6, 40  # at least and at most, of what stands in for a headline
_OPEN = (None, "before the article", "link or button", "not the article", "date or byline")  # no rule was sure of these
_GUESSED = ("no headline found: the first line of the standfirst stands in for it",)


@dataclass(frozen=True, slots=True)
class Head:
    """`verdicts` are (index of a line, reason to drop it or None to keep it) beyond what was known before; the lines
    before `body_from` are standfirst where they are kept."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    body_from: int = 0
    verdicts: tuple[tuple[int, str | None], ...] = ()
    notes: tuple[str, ...] = ()


def sort_head(
    lines: list[ScrapeLine], reasons: list[str | None], body: frozenset[str], known: str | None, latest: int
) -> Head:
    """The head of a scrape whose lines are kept or dropped for `reasons` so far; `body` holds the telling stems of what
    is kept, `known` is the title where the metadata gives one, and line `latest` is not above the text any more."""
    start = min(latest, _first_paragraph(lines, reasons))
    above = range(max(0, start - _REACH), start)
    keys = {n: stems(lines[n].text) for n in above}
    repeats = _repeats(lines, keys)
    title = _find_title(lines, reasons, body, above, start, repeats, known)
    title_keys = stems(lines[title].text if title is not None else known or "")
    verdicts = ((n, _verdict(n, title, lines, reasons, keys, repeats, title_keys)) for n in above)
    text, publisher = split_publisher(lines[title].text, body) if title is not None else (None, None)
    bylines = _bylines(lines, above)
    return Head(
        title=text,
        publisher=publisher,
        author=next(iter(bylines.values()), None),
        published=find_dateline(lines, title, start, bylines),
        body_from=start,
        verdicts=tuple((n, reason) for n, reason in verdicts if reason is not None),
        notes=_GUESSED if known is None and _is_guess(title, lines, repeats) else (),
    )


def _bylines(lines: list[ScrapeLine], above: range) -> dict[int, str]:
    return {n: name for n in above if (name := byline(lines[n].text))}


def _first_paragraph(lines: list[ScrapeLine], reasons: list[str | None]) -> int:
    """The index of the first kept line that is a paragraph of whole sentences, and no bullet."""
    for wanted in (12, 5):
        for n, (line, reason) in enumerate(zip(lines, reasons, strict=True)):
            if (
                reason is None
                and line.words >= wanted
                and line.ended
                and not line.bullet
                and not line.text.endswith(":")
            ):
                return n
    return next((n for n, reason in enumerate(reasons) if reason is None), 0)


def _repeats(lines: list[ScrapeLine], keys: dict[int, frozenset[str]]) -> dict[int, int]:
    """For each line that nearly repeats others of the head: which of them stays for all. A bullet or a line of its own
    goes before a caption, an earlier line before a later one, but a bullet before a bare copy of it."""
    groups: list[list[int]] = []
    for n, own in keys.items():
        group = next((g for g in groups if near_repeat(keys[g[0]], own)), None)
        if group is None:
            groups.append([n])
        else:
            group.append(n)
    stays = {}
    for group in groups:
        if len(group) > 1:
            best = min(group, key=lambda n: (is_caption(lines[n].text), not lines[n].bullet, n))
            stays.update(dict.fromkeys(group, best))
    return stays


def _find_title(
    lines: list[ScrapeLine],
    reasons: list[str | None],
    body: frozenset[str],
    above: range,
    start: int,
    repeats: dict[int, int],
    known: str | None,
) -> int | None:
    if known is not None:
        return _same_as(known, lines, above)
    may_be = [n for n in above if _may_be_title(lines[n], reasons[n])]
    scores = [
        headline_score(lines[n], body, start - n, _is_standfirst(n, lines, repeats), _to_byline(n, lines, above))
        for n in may_be
    ]
    best = max(scores, default=0.0)
    if best >= ENOUGH:
        return _first_alike(may_be[scores.index(best)], lines, above, repeats)
    stand_in = _stand_in([n for n in may_be if lines[n].words >= _STAND_IN_WORDS[0]], lines, repeats)
    return _in_capitals(lines, reasons, body, above) if stand_in is None else stand_in


def _in_capitals(lines: list[ScrapeLine], reasons: list[str | None], body: frozenset[str], above: range) -> int | None:
    """The longest line above the text that is in capitals and shares a word with it: a headline of few words, which
    nothing else shows to be one."""
    found = [n for n in above if reasons[n] in _OPEN and is_in_capitals(lines[n].text) and _speaks_of(lines[n], body)]
    return max(found, key=lambda n: (lines[n].words, -n), default=None)


def _speaks_of(line: ScrapeLine, body: frozenset[str]) -> bool:
    keys = telling(stems(line.text))
    shared = any(key.startswith(other) or other.startswith(key) for key in keys for other in body)
    return shared and not line.dated and not is_caption(line.text)


def _first_alike(n: int, lines: list[ScrapeLine], above: range, repeats: dict[int, int]) -> int:
    """Line `n`, or, of a standfirst, the first that says the same."""
    if not _is_standfirst(n, lines, repeats):
        return n
    return next(m for m in above if m in repeats and repeats[m] == repeats[n])


def _stand_in(long: list[int], lines: list[ScrapeLine], repeats: dict[int, int]) -> int | None:
    """The first of the `long` lines, where it is none too long and some are repeated as a standfirst is."""
    return long[0] if long and lines[long[0]].words <= _STAND_IN_WORDS[1] and set(long) & set(repeats) else None


def _to_byline(n: int, lines: list[ScrapeLine], above: range) -> int | None:
    """How far below line `n` the next short line with a date or a writer stands."""
    return next((m - n for m in range(n + 1, min(n + 4, above.stop)) if lines[m].dated and lines[m].words <= 14), None)


def _same_as(known: str, lines: list[ScrapeLine], above: range) -> int | None:
    wanted = stems(known)
    return next((n for n in above if stems(lines[n].text) == wanted or near_repeat(stems(lines[n].text), wanted)), None)


def _is_guess(title: int | None, lines: list[ScrapeLine], repeats: dict[int, int]) -> bool:
    """Whether the title is a line of the standfirst, which stands in for a headline."""
    return title is not None and _is_standfirst(title, lines, repeats)


def _may_be_title(line: ScrapeLine, reason: str | None) -> bool:
    return reason in _OPEN and 12 <= len(line.text) <= 300 and line.words >= 2 and not is_caption(line.text)


def _is_standfirst(n: int, lines: list[ScrapeLine], repeats: dict[int, int]) -> bool:
    """Whether line `n` is one of several long lines that say the same: a standfirst, with its caption or bullet."""
    return n in repeats and (lines[n].words > 16 or (repeats[n] != n and lines[repeats[n]].bullet))


def _verdict(
    n: int,
    title: int | None,
    lines: list[ScrapeLine],
    reasons: list[str | None],
    keys: dict[int, frozenset[str]],
    repeats: dict[int, int],
    title_keys: frozenset[str],
) -> str | None:
    if n == title:
        return "title"
    if title_keys and (keys[n] == title_keys or near_repeat(keys[n], title_keys)):
        return "repeats the title"
    if repeats.get(n, n) not in (n, title):
        return f"repeats line {lines[repeats[n]].number}"
    if byline(lines[n].text):
        return "byline"
    return "kicker" if _is_kicker(n, title, lines, reasons) else None


def _is_kicker(n: int, title: int | None, lines: list[ScrapeLine], reasons: list[str | None]) -> bool:
    """Whether a line is a few words above the text that are kept so far, or stand right above the title."""
    short = lines[n].words <= 4 and not lines[n].ended
    return short and (reasons[n] is None or (n + 1 == title and reasons[n] in _OPEN))
