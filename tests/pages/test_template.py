"""How a page's file is put together: its front matter, and templates within templates."""

from __future__ import annotations

import random
from importlib import resources
from typing import Any

import pytest
import yaml

from generator.pages import template
from generator.pages.citations import Citation, CiteRow, Numbers
from generator.pages.context import Chip
from generator.text.escape import attribute, environment, inline, own

_SIGNS = "abc ABC 0123 - : # ' \" ! & * ? | > % @ ` { } [ ] , . = ~ \\ é “ ” … – 中 한 \U0001f44d \xad \u0301"
_WORDS = ("\xa0", "\u2009", "\x85", " ", ": ", " #", "yes", "null", "2031-01-01", "1.5", "0x1f", "12:30:00", "Gazette")
_PARTS = (*_SIGNS.split(" "), *_WORDS)


def test_front_matter_is_written_as_the_yaml_library_writes_it() -> None:
    chance = random.Random(3)

    def text() -> str:
        return "".join(chance.choice(_PARTS) for _ in range(chance.randrange(12)))

    for _ in range(2000):
        value: Any = chance.choice((text(), [text(), text()], [], {"boost": 0.85}))
        flow = None if isinstance(value, list | dict) else False
        plain = yaml.safe_dump({"key": value}, allow_unicode=True, width=10_000, default_flow_style=flow)
        assert template._line("key", value) == plain


@pytest.mark.parametrize("name", ["cites.md.j2", "place.md.j2"])
def test_a_citation_is_printed_as_its_own_template_prints_it(name: str) -> None:
    included = environment(lambda name: (resources.files("generator.templates") / name).read_text(encoding="utf-8"))
    bare = Citation(1, own("#source-1"))
    full = Citation(2, own("#source-2"), own("f-1"), own("s-1"), attribute("Words."))
    values = {"cites": CiteRow((bare, full, bare), None), "places": _Places(), "q": _Quote(), "t": lambda key, n=0: 1}
    assert template._environment().get_template(name).render(values) == included.get_template(name).render(values)
    assert "{% include" not in template._load("cites.md.j2")


class _Quote:
    paragraph, anchor, cite = 3, None, Citation(2, own("#source-2"), own("f-1"))

    chip = Chip(inline("A"), own("../a.md"), 0)


class _Places:
    quotes = (_Quote, _Quote)


def test_a_source_keeps_its_number_on_a_page() -> None:
    numbers = Numbers()
    assert [numbers.of(source) for source in ("b", "a", "b", "c")] == [1, 2, 1, 3]
    assert (numbers.known("c"), numbers.known("d")) == (3, None)
    assert numbers.sources == ("b", "a", "c")
