"""The headline of a scrape, found among the lines above its first paragraph, and the publisher its suffix names."""

from __future__ import annotations

import re

from .line_features import ScrapeLine

_WORD = re.compile(r"[^\W_]+")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]{2,}")
_STEM = 6
_NEAR = 0.8
_ENOUGH = 1.5
_WEAK_MARKS = ("-", ":", "–", "—")  # which stand within titles too
_FEWEST_WORDS, _MOST_WORDS = 3, 6  # of a title, and of a site's name
_SMALL_WORDS = ("of", "the", "de", "and", "la")
_OVER_BYLINE: dict[int | None, float] = {1: 1.0, 2: 0.8, 3: 0.4}
_SUFFIX = re.compile(r"^(.{12,300}?\S)\s+([|–—·•»:-]|::)\s+([^|–—·•»]{2,60})$")
_PRESS = re.compile(
    r"\b(?:times|news|post|herald|journal|daily|today|telegraph|guardian|bbc|cnn|reuters|mint|magazine|review|tribune|"
    r"gazette|chronicle|express|standard|wire|press|blog|tv|media|online|weekly|observer|independent|mirror|mail|sun|star|"
    r"world|hindu|bloomberg|forbes|zeitung|spiegel|el pa[ií]s|le monde|figaro|nikkei|insider|network|radio|bulletin|"
    r"dispatch|\w*blatt|anzeiger|nachrichten|presse|\w*zeitung|peri[oó]dico|diario|noticias|gaceta|courrier|samachar)\b|"
    r"\.(?:com|org|net|in|co)\b|新聞|ニュース|समाचार",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:(?:[Ww]ritten|[Rr]eported) by|[Bb]y|BY|[Vv]on|[Pp]or|[Pp]ar)[ :]\s?"
    r"([A-ZÀ-Þ][\w.'’-]+(?: (?:de|van|von|der|al|bin|[A-ZÀ-Þ][\w.'’-]*)){1,4})"
    r"(?:(?:,| ?[|•·–—]| -)(?! ?(?:the|an?|it|he|she|they|we|you) )[^.!?]{1,60})?"
)


def stems(text: str) -> frozenset[str]:
    """The words of `text` as keys that compare: case-folded and cut to six letters, or pairs of letters where a
    script has no spaces."""
    keys = {word.casefold()[:_STEM] for word in _WORD.findall(text)}
    for run in _UNSPACED.findall(text):
        keys.update(run[at : at + 2] for at in range(len(run) - 1))
    return frozenset(keys)


def near_repeat(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two lines say the same in nearly the same words (Dice of their stems)."""
    return min(len(a), len(b)) >= 5 and 2 * len(a & b) >= _NEAR * (len(a) + len(b))


def telling(keys: frozenset[str]) -> frozenset[str]:
    """Those of `keys` that can tell what a text is about: no short words."""
    return frozenset(key for key in keys if len(key) >= 4 or any(c.isdigit() for c in key) or not key.isascii())


def split_publisher(title: str, body: frozenset[str]) -> tuple[str, str | None]:
    """`title` without the site's name at its end, and that name. What follows a dash or bar is a site's name where it
    has a word of the press in it, or follows a bar and none of its words stands in the `body`."""
    found = _SUFFIX.match(title)
    if found:
        head, mark, tail = found.groups()
        of_press = _PRESS.search(tail) is not None
        may_be = of_press and mark != ":" if mark in _WEAK_MARKS else of_press or not telling(stems(tail)) & body
        if may_be and len(head.split()) >= _FEWEST_WORDS and _is_name(tail.split()):
            return head, tail.strip()
    return title, None


def _is_name(words: list[str]) -> bool:
    """Whether words are written as those of a name are, and few enough."""
    return len(words) <= _MOST_WORDS and all(map(_is_name_word, words))


def _is_name_word(word: str) -> bool:
    return word[0].isupper() or not word[0].isalpha() or "." in word[:-1] or word in _SMALL_WORDS


def byline(text: str) -> str | None:
    """The name in a line that says who wrote the text, and at most the writer's post or a date."""
    found = _BYLINE.fullmatch(text)
    return found[1] if found and len(text) <= 80 and text[:1].isupper() else None


def headline_score(
    line: ScrapeLine, body: frozenset[str], distance: int, repeats_others: bool, to_byline: int | None = None
) -> float:
    """How well a line above the text serves as its headline, from what it shares with the text, its length, how near
    it stands, how many lines lie between it and a byline or a date below it, and how little it looks like a sentence,
    a button or a date. 1.5 or more will do."""
    keys = telling(stems(line.text))
    share = len(keys & body) / len(keys) if keys else 0.0
    score = 3.0 * share + (1.0 if 4 <= line.words <= 20 else -0.6 if line.words > 22 else -0.5)
    score += 0.5 if line.words >= 6 else 0.0
    score -= 0.08 * min(distance, 20)
    score += _OVER_BYLINE.get(to_byline, 0.0) * (not line.dated)
    score -= (
        2.0 * repeats_others + 0.7 * min(line.boilerplate, 3) * (line.words < 12) + 1.5 * line.bullet + 1.2 * line.dated
    )
    ended = line.text.rstrip("\"'”’").endswith((".", "。", "।", ";", ",", ":"))
    return score - 1.2 * ended - (1.0 if line.text[:1].islower() else 0.0) - 1.5 * line.tail * (line.words < 5)


ENOUGH = _ENOUGH
