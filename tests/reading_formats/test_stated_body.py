"""The text of an article that a page gives in JSON-LD only, in its paragraphs."""

from __future__ import annotations

import json

import pytest

from .make_fixtures import STORY, TITLE
from .support import read_one, texts


def app(body: str, wrap: str = "article") -> str:
    node: object = {"@type": "NewsArticle", "headline": TITLE, "articleBody": body}
    if wrap == "graph":
        node = {"@graph": [{"@type": "WebSite", "name": "L"}, node]}
    elif wrap == "types":
        node = [{"@type": ["Thing", "NewsArticle"], "headline": TITLE, "articleBody": body}]
    elif wrap == "main":
        node = {"@type": "WebPage", "mainEntity": node}
    elif wrap == "posting":
        node = {"@type": "SocialMediaPosting", "text": body, "articleBody": body}
    return (
        f"<html lang='en'><head><title>{TITLE}</title><script type='application/ld+json'>{json.dumps(node)}</script>"
        "</head><body><div id='app'></div></body></html>"
    )


@pytest.mark.parametrize(
    "body",
    [
        "\n\n".join(STORY),
        "\r\n\r\n".join(STORY),
        "\n \n".join(STORY),
        "\n\n\n".join(STORY) + "\n\n",
        "\u2029".join(STORY),
        "\n".join(STORY),
        "".join(f"<p>{line}</p>" for line in STORY),
        "<br><br>".join(STORY),
        "&lt;p&gt;" + "&lt;/p&gt;&lt;p&gt;".join(STORY) + "&lt;/p&gt;",
        "\n\n".join(STORY).replace("harbour", "har\u200bbour"),
    ],
)
def test_blank_lines_part_its_paragraphs(body: str) -> None:
    assert texts(read_one("p.html", app(body))) == list(STORY)


@pytest.mark.parametrize("wrap", ["graph", "types", "main", "posting"])
def test_wherever_it_stands(wrap: str) -> None:
    assert texts(read_one("p.html", app("\n\n".join(STORY), wrap))) == list(STORY)


def test_lines_that_go_on_are_no_paragraphs() -> None:
    broken = "\n\n".join(line.replace(" of ", " of\n") for line in STORY)
    assert texts(read_one("p.html", app(broken))) == list(STORY)
