"""The reference is true: every command, option, setting, metadata key and template variable is in it, and no other."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import pytest
import yaml

from generator.cli import main as command
from generator.config import Limits, schema
from generator.errors import UnreadableError
from generator.model import Metadata, SourceFile
from generator.reading import read
from generator.reading.clipped import CLIPPED
from tests.shipped import SHIPPED

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "docs" / "reference"
GUIDE = ROOT / "docs" / "guide"


def script() -> ModuleType:
    path = ROOT / "scripts" / "reference.py"
    found = importlib.util.spec_from_file_location("reference", path)
    assert found and found.loader
    module = importlib.util.module_from_spec(found)
    sys.modules["reference"] = module
    found.loader.exec_module(module)
    return module


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["commands.md", "settings.md"])
def test_written_pages_are_fresh(name: str) -> None:
    made = script().PAGES[name]()
    assert text(REFERENCE / name) == made, "run `python scripts/reference.py`"


def every_command(found: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    yield name, found
    for child in getattr(found, "commands", {}).values():
        yield from every_command(child, f"{name} {child.name}")


def sections(page: str) -> dict[str, str]:
    """The text under each heading `## `name``, by name."""
    parts = re.split(r"^#+ `([^`]+)`$", page, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_command_and_option_is_documented() -> None:
    documented = sections(text(REFERENCE / "commands.md"))
    commands = dict(every_command(command, "briefing"))
    assert list(documented) == list(commands)
    for name, found in commands.items():
        options = [o for o in found.params if isinstance(o, click.Option)]
        missing = [opt for o in options for opt in (*o.opts, *o.secondary_opts) if opt not in documented[name]]
        assert missing == [], name
        assert [o.opts for o in options if not o.help] == [], f"{name}: an option without a description"
        assert found.help, name


def keys(found: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    for key, rule in found.get("properties", {}).items():
        yield f"{path}{key}", rule
        yield from keys(rule, f"{path}{key}.")
        yield from keys(rule.get("items", {}), f"{path}{key}[].")


def test_every_setting_is_documented_with_its_default() -> None:
    documented = sections(text(REFERENCE / "settings.md"))
    settings = dict(keys(schema()))
    assert list(documented) == list(settings)
    for name, rule in settings.items():
        assert rule["description"] in documented[name]
        default = rule.get("default")
        if default not in (None, []):
            assert f"default {str(default).lower() if isinstance(default, bool) else default}" in documented[name]


def test_every_metadata_key_is_documented() -> None:
    page = text(REFERENCE / "source-metadata.md").split("\n## ")[0]
    rows = re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)
    assert rows == [f.name for f in fields(Metadata) if not f.name.endswith("_from")]


def test_the_keys_of_other_programs_are_read_as_it_says() -> None:
    page = text(REFERENCE / "source-metadata.md").split("\n## Front matter of other programs\n")[1].split("\n## ")[0]
    rows = [
        (re.findall(r"`([\w-]+)`", left), right) for left, right in re.findall(r"^\| (`.*) \| (.*) \|$", page, re.M)
    ]
    assert len(rows) == 6
    for theirs, ours in rows:
        assert {CLIPPED[key] for key in theirs} == {re.findall(r"`(\w+)`", ours)[0]}


def test_the_metadata_example_holds_every_key_and_is_read() -> None:
    example = fenced(text(REFERENCE / "source-metadata.md"), "yaml")[0]
    asked = {key: str(value) for key, value in yaml.safe_load(example).items()}
    assert list(asked) == [f.name for f in fields(Metadata) if not f.name.endswith("_from")]
    for suffix, body in (
        (".txt", "The port vote passed on Thursday, the council said.\n"),
        (".html", "<p>The vote.</p>"),
    ):
        file = SourceFile(f"sources/x{suffix}", body.encode(), (("x.meta.yml", example.encode()),))
        (document,) = read(file, Limits())
        assert {key: as_text(document.metadata, key) for key in asked} == asked
    front = SourceFile("sources/x.txt", f"---\n{example}---\n\nThe port vote passed, the council said.\n".encode())
    (document,) = read(front, Limits())
    assert {key: as_text(document.metadata, key) for key in asked} == asked


def as_text(metadata: Metadata, key: str) -> str:
    value = getattr(metadata, key)
    return ", ".join(value) if isinstance(value, tuple) else value


def test_every_format_is_named_where_a_source_is_added() -> None:
    """What is known is asked of the reader itself: it names all formats where it meets one that it has never seen."""
    with pytest.raises(UnreadableError) as caught:
        read(SourceFile("sources/x.unheard-of", b"x"), Limits())
    known = set(re.findall(r"\.\w+", str(caught.value).split("known here: ")[1]))
    rows = [line for line in text(GUIDE / "add-a-source.md").splitlines() if line.startswith("|")]
    assert {name for row in rows for name in re.findall(r"`(\.\w+)`", row)} == known


def fenced(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


PAGES = sorted([*GUIDE.glob("*.md"), *REFERENCE.glob("*.md")])


@pytest.mark.parametrize("path", PAGES, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_pages_for_maintainers_stay_out_of_search_and_bear_no_mark(path: Path) -> None:
    _, matter, body = text(path).split("---\n", 2)
    front = yaml.safe_load(matter)
    assert front["search"] == {"exclude": True}
    assert set(front) == {"title", "description", "search"}
    assert body.lstrip().removeprefix("<!--").count(f"# {front['title']}\n") == 1


@pytest.mark.parametrize("path", sorted(GUIDE.glob("*.md")), ids=lambda p: p.stem)
def test_commands_and_targets_that_a_guide_names_exist(path: Path) -> None:
    known = dict(every_command(command, "briefing"))
    named = " \n".join(code(text(path)))
    for verb, options in re.findall(r"\bbriefing ([a-z]+)((?: --?[\w-]+)*)", named):
        assert f"briefing {verb}" in known
        assert set(options.split()) <= {opt for o in known[f"briefing {verb}"].params for opt in o.opts}
    targets = set(re.findall(r"^([a-z]+):", text(ROOT / "Makefile"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)", named)) <= targets


def code(page: str) -> list[str]:
    return [*re.findall(r"`([^`\n]+)`", page), *re.findall(r"^```\w*\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)]


def test_yaml_examples_of_the_guide_are_valid_settings() -> None:
    from generator.config import parse

    base = 'title: T\ntopics:\n  - {id: a, title: A, scope: S, terms: ["a"]}\n'
    (topic,) = fenced(text(GUIDE / "add-a-topic.md"), "yaml")
    assert [t.id for t in parse(base + topic).topics] == ["a", "fishing"]
    names, publishers, quotes, keyphrases, pages = fenced(text(GUIDE / "settings.md"), "yaml")
    found = parse(base + names + publishers + quotes + keyphrases + pages)
    assert found.families == {"Harbour Gazette": "Fjord papers", "Inland Courier": "Fjord papers"}
    assert found.names[0].aliases == ("A. Linde",)
    assert (found.quotes.max_words, found.quotes.max_share) == (45, 0.35)
    assert found.keyphrases.engine == "own"
    assert found.pages.sources == "quoted"


def test_the_error_that_the_guide_shows_is_the_one_that_comes() -> None:
    from generator.config import parse
    from generator.errors import BriefingError

    (shown,) = fenced(text(GUIDE / "settings.md"), "text")
    wrong = text(SHIPPED / "briefing.yml")
    wrong = re.sub(r"(?m)^    terms:$", "    term:", wrong, count=1)
    with pytest.raises(BriefingError) as caught:
        parse(wrong)
    said = [re.sub(r":\d+:", ":14:", str(problem)) for problem in caught.value.problems]
    assert shown.strip() in said


def test_how_it_works_names_what_is_there() -> None:
    """Every path in it exists, every room of the package is in it, and its layers are those of the contract."""
    page = text(ROOT / "docs" / "how-it-works.md")
    package = ROOT / "generator"
    named = {word for span in re.findall(r"`([^`\n]+)`", page) for word in re.findall(r"[\w./]+\.\w+|[\w./]+/", span)}
    roots = (ROOT, package, package / "reading")
    ours = {name for name in named if not name.startswith(("sources", "site", ".briefing"))}
    assert len(ours) > 25
    assert {name for name in ours if not any((root / name).exists() for root in roots)} <= {"paragraph.text"}
    rooms = {p.name for p in package.iterdir() if not p.name.startswith("__") and (p.is_dir() or p.suffix == ".py")}
    assert {room for room in rooms if room not in page} == set()


def test_the_layers_it_shows_are_those_of_the_contract() -> None:
    import tomllib

    contract = tomllib.loads(text(ROOT / "pyproject.toml"))["tool"]["importlinter"]["contracts"][0]["layers"]
    page = " ".join(text(ROOT / "docs" / "how-it-works.md").split())
    shown = re.search(r"`cli` → .*?`model \| errors[^`]*`", page)
    assert shown
    stages = next(layer for layer in contract if "analysis" in layer)
    assert shown[0].replace("the stages and `material`", f"`{stages}`") == " → ".join(f"`{x}`" for x in contract)


def tables(page: str) -> dict[str, list[str]]:
    """The first column of the table under each heading ### `name`."""
    parts = re.split(r"^### `([^`]+)`$", page, flags=re.MULTILINE)
    bodies = (re.split(r"^## ", body, flags=re.MULTILINE)[0] for body in parts[2::2])
    return {
        name: re.findall(r"^\| `(\w+)` \|", body, re.MULTILINE) for name, body in zip(parts[1::2], bodies, strict=True)
    }


def test_every_template_variable_is_documented() -> None:
    import jinja2
    from jinja2.meta import find_undeclared_variables

    parse = jinja2.Environment(autoescape=True).parse
    files = (ROOT / "generator/templates").glob("*.j2")
    found = {p.name: find_undeclared_variables(parse(text(p))) - {"t"} for p in files}  # `t` is every template's
    documented = {
        name: set(rows) for name, rows in tables(text(REFERENCE / "templates.md")).items() if name.endswith(".j2")
    }
    assert documented == found


def printable(classes: list[type]) -> list[type]:
    """Those all of whose fields a template may print: what `generator.text.escape` made, numbers, or such values."""
    safe = {"Inline", "Attribute", "Link", "Block", "int", "None", "tuple", "_Told"}  # the last: what a part holds
    while True:
        views = [c for c in classes if all(set(re.findall(r"\w+", str(f.type))) <= safe for f in fields(c))]
        if {c.__name__ for c in views} <= safe:
            return views
        safe |= {c.__name__ for c in views}


def test_every_field_of_a_template_value_is_documented() -> None:
    import importlib
    import pkgutil
    from dataclasses import is_dataclass

    import generator.pages as package

    found_in = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    modules = [importlib.import_module(m.name) for m in found_in]
    values = [(m, value) for m in modules for value in vars(m).values()]
    classes = [c for m, c in values if isinstance(c, type) and is_dataclass(c) and c.__module__ == m.__name__]
    views = printable(classes)
    found = {f"{c.__module__.rsplit('.')[-1]}.{c.__name__.lstrip('_')}": [f.name for f in fields(c)] for c in views}
    documented = {
        name: rows for name, rows in tables(text(REFERENCE / "templates.md")).items() if not name.endswith(".j2")
    }
    assert documented == found
