"""briefing.yml as a frozen value. Its JSON Schema (`generator/data/briefing.schema.json`) is the reference of every
key; this room reads the text, reports every problem at once with its line, and fills in the defaults."""

from .parsing import parse
from .publishers import KnownPublishers, folded
from .schema import schema
from .values import (
    Config,
    KeyphraseEngine,
    KeyphraseRules,
    Limits,
    NameRule,
    OwnText,
    PageRules,
    Publisher,
    QuoteLimits,
    SourcePages,
    Topic,
)
from .yaml_nodes import Written, repeated
from .yaml_nodes import read as read_written

__all__ = [
    "Config",
    "KeyphraseEngine",
    "KeyphraseRules",
    "KnownPublishers",
    "Limits",
    "NameRule",
    "OwnText",
    "PageRules",
    "Publisher",
    "QuoteLimits",
    "SourcePages",
    "Topic",
    "Written",
    "folded",
    "parse",
    "read_written",
    "repeated",
    "schema",
]
