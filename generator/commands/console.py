"""What the command says, and where: progress and words on stderr, so that stdout stays for results."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ..disk import Project
    from ..engines import Engine
    from ..engines.engine import Kind


def tell(text: str) -> None:
    """A line on standard error. Where nobody takes it, the work goes on, and the exit code says how it ended."""
    with suppress(OSError):
        click.echo(text, err=True)


def output_lost() -> bool:
    """Whether standard output does not take what was printed. From then on that goes nowhere, so that the end of the
    process does not stumble over it once more."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return True
    return False


@dataclass(frozen=True, slots=True)
class Console:
    """The options that verbs share: the project's folder, how much to say, and how the sources are to be worked on."""

    folder: Path
    quiet: bool = False
    verbose: bool = False
    no_cache: bool = False
    keep_lists: bool = False
    jobs: int | None = None
    kind: Kind = "cores"
    scheduler: str | None = None

    @property
    def engine(self) -> Engine:
        """How the sources are to be worked on."""
        from ..engines import Engine

        return Engine(not self.no_cache, self.jobs, self.kind, self.scheduler)

    def project(self) -> Project:
        """The project in the folder, with its settings as the options have them."""
        from ..disk import open_project

        found = open_project(self.folder)
        return replace(found, config=replace(found.config, keep_lists=found.config.keep_lists or self.keep_lists))

    def say(self, text: str) -> None:
        """A line of news, unless asked to be quiet."""
        if not self.quiet:
            tell(text)

    def warn(self, text: str) -> None:
        """A line that matters even when quiet."""
        tell(text)

    @contextmanager
    def progress(
        self, total: int, doing: str = "reading sources", done: str = "read"
    ) -> Iterator[Callable[[str], None]]:
        """A bar over `total` files on a terminal; the block calls the yielded function with each path."""
        if self.verbose:
            yield lambda path: click.echo(f"{done} {path}", err=True)
        elif self.quiet or sys.stderr is None or not sys.stderr.isatty():  # None where it was closed before we began
            yield lambda path: None
        else:
            from rich.console import Console as RichConsole
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
            with Progress(*columns, console=RichConsole(stderr=True), transient=True) as bar:
                task = bar.add_task(doing, total=total)
                yield lambda path: bar.advance(task)
