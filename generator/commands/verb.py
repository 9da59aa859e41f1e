"""What every verb of the command shares: how much it says, how it ends, and how a user's mistake is told."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import wraps
from pathlib import Path
from traceback import walk_tb
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ..errors import BriefingError, Problem, UnfinishedError
from .console import Console, output_lost, tell

if TYPE_CHECKING:
    from ..disk import Project
    from ..model import Site

DONE, PROBLEMS, CANNOT = 0, 1, 2
_Command = TypeVar("_Command", bound=Callable[..., Any])


def says_errors(command: Callable[..., int | None]) -> Callable[..., None]:
    """A user's mistake is told in words, on stderr, with exit 2; never as a traceback."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> None:
        try:
            code = command(*args, **kwargs) or DONE
        except BriefingError as error:
            for problem in error.problems:
                tell(str(problem))
            code = PROBLEMS if isinstance(error, UnfinishedError) else CANNOT
        except ModuleNotFoundError as error:
            tell(f"there is no {error.name}; install Briefing again, with all that it needs")
            code = CANNOT
        except MemoryError:
            tell("not enough memory; nothing is left half written")
            code = CANNOT
        except OSError as error:
            code = _fault(error)
        sys.exit(code)

    return run


def _fault(error: OSError) -> int:
    """Says which file could not be read or written, or that it was the output; gives what the command exits with."""
    lost = not error.filename and (output_lost() or _as_it_printed(error))
    if isinstance(error, BrokenPipeError):  # whoever read our output has seen enough, as `head` has
        return PROBLEMS
    where = error.filename2 or error.filename or ("standard output" if lost else "a file")
    tell(f"{where}: {(error.strerror or str(error)).lower()}")
    return CANNOT


def _as_it_printed(error: OSError) -> bool:
    """Whether `error` came up as a line was printed: of a long one nothing is left that could be printed once more."""
    frames = (frame for frame, _ in walk_tb(error.__traceback__))
    return any(frame.f_code is click.echo.__code__ for frame in frames)


def loudness(command: _Command) -> _Command:
    """The options on how much to say, which may stand before the verb and after it."""
    quiet = click.option(
        "-q", "--quiet", is_flag=True, expose_value=False, callback=_heard, help="Say nothing but problems."
    )
    verbose = click.option(
        "-v",
        "--verbose",
        is_flag=True,
        expose_value=False,
        callback=_heard,
        help="Say more: each source as it is read, and MkDocs' own messages.",
    )
    return quiet(verbose(command))


def lists(command: _Command) -> _Command:
    """The option to read web pages that are lists of teasers."""
    return click.option(
        "--keep-lists",
        is_flag=True,
        help="Read web pages that are lists of teasers, too; `keep_lists` in briefing.yml does so for good.",
        expose_value=False,
        callback=_asked,
    )(command)


def workers(command: _Command) -> _Command:
    """The options on how the sources are worked on."""
    given: dict[str, Any] = {"expose_value": False, "callback": _asked}
    options = (
        lists,
        click.option(
            "--no-cache", is_flag=True, help="Work everything out anew, and keep nothing in .briefing/cache.", **given
        ),
        click.option(
            "--jobs",
            type=click.IntRange(min=1),
            metavar="N",
            help="Work in N processes (default: a core each).",
            **given,
        ),
        click.option(
            "--engine",
            "kind",
            type=click.Choice(["cores", "dask"]),
            help="Work in processes of this machine, the default, or of a Dask cluster (briefing[dask]).",
            **given,
        ),
        click.option(
            "--scheduler",
            metavar="ADDRESS",
            help="The cluster's, such as tcp://10.0.0.5:8786 (default: here).",
            **given,
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _asked(context: click.Context, option: click.Parameter, given: object) -> None:
    if given:
        context.obj = replace(context.obj or Console(Path()), **{str(option.name): given})


def _heard(context: click.Context, option: click.Parameter, given: bool) -> None:
    talk = context.obj or Console(Path())
    context.obj = talk = replace(talk, **{str(option.name): True}) if given else talk
    logging.basicConfig(level=logging.ERROR, format="%(message)s")
    if talk.verbose:
        logging.getLogger().setLevel(logging.INFO)
    # A strict build counts warnings; what our plugin has to say is worth a line.
    logging.getLogger("mkdocs").setLevel(logging.INFO if talk.verbose else logging.WARNING)
    logging.getLogger("mkdocs.plugins.briefing").setLevel(logging.NOTSET if talk.quiet else logging.INFO)


def told(project: Project, site: Site, talk: Console, strict: bool) -> int:
    """Says what `check` would find wrong with what was rendered, a line each; gives what the command exits with."""
    from .check import of_a_build

    return say_problems(of_a_build(project, site), talk, strict)


def say_problems(problems: Iterable[Problem], talk: Console, strict: bool) -> int:
    """Says `problems`, a line each; gives what a command exits with that can live with them, unless it is `strict`."""
    levels = []
    for problem in problems:
        talk.warn(str(problem))
        levels.append(problem.level)
    return PROBLEMS if strict and "error" in levels else DONE
