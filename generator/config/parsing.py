"""From the text of briefing.yml to its values, or to every problem in it."""

from __future__ import annotations

from typing import Any

from ..errors import BriefingError
from .problems import explain, same_ids, same_publishers
from .schema import violations
from .values import Config, KeyphraseRules, Limits, NameRule, PageRules, Publisher, QuoteLimits, Topic
from .yaml_nodes import read, repeated

_PLAIN = ("title", "description", "language", "publish_full_text", "keep_lists")


def parse(text: str, where: str = "briefing.yml") -> Config:
    """The settings in `text`. Raises BriefingError with every problem, each with its line and a near match."""
    written = read(text, where)
    problems = [
        *repeated(written),
        *(problem for wrong in violations(written.raw) for problem in explain(wrong, written)),
        *same_ids(written),
        *same_publishers(written),
    ]
    if problems:
        raise BriefingError(*sorted(problems, key=lambda p: (p.line or 0, str(p))))
    return _build(written.raw)


def _build(raw: dict[str, Any]) -> Config:
    return Config(
        **{key: raw[key] for key in _PLAIN if key in raw},
        topics=tuple(Topic(**row) for row in _rows(raw, "topics")),
        names=tuple(NameRule(**row) for row in _rows(raw, "names")),
        publishers=tuple(Publisher(**row) for row in _rows(raw, "publishers")),
        watch=tuple(raw.get("watch", ())),
        quotes=QuoteLimits(**raw.get("quotes", {})),
        keyphrases=KeyphraseRules(**raw.get("keyphrases", {})),
        pages=PageRules(**raw.get("pages", {})),
        limits=Limits(**raw.get("limits", {})),
    )


def _rows(raw: dict[str, Any], key: str) -> list[dict[str, Any]]:
    """The rows of a list of groups as arguments: `not` is no name in Python."""
    return [
        {("exclude" if k == "not" else k): tuple(v) if isinstance(v, list) else v for k, v in row.items()}
        for row in raw.get(key) or ()
    ]
