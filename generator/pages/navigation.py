"""The navigation of a site that has none of its own: a page a source is too much for any."""

from __future__ import annotations

from collections.abc import Collection

import yaml

from .wording import Words

PATH = ".nav.yml"
_ACROSS = ("timeline.md", "names.md", "keyphrases.md", "tags.md", "method.md", "corrections.md")


def navigation(made: Collection[str], there: Collection[str], words: Words) -> str:
    """The text of a `.nav.yml`: the topics in the order of the pages `made`, the pages across them that are `there`,
    and pages of the maintainer's own, which are there and not made."""
    parts: list[str | dict[str, str | list[str]]] = [
        {words.say("nav.overview"): "index.md"},
        {words.say("nav.topics"): [path for path in made if path.startswith("topics/")]},
        {words.say("nav.across"): [path for path in _ACROSS if path in there]},
        "sources/index.md",  # in a section it would become that section's own page
        *sorted(set(there).difference(made)),
    ]
    return yaml.safe_dump({"nav": parts}, sort_keys=False, allow_unicode=True)
