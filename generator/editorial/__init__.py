"""What a person puts right: corrections as they are written in `editorial/`, found in the sources, and applied between
the stages. Nothing is dropped in silence: what has lost its target is told with what is most like it."""

from __future__ import annotations

from .paste import paste
from .reading import parse_all
from .remarks import problems
from .rulings import Settled, named, settle
from .statements import apply

__all__ = ["Settled", "apply", "named", "parse_all", "paste", "problems", "settle"]
