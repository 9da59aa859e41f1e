"""The policy of a page: what it allows, and what not."""

from __future__ import annotations

import base64
import hashlib

from generator.material.policy import guarded, with_policy
from generator.model import Asset


def page(head: str = "", article: str = "", foot: str = "") -> str:
    return (
        f'<!doctype html><html><head><meta charset="utf-8">{head}</head><body><article class="x">{article}</article>'
        f"{foot}</body></html>"
    )


def policy(html: str) -> dict[str, list[str]]:
    text = with_policy(html).partition('Content-Security-Policy" content="')[2].partition('"')[0]
    return {name: values for name, *values in (directive.split() for directive in text.split("; "))}


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_nothing_is_allowed_that_is_not_named() -> None:
    allowed = policy(page())
    assert allowed["default-src"] == ["'none'"]
    assert allowed["base-uri"] == ["'none'"]
    assert "'unsafe-inline'" not in str(allowed)
    assert allowed["script-src"] == ["'self'", "'wasm-unsafe-eval'"]


def test_scripts_and_styles_around_the_article_are_allowed_by_what_they_say() -> None:
    allowed = policy(page(head="<script>one()</script><style>p{}</style>", foot="<script defer>two()</script>"))
    assert allowed["script-src"][2:] == [digest("one()"), digest("two()")]
    assert allowed["style-src"] == ["'self'", digest("p{}")]


def test_what_stands_in_the_article_is_not() -> None:
    inside = "<script>bad()</script></article><script>worse()</script><script src=https://evil.example/x.js></script>"
    allowed = policy(page(article=inside))
    assert allowed["script-src"] == ["'self'", "'wasm-unsafe-eval'"]


def test_data_is_no_script() -> None:
    assert policy(page(head='<script type="application/ld+json">{}</script>'))["script-src"][2:] == []


def test_hosts_that_the_project_loads_from_are_allowed() -> None:
    allowed = policy(page(
        head='<link rel="stylesheet" href="https://fonts.googleapis.com/css?family=Lora"><link rel="canonical" '
        'href="https://briefing.example/">',
        foot='<script src="https://count.example/a.js" async></script>',
    ))  # fmt: skip
    assert allowed["script-src"][2:] == ["https://count.example"]
    assert allowed["style-src"] == ["'self'", "https://fonts.googleapis.com"]
    assert allowed["font-src"] == ["'self'", "https://fonts.gstatic.com"]
    assert "https://briefing.example" not in str(allowed)


def test_the_policy_comes_before_all_that_it_is_for_and_stands_there_once() -> None:
    html = with_policy(page(head="<script>one()</script>"))
    assert html.index("Content-Security-Policy") < html.index("<script>")
    assert with_policy(html) == html


def test_only_the_pages_that_are_named_have_one() -> None:
    assets = [Asset(path, page().encode()) for path in ("a.html", "own.html")]
    ours, own = guarded(assets, frozenset({"a.html"}))
    assert (b"Security-Policy" in ours.data, own.data) == (True, page().encode())
