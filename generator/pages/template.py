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
from ..text.page_mark import stamp
from .wording import Words

_GAPS = re.compile(r"\n{3,}")
_END = "\n"
_FAST: type[yaml.SafeDumper | yaml.CSafeDumper] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_DIFFERS = re.compile("[\x85\U00010000-\U0010ffff]|\\\\[UN]")  # what libyaml writes in another way than PyYAML does


_INCLUDE = re.compile(r'{% include "cite\.md\.j2" %}')


def _load(name: str) -> str:
    """The template `name`, with that of a citation in the place of each include of it: an include is looked up each
    time that a page comes to it, and a long page has thousands of them."""
    text = (resources.files("generator.templates") / name).read_text(encoding="utf-8")
    return _INCLUDE.sub(lambda _: f"{{% with +%}}{_load('cite.md.j2').removesuffix(_END)}{{% endwith %}}", text)


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
    made = _dumped(key, value, _FAST)
    return _dumped(key, value, yaml.SafeDumper) if _DIFFERS.search(made) else made


def _dumped(key: str, value: Any, dumper: type[yaml.SafeDumper | yaml.CSafeDumper]) -> str:
    flow = None if isinstance(value, (list, dict)) else False
    made: str = yaml.dump(
        {key: value}, Dumper=dumper, allow_unicode=True, width=10_000, default_flow_style=flow, sort_keys=False
    )
    return made
