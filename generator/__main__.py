"""The entry of the `briefing` command, which `python -m generator` is too."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

CANNOT = 2
_ERRORS = 2  # the last of the handles that a process is born with
SIGNALLED = 128  # shells say this, and the number of the signal, of a program that a signal ended


def main() -> None:
    """Runs the command. Ctrl-C ends it with a short line, also while it is still being loaded; so do the signals of a
    closed terminal and of a service that stops. Nothing half made stays behind."""
    _take_places()
    with _as_ctrl_c() as came:
        try:
            _run()
        except KeyboardInterrupt:
            _stopped(came or [signal.SIGINT])
        except (SystemExit, OSError):
            if came:  # the preview ends in good order when it is interrupted, and a closed terminal takes no words
                _stopped(came)
            raise
        finally:
            _let_errors_go()


def _let_errors_go() -> None:
    """Where nobody takes what was said on standard error, the rest of it goes nowhere, and the exit code stays."""
    try:
        sys.stderr.flush()
    except AttributeError:  # it was closed before we began
        return
    except (OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), _ERRORS)


def _take_places() -> None:
    """Where input, output or errors are closed, no file that is opened later is to be taken for them."""
    while (handle := os.open(os.devnull, os.O_RDWR)) <= _ERRORS:
        pass
    os.close(handle)


@contextmanager
def _as_ctrl_c() -> Iterator[list[int]]:
    """Has SIGTERM and SIGHUP interrupt the main thread as Ctrl-C does; gives the list that takes their numbers. One
    that is ignored already, as under nohup, stays so."""
    came: list[int] = []

    def interrupt(number: int, _: object) -> None:
        for one in before:  # a closing terminal says so more than once, and clearing up is to come to its end
            signal.signal(one, signal.SIG_IGN)
        came.append(number)
        raise KeyboardInterrupt

    before = [one for one in (signal.SIGTERM, signal.SIGHUP) if signal.getsignal(one) == signal.SIG_DFL]
    for one in before:
        signal.signal(one, interrupt)
    try:
        yield came
    finally:
        for one in before:
            signal.signal(one, signal.SIG_DFL)


def _stopped(signals: list[int]) -> None:
    with suppress(OSError):  # the terminal may be gone
        sys.stderr.write("\nstopped\n")
        sys.stderr.flush()
    sys.exit(SIGNALLED + signals[0])


def _run() -> None:
    import click

    from .cli import main as command
    from .commands.console import output_lost, tell

    try:
        sys.exit(command(standalone_mode=False))
    except click.Abort as error:  # how Click tells of Ctrl-C
        raise KeyboardInterrupt from error
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except OSError as error:  # of what Click prints itself
        output_lost()
        tell(f"standard output: {(error.strerror or str(error)).lower()}")
        sys.exit(CANNOT)


if __name__ == "__main__":
    main()
