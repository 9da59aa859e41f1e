"""How well pages and scrapes are read, beside the peers: `python -m benchmarks.quality_reading DATA`.

DATA/articles holds pages/NAME.html.gz, scrapes/NAME.txt and gold.json. Bodies are compared as article-extraction
benchmarks compare them: 4-word shingles, each page's counts taken as shares, F1 of their sums over all pages (micro),
and the mean F1 of a page. Exits 1 where ours falls below a floor; where there is no DATA it says so and exits 0.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import readability
import trafilatura
from lxml import html as lxml_html
from resiliparse.extract.html2text import extract_plain_text

from generator.config import Limits
from generator.errors import UnreadableError
from generator.model import SourceFile
from generator.reading import clean, read

FLOORS = {
    "pages body F1": 0.954, "pages mean F1": 0.942, "title exact": 0.85, "author": 0.80, "date right": 0.85,
    "date wrong": -0.08, "scrapes body F1": 0.915, "scrapes mean F1": 0.90,
}  # fmt: skip
"""Just below what was measured, so that a release of trafilatura that reads worse, as 2.2 did, shows: it is pinned."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Got:
    """What a reader made of one file."""

    body: str
    title: str = ""
    author: str = ""
    published: str = ""


Reader = Callable[[str, bytes], Got]
Gold = Mapping[str, Mapping[str, str | None]]


def ours(name: str, data: bytes) -> Got:
    """The article as the road reads and cleans it."""
    try:
        (document,) = read(SourceFile(f"sources/{name}", data), Limits())
    except UnreadableError:
        return Got("")
    article = clean(document, "benchmark")
    meta = article.metadata
    body = "\n".join(p.text for p in article.paragraphs)
    return Got(body, meta.title or "", meta.author or "", meta.published or "")


def by_trafilatura(name: str, data: bytes) -> Got:
    """What trafilatura alone makes of it, as its documentation advises for speed."""
    found = trafilatura.bare_extraction(data, fast=True, include_comments=False, with_metadata=True)
    if found is None or isinstance(found, dict):
        return Got("")
    return Got(found.text or "", found.title or "", found.author or "", found.date or "")


def by_readability(name: str, data: bytes) -> Got:
    """What readability-lxml makes of it."""
    try:
        page = readability.Document(data.decode("utf-8", "replace"))
        return Got("\n".join(map(str, lxml_html.fromstring(page.summary()).itertext())), page.short_title() or "")
    except Exception:  # a peer's failure on a page is its score of nought there
        return Got("")


def by_resiliparse(name: str, data: bytes) -> Got:
    """What resiliparse makes of it, in its mode for main content."""
    return Got(extract_plain_text(data.decode("utf-8", "replace"), main_content=True, alt_texts=False, links=False))


def words(text: str) -> list[str]:
    """The words by which titles and names are compared."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).lower().replace("\u2019", "'").replace("'s", ""))


def shares(gold: str, got: str) -> tuple[float, float, float]:
    """The shares of right, surplus and missing shingles of one page."""
    wanted, found = _shingles(gold), _shingles(got)
    right, surplus, missing = (x.total() for x in (wanted & found, found - wanted, wanted - found))
    total = right + surplus + missing or 1
    return right / total, surplus / total, missing / total


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    tokens = _WORD.findall(text)
    made = Counter(tuple(tokens[i : i + 4]) for i in range(max(1, len(tokens) - 3)))
    del made[()]
    return made


def bodies(reader: Reader, files: Mapping[str, bytes], gold: Gold) -> tuple[float, float, dict[str, Got]]:
    """Micro F1, mean page F1, and what was read, by name."""
    got = {name: reader(name, data) for name, data in files.items()}
    each = [shares(gold[Path(name).stem]["body"] or "", one.body) for name, one in got.items()]
    right, surplus, missing = (sum(column) for column in zip(*each, strict=True))
    mean = sum(2 * r / (2 * r + s + m) for r, s, m in each) / len(each)
    return 2 * right / (2 * right + surplus + missing), mean, got


def metadata(got: Mapping[str, Got], gold: Gold) -> dict[str, float]:
    """Shares of titles that are exact, authors that share a word, and dates: right of all, and wrong of those given
    (as a negative number, so that for every figure more is better)."""
    rows = [(gold[Path(name).stem], one) for name, one in got.items()]
    titles = [words(g["title"] or "") == words(one.title) for g, one in rows if g.get("title")]
    authors = [bool({*words(g["author"] or "")} & {*words(one.author)}) for g, one in rows if g.get("author")]
    dated = [
        (one.published, (g["date"] or "")[:10]) for g, one in rows if re.match(r"\d{4}-\d\d-\d\d", g.get("date") or "")
    ]
    right, given = sum(a[:10] == b for a, b in dated), sum(bool(a) for a, _ in dated)
    return {
        "title exact": sum(titles) / max(1, len(titles)),
        "author": sum(authors) / max(1, len(authors)),
        "date right": right / max(1, len(dated)),
        "date wrong": -(given - right) / max(1, given),
    }


def main(data: str | None = None) -> int:
    """Prints the table and what fell below its floor; the exit status."""
    folder = Path(data or "") / "articles"
    if not data or not (folder / "gold.json").is_file():
        print(f"reading: not measured, no articles/gold.json under DATA={data or '(not given)'}")
        return 0
    gold: Gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    pages = {f"{n}.html": gzip.decompress((folder / "pages" / f"{n}.html.gz").read_bytes()) for n in sorted(gold)}
    scrapes = {f"{n}.txt": (folder / "scrapes" / f"{n}.txt").read_bytes() for n in sorted(gold)}
    readers = (ours, by_trafilatura, by_readability, by_resiliparse)
    mine: dict[str, float] = {}
    for reader in readers:
        micro, mean, got = bodies(reader, pages, gold)
        row = {"pages body F1": micro, "pages mean F1": mean, **metadata(got, gold)}
        mine = mine or row
        print(
            f"{reader.__name__.removeprefix('by_'):<12}" + "  ".join(f"{k} {v:.3f}" for k, v in row.items()), flush=True
        )
    mine["scrapes body F1"], mine["scrapes mean F1"], _ = bodies(ours, scrapes, gold)
    print(f"{'ours':<12}" + "  ".join(f"{k} {v:.3f}" for k, v in mine.items() if k.startswith("scrapes")))
    fell = [
        f"{name} {mine[name]:.3f} is below its floor {floor:.3f}"
        for name, floor in FLOORS.items()
        if mine[name] < floor
    ]
    print("\n".join(fell))
    return 1 if fell else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
