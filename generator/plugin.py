"""The MkDocs plugin: `mkdocs build` and `mkdocs serve` run the same road, and our theme parts come with the package."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Literal, cast

from jinja2 import Environment
from jinja2.filters import do_striptags
from markupsafe import escape
from mkdocs.config.base import Config as PluginSettings
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from . import disk
from .editorial import problems
from .engine_faults import Place, fault
from .engines import Engine
from .errors import BriefingError
from .later import Later, may_wait
from .material.html_fixes import mend
from .material.light_site import light_site
from .material.not_found import PATH as NOT_FOUND
from .material.not_found import stands_alone
from .material.policy import SETTING, guarded, with_policy
from .material.search_page import without_marks
from .material.theme import OVERRIDES, PASSED_BY, extends_ours
from .model import Page as GeneratedPage
from .on_demand import on_demand
from .pages.exports.citing import citation
from .pages.exports.publish import feed_paths, publish
from .pages.navigation import PATH, navigation
from .pages.wording import Words, words_of
from .preview import Renderings, on_change, taking_turns, telling
from .remember import Memory
from .run_pipeline import Rendered, rendered
from .site_search import NO_LONGER, SiteSearch, show_box
from .text.page_mark import is_set_aside

_log = logging.getLogger("mkdocs.plugins.briefing")


class NoOptions(PluginSettings):
    """The plugin takes no options: all settings are in briefing.yml."""


class BriefingPlugin(BasePlugin[NoOptions]):
    """Renders docs/ before MkDocs reads it, adds the package's theme overrides, and puts the data export beside the
    pages."""

    def __init__(self) -> None:
        self._given: Rendered | None = None
        self._made: Rendered | None = None
        self._search = SiteSearch()
        self._serving = self._by_command = False
        self._guarded: frozenset[str] = frozenset()
        self._memory: Memory | None = None
        self._engine = Engine()
        self._whole = False
        self._renderings = Renderings()
        self._later = Later()
        self._docs = b""  # what docs/ looked like when MkDocs began to read it

    def use(self, made: Rendered, memory: Memory | None = None) -> None:
        """Takes what was rendered and written already for the next build, so that the road is not run twice, and what
        is remembered of it for the builds after that."""
        self._given, self._memory, self._engine, self._by_command = made, memory, made.engine, True

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        if dirty and command != "serve":
            raise PluginError("briefing: a --dirty build leaves the search index without most pages; build without it")
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        if str(OVERRIDES) not in config.theme.dirs:
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(OVERRIDES))
        self._made, self._given = self._given or self._render(Path(config.config_file_path).parent), None
        self._docs = disk.looks([Path(config.docs_dir)]) if self._serving else b""
        settings = self._made.project.config
        # Material prints these as they are, into text and into attributes; Markup is not escaped again by `| e`.
        config.site_name = escape(settings.title)
        config.site_description = escape(settings.description or config.site_description or "")
        config.site_author = escape(config.site_author or "")
        if not show_box(config):
            _log.info(NO_LONGER)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        self._whole = False  # the site that is there is about to be emptied
        self._later.forget(Path(config.site_dir))

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        self._renderings.begin(files, config)
        made = (files.get_file_from_path(page.path) for page in self._made.site.pages) if self._made else ()
        self._guarded = frozenset(file.dest_uri for file in made if file) | {NOT_FOUND}
        for file in [file for file in files if is_set_aside(file.src_uri)]:
            files.remove(file)
        _keep_within(files, config)
        if self._made:
            _navigate(self._made.site.pages, files, config, self._words())
            script = self._search.begin(self._made.site, self._made.project.config, self._words())
            files.append(File.generated(config, script.path, content=script.data))
        return files

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        env.globals["feeds"] = feed_paths(self._made.site, self._made.project.config) if self._made else ()
        env.globals["search_script"] = self._search.script
        env.globals["t"] = self._words().html
        if not extends_ours(env):
            _log.info(PASSED_BY)
        if self._serving and may_wait(config, self):
            self._later.begin()
        return env

    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        if page.meta.get("layout") != "topic":
            return context
        title, site = (do_striptags(str(text)) for text in (page.meta.get("title", ""), config.site_name))
        day = str(page.meta.get("updated", ""))
        cite = citation(str(page.meta["topic"]), title, site, page.canonical_url or "", day, self._words())
        return cast(TemplateContext, {**context, "cite": cite})

    def _words(self) -> Words:
        config = self._made.project.config if self._made else None
        return words_of(config.language, config.wording) if config else words_of("en")

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        if config.config_file_path and not Path(config.config_file_path).exists():
            server.unwatch(config.config_file_path)  # the settings are those that come with the package
        for path in self._made.project.watched if self._made else ():
            if path.exists():
                server.watch(str(path))
        root, docs = Path(config.config_file_path).parent, Path(config.docs_dir)
        rebuild = telling(server.builder, _log.info, lambda: self._whole, lambda error: _why(error, root))
        followed = getattr(server, "_watched_paths", None)  # MkDocs tells no other way what it follows
        changed = None
        if followed is not None:
            inputs = lambda: disk.looks(path for path in map(Path, followed) if path != docs)  # noqa: E731
            changed = on_change(rebuild, inputs, lambda: disk.looks([docs]), lambda: self._docs)
        server.builder = taking_turns(changed or rebuild, self._later)
        server.set_app(on_demand(server.serve_request, self._later, server.mount_path))
        self._later.follow()
        return server

    def on_build_error(self, *, error: Exception) -> None:
        self._later.stop()

    def on_pre_page(self, page: Page, /, *, config: MkDocsConfig, files: Files) -> Page:
        return self._renderings.keep(page) if self._serving else page

    @event_priority(-50)  # what other plugins put on a page can be found too
    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        self._search.take(page, html)
        return without_marks(html)

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        return mend(output)

    def on_post_template(self, output_content: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        return mend(output_content) if template_name.endswith(".html") else output_content

    @event_priority(-50)  # pages and search index are written by then, whatever the order of the plugins
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        site = Path(config.site_dir)
        if self._later.begun:
            self._later.then(partial(self._publishing, site, config.site_url or ""), partial(self._indexing, site))
        else:
            self._publishing(site, config.site_url or "")()
        if not self._serving:  # a preview is to be quick, not light
            light = light_site(partial(disk.built, site), _log.info)
            disk.put_assets(guarded(light, self._guarded) if config.extra.get(SETTING, True) else light, site)
            if not config.site_url:
                self._free_not_found(site)
        if not self._later.begun:
            self._indexing(site)()
        self._later.stop()
        self._whole = True

    def _publishing(self, site: Path, address: str) -> Callable[[], None]:
        """Makes what stands beside the pages, and gives what puts it there."""
        made = publish(self._made.site, self._made.project.config, address) if self._made else ()
        return partial(disk.put_assets, made, site)

    def _indexing(self, site: Path) -> Callable[[], None]:
        """Makes the index of the search, and gives what puts it there."""
        language = self._made.project.config.language if self._made else "en"
        try:
            return self._search.indexing(site, language, self._later.waits)
        except BriefingError as error:
            if self._by_command:
                raise  # the command tells it
            raise PluginError(f"briefing:\n{error}") from None

    def _free_not_found(self, site: Path) -> None:
        """Where nobody knows yet at which address the site will be, its page for unknown ones needs no other file."""
        try:
            disk.amend(site / NOT_FOUND, lambda page: self._alone(page, site))
        except OSError as error:
            _log.info("%s keeps its links from the root: %s is not there", NOT_FOUND, error.filename)

    def _alone(self, page: str, site: Path) -> str:
        alone = stands_alone(page, lambda path: (site / path).read_bytes())
        return with_policy(alone) if NOT_FOUND in self._guarded and "Content-Security-Policy" in page else alone

    def _render(self, root: Path) -> Rendered:
        try:
            project = disk.open_project(root)
            with rendered(project, wait=self._serving, memory=self._memory, engine=self._engine) as made:
                for problem in problems(made.site.brief.editorial):
                    _log.info(str(problem))
                return made
        except BriefingError as error:
            raise PluginError(f"briefing:\n{error}") from None


def _why(error: BaseException, root: Path) -> str:
    """What went wrong in MkDocs, in a line; a traceback too where much is to be said."""
    logging.getLogger("mkdocs").info("", exc_info=error)
    return str(fault(error, Place(root), "mend it and save, and it is tried again"))


def _keep_within(files: Files, config: MkDocsConfig) -> None:
    """Leaves what links in docs/ bring in from outside of the project off the site."""
    own = {Path(file.abs_src_path): file for file in files if file.src_dir == config.docs_dir and file.abs_src_path}
    for path in disk.leading_out(Path(config.config_file_path).parent, own):
        files.remove(own[path])
        _log.info("docs/%s: leads out of the project, and is not published", own[path].src_uri)


def _navigate(made: Sequence[GeneratedPage], files: Files, config: MkDocsConfig, words: Words) -> None:
    """Keeps pages that only lead on out of every navigation, and gives a site that has none of its own one."""
    for file in filter(None, (files.get_file_from_path(page.path) for page in made if not page.listed)):
        file.inclusion = InclusionLevel.NOT_IN_NAV
    if config.nav is None and files.get_file_from_path(PATH) is None:
        there = [file.src_uri for file in files.documentation_pages(inclusion=InclusionLevel.is_in_nav)]
        text = navigation([page.path for page in made if page.listed], there, words)
        files.append(File.generated(config, PATH, content=text, inclusion=InclusionLevel.EXCLUDED))
