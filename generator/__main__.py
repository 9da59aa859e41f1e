"""The entry of the `briefing` command, which `python -m generator` is too."""

from __future__ import annotations

import sys

STOPPED = 130  # what shells say of a program that Ctrl-C ended


def main() -> None:
    """Runs the command. Ctrl-C ends it with a short line, also while it is still being loaded."""
    try:
        _run()
    except KeyboardInterrupt:
        sys.stderr.write("\nstopped\n")
        sys.exit(STOPPED)


def _run() -> None:
    import click

    from .cli import main as command

    try:
        sys.exit(command(standalone_mode=False))
    except click.Abort as error:  # how Click tells of Ctrl-C
        raise KeyboardInterrupt from error
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)


if __name__ == "__main__":
    main()
