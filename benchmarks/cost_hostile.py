"""CPU of documents written to be slow, and how cost grows with length: `python -m benchmarks.cost_hostile`.
Asked: a line or a Markdown file under one second, a page under five, and eight times the text at most 16 times the
cost."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial

from generator.config import Limits
from generator.errors import UnreadableError
from generator.model import Article, Metadata, Paragraph, SourceFile
from generator.reading import clean, read
from generator.text.sentences import split
from tests.hostile import LINES, MARKDOWN, PAGES

_PROSE = "The ferry to the island will sail again on Monday, the port said, after a winter of repairs."
_SCRAPE = (_PROSE, "", "Home", "Share", "Leave a comment", "Photo: Reuters", "12 March 2031", "More…")


def reading(name: str, text: str) -> None:
    """Reads and cleans one document, or has it refused."""
    try:
        for document in read(SourceFile(f"sources/{name}", text.encode()), Limits()):
            clean(document, "a")
    except UnreadableError:
        pass


def cost(work: Callable[[], object]) -> float:
    """CPU seconds of the quickest of two runs."""
    spent = []
    for _ in range(2):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return min(spent)


def worst(name: str, texts: dict[str, str], most: float) -> bool:
    """Prints the dearest of `texts`, read as a file called `name`; true where it costs more than `most` seconds."""
    reading(name, _PROSE)
    spent = {kind: cost(partial(reading, name, text)) for kind, text in texts.items()}
    kind = max(spent, key=lambda k: spent[k])
    print(f"{name}: {len(texts)} hostile documents, the dearest ({kind}) {spent[kind]:.2f} s (asked: < {most:g})")
    return spent[kind] >= most


def growth(what: str, work: Callable[[int], object]) -> bool:
    """Prints how the cost of `work` grows with eight times the text; true where that is more than 16 times."""
    times = cost(lambda: work(8)) / cost(lambda: work(1))
    print(f"{what}: eight times the text, {times:.1f} times the cost (asked: < 16)")
    return times >= 16


def sentences(times: int) -> None:
    """Cuts 400 sentences, `times` times as many, in one paragraph."""
    split(Article("a", "sources/a.txt", "text", Metadata(), (Paragraph("The network grew. " * 400 * times),)))


def scrape(times: int) -> None:
    """Reads a scrape of 500 lines, `times` times as many."""
    reading("a.txt", "\n".join(f"{n} {_SCRAPE[n % len(_SCRAPE)]}" for n in range(500 * times)))


def main() -> int:
    """Prints every figure; 1 where one is more than asked."""
    lines = {line[:8]: f"{_PROSE}\n{line}\n{_PROSE[:-1]}{line[:300]}" for line in LINES}
    return int(
        any(
            [
                worst("a.txt", lines, 1),
                worst("a.md", {kind: f"{_PROSE}\n\n{text}\n" for kind, text in MARKDOWN.items()}, 1),
                worst("a.html", {kind: f"<html><body>{text}<p>{_PROSE}</p>" for kind, text in PAGES.items()}, 5),
                growth("sentences of a paragraph", sentences),
                growth("lines of a scrape", scrape),
            ]
        )
    )


if __name__ == "__main__":
    sys.exit(main())
