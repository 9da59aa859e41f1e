"""A correction as lines to paste into a file of `editorial/`, for a statement or a difference as it is now."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import indent
from typing import Literal

import yaml

from ..model import Difference, Fact, Quote, Target

Verb = Literal["hide", "pin", "split", "join", "date", "status", "origin", "dismiss", "slip"]

TO_FILL = "…"
"""What stands where the maintainer has to write."""

_OPEN: Mapping[Verb, tuple[str, ...]] = {
    "date": ("said", "date"),
    "status": ("status",),
    "origin": ("origin",),
    "slip": ("slip", "meant"),
}
_WIDTH = 110
_LISTS: Mapping[Verb, str] = {"split": "apart", "join": "with"}


class _AllText(yaml.SafeDumper):
    """Writes texts as they are read there: `on` and a day need no quotation marks."""


_AllText.yaml_implicit_resolvers = {}


def paste(
    verb: Verb,
    what: Fact | Quote | Difference,
    others: tuple[Fact | Quote, ...] = (),
    by: str = TO_FILL,
    because: str = TO_FILL,
    on: str = TO_FILL,
    **given: str,
) -> str:
    """The lines of a correction that does `verb` to `what`: a statement, a quote, or a difference to dismiss. `others`
    are the quotes to part from it or to join to it; `given` are values of further keys, in place of a gap to fill."""
    row: dict[str, object] = {"do": verb, **_named(what)}
    row |= {key: given.get(key, TO_FILL) for key in _OPEN.get(verb, ())}
    if verb in _LISTS:
        row[_LISTS[verb]] = [_named(other) for other in others]
    row |= {"by": by, "because": because, "on": on}
    text = yaml.dump([row], Dumper=_AllText, sort_keys=False, allow_unicode=True, width=_WIDTH)
    return indent(str(text), "  ")


def target_of(what: Fact | Quote | Difference) -> Target:
    """`what` as a correction names it: a statement by its oldest quote, whose id it has."""
    if isinstance(what, Difference):
        return Target(what.id, what.about)
    if isinstance(what, Quote):
        return Target(what.id, what.text)
    oldest = next((quote for quote in what.quotes if quote.id == what.id), what.quotes[0])
    return Target(oldest.id, oldest.text)


def _named(what: Fact | Quote | Difference) -> dict[str, str]:
    target = target_of(what)
    return {"difference" if isinstance(what, Difference) else "quote": target.id, "words": target.words}
