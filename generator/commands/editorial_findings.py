"""What `check` and a build tell of corrections."""

from __future__ import annotations

from collections.abc import Iterable

from ..editorial import problems
from ..errors import Problem
from .findings import Checked


def corrections(checked: Checked) -> Iterable[Problem]:
    """Corrections whose target has gone, or is called otherwise now, with what is most like it."""
    return problems(checked.site.brief.editorial)
