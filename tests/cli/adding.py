"""What the tests of `briefing add` add."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

Run = Callable[..., tuple[int, str, str]]

PAGE = """\
<!doctype html><html lang="en"><head><title>{title} - The Ledger</title>
<meta property="article:published_time" content="{day}T10:00:00Z"><meta property="og:site_name" content="The Ledger">
</head><body><nav><a href="/">Home</a></nav><article><h1>{title}</h1>
<p>{title}, the harbour office said on Friday, and it named the berths of the old port that will be closed first.</p>
<p>The office will measure the depth of the port in May, and no crane will be moved before the end of the summer.</p>
<p>A spokeswoman for the pilots said that the port was safe, and that they would publish all that they measured.</p>
</article><footer>Share this</footer></body></html>
"""
TEXT = """\
Pilots strike in the harbour

The pilots of the harbour stopped work on Monday, and eleven ships waited outside, the harbour office said. The port
will stay closed to large ships until the pilots and the city agree on their hours, a spokesman for the city said.
"""


def page(title: str = "Cranes leave the port", day: str = "2021-03-05") -> str:
    return PAGE.format(title=title, day=day)


def sources(project: Path) -> list[str]:
    return sorted(p.name for p in (project / "sources").iterdir())


def before(project: Path) -> list[str]:
    assert sources(project) == ["first.txt", "second.txt"]
    return sources(project)
