"""What is known about a source, in characters that can be seen. A value that holds none is no value, whoever wrote it:
a page would name it by nothing, and could not lead to it."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import Any

from ..model import Metadata
from ..text.escape import clean
from ..text.invisible import visible

_BREAK = re.compile("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")


def visible_values(metadata: Metadata) -> Metadata:
    """`metadata` without the characters that nobody sees, and without values that hold no other."""
    plain, said = Metadata(), {f.name: getattr(metadata, f.name) for f in fields(Metadata)}
    lines = {name: visible_line(value) for name, value in said.items() if isinstance(value, str)}
    given: dict[str, Any] = {name: line if clean(line) else getattr(plain, name) for name, line in lines.items()}
    return replace(metadata, **given)


def visible_line(text: str) -> str:
    """`text` without the characters that nobody sees, and with spaces where others would end a line."""
    return _BREAK.sub(" ", visible(text))
