"""What a finder of problems is given, and what one is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from .. import disk
from ..config import Written
from ..errors import Problem
from ..model import Site


@dataclass(frozen=True, slots=True)
class Checked:
    """A project that is looked over, what its sources make now, and its settings with their lines."""

    project: disk.Project
    site: Site
    written: Written


Finder = Callable[[Checked], Iterable[Problem]]
