"""The MkDocs plugin: `mkdocs build` and `mkdocs serve` run the same road, and our theme parts come with the package."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import yaml
from jinja2 import Environment, TemplateError
from jinja2.nodes import Const, Extends
from markupsafe import escape
from mkdocs.config.base import Config as PluginSettings
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from . import disk
from .errors import BriefingError
from .material.css_purge import compared_attributes
from .material.css_usage import collect
from .material.html_fixes import mend
from .material.lazy_search import BUNDLE, WORKER, LazySearch, lazy_search
from .material.search_index import INDEX, hush, tune
from .material.stylesheet import Stylesheet, build_stylesheet, lighter, linked
from .model import Asset, Site
from .pages.exports.bibliography import latex
from .pages.exports.publish import publish
from .pages.mark import KEY
from .run_pipeline import Rendered, rendered

_log = logging.getLogger("mkdocs.plugins.briefing")
_OVERRIDES = Path(__file__).parent / "material" / "overrides"
_OURS = "briefing.html"
_SHADOWED = (
    f"theme.custom_dir: its main.html does not extend {_OURS}, so that pages lack the styles of a briefing, the links "
    "to feeds, what search engines read, and how to cite a topic, and every page loads the search index; "
    f'let it begin with {{% extends "{_OURS}" %}}'
)
_NAV = ".nav.yml"
_NAME_NO_CLASS = ("assets/javascripts/lunr/", "search/")  # scripts of words, not of the page
_ACROSS = ("timeline.md", "names.md", "keyphrases.md", "tags.md", "method.md")


class NoOptions(PluginSettings):
    """The plugin takes no options: all settings are in briefing.yml."""


class BriefingPlugin(BasePlugin[NoOptions]):
    """Renders docs/ before MkDocs reads it, adds the package's theme overrides, and puts the data export beside the
    pages."""

    def __init__(self) -> None:
        self._given: Rendered | None = None
        self._made: Rendered | None = None
        self._lazy_search: LazySearch | None = None
        self._serving = False

    def use(self, made: Rendered) -> None:
        """Takes what was rendered and written already for the next build, so that the road is not run twice."""
        self._given = made

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        if dirty and command != "serve":
            raise PluginError("briefing: a --dirty build leaves the search index without most pages; build without it")
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        if str(_OVERRIDES) not in config.theme.dirs:
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(_OVERRIDES))
        self._made, self._given = self._given or self._render(Path(config.config_file_path).parent), None
        settings = self._made.project.config
        # Material prints these as they are, into text and into attributes; Markup is not escaped again by `| e`.
        config.site_name = escape(settings.title)
        config.site_description = escape(settings.description or config.site_description or "")
        config.site_author = escape(config.site_author or "")
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Where docs/ has no .nav.yml, one of our own: a page a source is too much for any navigation."""
        if self._made and config.nav is None and files.get_file_from_path(_NAV) is None:
            text = _navigation(self._made.site, files)
            files.append(File.generated(config, _NAV, content=text, inclusion=InclusionLevel.EXCLUDED))
        self._lazy_search = late = _lazy_search(files, config)
        for path, script in (late.scripts if late else {}).items():
            files.append(File.generated(config, path, content=script))
        return files

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        env.globals["lazy_search"] = self._lazy_search
        env.filters["latex"] = latex
        if not _reaches_ours(env):
            _log.info(_SHADOWED)
        return env

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        root = Path(config.config_file_path).parent
        for path in (root / "sources", root / "briefing.yml"):
            if path.exists():
                server.watch(str(path))
        return server

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        return hush(html) if KEY in page.meta else html

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        return mend(output)

    def on_post_template(self, output_content: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        return mend(output_content) if template_name.endswith(".html") else output_content

    @event_priority(-50)  # pages and search index are written by then, whatever the order of the plugins
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        site = Path(config.site_dir)
        if self._made:
            settings = self._made.project.config
            disk.put_assets(publish(self._made.site, settings, config.site_url or ""), site)
            disk.amend(site / INDEX, lambda index: tune(index, settings))
        if not self._serving:  # a preview is to be quick, not light
            _lighten(site)

    def _render(self, root: Path) -> Rendered:
        try:
            with rendered(disk.open_project(root), wait=self._serving) as made:
                return made
        except BriefingError as error:
            raise PluginError(f"briefing:\n{error}") from None


def _reaches_ours(env: Environment) -> bool:
    """Whether `main.html`, which may be the project's own, extends ours, by whatever way."""
    name: str | None = "main.html"
    passed: set[str] = set()
    while name and name not in passed and env.loader:
        passed.add(name)
        try:
            text, file, _ = env.loader.get_source(env, name)
            extends = env.parse(text).find(Extends)
        except TemplateError:  # told when a page is made from it
            return True
        if file and Path(file) == _OVERRIDES / _OURS:
            return True
        name = extends.template.as_const() if extends and isinstance(extends.template, Const) else None
    return False


def _lighten(site: Path) -> None:
    """Gives the built pages one stylesheet of what they use."""
    sheet = _stylesheet(site)
    if sheet:
        disk.put_assets([Asset(sheet.path, sheet.text.encode())], site)
    for path, text in disk.built(site, ".html"):
        disk.put_assets([Asset(path, lighter(text, sheet).encode())], site)


def _stylesheet(site: Path) -> Stylesheet | None:
    parts = next((named for _, text in disk.built(site, ".html") if (named := linked(text))), ())
    sheets = dict(disk.built(site, ".css"))
    if not parts or not sheets.keys() >= {path for path, _ in parts}:
        return None
    ours = {path: sheets.pop(path) for path, _ in parts}
    used = collect(
        (text for _, text in disk.built(site, ".html")),
        (text for path, text in disk.built(site, ".js") if not path.startswith(_NAME_NO_CLASS)),
        sheets.values(),
        compared_attributes("".join(ours.values())),
    )
    try:
        return build_stylesheet(parts, ours, used)
    except ValueError as error:
        _log.info("the theme's stylesheets stay as they are: %s", error)
        return None


def _lazy_search(files: Files, config: MkDocsConfig) -> LazySearch | None:
    """How search comes late; None where it is off, or where features of the theme need the index from the start."""
    features = config.theme.get("features") or []
    if "material/search" not in config.plugins or any(name.startswith("navigation.instant") for name in features):
        return None
    bundle = next((file for file in files if BUNDLE.fullmatch(file.src_uri)), None)
    worker = next((file for file in files if WORKER.fullmatch(file.src_uri)), None)
    late = None
    if bundle and worker:
        texts = bundle.content_string, worker.content_string
        late = lazy_search(*texts, worker.src_uri, suggest="search.suggest" in features)
    if not late:
        _log.info("this version of Material is not known to start its search late: every page loads the search index")
    return late


def _navigation(site: Site, files: Files) -> str:
    """The topics in the order of the settings, the pages across them, and pages of the maintainer's own."""
    made = [page.path for page in site.pages]
    there = [file.src_uri for file in files.documentation_pages(inclusion=InclusionLevel.is_in_nav)]
    parts: list[str | dict[str, str | list[str]]] = [
        {"Overview": "index.md"},
        {"Topics": [path for path in made if path.startswith("topics/")]},
        {"Across topics": [path for path in _ACROSS if path in there]},
        "sources/index.md",  # in a section it would become that section's own page
        *sorted(set(there).difference(made)),
    ]
    return yaml.safe_dump({"nav": parts}, sort_keys=False, allow_unicode=True)
