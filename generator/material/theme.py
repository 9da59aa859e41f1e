"""Our parts of the theme: where their templates lie, and whether a project's own main.html leads to them."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, TemplateError
from jinja2.nodes import Const, Extends

OVERRIDES = Path(__file__).parent / "overrides"
_MAIN, _OURS = "main.html", "briefing.html"
PASSED_BY = (
    f"theme.custom_dir: its {_MAIN} does not extend {_OURS}, so that pages lack the styles of a briefing, the links "
    "to feeds, what search engines read, and how to cite a topic; "
    f'let it begin with {{% extends "{_OURS}" %}}'
)
"""What to say where `extends_ours` is false."""


def extends_ours(env: Environment) -> bool:
    """Whether `main.html`, which may be the project's own, extends ours, by whatever way. A template that has a mistake
    counts as if it did: the mistake is told when a page is made from it."""
    name: str | None = _MAIN
    passed: set[str] = set()
    while name and name not in passed:
        passed.add(name)
        try:
            file, name = _read(name, env)
        except TemplateError:
            return True
        if file == OVERRIDES / _OURS:
            return True
    return False


def _read(name: str, env: Environment) -> tuple[Path | None, str | None]:
    """The file of a template, and the name of the one that it extends, where its text gives that name."""
    if not env.loader:
        return None, None
    text, file, _ = env.loader.get_source(env, name)
    extends = env.parse(text).find(Extends)
    parent = extends.template.as_const() if extends and isinstance(extends.template, Const) else None
    return Path(file) if file else None, parent
