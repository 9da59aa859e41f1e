"""Our overrides keep to what Jinja and MiniJinja, which Zensical has, take alike, and say the same in both."""

from __future__ import annotations

import html
import re
from typing import Any

import jinja2
import minijinja
import pytest

from generator.material.theme import OVERRIDES

OURS = {
    p.relative_to(OVERRIDES).as_posix(): p.read_text(encoding="utf-8")
    for p in sorted(OVERRIDES.rglob("*"))
    if p.suffix in {".html", ".xml"}
}
BASE = """\
{% import "partials/language.html" as lang with context %}
{% block site_meta %}<meta charset="utf-8">{% endblock %}
{% block htmltitle %}{% endblock %}
{% block styles %}<link rel="stylesheet" href="{{ 'main.css' | url }}">{% endblock %}
{% block extrahead %}{% endblock %}
{% set features = config.theme.features or [] %}
{% block header %}{% include "partials/palette.html" %}{% include "partials/search.html" %}{% endblock %}
{% include "partials/toc.html" %}
{% block content %}{{ page.content }}{% endblock %}
{% include "partials/javascripts/palette.html" %}
{% block config %}{{ {"search": "theirs.js"} | tojson }}{% endblock %}
{% block scripts %}<script src="bundle.js"></script>{% endblock %}
"""
THEIRS = {
    "base.html": BASE,
    "partials/language.html": "{% macro t(key) %}[{{ key }}]{% endmacro %}",
    "partials/toc-item.html": "<li>{{ toc_item.title }}</li>",
}
"""What stands for the theme, with the same for each icon."""

PALETTE = [
    {"media": "(prefers-color-scheme: light)", "scheme": "default", "primary": "deep blue", "accent": "custom",
     "toggle": {"icon": "material/moon", "name": 'Switch to "dark"'}},
    {"media": "(prefers-color-scheme: dark)", "scheme": "slate"},
]  # fmt: skip
CONFIG = {
    "site_name": "Ports &amp; <b>ships</b>",
    "site_url": "https://owner.github.io/repo",
    "mdx_configs": {"toc": {"permalink": True}},
    "theme": {"language": "en", "palette": PALETTE, "icon": {"logo": "material/x"}, "features": ["search.highlight"]},
    "plugins": {"search": {}},
}
META: dict[str, Any] = {
    "title": "The &lt;port&gt;",
    "description": "What becomes of the &#39;port&#39;.",
    "layout": "topic",
    "topic": "port",
    "briefing": "0a1b2c",
    "updated": "2021-03-04",
    "sources": ["First &amp; foremost", "Second"],
}
TOPIC: dict[str, Any] = {
    "title": "The &lt;port&gt;",
    "url": "topics/port/",
    "is_homepage": False,
    "canonical_url": "https://owner.github.io/repo/topics/port/",
    "content": "<p>Words</p>",
    "toc": [{"level": 1, "title": "The port", "children": [{"level": 2, "title": "Bottom line", "children": []}]}],
    "meta": META,
}
BARE: dict[str, Any] = {"title": "About", "url": "about/", "content": "<p>Own words</p>", "toc": [], "meta": {}}
MOVED: dict[str, Any] = {**BARE, "meta": {"moved_to": "topics/port.md"}}
FILES = [{"src_uri": "topics/port.md", "url": "topics/port/"}, {"src_uri": "index.md", "url": "."}]
PAGES = {
    "as MkDocs lists them": [{"page": TOPIC}, {"page": {**BARE, "is_link": True}}],
    "as Zensical lists them": [TOPIC, {"title": "no address"}],
}
FEEDS = ("feed.xml", "feed.json", "feed-port.xml", "feed-port.json")
CITE = {"apa": "Ports & ships. (2021, March 4). The port.", "bibtex": "@misc{port}", "csl": '{"id": "port"}'}
PLUGIN: dict[str, Any] = {"feeds": FEEDS, "t": lambda key, **values: f"[{key}{values}]", "cite": CITE}
"""What our plugin gives to templates; Zensical calls no plugin."""


def read(name: str, seen: set[str]) -> str | None:
    seen.add(name)
    return "<svg></svg>" if name.startswith(".icons/") else {**THEIRS, **OURS}.get(name)


def by_jinja(name: str, context: dict[str, Any], seen: set[str]) -> str:
    """As MkDocs renders it."""
    environment = jinja2.Environment(loader=jinja2.FunctionLoader(lambda name: read(name, seen)), autoescape=False)
    environment.filters["url"] = lambda value: f"/{value}"
    return environment.get_template(name).render(context)


def by_minijinja(name: str, context: dict[str, Any], seen: set[str]) -> str:
    """As Zensical does: escaped of itself, and without the methods of Python's values."""
    environment = minijinja.Environment(
        loader=lambda name: read(name, seen),
        auto_escape_callback=lambda _: False,
        pycompat=False,
        filters={"url": lambda value: f"/{value}", "striptags": lambda value: jinja2.filters.do_striptags(value)},
    )
    return environment.render_template(name, **context)


def plain(text: str) -> str:
    """Without what the two may write in different ways: blanks, and which characters are escaped."""
    return re.sub(r"\s+", "", html.unescape(text)).replace('\\"', "\\u0022")


@pytest.mark.parametrize(
    ("name", "context"),
    [
        ("main.html", {"page": TOPIC, **PLUGIN}),
        ("main.html", {"page": {**TOPIC, "meta": {**META, "updated": "", "sources": []}}, **PLUGIN}),
        ("main.html", {"page": BARE, **PLUGIN}),
        ("main.html", {"page": MOVED, "pages": FILES, **PLUGIN}),
        ("404.html", {"page": {}, "nav": {"homepage": {"url": "."}, "pages": [TOPIC, BARE]}, **PLUGIN}),
        *(("sitemap.xml", {"pages": pages}) for pages in PAGES.values()),
    ],
)
def test_both_say_the_same(name: str, context: dict[str, Any]) -> None:
    whole = {"config": CONFIG, **context}
    said = plain(by_jinja(name, whole, set()))
    assert said == plain(by_minijinja(name, whole, set()))
    assert said


@pytest.mark.parametrize(
    ("name", "context"),
    [
        ("main.html", {"page": TOPIC}),
        ("main.html", {"page": BARE}),
        ("main.html", {"page": MOVED, "pages": [TOPIC]}),
        ("404.html", {"page": {}, "nav": {"items": []}}),
        *(("sitemap.xml", {"pages": pages}) for pages in PAGES.values()),
    ],
)
def test_without_our_plugin_every_page_is_made(name: str, context: dict[str, Any]) -> None:
    made = by_minijinja(name, {"config": CONFIG, **context}, set())
    assert len(made) > 100
    assert "undefined" not in made


def test_every_override_was_looked_at() -> None:
    seen: set[str] = set()
    by_minijinja("main.html", {"config": CONFIG, "page": TOPIC, **PLUGIN}, seen)
    by_minijinja("main.html", {"config": CONFIG, "page": MOVED, "pages": FILES, **PLUGIN}, seen)
    by_minijinja("404.html", {"config": CONFIG, "page": {}, "nav": {"pages": []}}, seen)
    by_minijinja("sitemap.xml", {"config": CONFIG, "pages": []}, seen)
    assert {"404.html", "briefing.html", "main.html", "sitemap.xml"} < set(OURS) <= seen


def test_a_method_of_pythons_would_be_found() -> None:
    environment = minijinja.Environment(pycompat=False)
    with pytest.raises(minijinja.TemplateError, match="has no method named"):
        environment.render_str("{{ 'a-b'.split('-') }}")
