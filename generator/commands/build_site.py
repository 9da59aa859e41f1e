"""Calling MkDocs: its settings, a strict build into a fresh folder, and the live preview."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import cast

from jinja2 import TemplateError
from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from .. import disk
from ..engine_faults import Place, fault
from ..errors import BriefingError, Problem
from ..plugin import BriefingPlugin
from ..remember import Memory
from ..run_pipeline import Rendered
from .console import Console

_EPOCH = "315532800"  # 1980-01-01, the first day that every archive format can write


def mkdocs_settings(project: disk.Project) -> MkDocsConfig:
    """The project's mkdocs.yml as MkDocs reads it, or the one that comes with the package where it has none. Raises
    BriefingError where it is wrong, or without our plugin."""
    try:
        with _docs_there(project.docs):
            settings = load_config(str(project.mkdocs_read), config_file_path=str(project.mkdocs), strict=True)
    except (Abort, MkDocsException) as error:
        raise BriefingError(Problem("mkdocs.yml", _flat(error) or "MkDocs cannot read it")) from None
    if Path(settings.docs_dir) != project.docs:
        raise BriefingError(
            Problem(
                "mkdocs.yml", f"expected docs/, found {settings.docs_dir}", key="docs_dir", hint="leave docs_dir out"
            )
        )
    if "briefing" not in settings.plugins:
        raise BriefingError(
            Problem(
                "mkdocs.yml",
                "expected the plugin `briefing`, found none",
                key="plugins",
                hint="add `- briefing` to its plugins",
            )
        )
    if settings.theme.name != "material":
        raise BriefingError(
            Problem(
                "mkdocs.yml",
                f"expected the theme material, found {settings.theme.name}",
                key="theme.name",
                hint="the templates of a briefing extend those of Material",
            )
        )
    return settings


@contextmanager
def _docs_there(docs: Path) -> Iterator[None]:
    """MkDocs refuses settings whose docs/ is not there yet, as it is before the first render."""
    made = not docs.exists()
    if made:
        docs.mkdir()
    try:
        yield
    finally:
        if made:
            with suppress(OSError):  # another process has put pages there in the meantime
                docs.rmdir()


def _flat(error: Exception) -> str:
    return " ".join(str(error).split())


def hand_over(settings: MkDocsConfig, made: Rendered, memory: Memory | None = None) -> None:
    """Has the next build take what is rendered already, so that the road is not run twice, and those after it what is
    remembered. MkDocs keeps one plugin for all the settings that a process loads."""
    cast(BriefingPlugin, settings.plugins["briefing"]).use(made, memory)


def build_site(settings: MkDocsConfig, made: Rendered, target: Path) -> None:
    """Builds into the empty folder `target`; a warning of MkDocs is an error. Raises BriefingError."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", _EPOCH)
    settings.site_dir = str(target)
    hand_over(settings, made)
    settings.plugins.run_event("startup", command="build", dirty=False)
    try:
        mkdocs_build.build(settings)
    except (Abort, MkDocsException) as error:
        raise BriefingError(
            Problem("mkdocs build", _flat(error) or "MkDocs stopped; run it with -v to see why")
        ) from None
    except UnicodeDecodeError as error:
        raise BriefingError(
            Problem("docs/", f"a page is not UTF-8 text ({error})", hint="save it as UTF-8, or move it away")
        ) from None
    except TemplateError as error:
        where = getattr(error, "filename", None) or getattr(error, "name", None) or "a template of the theme"
        raise BriefingError(Problem(str(where), _flat(error), line=getattr(error, "lineno", None))) from None
    finally:
        settings.plugins.run_event("shutdown")


def serve(project: disk.Project, address: str, talk: Console) -> None:
    """Serves until interrupted. The plugin renders anew at each change and says what went wrong without ending."""
    talk.say(f"serving at http://{address}/ ; stop with Ctrl-C")
    try:
        own = str(project.mkdocs)
        mkdocs_serve.serve(str(project.mkdocs_read), dev_addr=address, livereload=True, config_file_path=own)
    except (Abort, MkDocsException) as error:
        raise BriefingError(Problem("mkdocs serve", str(error) or "MkDocs stopped")) from None
    except (OSError, OverflowError) as error:  # a port that is taken, or that is none
        if getattr(error, "filename", None):
            raise _no_preview(error, project) from None
        why = getattr(error, "strerror", None) or error
        raise BriefingError(
            Problem(address, f"cannot serve there: {why}", hint="name another with --address IP:PORT")
        ) from None
    except (Exception, SystemExit) as error:
        raise _no_preview(error, project) from None


def _no_preview(error: BaseException, project: disk.Project) -> BriefingError:
    """What is told where the first build of a preview fails in a way that MkDocs does not foresee."""
    logging.getLogger("mkdocs").info("", exc_info=error)
    return BriefingError(fault(error, Place(project.root), "nothing is served"))
