"""Documents written to be slow: tests read them for what comes out; `benchmarks.cost_hostile` tells what such cost."""

from __future__ import annotations

MARKDOWN = {
    "brackets": "[" * 30_000,
    "images": "![[]()" * 10_000,
    "links": "[a](<b" * 10_000,
    "emphasis": "*a_ " * 20_000,
    "quotes": "> " * 3_000 + "x",
    "backticks": "`" * 3_000,
    "divs": "<div>" * 19_000,
    "tags": "<a " * 20_000,
    "table": "x|" * 20_000 + "\n" + "-|" * 20_000,
    "lines": "line\n" * 200_000,
    "nested list": "".join("    " * k + "* a\n" for k in range(300)),
}

LINES = (
    "share " * 15_000,
    "a – " * 20_000,
    "Photo: " * 12_000,
    "(" * 90_000,
    "aB" * 45_000,
    "Ã¢â‚¬" * 10_000,
    "x" * 99_000,
    "12.12.12:12" * 9_000,
    "subscribe to our " * 5_000,
)

PAGES = {
    "open elements": "<div>" * 20_000,
    "open links": "<a " * 20_000,
    "comments": "<!--" * 50_000,
    "classes": f"<div class='{'author ' * 50_000}'>By me</div>",
    "titles": "<title>" + " | a" * 50_000 + "</title><h1>" + "- a " * 50_000 + "</h1>",
    "dates": "<time>" + "Jan 1 " * 20_000 + "</time><p>" + "1/1/2020 " * 20_000 + "</p>",
    "names": "<meta name='author' content='" + "A B and " * 50_000 + "'>",
    "one word": "<p>" + "x" * 1_000_000 + "</p>",
    "tables": "<table><tr><td>" * 60,
    "furniture": "<p>" + "subscribe " * 20_000 + "</p>" + "<p>copyright © sign up read more</p>" * 500,
}
