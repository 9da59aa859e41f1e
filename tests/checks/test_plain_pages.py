"""A page that is read without rendering it reads as it would rendered, whatever was done to it, and no fault hides."""

from __future__ import annotations

import functools
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.checks.pages import check_pages, seen
from generator.checks.plain import SOUND, plain
from generator.checks.seen import body, see
from generator.config import parse
from generator.model import Page, Site, SourceFile
from generator.pipeline import run
from tests.conftest import FIRST, ROOT, SECOND, SETTINGS

_SIGNS = r"""< > { } [ ] | ` * _ \ ~ ^ & ! # - + = : % @ ? " ' ( ) / ** *** --- === ``` ~~~ > &amp; &#60; &lt &copy
&copy; <b> </span> <span> <script> <div> </div> <!-- --> [a](b.md) ![a](b.md) [a]:b { {.x} onclick="x" <https://a.b>
[TOC] javascript:x 1. 1) ??? ???+ id="x" data-quote="f-1" #x"""
_SPOILS = (*_SIGNS.split(), "\u2028", "\x0b", "\xa0", "\u200b", "\x02", "\x03", " ", "\n")
_INDENTS = (" ", "  ", "   ", *["    "] * 4, "        ", "\t")


@functools.cache
def _site() -> Site:
    files = (SourceFile("sources/first.txt", FIRST.encode()), SourceFile("sources/second.txt", SECOND.encode()))
    config = parse(SETTINGS)
    return run(files, replace(config, quotes=replace(config.quotes, max_share=1.0)))


@functools.cache
def _texts() -> tuple[str, ...]:
    """The Markdown of pages that we generated: of this project, as it stands, and of a small one."""
    files = sorted(path for path in (ROOT / "tests").rglob("*.md") if "\nbriefing: " in _start(path))
    return tuple(body(Page("x.md", text)) for text in (*map(_start, files), *(page.text for page in _site().pages)))


def _start(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


known = pytest.mark.skipif(not SOUND, reason="this Python fails at possessive patterns, and every page is rendered")


@known
def test_no_page_of_ours_is_rendered_for_the_checks() -> None:
    assert len(_texts()) > 30
    for text in _texts():
        page = Page("topics/x.md", text)
        assert plain(page) == see(page)


@known
def test_a_spoiled_page_reads_as_it_is_rendered_or_is_rendered() -> None:
    """Small pieces of pages, each spoiled at random up to three times."""
    chance = random.Random(14)
    blocks = [text.strip("\n").split("\n\n") for text in _texts()]
    known = 0
    for _ in range(1200):
        of = chance.choice(blocks)
        at = chance.randrange(len(of))
        text = "\n\n".join(of[at : at + chance.choice((1, 2, 3, 4, 6))])[:3000]
        for _ in range(chance.choice((1, 1, 2, 3))):
            text = _spoiled(text, chance)
        page = Page(chance.choice(("index.md", "topics/x.md")), text)
        read = plain(page)
        if read is not None:
            known += 1
            assert read == see(page), text
    assert known > 120


def _spoiled(text: str, chance: random.Random) -> str:
    at, lines = chance.randrange(len(text) + 1), text.split("\n")
    line = chance.randrange(len(lines))
    other = chance.randrange(len(lines))
    moved = [*lines[:line], *lines[line + 1 :]]
    ways = (
        text[:at] + chance.choice(_SPOILS) + text[at:],
        text[:at] + text[at + chance.choice((1, 1, 2, 4, 8)) :],
        text[:at] + chance.choice(_SPOILS) + text[at + 1 :],
        "\n".join([*lines[:line], chance.choice(_INDENTS) + lines[line], *lines[line + 1 :]]),
        "\n".join([*lines[:line], lines[line].removeprefix("    "), *lines[line + 1 :]]),
        "\n".join(moved),
        "\n".join([*lines[:line], chance.choice(("", lines[other])), *lines[line:]]),
        "\n".join([*lines[:line], " ".join(lines[line : line + 2]), *lines[line + 2 :]]),
        "\n".join([*moved[:other], lines[line], *moved[other:]]),
    )
    return chance.choice(ways)


_BITS = """a b•c AT&T R&D; &#60;b&#62; &#38;lt; ! ? 1. 12)• - +• # #• = -- " ' ( ) “ ” … • ·•: :// http://a.b a@b.c % @
é \xa0 中 $ ; / , & &• &a &am &lt ---• 1959.• x&#124;y""".replace("\n", " ").split(" ")
_TARGETS = """a.md ../b.md#x #source-1 #source-2 #i-1 ?q=a%20b https://a.b/c?d=1&amp;e=2_f_g http://x/~y javascript:x
mailto:a@b //a x.md?a""".replace("\n", " ").split(" ")


class _Written:
    """Pages in the Markdown that is known, of parts put together at random: also as no template would."""

    def __init__(self, chance: random.Random) -> None:
        self._chance, self._ids = chance, 0

    def page(self) -> str:
        depth, blocks = 0, []
        self._ids = 0
        for _ in range(self._chance.randrange(1, 9)):
            blocks.append("\n".join(" " * 4 * depth + line for line in self._block().split("\n")))
            depth = max(0, min(4, depth + self._chance.choice((1, 1, 1, 0, 0, -1, -1, -2, -3))))
        return "\n\n".join(blocks)

    def _any(self, most: int, make: Callable[[], str], least: int = 0) -> str:
        return "".join(make() for _ in range(self._chance.randrange(least, most + 1)))

    def _text(self) -> str:
        return self._any(4, lambda: self._chance.choice(_BITS).replace("•", " "), 1)

    def _id(self) -> str:
        self._ids += 1
        return f"i-{self._ids}"

    def _attributes(self) -> str:
        name = self._chance.choice(("data-s", "data-q", "data-text", "title", "data-x"))
        id = self._chance.choice((self._id(), self._id(), "source-1", "source-2"))
        value = self._text().translate(dict.fromkeys(map(ord, "\"'()=")))
        parts = [" .a", f" #{id}" * (self._chance.random() < 0.4), " data-search-exclude", f' {name}="{value}"']
        return "{" + "".join(part for part in parts if self._chance.random() < 0.6) + " }"

    def _link(self) -> str:
        return f"[{self._text()}]({self._chance.choice(_TARGETS)})"

    def _span(self) -> str:
        kind = self._chance.choice(("quoted", "said", "who", "editor"))
        named = {"who": "", "editor": f' data-correction="{self._id()}"'}.get(kind, f' data-quote="{self._id()}"')
        return f'<span class="{kind}"{named}>{self._text()}</span>'

    def _piece(self) -> str:
        return self._chance.choice(
            (
                self._text,
                self._text,
                self._link,
                lambda: self._link() + self._attributes(),
                lambda: f"**{self._text()}**",
                lambda: f"**{self._text()}**{{ .s }}",
                self._span,
                lambda: f'“<span class="quoted" data-quote="f" id="{self._id()}">{self._text()}</span>”',
            )
        )()

    def _line(self) -> str:
        return self._any(4, self._piece, 1)

    def _item(self) -> str:
        more = self._any(2, lambda: "\n    " + self._chance.choice((self._line, self._attributes))())
        return self._chance.choice(("- ", "1. ")) + self._line() + more

    def _row(self, cells: int, make: Callable[[], str]) -> str:
        return "| " + " | ".join(make() for _ in range(cells)) + " |"

    def _table(self) -> str:
        cells = self._chance.randrange(1, 4)
        rows = [self._row(cells, self._piece) for _ in range(3)]
        return "\n".join([rows[0], self._row(cells, lambda: "---"), *rows[1:]])

    def _block(self) -> str:
        return self._chance.choice(
            (
                self._line,
                lambda: f"{self._line()}\n{self._attributes()}",
                lambda: f"## {self._line()} {{ #{self._id()} .x }}",
                lambda: "\n".join(self._item() for _ in range(self._chance.choice((1, 1, 2, 3)))),
                lambda: "\n".join(self._item() for _ in range(2)),
                lambda: f'??? more "{self._text()}"',
                self._table,
            )
        )()


@known
def test_what_is_put_together_in_any_way_reads_as_it_is_rendered_or_is_rendered() -> None:
    chance = random.Random(41)
    written, known = _Written(chance), 0
    for _ in range(1500):
        page = Page("topics/x.md", written.page())
        read = plain(page)
        if read is not None:
            known += 1
            assert read == see(page), page.text
    assert known > 80


@pytest.mark.parametrize(
    "text",
    [
        "#   { .x #y }",
        "# \xa0{ .x #y }",
        "- a\n    { #x }\n    { #y }",
        "- a\n    { #x }\n    b",
        "    a\n{ #x }",
        '??? more "a"\n\n    a\n{ #x }',
        "a\n\n    b",
        "a!![b](c.md)",
        "a [b](c.md) { #x }",
        '[a](b.md){ href="c.md" }',
        '[a](b.md){ onclick="c" }',
        "| a | b |\n| --- | --- |\n| a | [b](c.md) | [d](e.md) |",
        "## A heading without an id",
        "[a]: b.md",
        "a  \nb",
        '<span class="quoted" onclick="x">a</span>',
        '<span class="quoted">a <b>b</b></span>',
        "",
        "a\tb",
        "a\r\nb",
    ],
)
def test_what_might_mean_something_else_is_rendered(text: str) -> None:
    page = Page("topics/x.md", text)
    assert plain(page) is None
    assert seen(page) == see(page)


_FALSE = "promise 1: shows other words than those of the quote"
_QUOTE = _site().brief.facts.facts[0].quotes[0]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (_QUOTE.text[:20], "All is well with", f"docs/topics/port.md: {_FALSE} {_QUOTE.id}: “All is well with"),
        ("](../sources/", "](../gone/", "docs/topics/port.md: promise 1: leads to a page that is not there: ../gone/"),
        (
            "](#source-1)",
            "](#source-9)",
            "docs/topics/port.md: promise 1: leads to an anchor that is not there: #source-9",
        ),
        (
            f"#{_QUOTE.id} data-state",
            "#gone data-state",
            "docs/index.md: promise 1: leads to an anchor that is not there",
        ),
        (
            ' data-s="s-',
            ' data-s="s-0',
            "docs/topics/port.md: promise 1: a number leads to a sentence that is not there",
        ),
        (_QUOTE.text[:9], "<script>a</script>", "docs/topics/port.md: an element that may not be on a page: <script>"),
        (
            "{ .scope }",
            '{ .scope onclick="x" }',
            "docs/topics/port.md: an attribute that may not be on a page: onclick",
        ),
        ("](#source-1)", "](javascript:a)", "docs/topics/port.md: a link that is not http(s): javascript:a"),
        ("#source-1 .source", "#topic .source", "docs/topics/port.md: two elements with the id 'topic'"),
    ],
)
def test_what_is_wrong_with_a_page_is_found(old: str, new: str, told: str) -> None:
    page = next(page for page in _site().pages if page.path == "topics/port.md")
    spoiled = replace(page, text=page.text.replace(old, new, 1))
    assert spoiled.text != page.text
    pages = tuple(spoiled if one is page else one for one in _site().pages)
    found = [str(problem) for problem in check_pages(replace(_site(), pages=pages))]
    assert any(problem.startswith(told) for problem in found), found
    assert list(check_pages(_site())) == []
