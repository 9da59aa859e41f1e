"""Fills a template and puts our own front matter and the mark on top: the only place where a page's file is made."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from importlib import resources
from typing import Any

import jinja2
import yaml

from ..model import Page
from ..text.escape import environment
from .mark import stamp
from .wording import Words

_GAPS = re.compile(r"\n{3,}")


def _load(name: str) -> str:
    return (resources.files("generator.templates") / name).read_text(encoding="utf-8")


@functools.cache
def _environment() -> jinja2.Environment:
    return environment(_load)


def page(path: str, template: str, front: Mapping[str, Any], values: Mapping[str, Any], words: Words) -> Page:
    """A generated page; its template asks `words` by `t("key", n=…)`. `front` is dumped by the YAML library: its text
    must have come through `escape.front`."""
    body = _environment().get_template(template).render(values, t=words.inline)
    matter = "".join(_line(key, value) for key, value in front.items())
    body = "\n".join(line.rstrip() for line in body.split("\n"))
    body = _GAPS.sub("\n\n", body).strip("\n")
    return Page(path, stamp(f"---\n{matter}---\n\n{body}\n"))


def _line(key: str, value: Any) -> str:
    flow = None if isinstance(value, (list, dict)) else False
    return yaml.safe_dump({key: value}, allow_unicode=True, width=10_000, default_flow_style=flow, sort_keys=False)
